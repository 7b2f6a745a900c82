/** The customer wants to be told once more: asked with a reason, answered with what was planned or why not. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { SendOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { useMay } from '../../client/session.ts'
import { ReasonDialog } from '../../parts/reason-dialog.tsx'
import { useTime } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'

type Reminder = Shape<'Reminder'>

/** Only what has left is sent again. */
const hasLeft: readonly string[] = ['delivered', 'failed', 'expired', 'unconfirmed']

/** Names one request, so that a click that is sent twice is done once. */
const newAct = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(36)).join('-')

interface Asked {
  readonly reminder: Reminder
  readonly onLook: (reminder: string) => void
}

export function Resend({ reminder, onLook }: Asked): ReactNode {
  const { t } = useTranslation()
  const may = useMay()
  const queries = useQueryClient()
  const [act, setAct] = useState<string | null>(null)
  const [isPresent, setPresent] = useState(false)
  const asking = useMutation({
    mutationFn: (body: { readonly reason: string; readonly isPresent: boolean; readonly act: string }) =>
      ask(api.POST('/reminders/{id}/resend', { params: { path: { id: reminder.id } }, body })),
    onSuccess: () =>
      Promise.all(['timeline', 'decisions'].map(name => queries.invalidateQueries({ queryKey: [name] }))),
  })
  if (!may('assist') || reminder.erased !== null) return null
  if (reminder.class === 'code') return <p className="quiet">{t('assist.never')}</p>
  if (!hasLeft.includes(reminder.state)) return null
  return (
    <>
      {asking.data === undefined ? (
        <Button icon={<SendOutlined />} onClick={() => setAct(newAct())}>
          {t('assist.resend')}
        </Button>
      ) : (
        <Result answer={asking.data} onLook={onLook} />
      )}
      {act !== null && (
        <ReasonDialog
          title={t('assist.resendTitle')}
          label={t('assist.resendWhy')}
          confirm={t('assist.resend')}
          onClose={() => setAct(null)}
          onConfirm={reason => asking.mutateAsync({ reason, isPresent, act })}
        >
          <p className="quiet">{t('assist.resendMeaning')}</p>
          <p>
            <Checkbox checked={isPresent} onChange={({ target }) => setPresent(target.checked)}>
              {t('assist.present')}
            </Checkbox>
          </p>
        </ReasonDialog>
      )}
    </>
  )
}

function Result({
  answer: { reminder, isRepeated },
  onLook,
}: { readonly answer: Shape<'Resent'> } & Pick<Asked, 'onLook'>): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  const { state, reason, due, plannedAt, id } = reminder
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Where the button was, above what the drawer has scrolled to. What it gives back is no clean-up.
    place.current?.scrollIntoView({ block: 'center' })
  }, [])
  const isHeld = state === 'withheld'
  const waits = Date.parse(due) - Date.parse(plannedAt) > 1_000
  const said = isHeld
    ? t('assist.notSent', { reason: wordOf('reasons', reason ?? '') })
    : waits
      ? t('assist.plannedFor', { time: time(due, 'minute') })
      : t('assist.planned')
  return (
    <div ref={place}>
      <Alert
        type={isHeld ? 'warning' : 'success'}
        showIcon
        role="status"
        title={said}
        description={isRepeated ? t('assist.repeated') : undefined}
        action={
          <Button size="small" onClick={() => onLook(id)}>
            {t('assist.look')}
          </Button>
        }
      />
    </div>
  )
}
