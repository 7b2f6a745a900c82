/** How it goes: what was triggered, what arrived, what was withheld and why, and what somebody should look at. */
import { useQuery } from '@tanstack/react-query'
import { Empty, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { FigureTable } from '../../parts/figure-table.tsx'
import { OutcomeBar } from '../../parts/outcome-bar.tsx'
import { PageFault } from '../../parts/page-fault.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useNumber } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { Attention } from './attention.tsx'

type Books = Shape<'Reconciliation'>

const refreshMs = 10_000

export function Overview(): ReactNode {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: ['books'],
    queryFn: () => ask(api.GET('/reconcile')),
    refetchInterval: refreshMs,
  })
  if (error !== null && data === undefined) return <PageFault error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHead title={t('overview.title')} />
      {data === undefined ? <Skeleton active /> : <Figures books={data} />}
    </>
  )
}

function Figures({ books }: { readonly books: Books }): ReactNode {
  const { t } = useTranslation()
  const { count } = useNumber()
  if (books.reminders.planned === 0)
    return (
      <>
        <Attention books={books} />
        <Empty description={t('overview.empty')} />
      </>
    )
  const { events } = books
  return (
    <>
      <Attention books={books} />
      <Tiles books={books} />
      <div className="columns">
        <section className="card">
          <h2>{t('overview.byTouchpoint')}</h2>
          <ByTouchpoint books={books} />
        </section>
        <section className="card narrow">
          <h2>{t('overview.why')}</h2>
          <Withheld books={books} />
        </section>
      </div>
      <p className="quiet">
        {t('overview.events', {
          accepted: count(events.accepted),
          decided: count(events.decided),
          duplicate: count(events.duplicate),
          setAside: count(events.setAside),
        })}
      </p>
    </>
  )
}

function Tiles({ books: { reminders } }: { readonly books: Books }): ReactNode {
  const { t } = useTranslation()
  const { count, share } = useNumber()
  const { planned, delivered, failed, expired, unconfirmed, withheld, inFlight } = reminders
  const lost = failed + expired + unconfirmed
  const sent = delivered + lost
  const tiles = [
    { name: t('overview.planned'), n: planned, note: '' },
    {
      name: t('overview.delivered'),
      n: delivered,
      note: t('overview.ofSent', { share: share(delivered, sent) }),
    },
    { name: t('overview.lost'), n: lost, note: t('overview.lostHint') },
    {
      name: t('overview.withheld'),
      n: withheld,
      note: t('overview.ofPlanned', { share: share(withheld, planned) }),
    },
    { name: t('overview.inFlight'), n: inFlight, note: '' },
  ]
  return (
    <dl className="tiles">
      {tiles.map(({ name, n, note }) => (
        <div key={name} className="tile">
          <dt>{name}</dt>
          <dd>{count(n)}</dd>
          <dd className="quiet">{note}</dd>
        </div>
      ))}
    </dl>
  )
}

type Row = Books['touchpoints'][number]

function ByTouchpoint({ books }: { readonly books: Books }): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const { count } = useNumber()
  return (
    <FigureTable<Row>
      rows={books.touchpoints}
      rowKey={row => row.touchpoint}
      first="planned"
      columns={[
        {
          key: 'touchpoint',
          title: t('overview.touchpoint'),
          render: row => wordOf('touchpoints', row.touchpoint),
          by: row => wordOf('touchpoints', row.touchpoint),
        },
        {
          key: 'planned',
          title: t('overview.triggered'),
          isNumber: true,
          render: row => count(row.planned),
          by: row => row.planned,
        },
        { key: 'outcome', title: t('overview.outcome'), render: row => <OutcomeBar outcomes={row} /> },
      ]}
    />
  )
}

function Withheld({ books }: { readonly books: Books }): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const { count } = useNumber()
  const byReason = Map.groupBy(books.withheld, ({ reason }) => reason)
  const rows = [...byReason].map(([reason, all]) => ({
    reason,
    n: all.reduce((sum, one) => sum + one.count, 0),
  }))
  return (
    <FigureTable
      rows={rows}
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
          render: row => count(row.n),
          by: row => row.n,
        },
      ]}
    />
  )
}
