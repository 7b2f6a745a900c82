import { Empty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shape } from '../../client/api.ts'
import { FigureTable } from '../../parts/figure-table.tsx'
import { OutcomeBar } from '../../parts/outcome-bar.tsx'
import { useNumber } from '../../parts/time.ts'
import { type Figure, lostOf, outcomesOf } from '../overview/figures.ts'
import { WideTable } from '../../parts/wide-table.tsx'

interface Asked {
  readonly blueprint: Shape<'Blueprint'>
  readonly figures: readonly Figure[] | undefined
  /** Only these, where a step was chosen that has rules. */
  readonly chosen: readonly string[] | undefined
}

/** The rules of a touchpoint that were triggered, with what became of it. */
export function RulesOf({ blueprint: { touchpoint }, figures, chosen }: Asked): ReactNode {
  const { t } = useTranslation()
  const { count } = useNumber()
  if (figures === undefined) return null
  const isAsked = ({ of }: Figure): boolean =>
    chosen === undefined || chosen.length === 0 || chosen.includes(of)
  const own = figures.filter(one => one.touchpoint === touchpoint && isAsked(one))
  const number = (key: string, title: string, of: (row: Figure) => number) => ({
    key,
    title,
    isNumber: true,
    render: (row: Figure) => count(of(row)),
    by: of,
  })
  return (
    <section className="card">
      <h2>{t('touchpoint.ownRules')}</h2>
      {own.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('touchpoint.noFigures')} />
      ) : (
        <WideTable>
          <FigureTable<Figure>
            rows={own}
            rowKey={row => row.of}
            first="triggered"
            columns={[
              {
                key: 'of',
                title: t('touchpoint.rule'),
                render: row => <code>{row.of}</code>,
                by: row => row.of,
              },
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
            ]}
          />
        </WideTable>
      )}
    </section>
  )
}
