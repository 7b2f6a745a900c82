/** What would follow: each rule that was asked with its answer, and the reminders as phones would show them. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shape } from '../../client/api.ts'
import { Tag } from '../../parts/tag.tsx'
import { useTime } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { trial as words } from '../../words/zh-CN/trial.ts'

type RuleTrial = Shape<'RuleTrial'>
type Rule = RuleTrial['rules'][number]
type Reminder = RuleTrial['reminders'][number]

interface Asked {
  readonly trial: RuleTrial
  /** The rule that is looked at: it stands first. */
  readonly rule: string
}

export function Followed({ trial: { rules, reminders, at }, rule }: Asked): ReactNode {
  const { t } = useTranslation()
  const first = <T extends { readonly rule: string }>(all: readonly T[]): readonly T[] =>
    all.toSorted((a, b) => Number(b.rule === rule) - Number(a.rule === rule))
  return (
    <section aria-live="polite">
      <h3>{t('trial.rules')}</h3>
      {rules.length === 0 && <p>{t('trial.noRule')}</p>}
      <ul className="plain">
        {first(rules).map(one => (
          <li key={`${one.rule} ${one.at}`}>
            <Answer rule={one} at={at} />
          </li>
        ))}
      </ul>
      <h3>{t('trial.reminders')}</h3>
      {reminders.length === 0 && <p>{t('trial.none')}</p>}
      {first(reminders).map(one => (
        <Told key={`${one.rule} ${one.line} ${one.due}`} reminder={one} />
      ))}
    </section>
  )
}

/** An answer such as `later 2026-…` is a moment of its own. */
const later = /^later (\S+)$/

function Answer({
  rule: { rule, outcome, at, condition },
  at: now,
}: {
  readonly rule: Rule
  readonly at: string
}) {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  const [, moment] = later.exec(outcome) ?? []
  return (
    <>
      <code>{rule}</code>{' '}
      <Tag tone={outcome === 'planned' ? 'good' : 'plain'}>
        {moment === undefined
          ? wordOf('answers', outcome)
          : t('trial.laterAt', { time: time(moment, 'minute') })}
      </Tag>{' '}
      {at !== now && <span className="quiet">{t('trial.laterAt', { time: time(at, 'minute') })} </span>}
      {condition !== null && (
        <span className="quiet">
          {condition.holds && `${t('trial.holds')}: `}
          <code>{condition.source}</code>
        </span>
      )}
    </>
  )
}

function Told({ reminder }: { readonly reminder: Reminder }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  const stepOf = useStepWord()
  const { rule, state, reason, channel, due, usefulUntil, steps, texts } = reminder
  const isWithheld = state === 'withheld'
  return (
    <section className="trial-reminder">
      <p>
        <code>{rule}</code> <Tag tone={isWithheld ? 'amber' : 'good'}>{wordOf('states', state)}</Tag>{' '}
        {reason !== null && wordOf('reasons', reason)}
        {!isWithheld && (
          <>
            {t('trial.leaves', { time: time(due, 'minute'), channel: wordOf('channelNames', channel) })}
            {' · '}
            <span className="quiet">{t('trial.useful', { time: time(usefulUntil, 'minute') })}</span>
          </>
        )}
      </p>
      <ol className="plain quiet">
        {steps.map(step => (
          <li key={step}>{stepOf(step)}</li>
        ))}
      </ol>
      {texts.length > 0 && <Phone texts={texts} />}
    </section>
  )
}

function Phone({ texts }: { readonly texts: Reminder['texts'] }): ReactNode {
  const { t } = useTranslation()
  return (
    <figure className="phone">
      {texts.map(({ language, text, parts, fault }) => (
        <div key={language} className="phone-message">
          {text === null ? (
            <p className="tone-bad">{fault}</p>
          ) : (
            <p lang={language} className="phone-bubble">
              {text}
            </p>
          )}
          {parts !== null && <p className="quiet">{t('trial.parts', { count: parts })}</p>}
        </div>
      ))}
    </figure>
  )
}

type Check = keyof (typeof words)['checks']
type Time = keyof (typeof words)['times']
const isCheck = (name: string): name is Check => Object.hasOwn(words.checks, name)
const isTime = (note: string): note is Time => Object.hasOwn(words.times, note)

/** Planning notes its steps down in English, once and for good; one that is not known here is shown as it stands. */
function useStepWord(): (step: string) => string {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const timeWord = (note: string): string => {
    const [, n, day] = /^put off: (\d+) a day are enough on (\S+)$/.exec(note) ?? []
    if (n !== undefined && day !== undefined) return t('trial.putOff', { n, day })
    return isTime(note) ? t(`trial.times.${note}`) : note
  }
  return step => {
    const [, kind, note = ''] = /^(passed|time|channel|[a-z-]+): (.*)$/.exec(step) ?? []
    if (kind === 'passed') {
      const checks = note.split(', ').map(name => (isCheck(name) ? t(`trial.checks.${name}`) : name))
      return t('trial.passed', { checks: checks.join(t('trial.comma')) })
    }
    if (kind === 'time') return t('trial.time', { time: timeWord(note) })
    if (kind === 'channel') return t('trial.channel', { channel: wordOf('channelNames', note) })
    return kind === undefined ? step : `${wordOf('reasons', kind)}: ${note}`
  }
}
