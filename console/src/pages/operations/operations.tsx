/** For those who keep it running: do the books balance, what is stopped, what alarms there are. */
import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { PageFault } from '../../parts/page-fault.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { PagedTable } from '../../parts/paged-table.tsx'
import { useTime } from '../../parts/time.ts'
import { Books } from './books.tsx'
import { Held } from './held.tsx'
import { Monitors } from './monitors.tsx'
import { Stops } from './stops.tsx'

const refreshMs = 5_000

export function Operations(): ReactNode {
  const { t } = useTranslation()
  return (
    <>
      <PageHead title={t('operations.title')}>
        <Link to="/what-if">{t('whatIf.title')}</Link>
      </PageHead>
      <Health />
      <Held />
      <Stops />
      <Monitors />
      <Books />
      <Alarms />
    </>
  )
}

function Health(): ReactNode {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: ['readiness'],
    queryFn: () => ask(api.GET('/readyz')),
    refetchInterval: refreshMs,
    retry: false,
  })
  if (error !== null) return <PageFault error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton active paragraph={{ rows: 1 }} />
  return (
    <dl className="tiles">
      <Light name={t('operations.database')} state={data.database} />
      <Light name={t('operations.engine')} state={data.engine} />
      <div className="tile">
        <dt>{t('operations.queued')}</dt>
        <dd>{data.engine.queued}</dd>
        <dd className="quiet">{t('operations.queuedHint')}</dd>
      </div>
      <LastTurn at={data.engine.lastTurnAt} />
    </dl>
  )
}

function LastTurn({ at }: { readonly at: string | null }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  return (
    <div className="tile">
      <dt>{t('operations.lastTurn')}</dt>
      <dd>{at === null ? '–' : <time dateTime={at}>{time(at, 'second')}</time>}</dd>
      <dd className="quiet">{at === null ? t('operations.noTurn') : time(at, 'day')}</dd>
    </div>
  )
}

function Light({
  name,
  state,
}: {
  readonly name: string
  readonly state: { readonly ok: boolean; readonly note: string }
}): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="tile">
      <dt>{name}</dt>
      <dd className={state.ok ? 'tone-good' : 'tone-bad'}>
        {state.ok ? <CheckCircleFilled /> : <CloseCircleFilled />}{' '}
        {t(state.ok ? 'operations.well' : 'operations.ill')}
      </dd>
      <dd className="quiet">{state.note}</dd>
    </div>
  )
}

type Alarm = Shape<'Alarm'>

function Alarms(): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const navigate = useNavigate({ from: '/operations' })
  const { alarms = 'open' } = useSearch({ from: '/operations' })
  const open = alarms === 'all' ? 'false' : 'true'
  return (
    <>
      <h2>{t('operations.alarms')}</h2>
      <PagedTable<Alarm>
        queryKey={['alarms', open]}
        read={after =>
          ask(api.GET('/alarms', { params: { query: { open, ...(after === null ? {} : { after }) } } }))
        }
        rowKey={row => row.id}
        exportAs="alarms"
        empty={t('operations.noAlarms')}
        refreshMs={refreshMs}
        toolbar={
          <Segmented
            aria-label={t('operations.alarms')}
            value={alarms}
            options={[
              { value: 'open', label: t('operations.openAlarms') },
              { value: 'all', label: t('operations.allAlarms') },
            ]}
            onChange={value => void navigate({ search: { alarms: value } })}
          />
        }
        columns={[
          {
            key: 'at',
            title: t('operations.at'),
            render: (_, row) => time(row.at, 'minute'),
            text: row => row.at,
          },
          { key: 'kind', title: t('operations.kind'), dataIndex: 'kind', text: row => row.kind },
          { key: 'note', title: t('operations.note'), dataIndex: 'note', text: row => row.note },
          {
            key: 'account',
            title: t('operations.account'),
            dataIndex: 'account',
            text: row => row.account ?? '',
          },
          {
            key: 'closed',
            title: t('operations.closedAt'),
            render: (_, row) => (row.closedAt === null ? '' : time(row.closedAt, 'minute')),
            text: row => row.closedAt ?? '',
          },
        ]}
      />
    </>
  )
}
