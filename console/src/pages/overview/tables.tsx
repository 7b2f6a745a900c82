/** The same figures by touchpoint, by channel, and by why something was withheld. */
import { Link } from '@tanstack/react-router'
import { Empty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type FigureColumn, FigureTable } from '../../parts/figure-table.tsx'
import { useMeasure } from '../../parts/measure.ts'
import { OutcomeBar } from '../../parts/outcome-bar.tsx'
import { useNumber } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { type Figure, lostOf, outcomesOf, type Total } from './figures.ts'
import { WideTable } from '../../parts/wide-table.tsx'

function useCounts(): FigureColumn<Figure>[] {
  const { t } = useTranslation()
  const { count } = useNumber()
  const { span, yuan } = useMeasure()
  const number = (key: string, title: string, of: (row: Figure) => number): FigureColumn<Figure> => ({
    key,
    title,
    isNumber: true,
    render: row => count(of(row)),
    by: of,
  })
  return [
    number('triggered', t('overview.triggered'), row => row.triggered),
    number('sent', t('overview.sent'), row => row.sent),
    number('delivered', t('overview.delivered'), row => row.delivered),
    number('lost', t('overview.lost'), lostOf),
    number('withheld', t('overview.withheld'), row => row.withheld),
    {
      key: 'outcome',
      title: t('overview.outcome'),
      render: row => <OutcomeBar outcomes={outcomesOf(row)} />,
    },
    number('parts', t('overview.parts'), row => row.parts),
    {
      key: 'cost',
      title: t('overview.costHead'),
      isNumber: true,
      render: row => (row.costMicroYuan === null ? '–' : yuan(row.costMicroYuan)),
      by: row => row.costMicroYuan ?? 0,
    },
    {
      key: 'delay',
      title: t('overview.delay'),
      isNumber: true,
      render: row => (row.delay === null ? '–' : span(row.delay.p50Ms)),
      by: row => row.delay?.p50Ms ?? 0,
    },
  ]
}

export function ByTouchpoint({ items }: { readonly items: readonly Figure[] }): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const counts = useCounts()
  return (
    <WideTable>
      <FigureTable<Figure>
        rows={items}
        rowKey={row => row.of}
        first="triggered"
        columns={[
          {
            key: 'of',
            title: t('overview.touchpoint'),
            render: ({ of }) => (
              <Link to="/touchpoints/$touchpoint" params={{ touchpoint: of }}>
                {wordOf('touchpoints', of)}
              </Link>
            ),
            by: row => wordOf('touchpoints', row.of),
          },
          ...counts,
        ]}
      />
    </WideTable>
  )
}

export function ByChannel({ items }: { readonly items: readonly Figure[] }): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const counts = useCounts()
  return (
    <WideTable>
      <FigureTable<Figure>
        rows={items}
        rowKey={row => row.of}
        first="triggered"
        columns={[
          {
            key: 'of',
            title: t('overview.channel'),
            render: ({ of }) => <Link to="/channels">{wordOf('channelNames', of)}</Link>,
            by: row => wordOf('channelNames', row.of),
          },
          ...counts,
        ]}
      />
    </WideTable>
  )
}

export function Withheld({ total }: { readonly total: Total }): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const { count, share } = useNumber()
  if (total.withheldBy.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('overview.noneWithheld')} />
  return (
    <FigureTable
      rows={total.withheldBy}
      rowKey={row => row.reason}
      first="n"
      columns={[
        {
          key: 'reason',
          title: t('overview.reason'),
          render: row => wordOf('reasons', row.reason),
          by: row => wordOf('reasons', row.reason),
        },
        {
          key: 'n',
          title: t('overview.count'),
          isNumber: true,
          render: row => count(row.count),
          by: row => row.count,
        },
        {
          key: 'share',
          title: t('overview.share'),
          isNumber: true,
          render: row => share(row.count, total.withheld),
        },
      ]}
    />
  )
}
