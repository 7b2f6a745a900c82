/** Whether it works, and how fast: the lights, the rates, and the last hour by minutes. */
import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../client/api.ts'
import { useRefresh } from '../../client/live.ts'
import { Chart } from '../../parts/chart.tsx'
import { useMeasure } from '../../parts/measure.ts'
import { PageFault } from '../../parts/page-fault.tsx'
import { useNumber, useTime } from '../../parts/time.ts'
import { type Operations, useOperations } from './operations-query.ts'

/** That something is wrong nobody may be left to tell. */
const restMs = 5_000
const chartPx = 160

export function Health(): ReactNode {
  const operations = useOperations()
  const readiness = useQuery({
    queryKey: ['readiness'],
    queryFn: () => ask(api.GET('/readyz')),
    ...useRefresh(restMs),
    retry: false,
  })
  const error = readiness.error ?? (operations.data === undefined ? operations.error : null)
  if (error !== null)
    return (
      <PageFault
        error={error}
        onRetry={() => {
          void readiness.refetch()
          void operations.refetch()
        }}
      />
    )
  if (readiness.data === undefined || operations.data === undefined)
    return <Skeleton active paragraph={{ rows: 1 }} />
  return (
    <>
      <Lights database={readiness.data.database} engine={readiness.data.engine} now={operations.data} />
      <LastHour minutes={operations.data.minutes} />
    </>
  )
}

interface State {
  readonly ok: boolean
  readonly note: string
}

function Lights({
  database,
  engine,
  now,
}: {
  readonly database: State
  readonly engine: State
  readonly now: Operations
}): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const { count } = useNumber()
  const { span } = useMeasure()
  const { turnsPerSecond, eventsPerSecond, queued, lagMs, lastTurnAt } = now
  return (
    <dl className="tiles">
      <Light name={t('operations.database')} state={database} />
      <Light name={t('operations.engine')} state={engine} />
      <div className="tile">
        <dt>{t('operations.turns')}</dt>
        <dd>{t('operations.perSecond', { n: count(turnsPerSecond) })}</dd>
        <dd className="quiet">{t('operations.eventsPerSecond', { n: count(eventsPerSecond) })}</dd>
      </div>
      <div className="tile">
        <dt>{t('operations.queued')}</dt>
        <dd>{count(queued)}</dd>
        <dd className="quiet">
          {lagMs === null ? t('operations.noLag') : t('operations.lag', { span: span(lagMs) })}
        </dd>
      </div>
      <div className="tile">
        <dt>{t('operations.lastTurn')}</dt>
        <dd>{lastTurnAt === null ? '–' : <time dateTime={lastTurnAt}>{time(lastTurnAt, 'second')}</time>}</dd>
        <dd className="quiet">{lastTurnAt === null ? t('operations.noTurn') : time(lastTurnAt, 'day')}</dd>
      </div>
    </dl>
  )
}

function Light({ name, state }: { readonly name: string; readonly state: State }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="tile">
      <dt>{name}</dt>
      <dd className={state.ok ? 'tone-good' : 'tone-bad'}>
        {state.ok ? <CheckCircleFilled /> : <CloseCircleFilled />}{' '}
        {t(state.ok ? 'operations.well' : 'operations.ill')}
      </dd>
      <dd className="quiet">{state.note}</dd>
    </div>
  )
}

function LastHour({ minutes }: { readonly minutes: Operations['minutes'] }): ReactNode {
  const { t } = useTranslation()
  return (
    <section className="card">
      <h2>{t('operations.hour')}</h2>
      <Chart
        kind="lines"
        label={t('operations.hourLabel')}
        along={t('operations.minute')}
        places={minutes.map((_, at) => t('operations.minutesAgo', { n: minutes.length - 1 - at }))}
        series={[
          { name: t('operations.events'), tone: 'jade', values: minutes.map(({ events }) => events) },
          { name: t('operations.turns'), tone: 'blue', values: minutes.map(({ turns }) => turns) },
        ]}
        heightPx={chartPx}
      />
    </section>
  )
}
