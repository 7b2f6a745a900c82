/** The way of a version into force: how far it has come, what comes next, and the button for it, for whoever may. */
import { CheckOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../client/api.ts'
import { sessionQuery, useMay } from '../../client/session.ts'
import { Fault } from '../../parts/fault.tsx'
import { usePauses } from '../../parts/pause-button.tsx'
import { finishedOf, runningOf, useDryRuns } from './dry-runs.ts'
import { Publish, Untried } from './publishing.tsx'
import { RecallButton } from './recall.tsx'
import { useRenewal } from './renewal.ts'
import type { Version } from './version.tsx'
import './rules.css'

interface Asked {
  readonly version: Version
}

export function VersionSteps({ version }: Asked): ReactNode {
  const { state } = version
  // The notice of a pause has the button.
  const isPaused = usePauses().data?.items.some(
    ({ kind, value }) => kind === 'version' && value === version.version,
  )
  return (
    <section className="card version-way">
      {state !== 'recalled' && <Way version={version} />}
      {state === 'draft' && <ToReview version={version} />}
      {state === 'reviewed' && <ToPublish version={version.version} />}
      {state === 'published' && !isPaused && <RecallButton version={version.version} />}
    </section>
  )
}

function Way({ version: { version, state } }: Asked): ReactNode {
  const { t } = useTranslation()
  const runs = useDryRuns(version).data?.items
  const isPublished = state === 'published'
  const isReviewed = isPublished || state === 'reviewed'
  const steps = [
    { key: 'submit', isDone: true },
    { key: 'review', isDone: isReviewed },
    { key: 'dryRun', isDone: finishedOf(runs) !== undefined },
    { key: 'publish', isDone: isPublished },
  ] as const
  const next = isPublished ? undefined : steps.find(({ isDone }) => !isDone)?.key
  return (
    <ol className="way" aria-label={t('dryRun.way')}>
      {steps.map(({ key, isDone }, at) => (
        <li
          key={key}
          className={isDone ? 'done' : key === next ? 'next' : undefined}
          {...(key === next ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="way-mark">{isDone ? <CheckOutlined /> : at + 1}</span>
          {t(`dryRun.steps.${key}`)}
        </li>
      ))}
    </ol>
  )
}

function ToReview({ version: { version, submitted } }: Asked): ReactNode {
  const { t } = useTranslation()
  const may = useMay()
  const me = useQuery(sessionQuery).data?.staff.name
  const renew = useRenewal()
  const params = { path: { version } }
  const reviewing = useMutation({
    mutationFn: () => ask(api.POST('/rulebook/versions/{version}/review', { params, body: {} })),
    onSuccess: renew,
  })
  const isOwn = submitted.by === me
  return (
    <div className="toolbar">
      <span>{t(isOwn ? 'rules.ownDraft' : 'dryRun.waitsForReview')}</span>
      {reviewing.error !== null && <Fault error={reviewing.error} />}
      {may('rulebook:review') && !isOwn && (
        <Popconfirm title={t('rules.reviewSure')} onConfirm={() => reviewing.mutate()}>
          <Button type="primary" loading={reviewing.isPending}>
            {t('rules.review')}
          </Button>
        </Popconfirm>
      )}
    </div>
  )
}

/** Publishing is offered once a dry run of exactly this content has finished; before that, the way to one. */
function ToPublish({ version }: { readonly version: string }): ReactNode {
  const { t } = useTranslation()
  const may = useMay()
  const { data, error } = useDryRuns(version)
  if (error !== null && data === undefined) return <Fault error={error} />
  if (data === undefined) return null
  if (finishedOf(data.items) !== undefined) {
    return may('rulebook:write') ? (
      <Publish version={version} />
    ) : (
      <p className="quiet">{t('dryRun.editorPublishes')}</p>
    )
  }
  const isUnderWay = runningOf(data.items) !== undefined
  return (
    <div className="toolbar">
      <span>{t(isUnderWay ? 'dryRun.underWay' : 'dryRun.nextRun')}</span>
      <Link
        className="way-on"
        to="/rules/$version"
        params={{ version }}
        search={before => ({ ...before, tab: 'dry-run' })}
      >
        {t('dryRun.runOpen')}
      </Link>
      {may('rulebook:review') && <Untried version={version} />}
    </div>
  )
}
