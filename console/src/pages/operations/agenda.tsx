/** What is to be done when its time comes, by what it is. */
import { Empty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FigureTable } from '../../parts/figure-table.tsx'
import { useNumber } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { type Operations, useOperations } from './operations-query.ts'

type Timer = Operations['agenda'][number]

/** The API counts no further. */
const countedMax = 10_000

export function Agenda(): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const { count } = useNumber()
  const { data } = useOperations()
  if (data === undefined) return null
  const counted = (n: number): string =>
    n >= countedMax ? t('operations.atLeast', { n: count(n) }) : count(n)
  const number = (key: 'due' | 'nextHour' | 'nextDay', title: string) => ({
    key,
    title,
    isNumber: true,
    render: (row: Timer) => counted(row[key]),
    by: (row: Timer) => row[key],
  })
  return (
    <section className="card">
      <h2>{t('operations.agenda')}</h2>
      <p className="quiet">{t('operations.agendaHint', { n: count(data.agendaOverdue) })}</p>
      {data.agenda.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('operations.agendaEmpty')} />
      ) : (
        <FigureTable<Timer>
          rows={data.agenda}
          rowKey={row => row.type}
          first="nextDay"
          columns={[
            {
              key: 'type',
              title: t('operations.agendaKind'),
              render: row => wordOf('timers', row.type),
              by: row => wordOf('timers', row.type),
            },
            number('due', t('operations.agendaDue')),
            number('nextHour', t('operations.nextHour')),
            number('nextDay', t('operations.nextDay')),
          ]}
        />
      )}
    </section>
  )
}
