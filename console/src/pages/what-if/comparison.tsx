/** Two columns of figures per 1,000 customers and month, and what became better or worse. */
import { Table, type TableColumnType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shape } from '../../client/api.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { factors } from '../../words/zh-CN/trade.ts'
import { whatIf } from '../../words/zh-CN/what-if.ts'

type Figures = Shape<'WhatIfFigures'>

interface Row {
  readonly key: string
  readonly name: string
  readonly values: readonly number[]
  /** Fewer is better: of everything but messages, which are neither. */
  readonly isHarm: boolean
  readonly children?: readonly Row[]
}

interface Asked {
  readonly versions: readonly string[]
  readonly figures: readonly Figures[]
  readonly months: number
}

const measures = Object.keys(whatIf.rows) as (keyof typeof whatIf.rows)[]

const complaintsOf = ({ complaints }: Figures, factor?: number): number =>
  complaints
    .filter(one => factor === undefined || one.factor === factor)
    .reduce((sum, one) => sum + one.count, 0)

export function Comparison({ versions, figures, months }: Asked): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const perThousand = (of: (one: Figures) => number): number[] =>
    figures.map(one => (1_000 * of(one)) / one.customers / months)
  const byFactor = Object.keys(factors).map((factor): Row => ({
    key: `factor-${factor}`,
    name: wordOf('factors', factor),
    values: perThousand(one => complaintsOf(one, Number(factor))),
    isHarm: true,
  }))
  const rows = measures.map((key): Row => ({
    key,
    name: t(`whatIf.rows.${key}`),
    values: perThousand(one => (key === 'complaints' ? complaintsOf(one) : one[key])),
    isHarm: key !== 'messages',
    ...(key === 'complaints' ? { children: byFactor.filter(({ values }) => values.some(n => n > 0)) } : {}),
  }))
  return (
    <div className="wide-table">
      <Table<Row>
        size="small"
        pagination={false}
        dataSource={rows}
        columns={columnsOf(versions, { measure: t('whatIf.measure'), change: t('whatIf.change') })}
        expandable={{ defaultExpandedRowKeys: ['complaints'] }}
      />
    </div>
  )
}

const rounded = (value: number): string => Math.round(value).toLocaleString()

function columnsOf(
  versions: readonly string[],
  words: { readonly measure: string; readonly change: string },
): TableColumnType<Row>[] {
  return [
    { key: 'name', title: words.measure, dataIndex: 'name' },
    ...versions.map((version, n): TableColumnType<Row> => ({
      key: version,
      title: <code>{version}</code>,
      align: 'right',
      render: (_, { values }) => rounded(values[n]!),
    })),
    { key: 'change', title: words.change, align: 'right', render: (_, row) => <Change row={row} /> },
  ]
}

function Change({ row: { values, isHarm } }: { readonly row: Row }): ReactNode {
  const change = Math.round(values[1]!) - Math.round(values[0]!)
  if (change === 0) return '–'
  const tone = isHarm ? (change < 0 ? 'tone-good' : 'tone-bad') : undefined
  return (
    <span className={tone}>
      {change < 0 ? '▼' : '▲'} {rounded(Math.abs(change))}
    </span>
  )
}
