/** What can be done with a version now, by whoever may. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../client/api.ts'
import { sessionQuery, useMay } from '../../client/session.ts'
import { Fault } from '../../parts/fault.tsx'
import { ReasonDialog } from '../../parts/reason-dialog.tsx'
import type { Version } from './version.tsx'

export function VersionSteps({
  version: { version, state, submitted },
}: {
  readonly version: Version
}): ReactNode {
  const { t } = useTranslation()
  const may = useMay()
  const me = useQuery(sessionQuery).data?.staff.name
  const queries = useQueryClient()
  const [isRecalling, setRecalling] = useState(false)
  const params = { path: { version } }
  const renew = (): Promise<unknown> =>
    Promise.all(['version', 'versions'].map(key => queries.invalidateQueries({ queryKey: [key] })))
  const reviewing = useMutation({
    mutationFn: () => ask(api.POST('/rulebook/versions/{version}/review', { params, body: {} })),
    onSuccess: renew,
  })
  const publishing = useMutation({
    mutationFn: () => ask(api.POST('/rulebook/versions/{version}/publish', { params, body: {} })),
    onSuccess: renew,
  })
  const error = reviewing.error ?? publishing.error
  return (
    <div className="toolbar">
      {error !== null && <Fault error={error} />}
      {state === 'draft' && may('rulebook:review') && submitted.by !== me && (
        <Step
          isPending={reviewing.isPending}
          onSure={() => reviewing.mutate()}
          label={t('rules.review')}
          sure={t('rules.reviewSure')}
        />
      )}
      {state === 'draft' && submitted.by === me && <span className="quiet">{t('rules.ownDraft')}</span>}
      {state === 'reviewed' && may('rulebook:write') && (
        <Step
          isPending={publishing.isPending}
          onSure={() => publishing.mutate()}
          label={t('rules.publish')}
          sure={t('rules.publishSure')}
        />
      )}
      {state === 'published' && may('rulebook:write') && (
        <Button danger onClick={() => setRecalling(true)}>
          {t('rules.recall')}
        </Button>
      )}
      {isRecalling && <Recall version={version} onClose={() => setRecalling(false)} onDone={renew} />}
    </div>
  )
}

interface StepAsked {
  readonly isPending: boolean
  readonly onSure: () => void
  readonly label: string
  readonly sure: string
}

const Step = ({ isPending, onSure, label, sure }: StepAsked): ReactNode => (
  <Popconfirm title={sure} onConfirm={onSure}>
    <Button type="primary" loading={isPending}>
      {label}
    </Button>
  </Popconfirm>
)

interface RecallAsked {
  readonly version: string
  readonly onClose: () => void
  readonly onDone: () => Promise<unknown>
}

function Recall({ version, onClose, onDone }: RecallAsked): ReactNode {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const params = { path: { version } }
  return (
    <ReasonDialog
      isDanger
      title={t('rules.recall')}
      label={t('rules.recallWhy')}
      confirm={t('rules.recall')}
      onClose={onClose}
      onConfirm={async reason => {
        const done = await ask(api.POST('/rulebook/versions/{version}/recall', { params, body: { reason } }))
        void message.success(t('rules.recalledCount', { count: done.withheld }))
        await onDone()
      }}
    >
      <p className="quiet">{t('rules.recallMeaning')}</p>
    </ReasonDialog>
  )
}
