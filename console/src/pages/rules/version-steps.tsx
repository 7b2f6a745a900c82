/** What can be done with a version now, by whoever may. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Popconfirm, Radio } from 'antd'
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
  /** Local day and time from which it shall hold; empty: at once. */
  const [at, setAt] = useState('')
  const params = { path: { version } }
  const renew = (): Promise<unknown> =>
    Promise.all(['version', 'versions'].map(key => queries.invalidateQueries({ queryKey: [key] })))
  const reviewing = useMutation({
    mutationFn: () => ask(api.POST('/rulebook/versions/{version}/review', { params, body: {} })),
    onSuccess: renew,
  })
  const publishing = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/rulebook/versions/{version}/publish', {
          params,
          body: at === '' ? {} : { at: instantOf(at) },
        }),
      ),
    onSuccess: renew,
  })
  return (
    <div className="toolbar">
      <Refused error={reviewing.error ?? publishing.error} />
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
        <>
          <PublishAt at={at} onChange={setAt} />
          <Step
            isPending={publishing.isPending}
            onSure={() => publishing.mutate()}
            label={t('rules.publish')}
            sure={t('rules.publishSure')}
          />
        </>
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

const Refused = ({ error }: { readonly error: Error | null }): ReactNode =>
  error === null ? null : <Fault error={error} />

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

/** Times on screen are the operator's, whatever zone the desk stands in. */
const instantOf = (local: string): string => new Date(`${local}:00+08:00`).toISOString()

function PublishAt({
  at,
  onChange,
}: {
  readonly at: string
  readonly onChange: (at: string) => void
}): ReactNode {
  const { t } = useTranslation()
  const [isLater, setLater] = useState(false)
  return (
    <>
      <Radio.Group
        aria-label={t('rules.publishAt')}
        value={isLater}
        onChange={({ target }: { readonly target: { readonly value?: unknown } }) => {
          setLater(target.value === true)
          onChange('')
        }}
        options={[
          { value: false, label: t('rules.publishNow') },
          { value: true, label: t('rules.publishLater') },
        ]}
      />
      {isLater && (
        <Input
          type="datetime-local"
          className="select"
          aria-label={t('rules.publishAt')}
          value={at}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </>
  )
}

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
