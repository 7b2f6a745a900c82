import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart } from '../../parts/chart.tsx'
import { type Figure, lostOf } from './figures.ts'
import { type Days, daysOf } from './span.ts'

interface Asked {
  readonly month: Days
  readonly items: readonly Figure[]
  readonly day: string | undefined
  readonly onDay: (day: string) => void
}

const heightPx = 220

/** A month by its days; a day that is chosen is looked at. */
export function ByDay({ month, items, day, onDay }: Asked): ReactNode {
  const { t } = useTranslation()
  const days = daysOf(month)
  const of = new Map(items.map(item => [item.of, item]))
  const values = (count: (item: Figure) => number): number[] =>
    days.map(one => {
      const item = of.get(one)
      return item === undefined ? 0 : count(item)
    })
  const chosen = day === undefined ? undefined : days.indexOf(day)
  return (
    <Chart
      kind="stacked-bars"
      label={t('overview.byDayLabel', { month: month.from.slice(0, 7) })}
      along={t('overview.day')}
      places={days.map(one => one.slice(5))}
      series={[
        { name: t('overview.delivered'), tone: 'delivered', values: values(item => item.delivered) },
        { name: t('overview.lost'), tone: 'lost', values: values(lostOf) },
        { name: t('overview.withheld'), tone: 'withheld', values: values(item => item.withheld) },
      ]}
      {...(chosen === undefined || chosen < 0 ? {} : { chosen })}
      heightPx={heightPx}
      onChoose={at => {
        const one = days[at]
        if (one !== undefined) onDay(one)
      }}
    />
  )
}
