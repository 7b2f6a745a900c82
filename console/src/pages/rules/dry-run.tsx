/** Trying a version on what really happened: started over a past period, watched, stopped, and what came of it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Form, Input, InputNumber, Progress, Select, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../client/api.ts'
import { useMay } from '../../client/session.ts'
import { Fault } from '../../parts/fault.tsx'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { useNumber, useTime } from '../../parts/time.ts'
import { DryRunOutcome } from './dry-run-result.tsx'
import { type DryRun, runningOf, useDryRuns } from './dry-runs.ts'

const tones: Readonly<Record<DryRun['state'], Tone>> = {
  running: 'jade',
  finished: 'good',
  failed: 'bad',
  cancelled: 'plain',
}

export function DryRuns({ version }: { readonly version: string }): ReactNode {
  const { t } = useTranslation()
  const mayTry = useMay()('rulebook:try')
  const { run: wanted } = useSearch({ from: '/rules/$version' })
  const { data, error } = useDryRuns(version)
  if (error !== null && data === undefined) return <Fault error={error} />
  if (data === undefined) return <Skeleton active />
  const running = runningOf(data.items)
  const shown = running ?? data.items.find(({ id }) => id === wanted) ?? data.items[0]
  return (
    <>
      <p className="quiet">{t('dryRun.hint')}</p>
      {mayTry ? (
        <NewRun version={version} isBusy={running !== undefined} />
      ) : (
        <p className="quiet">{t('dryRun.notAllowed')}</p>
      )}
      {shown === undefined ? (
        <Empty description={t('dryRun.empty')} />
      ) : (
        <>
          {data.items.length > 1 && <RunChoice runs={data.items} shown={shown} />}
          <OneRun key={shown.id} run={shown} mayTry={mayTry} />
        </>
      )}
    </>
  )
}

interface Given {
  readonly from?: string
  readonly until?: string
  readonly sample: number
}

const dayMs = 86_400_000
/** The begin of a day of the operator's. */
const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)
const isGiven = (day: string | undefined): day is string => day !== undefined && day !== ''

function NewRun({ version, isBusy }: { readonly version: string; readonly isBusy: boolean }): ReactNode {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/rules/$version' })
  const queries = useQueryClient()
  const starting = useMutation({
    mutationFn: ({ from, until, sample }: Given) =>
      ask(
        api.POST('/rulebook/dry-runs', {
          body: {
            version,
            sample,
            ...(isGiven(from) ? { from: new Date(startOf(from)).toISOString() } : {}),
            ...(isGiven(until) ? { until: new Date(startOf(until) + dayMs).toISOString() } : {}),
          },
        }),
      ),
    onSuccess: ({ id }) => navigate({ search: before => ({ ...before, run: id }) }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['dry-runs'] }),
  })
  return (
    <Form<Given>
      className="card new-run"
      layout="vertical"
      disabled={isBusy}
      initialValues={{ sample: 10_000 }}
      onFinish={given => starting.mutate(given)}
    >
      <div className="fields">
        <Form.Item name="from" label={t('dryRun.from')} extra={t('dryRun.spanHint')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="until" label={t('dryRun.until')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="sample" label={t('dryRun.sample')} rules={[{ required: true }]}>
          <InputNumber min={1} max={100_000} step={1_000} />
        </Form.Item>
      </div>
      {starting.error !== null && <Fault error={starting.error} />}
      <Button type="primary" htmlType="submit" loading={starting.isPending}>
        {t('dryRun.start')}
      </Button>
    </Form>
  )
}

function RunChoice({ runs, shown }: { readonly runs: readonly DryRun[]; readonly shown: DryRun }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const navigate = useNavigate({ from: '/rules/$version' })
  return (
    <div className="toolbar">
      <Select
        className="select"
        aria-label={t('dryRun.runs')}
        value={shown.id}
        onChange={run => void navigate({ search: before => ({ ...before, run }) })}
        options={runs.map(({ id, state, startedAt }) => ({
          value: id,
          label: `${time(startedAt, 'minute')} · ${t(`dryRun.states.${state}`)}`,
        }))}
      />
    </div>
  )
}

function OneRun({ run, mayTry }: { readonly run: DryRun; readonly mayTry: boolean }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const { state, by, startedAt, note } = run
  return (
    <div className="stack">
      <section className="card">
        <p role="status">
          <Tag tone={tones[state]}>{t(`dryRun.states.${state}`)}</Tag>{' '}
          <span className="quiet">{t('dryRun.started', { by, at: time(startedAt, 'minute') })}</span>
        </p>
        {note !== '' && <p lang="en">{note}</p>}
        {state === 'running' && <UnderWay run={run} mayCancel={mayTry} />}
      </section>
      {state === 'finished' && mayTry && <DryRunOutcome id={run.id} />}
    </div>
  )
}

function UnderWay({ run, mayCancel }: { readonly run: DryRun; readonly mayCancel: boolean }): ReactNode {
  const { t } = useTranslation()
  const { count } = useNumber()
  const queries = useQueryClient()
  const { id, done, of } = run
  const cancelling = useMutation({
    mutationFn: () => ask(api.POST('/rulebook/dry-runs/{id}/cancel', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['dry-runs'] }),
  })
  return (
    <>
      <Progress percent={of === 0 ? 0 : Math.floor((100 * done) / of)} aria-label={t('dryRun.title')} />
      <p className="quiet">
        {of === 0 ? t('dryRun.counting') : t('dryRun.progress', { done: count(done), of: count(of) })}
      </p>
      {mayCancel && (
        <Button loading={cancelling.isPending} onClick={() => cancelling.mutate()}>
          {t('dryRun.cancel')}
        </Button>
      )}
      {cancelling.error !== null && <Fault error={cancelling.error} />}
    </>
  )
}
