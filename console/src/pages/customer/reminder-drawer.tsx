/** One reminder with everything that its decision rested on (G9). */
import { useQuery } from '@tanstack/react-query'
import { Button, Descriptions, Drawer, Skeleton, Steps } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { useMay } from '../../client/session.ts'
import { Fault } from '../../parts/fault.tsx'
import { Scrolled } from '../../parts/scrolled.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { useTime } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { AskForBlock } from './blocks.tsx'
import { FactList } from './fact-list.tsx'
import { Resend } from './resend.tsx'
import { Tag } from '../../parts/tag.tsx'

type Reminder = Shape<'Reminder'>

export function ReminderDrawer({
  id,
  onLook,
  onClose,
}: {
  readonly id: string
  /** Another one is to be looked at. */
  readonly onLook: (reminder: string) => void
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation()
  const { data, error } = useQuery({
    queryKey: ['reminder', id],
    queryFn: () => ask(api.GET('/reminders/{id}', { params: { path: { id } } })),
  })
  return (
    <Drawer open size="large" title={t('customer.whyTitle')} onClose={onClose}>
      {error !== null && <Fault error={error} />}
      {data === undefined && error === null && <Skeleton active />}
      {data !== undefined && (
        <Scrolled>
          <Life key={id} reminder={data} onLook={onLook} />
        </Scrolled>
      )}
    </Drawer>
  )
}

function Life({
  reminder,
  onLook,
}: {
  readonly reminder: Reminder
  readonly onLook: (reminder: string) => void
}): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  const { rule, version, touchpoint, state, reason, due, usefulUntil, cause, steps, trail, facts } = reminder
  return (
    <div className="life">
      <p>
        <Tag>{wordOf('touchpoints', touchpoint)}</Tag> <code>{rule}</code> <StateMark state={state} />{' '}
        {reason !== null && <>{wordOf('reasons', reason)}</>}
      </p>
      <Resend reminder={reminder} onLook={onLook} />
      <BlockRule reminder={reminder} />
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'class', label: t('customer.class'), children: wordOf('classes', reminder.class) },
          { key: 'due', label: t('customer.due'), children: time(due, 'moment') },
          { key: 'useful', label: t('customer.usefulUntil'), children: time(usefulUntil, 'moment') },
          { key: 'cause', label: t('customer.cause'), children: `${cause.source} ${cause.id}` },
          { key: 'version', label: t('customer.version'), children: version },
        ]}
      />
      <h3>{t('customer.steps')}</h3>
      <ol className="plain">
        {steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h3>{t('customer.trail')}</h3>
      <Steps
        orientation="vertical"
        size="small"
        current={trail.length - 1}
        items={trail.map(step => ({
          title: wordOf('states', step.state),
          subTitle: time(step.at, 'moment'),
          content: [step.reason === null ? '' : wordOf('reasons', step.reason), step.note]
            .filter(text => text !== '')
            .join(' · '),
        }))}
      />
      <h3>{t('customer.attempts')}</h3>
      {reminder.attempts.map(attempt => (
        <AttemptCard key={attempt.id} attempt={attempt} />
      ))}
      <h3>{t('customer.facts')}</h3>
      <FactList facts={facts} />
    </div>
  )
}

/** Codes are never blocked; what else is not, the server says. */
function BlockRule({ reminder }: { readonly reminder: Reminder }): ReactNode {
  const { t } = useTranslation()
  const may = useMay()
  const [isAsking, setAsking] = useState(false)
  const { account, rule, erased } = reminder
  if (!may('assist') || reminder.class === 'code' || erased !== null) return null
  return (
    <>
      <Button type="link" onClick={() => setAsking(true)}>
        {t('assist.blockRule')}
      </Button>
      {isAsking && (
        <AskForBlock
          account={account}
          what={{ kind: 'rule', value: rule }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

function AttemptCard({ attempt }: { readonly attempt: Reminder['attempts'][number] }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  const { text, channel, gateway, parts, decidedAt, concludedAt, outcome, code } = attempt
  return (
    <article className="bubble ours sent">
      <p>{text ?? <i className="quiet">{t('customer.blanked')}</i>}</p>
      <footer>
        {wordOf('channelNames', channel)} · {gateway} · {t('customer.parts', { count: parts })} ·{' '}
        {time(decidedAt, 'second')} →{' '}
        {outcome === null ? t('customer.noWord') : <StateMark state={outcome} />}{' '}
        {concludedAt !== null && time(concludedAt, 'second')} {code !== null && <code>{code}</code>}
      </footer>
    </article>
  )
}
