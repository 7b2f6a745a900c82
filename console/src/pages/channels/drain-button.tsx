/** Maintenance of one gateway: nothing more is handed to it until it is used again. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { useMay } from '../../client/session.ts'
import { ReasonDialog } from '../../parts/reason-dialog.tsx'
import { useTime } from '../../parts/time.ts'

export function DrainButton({
  gateway: { name, drained },
}: {
  readonly gateway: Shape<'Gateway'>
}): ReactNode {
  const { t } = useTranslation()
  const may = useMay()
  const queries = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const params = { path: { name } }
  const renew = (): Promise<void> => queries.invalidateQueries({ queryKey: ['gateways'] })
  if (drained !== null) return <Drained name={name} drained={drained} onRenew={renew} />
  if (!may('operate')) return null
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('channels.drain')}
      </Button>
      {isAsking && (
        <ReasonDialog
          isDanger
          title={t('channels.drainTitle', { name })}
          label={t('pause.why')}
          confirm={t('channels.drain')}
          onClose={() => setAsking(false)}
          onConfirm={async note => {
            await ask(api.POST('/gateways/{name}/drain', { params, body: { note } }))
            await renew()
          }}
        >
          <p className="quiet">{t('channels.drainMeaning')}</p>
        </ReasonDialog>
      )}
    </>
  )
}

interface DrainedAsked {
  readonly name: string
  readonly drained: NonNullable<Shape<'Gateway'>['drained']>
  readonly onRenew: () => Promise<void>
}

/** By whom and why; and the way back. */
function Drained({ name, drained: { by, since, note }, onRenew }: DrainedAsked): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const may = useMay()
  const { message } = App.useApp()
  const resuming = useMutation({
    mutationFn: () => ask(api.POST('/gateways/{name}/resume', { params: { path: { name } }, body: {} })),
    onSuccess: onRenew,
    onError: error => void message.error(error.message),
  })
  return (
    <div className="paused">
      <span>{t('channels.drainedBy', { by, at: time(since, 'minute'), note })}</span>
      {may('operate') && (
        <Popconfirm
          title={t('channels.undrainSure', { name })}
          okText={t('channels.undrain')}
          onConfirm={() => resuming.mutate()}
        >
          <Button size="small" loading={resuming.isPending}>
            {t('channels.undrain')}
          </Button>
        </Popconfirm>
      )}
    </div>
  )
}
