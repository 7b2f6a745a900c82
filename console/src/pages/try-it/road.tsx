/** The road of one event: the fact, the rules that were asked, and for each reminder how far it came, and why not further. */
import {
  CheckCircleFilled,
  ClockCircleFilled,
  CloseCircleFilled,
  MinusCircleFilled,
  StopFilled,
} from '@ant-design/icons'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { Fact, Headline } from './fact.tsx'
import { type Reminder, roadOf, type Station } from './road-shape.ts'
import type { Road } from './stage.ts'

interface Asked {
  readonly road: Road
  readonly isPhoneOn: boolean
  readonly isNewest: boolean
  /** It is the one in which something happened last. */
  readonly hasMoved: boolean
}

export function RoadCard({ road, isPhoneOn, isNewest, hasMoved }: Asked): ReactNode {
  const time = useTime()
  const [isOpen, setOpen] = useState<boolean | null>(null)
  const isShown = isOpen ?? (isNewest || hasMoved || road.reminders.some(({ state }) => isMoving(state)))
  return (
    <article className={hasMoved ? 'road road-moved' : 'road'}>
      <button type="button" className="road-head" aria-expanded={isShown} onClick={() => setOpen(!isShown)}>
        <time dateTime={road.at}>{time(road.at, 'second')}</time>
        <b>
          <Headline road={road} />
        </b>
        <Sum reminders={road.reminders} />
      </button>
      {isShown && (
        <div className="road-body">
          <ul className="road-facts">
            {road.facts.map(fact => (
              <Fact key={`${fact.source}/${fact.id}`} fact={fact} />
            ))}
          </ul>
          {road.reminders.map(reminder => (
            <ReminderRoad key={reminder.id} reminder={reminder} isPhoneOn={isPhoneOn} />
          ))}
          <Silences road={road} />
        </div>
      )}
    </article>
  )
}

const isMoving = (state: Reminder['state']): boolean => state === 'planned' || state === 'attempted'

/** What came of it, in signs. */
function Sum({ reminders }: Pick<Road, 'reminders'>): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  if (reminders.length === 0) return <span className="road-sum">{t('tryIt.road.nothing')}</span>
  return (
    <span className="road-sum">
      {reminders.map(({ id, state }) => (
        <Sign key={id} state={state} title={wordOf('states', state)} />
      ))}
    </span>
  )
}

function Sign({ state, title }: { readonly state: Reminder['state']; readonly title: string }): ReactNode {
  if (state === 'delivered')
    return <CheckCircleFilled className="tone-good" role="img" aria-label={title} title={title} />
  if (isMoving(state))
    return <ClockCircleFilled className="tone-jade" role="img" aria-label={title} title={title} />
  if (state === 'withheld')
    return <MinusCircleFilled className="tone-muted" role="img" aria-label={title} title={title} />
  return <CloseCircleFilled className="tone-amber" role="img" aria-label={title} title={title} />
}

function ReminderRoad({
  reminder,
  isPhoneOn,
}: { readonly reminder: Reminder } & Pick<Asked, 'isPhoneOn'>): ReactNode {
  const { t, i18n } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  const own = i18n.language === 'en' ? 'en' : 'zh-CN'
  const { rule, touchpoint, state, reason, passed, notes, attempts, due } = reminder
  const text = attempts.at(-1)?.text ?? null
  return (
    <section className={`road-reminder is-${state}`}>
      <p className="road-rule">
        <b>{wordOf('touchpoints', touchpoint)}</b> <code>{rule}</code>
      </p>
      <Line stations={roadOf(reminder)} reminder={reminder} isPhoneOn={isPhoneOn} />
      <p className="road-questions">
        {passed.map(question => (
          <span key={question} className="passed">
            ✓ <Question id={question} />
          </span>
        ))}
        {reason !== null && (
          <span className="refused">
            <StopFilled /> {t('tryIt.road.notSaid', { reason: wordOf('reasons', reason) })}
          </span>
        )}
      </p>
      <p className="road-notes">
        {state === 'planned' && <b>{t('tryIt.road.waits', { time: time(due, 'minute') })} · </b>}
        {notes.map(note => note[own]).join(' · ')}
      </p>
      {text !== null && <p className="road-text">{text}</p>}
    </section>
  )
}

const questions = ['allowed', 'consent', 'not-blocked', 'once-per', 'told-recently', 'useful'] as const

function Question({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation()
  const known = questions.find(one => one === id)
  return known === undefined ? id : t(`tryIt.road.questions.${known}`)
}

function Line({
  stations,
  reminder,
  isPhoneOn,
}: {
  readonly stations: readonly Station[]
  readonly reminder: Reminder
  readonly isPhoneOn: boolean
}): ReactNode {
  const { t } = useTranslation()
  return (
    <ol className="road-line">
      {stations.map(station => (
        <li key={station.name} className={`station is-${station.is}`}>
          <i aria-hidden />
          <span>{t(`tryIt.road.stations.${station.name}`)}</span>
          <small>
            <Moment station={station} reminder={reminder} isPhoneOn={isPhoneOn} />
          </small>
        </li>
      ))}
    </ol>
  )
}

function Moment({
  station: { name, is, at },
  reminder,
  isPhoneOn,
}: {
  readonly station: Station
  readonly reminder: Reminder
  readonly isPhoneOn: boolean
}): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  if (is === 'ahead') return null
  if (name === 'handset' && is === 'here')
    return t(isPhoneOn ? 'tryIt.road.onTheWay' : 'tryIt.road.waitsForPhone')
  if (is === 'stopped') return wordOf('states', reminder.state)
  if (name === 'plan' && is === 'here') return at === null ? null : time(at, 'minute')
  if (name === 'gateway') {
    const attempt = reminder.attempts.at(-1)
    return attempt === undefined || at === null
      ? null
      : `${wordOf('channelNames', attempt.channel)} ${time(at, 'second')}`
  }
  if (name === 'receipt') return <code>{reminder.attempts.at(-1)?.code ?? ''}</code>
  return at === null ? null : time(at, 'second')
}

/** Rules that were asked and had nothing to say, and those that will be asked again. */
function Silences({ road: { considered, reminders } }: Pick<Asked, 'road'>): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  const told = new Set(reminders.map(({ rule }) => rule))
  const others = [...new Map(considered.map(one => [one.rule, one])).values()].filter(
    ({ rule }) => !told.has(rule),
  )
  const later = others.filter(({ outcome }) => outcome.startsWith(laterMark))
  const silent = others.filter(({ outcome }) => !outcome.startsWith(laterMark))
  if (reminders.length === 0 && others.length === 0) return <p className="quiet">{t('tryIt.road.unasked')}</p>
  return (
    <>
      {later.map(({ rule, outcome }) => (
        <p key={rule} className="road-later">
          <ClockCircleFilled />{' '}
          {t('tryIt.road.laterOne', { time: time(outcome.slice(laterMark.length), 'minute') })}{' '}
          <code>{rule}</code>
        </p>
      ))}
      {silent.length > 0 && (
        <details className="road-silent">
          <summary>
            {reminders.length === 0 && later.length === 0
              ? t('tryIt.road.silent', { count: silent.length })
              : t('tryIt.road.others', { count: silent.length })}
          </summary>
          <ul className="plain">
            {silent.map(({ rule, outcome }) => (
              <li key={rule}>
                <code>{rule}</code> {wordOf('answers', outcome)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const laterMark = 'later '
