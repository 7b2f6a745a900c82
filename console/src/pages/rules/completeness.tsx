/** Moments of plans, services and offers of which nobody would be told (NF-11), and what is held and not used. */
import { useQuery } from '@tanstack/react-query'
import { Result, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { inForceQuery } from '../../draft/book.ts'
import { Fault } from '../../parts/fault.tsx'
import { type FigureColumn, FigureTable } from '../../parts/figure-table.tsx'
import { useWordOf } from '../../parts/words-of.ts'

/** Of a version; of the one in force where none is named. */
export function Completeness({ of }: { readonly of?: string }): ReactNode {
  const { t } = useTranslation()
  const inForce = useQuery({ ...inForceQuery, enabled: of === undefined })
  const version = of ?? inForce.data ?? ''
  const { data, error } = useQuery({
    queryKey: ['version', version, 'completeness'],
    queryFn: () =>
      ask(api.GET('/rulebook/versions/{version}/completeness', { params: { path: { version }, query: {} } })),
    enabled: version !== '',
  })
  if (error !== null) return <Fault error={error} />
  if (data === undefined) return <Skeleton active />
  return (
    <>
      <p className="quiet">{t('rules.completenessHint', { version, day: data.day })}</p>
      {data.untold.length === 0 ? (
        <Result status="success" title={t('rules.complete')} subTitle={t('rules.completeMeaning')} />
      ) : (
        <UntoldTable rows={data.untold} />
      )}
      {data.gaps.length > 0 && <GapTable rows={data.gaps} />}
    </>
  )
}

type Report = Shape<'Completeness'>

function UntoldTable({ rows }: { readonly rows: Report['untold'] }): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const columns: readonly FigureColumn<Report['untold'][number]>[] = [
    { key: 'what', title: t('rules.what'), render: row => wordOf('gapKinds', row.what), by: row => row.what },
    { key: 'id', title: t('rules.entry'), render: row => <code>{row.id}</code>, by: row => row.id },
    {
      key: 'moment',
      title: t('rules.moment'),
      render: row => wordOf('moments', row.moment),
      by: row => row.moment,
    },
    {
      key: 'who',
      title: t('rules.notTold'),
      render: row => (row.who.length === 0 ? t('rules.nobody') : row.who.join(', ')),
    },
    {
      key: 'note',
      title: t('rules.why'),
      render: row => (
        <span className="quiet" lang="en">
          {row.note}
        </span>
      ),
    },
  ]
  return (
    <section className="card">
      <h2>{t('rules.untold', { count: rows.length })}</h2>
      <FigureTable
        rows={rows}
        rowKey={row => `${row.what} ${row.id} ${row.moment}`}
        first="what"
        columns={columns}
      />
    </section>
  )
}

function GapTable({ rows }: { readonly rows: Report['gaps'] }): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const columns: readonly FigureColumn<Report['gaps'][number]>[] = [
    { key: 'what', title: t('rules.what'), render: row => wordOf('gapKinds', row.what), by: row => row.what },
    { key: 'id', title: t('rules.entry'), render: row => <code>{row.id}</code>, by: row => row.id },
    { key: 'note', title: t('rules.why'), render: row => wordOf('gapNotes', row.what) },
  ]
  return (
    <section className="card">
      <h2>{t('rules.gaps', { count: rows.length })}</h2>
      <FigureTable rows={rows} rowKey={row => `${row.what} ${row.id}`} first="what" columns={columns} />
    </section>
  )
}
