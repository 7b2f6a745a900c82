/** For those who keep it running: do the books balance, what is stopped, what alarms there are. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { useMay } from '../../client/session.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { PagedTable } from '../../parts/paged-table.tsx'
import { useTime } from '../../parts/time.ts'
import { Agenda } from './agenda.tsx'
import { Approvals } from './approvals.tsx'
import { Books } from './books.tsx'
import { Health } from './health.tsx'
import { Held } from './held.tsx'
import { Monitors } from './monitors.tsx'
import { Running } from './running.tsx'
import { Stops } from './stops.tsx'

export function Operations(): ReactNode {
  const { t } = useTranslation()
  const may = useMay()
  return (
    <>
      <PageHead title={t('operations.title')} />
      <Health />
      {may('blocks:approve') && <Approvals />}
      <Held />
      <Running />
      <Stops />
      <Monitors />
      <Books />
      <Agenda />
      <Alarms />
    </>
  )
}

/** The live feed tells when one opens or closes. */
const restMs = 60_000

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
        refreshMs={restMs}
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
