/** The stop button (G12): nothing that matches leaves until it is resumed; what is planned waits. */
import { PauseOutlined, PlayCircleOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../client/api.ts'
import { useRefresh } from '../client/live.ts'
import { useMay } from '../client/session.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { useTime } from './time.ts'

type Kind = Shape<'Pause'>['kind']

export const usePauses = () =>
  useQuery({
    queryKey: ['pauses'],
    queryFn: () => ask(api.GET('/pauses')),
    ...useRefresh(),
  })

export function PauseButton({ kind, value }: { readonly kind: Kind; readonly value: string }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const may = useMay()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [isAsking, setAsking] = useState(false)
  const { data } = usePauses()
  const standing = data?.items.find(one => one.kind === kind && one.value === value)
  const renew = (): Promise<void> => queries.invalidateQueries({ queryKey: ['pauses'] })
  const resuming = useMutation({
    mutationFn: () => ask(api.DELETE('/pauses/{kind}/{value}', { params: { path: { kind, value } } })),
    onSuccess: renew,
    onError: error => void message.error(error.message),
  })
  if (standing !== undefined)
    return (
      <div className="paused">
        <span>
          {t('pause.standing', { by: standing.by, at: time(standing.since, 'minute'), note: standing.note })}
        </span>
        {may('operate') && (
          <Button
            size="small"
            icon={<PlayCircleOutlined />}
            loading={resuming.isPending}
            onClick={() => resuming.mutate()}
          >
            {t('pause.resume')}
          </Button>
        )}
      </div>
    )
  if (!may('operate')) return null
  return (
    <>
      <Button size="small" icon={<PauseOutlined />} danger={kind === 'all'} onClick={() => setAsking(true)}>
        {t(kind === 'all' ? 'pause.all' : 'pause.pause')}
      </Button>
      {isAsking && (
        <ReasonDialog
          isDanger
          title={t('pause.title', { value })}
          label={t('pause.why')}
          confirm={t('pause.pause')}
          onClose={() => setAsking(false)}
          onConfirm={async note => {
            await ask(api.POST('/pauses', { body: { kind, value, note } }))
            await renew()
          }}
        >
          <p className="quiet">{t('pause.meaning')}</p>
        </ReasonDialog>
      )}
    </>
  )
}
