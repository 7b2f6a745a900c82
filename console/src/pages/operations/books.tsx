/** The books (G8): both equations with their numbers, read in one snapshot. All rows are counted for it, so only when asked. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../client/api.ts'
import { Fault } from '../../parts/fault.tsx'
import { useNumber } from '../../parts/time.ts'

/** Opened again within this time, the page shows the former count. */
const keptMs = 60_000

export function Books(): ReactNode {
  const { t } = useTranslation()
  const { count } = useNumber()
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['books'],
    queryFn: () => ask(api.GET('/reconcile')),
    staleTime: keptMs,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  if (error !== null && data === undefined) return <Fault error={error} />
  if (data === undefined) return <Skeleton active paragraph={{ rows: 2 }} />
  const { events, reminders, differences, holds } = data
  const told = <K extends string>(numbers: Readonly<Record<K, number>>): Record<K, string> =>
    Object.fromEntries(Object.entries<number>(numbers).map(([name, n]) => [name, count(n)])) as Record<
      K,
      string
    >
  return (
    <section className="card">
      <h2 className="spread">
        <span>{t('operations.books')}</span>
        <Button size="small" loading={isFetching} onClick={() => void refetch()}>
          {t('operations.countNow')}
        </Button>
      </h2>
      <p className="quiet">{t('operations.countHint')}</p>
      <p>{t('operations.eventBooks', told(events))}</p>
      <p>{t('operations.reminderBooks', told(reminders))}</p>
      <Alert
        className="verdict-box"
        type={holds ? 'success' : 'error'}
        showIcon
        title={t(holds ? 'operations.balance' : 'operations.noBalance')}
        description={differences.map(line => (
          <div key={line} lang="en">
            {line}
          </div>
        ))}
      />
    </section>
  )
}
