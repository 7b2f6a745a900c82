/** Before and after, side by side, with what changes marked. */
import { useState, type ReactNode } from 'react'
import { Checkbox, Segmented } from 'antd'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type FigureColumn, FigureTable } from '../../parts/figure-table.tsx'
import { useMeasure } from '../../parts/measure.ts'
import { Tag } from '../../parts/tag.tsx'
import { useNumber } from '../../parts/time.ts'
import { type Family, useWordOf } from '../../parts/words-of.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import type { DryRunResult } from './dry-run-result.tsx'

interface Asked {
  readonly result: DryRunResult
}

/** `+12`, `−3`, `=`. */
function Change({ by, told }: { readonly by: number; readonly told?: (size: number) => string }): ReactNode {
  const { count } = useNumber()
  if (by === 0) return <span className="quiet">=</span>
  const size = (told ?? count)(Math.abs(by))
  return <Tag tone={by > 0 ? 'amber' : 'jade'}>{by > 0 ? `+${size}` : `−${size}`}</Tag>
}

interface Total {
  readonly name: string
  readonly before: number
  readonly after: number
  readonly told: (n: number) => string
}

/** A line told more than this often was disturbed, in the words of the result. */
const disturbedOver = 10

export function Totals({ result: { total, lines, peak } }: Asked): ReactNode {
  const { t } = useTranslation()
  const { count } = useNumber()
  const { yuan } = useMeasure()
  const { before, after } = total
  const often = t('dryRun.figures.often', { n: disturbedOver })
  const figures: readonly (readonly [name: string, before: number, after: number])[] = [
    [t('dryRun.figures.messages'), before.messages, after.messages],
    [t('dryRun.figures.parts'), before.parts, after.parts],
    [t('dryRun.figures.withheld'), before.withheld, after.withheld],
    [t('dryRun.figures.told'), lines.before.told, lines.after.told],
    [often, lines.before.often, lines.after.often],
    [t('dryRun.figures.peak'), peak.before?.messages ?? 0, peak.after?.messages ?? 0],
  ]
  const rows: readonly Total[] = [
    ...figures.map(([name, was, is]) => ({ name, before: was, after: is, told: count })),
    {
      name: t('dryRun.figures.cost'),
      before: before.costMicroYuan,
      after: after.costMicroYuan,
      told: yuan,
    },
  ]
  const columns: readonly FigureColumn<Total>[] = [
    { key: 'name', title: t('dryRun.figure'), render: ({ name }) => name },
    {
      key: 'before',
      title: t('dryRun.before'),
      isNumber: true,
      render: one => one.told(one.before),
    },
    { key: 'after', title: t('dryRun.after'), isNumber: true, render: one => one.told(one.after) },
    {
      key: 'change',
      title: t('dryRun.change'),
      isNumber: true,
      render: one => <Change by={one.after - one.before} told={one.told} />,
    },
  ]
  return (
    <section className="card">
      <h2>{t('dryRun.total')}</h2>
      <WideTable>
        <FigureTable rows={rows} rowKey={({ name }) => name} first="" columns={columns} />
      </WideTable>
    </section>
  )
}

const kinds = ['touchpoints', 'rules', 'channels', 'brands'] as const
type Kind = (typeof kinds)[number]
type Row = DryRunResult[Kind][number]

const families: Readonly<Record<Kind, Family | null>> = {
  touchpoints: 'touchpoints',
  rules: null,
  channels: 'channelNames',
  brands: 'brands',
}

const differs = ({ before, after }: Row): boolean =>
  before.messages !== after.messages || before.parts !== after.parts || before.withheld !== after.withheld

export function ByKind({ result }: Asked): ReactNode {
  const { t } = useTranslation()
  const [kind, setKind] = useState<Kind>('touchpoints')
  const [isNarrow, setNarrow] = useState(false)
  const rows = result[kind].filter(row => !isNarrow || differs(row))
  const columns = useKindColumns(kind)
  return (
    <section className="card">
      <div className="toolbar">
        <Segmented<Kind>
          aria-label={t('dryRun.by')}
          value={kind}
          onChange={setKind}
          options={kinds.map(value => ({ value, label: t(`dryRun.kinds.${value}`) }))}
        />
        <Checkbox checked={isNarrow} onChange={({ target }) => setNarrow(target.checked)}>
          {t('dryRun.onlyChanged')}
        </Checkbox>
      </div>
      {rows.length === 0 ? (
        <p className="quiet">{t('dryRun.nothingChanged')}</p>
      ) : (
        <WideTable>
          <FigureTable<Row> key={kind} rows={rows} rowKey={({ of }) => of} first="change" columns={columns} />
        </WideTable>
      )}
    </section>
  )
}

function useKindColumns(kind: Kind): readonly FigureColumn<Row>[] {
  const { t } = useTranslation()
  const { count } = useNumber()
  const wordOf = useWordOf()
  const family = families[kind]
  const side = (of: 'messages' | 'parts' | 'withheld', on: 'before' | 'after'): FigureColumn<Row> => ({
    key: `${of} ${on}`,
    title: t(`dryRun.${of}${on === 'before' ? 'Before' : 'After'}`),
    isNumber: true,
    render: row => count(row[on][of]),
    by: row => row[on][of],
  })
  return [
    {
      key: 'of',
      title: t(`dryRun.kinds.${kind}`),
      render: ({ of }) =>
        family === null ? (
          <Link to="/rules/rule/$rule" params={{ rule: of }}>
            {of}
          </Link>
        ) : (
          wordOf(family, of)
        ),
      by: ({ of }) => of,
    },
    side('messages', 'before'),
    side('messages', 'after'),
    {
      key: 'change',
      title: t('dryRun.change'),
      isNumber: true,
      render: ({ before, after }) => <Change by={after.messages - before.messages} />,
      // What changes most stands on top, whichever way.
      by: ({ before, after }) => Math.abs(after.messages - before.messages),
    },
    side('parts', 'before'),
    side('parts', 'after'),
    side('withheld', 'before'),
    side('withheld', 'after'),
  ]
}

type Reason = DryRunResult['reasons'][number]

export function Reasons({ result: { reasons } }: Asked): ReactNode {
  const { t } = useTranslation()
  const { count } = useNumber()
  const wordOf = useWordOf()
  if (reasons.length === 0) return null
  const columns: readonly FigureColumn<Reason>[] = [
    { key: 'reason', title: t('dryRun.reason'), render: ({ reason }) => wordOf('reasons', reason) },
    {
      key: 'before',
      title: t('dryRun.before'),
      isNumber: true,
      render: row => count(row.before),
      by: row => row.before,
    },
    {
      key: 'after',
      title: t('dryRun.after'),
      isNumber: true,
      render: row => count(row.after),
      by: row => row.after,
    },
    {
      key: 'change',
      title: t('dryRun.change'),
      isNumber: true,
      render: row => <Change by={row.after - row.before} />,
      by: row => Math.abs(row.after - row.before),
    },
  ]
  return (
    <section className="card">
      <h2>{t('dryRun.reasons')}</h2>
      <WideTable>
        <FigureTable rows={reasons} rowKey={({ reason }) => reason} first="change" columns={columns} />
      </WideTable>
    </section>
  )
}
