/** The same simulated people under two versions of the rulebook: try before anybody real is told. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Empty, Progress, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { useMay } from '../../client/session.ts'
import { Fault } from '../../parts/fault.tsx'
import { PageFault } from '../../parts/page-fault.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { useTime } from '../../parts/time.ts'
import { Comparison } from './comparison.tsx'
import { NewRun } from './new-run.tsx'

type Run = Shape<'WhatIf'>

const refreshMs = 1_000

const tones: Readonly<Record<Run['state'], Tone>> = {
  running: 'jade',
  done: 'good',
  failed: 'bad',
  cancelled: 'plain',
}

export function WhatIf(): ReactNode {
  const { t } = useTranslation()
  const mayStart = useMay()('operate')
  const { data, error, refetch } = useQuery({
    queryKey: ['what-if'],
    queryFn: () => ask(api.GET('/what-if')),
    refetchInterval: query =>
      query.state.data?.items.some(({ state }) => state === 'running') === true ? refreshMs : false,
  })
  if (error !== null) return <PageFault error={error} onRetry={() => void refetch()} />
  const isBusy = data?.items.some(({ state }) => state === 'running') === true
  return (
    <>
      <PageHead title={t('whatIf.title')}>
        <span className="quiet">{t('whatIf.hint')}</span>
      </PageHead>
      {mayStart ? <NewRun isBusy={isBusy} /> : <p className="quiet">{t('whatIf.notOperator')}</p>}
      <h2>{t('whatIf.runs')}</h2>
      {data === undefined && <Skeleton active />}
      {data?.items.length === 0 && <Empty description={t('whatIf.empty')} />}
      {data?.items.map(run => (
        <OneRun key={run.id} run={run} />
      ))}
    </>
  )
}

function OneRun({ run }: { readonly run: Run }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const { state, by, at, versions, customers, month, months, seed, figures, failure } = run
  return (
    <section className="card">
      <h3>
        <code>{versions[0]}</code> → <code>{versions[1]}</code>{' '}
        <Tag tone={tones[state]}>{t(`whatIf.states.${state}`)}</Tag>
      </h3>
      <p className="quiet">
        {t('whatIf.told', { by, at: time(at, 'minute'), customers, month, months, seed })}
      </p>
      {state === 'running' && <UnderWay run={run} />}
      {failure !== null && <p className="tone-bad">{failure}</p>}
      {figures !== null && <Comparison versions={versions} figures={figures} months={months} />}
    </section>
  )
}

function UnderWay({ run: { id, share, facts } }: { readonly run: Run }): ReactNode {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const mayCancel = useMay()('operate')
  const cancelling = useMutation({
    mutationFn: () => ask(api.DELETE('/what-if/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['what-if'] }),
  })
  return (
    <>
      <Progress percent={Math.floor(100 * share)} aria-label={t('whatIf.states.running')} />
      <p className="quiet">{t('whatIf.facts', { facts: facts.toLocaleString() })}</p>
      {mayCancel && (
        <Button loading={cancelling.isPending} onClick={() => cancelling.mutate()}>
          {t('whatIf.cancel')}
        </Button>
      )}
      {cancelling.error !== null && <Fault error={cancelling.error} />}
    </>
  )
}
