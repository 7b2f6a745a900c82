/** The ways out and how they do: what goes through, what waits, what is refused, and whether clocks agree. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Empty, Skeleton } from 'antd'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../client/api.ts'
import { useRefresh } from '../../client/live.ts'
import { PageFault } from '../../parts/page-fault.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { GatewayCard } from './gateway-card.tsx'
import { Queues } from './queues.tsx'
import './channels.css'

const TraceDrawer = lazy(() =>
  import('./trace-drawer.tsx').then(({ TraceDrawer: drawer }) => ({ default: drawer })),
)

/** Rates and errors fall when nothing happens; nobody tells of that. */
const restMs = 10_000

export function Channels(): ReactNode {
  const { t } = useTranslation()
  const { trace } = useSearch({ from: '/channels' })
  const navigate = useNavigate({ from: '/channels' })
  const { data, error, refetch } = useQuery({
    queryKey: ['gateways'],
    queryFn: () => ask(api.GET('/gateways')),
    ...useRefresh(restMs),
  })
  if (error !== null && data === undefined) return <PageFault error={error} onRetry={() => void refetch()} />
  const traced = data?.items.find(({ name, traces }) => traces && name === trace)
  const look = (name: string | undefined): void => void navigate({ search: { trace: name } })
  return (
    <>
      <PageHead title={t('channels.title')}>
        <span className="quiet">{t('channels.hint')}</span>
      </PageHead>
      {data === undefined && <Skeleton active />}
      {data?.items.length === 0 && <Empty description={t('channels.empty')} />}
      <div className="cards gateways">
        {data?.items.map(gateway => (
          <GatewayCard key={gateway.name} gateway={gateway} onTrace={() => look(gateway.name)} />
        ))}
      </div>
      <Queues />
      {traced !== undefined && (
        <Suspense>
          <TraceDrawer gateway={traced.name} onClose={() => look(undefined)} />
        </Suspense>
      )}
    </>
  )
}
