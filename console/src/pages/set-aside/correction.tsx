/** The event as it came, to be put right: checked by the server field by field, then decided under its own id. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { Fault } from '../../parts/fault.tsx'
import { ReasonDialog } from '../../parts/reason-dialog.tsx'
import { useWordOf } from '../../parts/words-of.ts'

type Event = Shape<'CorrectBody'>['event']

interface Asked {
  readonly id: string
  readonly event: Event
}

/** Null of what is no JSON object. */
function eventIn(text: string): Event | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Event) : null
  } catch {
    return null
  }
}

export function Correction({ id, event: came }: Asked): ReactNode {
  const { t } = useTranslation()
  const [first] = useState(() => JSON.stringify(came, null, 2))
  const [text, setText] = useState(first)
  const [outcome, setOutcome] = useState<Shape<'Corrected'> | null>(null)
  const event = eventIn(text)
  const params = { path: { id } }
  const checking = useMutation({
    mutationFn: (body: Event) =>
      ask(api.POST('/set-aside/{id}/correct', { params, body: { event: body, check: true } })),
    onSuccess: setOutcome,
    onMutate: () => setOutcome(null),
  })
  const change = (value: string): void => {
    setText(value)
    setOutcome(null)
    checking.reset()
  }
  const isDone = outcome !== null && outcome.outcome !== 'checked' && outcome.outcome !== 'set-aside'
  return (
    <section>
      <h3>{t('aside.correct')}</h3>
      <p className="quiet">{t('aside.correctHint')}</p>
      <textarea
        className="source correction"
        aria-label={t('aside.correct')}
        aria-invalid={event === null}
        spellCheck={false}
        rows={Math.min(28, text.split('\n').length + 1)}
        value={text}
        readOnly={isDone}
        onChange={({ target }) => change(target.value)}
      />
      {event === null && <Alert type="error" showIcon role="alert" title={t('aside.notJson')} />}
      {checking.error !== null && <Fault error={checking.error} />}
      {outcome !== null && <Outcome outcome={outcome} />}
      {!isDone && (
        <div className="toolbar correction-steps">
          <Button
            disabled={event === null}
            loading={checking.isPending}
            onClick={() => event !== null && checking.mutate(event)}
          >
            {t('aside.check')}
          </Button>
          <Decide id={id} event={text === first ? null : event} onDone={setOutcome} />
        </div>
      )}
    </section>
  )
}

interface DecideAsked {
  readonly id: string
  /** Null while there is nothing to decide. */
  readonly event: Event | null
  readonly onDone: (outcome: Shape<'Corrected'>) => void
}

function Decide({ id, event, onDone }: DecideAsked): ReactNode {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const params = { path: { id } }
  return (
    <>
      <Button type="primary" disabled={event === null} onClick={() => setAsking(true)}>
        {t('aside.replayCorrected')}
      </Button>
      {isAsking && event !== null && (
        <ReasonDialog
          title={t('aside.replayCorrected')}
          label={t('aside.correctWhy')}
          confirm={t('aside.replayCorrected')}
          onClose={() => setAsking(false)}
          onConfirm={async reason => {
            const body = { event, check: false, reason }
            onDone(await ask(api.POST('/set-aside/{id}/correct', { params, body })))
            await queries.invalidateQueries({ queryKey: ['set-aside'] })
          }}
        />
      )}
    </>
  )
}

function Outcome({
  outcome: { outcome, reason, note },
}: {
  readonly outcome: Shape<'Corrected'>
}): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  return (
    <Alert
      type={outcome === 'set-aside' ? 'warning' : 'success'}
      showIcon
      role="status"
      title={t(`aside.outcomes.${outcome}`)}
      {...(reason === null ? {} : { description: `${wordOf('asideReasons', reason)}: ${note}` })}
    />
  )
}
