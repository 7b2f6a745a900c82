/** Bringing a reviewed version into force, now or at a time; and, in an emergency, without a dry run. */
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Popconfirm, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../client/api.ts'
import { Fault } from '../../parts/fault.tsx'
import { ReasonDialog } from '../../parts/reason-dialog.tsx'
import { useRenewal } from './renewal.ts'

/** Times on screen are the operator's, whatever zone the desk stands in; empty: at once. */
const momentOf = (local: string): { at?: string } =>
  local === '' ? {} : { at: new Date(`${local}:00+08:00`).toISOString() }

export function Publish({ version }: { readonly version: string }): ReactNode {
  const { t } = useTranslation()
  const renew = useRenewal()
  const [at, setAt] = useState('')
  const params = { path: { version } }
  const publishing = useMutation({
    mutationFn: () => ask(api.POST('/rulebook/versions/{version}/publish', { params, body: momentOf(at) })),
    onSuccess: renew,
  })
  return (
    <div className="toolbar">
      <span>{t('dryRun.nextPublish')}</span>
      <PublishAt at={at} onChange={setAt} />
      <Popconfirm title={t('rules.publishSure')} onConfirm={() => publishing.mutate()}>
        <Button type="primary" loading={publishing.isPending}>
          {t('rules.publish')}
        </Button>
      </Popconfirm>
      {publishing.error !== null && <Fault error={publishing.error} />}
    </div>
  )
}

export function Untried({ version }: { readonly version: string }): ReactNode {
  const { t } = useTranslation()
  const renew = useRenewal()
  const [isAsking, setAsking] = useState(false)
  const [at, setAt] = useState('')
  const params = { path: { version } }
  return (
    <>
      <Button danger type="text" onClick={() => setAsking(true)}>
        {t('dryRun.untried')}
      </Button>
      {isAsking && (
        <ReasonDialog
          isDanger
          title={t('dryRun.untriedTitle')}
          label={t('dryRun.untriedWhy')}
          confirm={t('dryRun.untried')}
          onClose={() => setAsking(false)}
          onConfirm={async reason => {
            const body = { reason, ...momentOf(at) }
            await ask(api.POST('/rulebook/versions/{version}/publish-untried', { params, body }))
            await renew()
          }}
        >
          <p className="quiet">{t('dryRun.untriedMeaning')}</p>
          <PublishAt at={at} onChange={setAt} />
        </ReasonDialog>
      )}
    </>
  )
}

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
