/** What a version would have changed: in all, by day, by what it is asked for, and how far it is to be trusted. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { Chart } from '../../parts/chart.tsx'
import { Fault } from '../../parts/fault.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useNumber, useTime } from '../../parts/time.ts'
import { ByKind, Reasons, Totals } from './dry-run-tables.tsx'

export type DryRunResult = Shape<'DryRunResult'>

export function DryRunOutcome({ id }: { readonly id: string }): ReactNode {
  const { data, error } = useQuery({
    queryKey: ['dry-run', id, 'result'],
    queryFn: () => ask(api.GET('/rulebook/dry-runs/{id}/result', { params: { path: { id } } })),
    staleTime: Infinity,
  })
  if (error !== null) return <Fault error={error} />
  if (data === undefined) return <Skeleton active />
  return (
    <div className="stack">
      <Verdict result={data} />
      <Trust result={data} />
      <Totals result={data} />
      <ByDay result={data} />
      <ByKind result={data} />
      <Reasons result={data} />
      <Examples result={data} />
    </div>
  )
}

interface Asked {
  readonly result: DryRunResult
}

/** In one sentence. */
function Verdict({ result }: Asked): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const { count } = useNumber()
  const said = useSaid()
  const { from, until, before, version, accounts, hourlyMax } = result.run
  return (
    <section className="card">
      <h2>{said(result)}</h2>
      <p className="quiet">
        {t('dryRun.compared', {
          from: time(from, 'minute'),
          until: time(until, 'minute'),
          before: before ?? t('dryRun.noBefore'),
          after: version,
        })}
      </p>
      <p>
        {hourlyMax === null
          ? t('dryRun.noMeasure')
          : t('dryRun.scaled', { accounts: count(accounts ?? result.accounts), hourly: count(hourlyMax) })}
      </p>
    </section>
  )
}

function useSaid(): (result: DryRunResult) => string {
  const { t } = useTranslation()
  const { count, share } = useNumber()
  return ({ total, examples }) => {
    const more = total.after.messages - total.before.messages
    if (more === 0) return t(examples.length === 0 ? 'dryRun.same' : 'dryRun.sameCount')
    return t(more > 0 ? 'dryRun.more' : 'dryRun.fewer', {
      n: count(Math.abs(more)),
      share: share(Math.abs(more), total.before.messages),
    })
  }
}

function Trust({ result }: Asked): ReactNode {
  const { t } = useTranslation()
  const { count, share } = useNumber()
  const { accounts, facts, startIncomplete, leftOut, failed, outcomes } = result
  const { recorded, assumed } = outcomes
  const said = [
    t('dryRun.ofSample', { accounts: count(accounts), facts: count(facts) }),
    startIncomplete === 0
      ? t('dryRun.startComplete')
      : t('dryRun.startIncomplete', { n: count(startIncomplete), share: share(startIncomplete, accounts) }),
    t('dryRun.assumed', {
      n: count(assumed),
      share: share(assumed, assumed + recorded),
      recorded: count(recorded),
    }),
    ...(leftOut > 0 ? [t('dryRun.leftOut', { n: count(leftOut) })] : []),
    ...(failed > 0 ? [t('dryRun.failed', { n: count(failed) })] : []),
    t('dryRun.always'),
  ]
  return (
    <Alert
      type={failed > 0 ? 'error' : 'info'}
      title={t('dryRun.sure')}
      description={
        <ul className="plain">
          {said.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  )
}

const chartHeightPx = 220

function ByDay({ result: { days } }: Asked): ReactNode {
  const { t } = useTranslation()
  if (days.length === 0) return null
  return (
    <section className="card">
      <h2>{t('dryRun.byDay')}</h2>
      <Chart
        kind="lines"
        label={t('dryRun.byDayLabel')}
        along={t('dryRun.day')}
        places={days.map(({ day }) => day.slice(5))}
        series={[
          { name: t('dryRun.before'), tone: 'blue', values: days.map(({ before }) => before) },
          { name: t('dryRun.after'), tone: 'amber', values: days.map(({ after }) => after) },
        ]}
        heightPx={chartHeightPx}
      />
    </section>
  )
}

const tones = { added: 'amber', removed: 'bad', changed: 'jade' } as const

function Examples({ result: { examples, examplesLeftOut } }: Asked): ReactNode {
  const { t } = useTranslation()
  const { count } = useNumber()
  const time = useTime()
  return (
    <section className="card">
      <h2>{t('dryRun.examples')}</h2>
      {examples.length === 0 && <p className="quiet">{t('dryRun.noExamples')}</p>}
      <ul className="plain">
        {examples.map(({ account, rule, kind, at }) => (
          <li key={`${account} ${rule} ${kind} ${at}`}>
            <Tag tone={tones[kind]}>{t(`dryRun.exampleKinds.${kind}`)}</Tag>{' '}
            <Link to="/rules/rule/$rule" params={{ rule }}>
              {rule}
            </Link>{' '}
            <span className="quiet">
              {t('dryRun.account')} <code>{account}</code> · <time dateTime={at}>{time(at, 'minute')}</time>
            </span>
          </li>
        ))}
      </ul>
      {examplesLeftOut > 0 && (
        <p className="quiet">{t('dryRun.moreExamples', { n: count(examplesLeftOut) })}</p>
      )}
    </section>
  )
}
