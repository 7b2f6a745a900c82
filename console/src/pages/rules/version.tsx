import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Skeleton, Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { PageFault } from '../../parts/page-fault.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useTime } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { Changes } from './changes.tsx'
import { Completeness } from './completeness.tsx'
import { DryRuns } from './dry-run.tsx'
import { Files } from './files.tsx'
import { VersionPause } from './version-pause.tsx'
import { VersionSteps } from './version-steps.tsx'
import { tones } from './versions.tsx'
import { Tag } from '../../parts/tag.tsx'

export type Version = Shape<'RulebookVersion'>

/** One version: what it changes, what it says, and its way into force. */
export function OneVersion(): ReactNode {
  const { t } = useTranslation()
  const { version } = useParams({ from: '/rules/$version' })
  const { tab = 'changes' } = useSearch({ from: '/rules/$version' })
  const navigate = useNavigate({ from: '/rules/$version' })
  const { data, error, refetch } = useQuery({
    queryKey: ['version', version],
    queryFn: () => ask(api.GET('/rulebook/versions/{version}', { params: { path: { version } } })),
  })
  if (error !== null) return <PageFault error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton active />
  return (
    <>
      <VersionHead version={data} />
      <VersionPause version={version} />
      <VersionSteps version={data} />
      <Tabs
        activeKey={tab}
        onChange={value => void navigate({ search: before => ({ ...before, tab: value }) })}
        items={[
          { key: 'changes', label: t('rules.changes'), children: <Changes version={version} /> },
          { key: 'dry-run', label: t('dryRun.title'), children: <DryRuns version={version} /> },
          {
            key: 'completeness',
            label: t('rules.completeness'),
            children: <Completeness of={version} />,
          },
          { key: 'files', label: t('rules.files'), children: <Files version={version} /> },
        ]}
      />
    </>
  )
}

function VersionHead({
  version: { version, state, inForce, note, ...steps },
}: {
  readonly version: Version
}): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  const names = ['submitted', 'reviewed', 'published', 'recalled'] as const
  return (
    <>
      <Link to="/rules" search={{ tab: 'versions' }}>
        {t('rules.back')}
      </Link>
      <PageHead title={version}>
        <Tag tone={tones[state]}>{wordOf('versionStates', state)}</Tag>
        {inForce && <Tag tone="good">{t('rules.inForce')}</Tag>}
        {state === 'published' && !inForce && steps.published !== null && (
          <Tag tone="amber">{t('rules.effectiveFrom', { time: time(steps.published.at, 'minute') })}</Tag>
        )}
        <span className="quiet">{note}</span>
      </PageHead>
      <p className="quiet">
        {names
          .flatMap(name => {
            const step = steps[name]
            return step === null ? [] : [`${t(`rules.${name}`)}: ${step.by}, ${time(step.at, 'minute')}`]
          })
          .join(' · ')}
      </p>
    </>
  )
}
