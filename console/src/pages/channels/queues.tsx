/** What waits to be sent: by channel and class, with the age of the oldest. */
import { useQuery } from '@tanstack/react-query'
import { Empty, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { useRefresh } from '../../client/live.ts'
import { Fault } from '../../parts/fault.tsx'
import { FigureTable } from '../../parts/figure-table.tsx'
import { useMeasure } from '../../parts/measure.ts'
import { useNumber, useTime } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { WideTable } from '../../parts/wide-table.tsx'

type Queue = Shape<'QueueList'>['items'][number]

/** The oldest grows older although nothing happens. */
const restMs = 10_000
/** The API counts no further. */
const countedMax = 10_000

export function Queues(): ReactNode {
  const { t } = useTranslation()
  const { data, error } = useQuery({
    queryKey: ['queues'],
    queryFn: () => ask(api.GET('/queues')),
    ...useRefresh(restMs),
  })
  return (
    <section className="card queues">
      <h2>{t('channels.queues')}</h2>
      {error !== null && data === undefined && <Fault error={error} />}
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 2 }} />}
      {data !== undefined && <Waiting at={data.at} items={data.items} />}
    </section>
  )
}

function Waiting({ at, items }: { readonly at: string; readonly items: readonly Queue[] }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  const { count } = useNumber()
  const { span } = useMeasure()
  if (items.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('channels.nothingWaits')} />
  const counted = (n: number): string => (n >= countedMax ? t('channels.atLeast', { n: count(n) }) : count(n))
  const number = (key: 'waiting' | 'later', title: string) => ({
    key,
    title,
    isNumber: true,
    render: (row: Queue) => counted(row[key]),
    by: (row: Queue) => row[key],
  })
  const age = ({ oldestDue }: Queue): number =>
    oldestDue === null ? 0 : Date.parse(at) - Date.parse(oldestDue)
  return (
    <WideTable>
      <FigureTable<Queue>
        rows={items}
        rowKey={row => `${row.channel} ${row.class}`}
        first="waiting"
        columns={[
          {
            key: 'channel',
            title: t('overview.channel'),
            render: row => wordOf('channelNames', row.channel),
            by: row => wordOf('channelNames', row.channel),
          },
          {
            key: 'class',
            title: t('customer.class'),
            render: row => wordOf('classes', row.class),
            by: row => wordOf('classes', row.class),
          },
          number('waiting', t('channels.due')),
          {
            key: 'oldest',
            title: t('channels.oldest'),
            isNumber: true,
            render: row =>
              row.oldestDue === null ? (
                '–'
              ) : (
                <time dateTime={row.oldestDue} title={time(row.oldestDue, 'moment')}>
                  {span(age(row))}
                </time>
              ),
            by: age,
          },
          number('later', t('channels.later')),
        ]}
      />
    </WideTable>
  )
}
