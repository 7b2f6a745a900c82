/** A phone on the screen: somebody simulated, what happens to them, and the road of it. The demo alone has this page. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Progress, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../client/problem.ts'
import { Fault } from '../../parts/fault.tsx'
import { PageFault } from '../../parts/page-fault.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWordOf } from '../../parts/words-of.ts'
import { Chooser } from './chooser.tsx'
import { Happenings } from './happenings.tsx'
import { Phone } from './phone.tsx'
import { RoadCard } from './road.tsx'
import { lastMoved } from './road-shape.ts'
import { type Scene, type Stage, useDeed, useLiveStage, useScene, useStage } from './stage.ts'
import { Start } from './start.tsx'
import { TimeStrip } from './time-strip.tsx'
import './try-it.css'

export function TryIt(): ReactNode {
  const { t } = useTranslation()
  const { who } = useSearch({ from: '/try' })
  const navigate = useNavigate({ from: '/try' })
  const { data, error, refetch } = useStage()
  useLiveStage()
  const play = (account: string): void => void navigate({ search: { who: account } })
  if (error !== null && data === undefined) return <PageFault error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton active />
  return (
    <div className="try-it">
      <PageHead title={t('tryIt.title')}>
        {who !== undefined && <Chooser people={data.people} account={who} onPlay={play} />}
      </PageHead>
      {who === undefined ? (
        <Start people={data.people} onPlay={play} />
      ) : (
        <Played key={who} account={who} stage={data} />
      )}
    </div>
  )
}

function Played({ account, stage }: { readonly account: string; readonly stage: Stage }): ReactNode {
  const { data: scene, error, refetch } = useScene(account)
  const navigate = useNavigate({ from: '/try' })
  if (isProblem(error, 'not-found'))
    return <Start people={stage.people} onPlay={who => void navigate({ search: { who } })} />
  if (error !== null && scene === undefined) return <PageFault error={error} onRetry={() => void refetch()} />
  return scene === undefined ? <Skeleton active /> : <Theatre scene={scene} />
}

function Theatre({ scene }: { readonly scene: Scene }): ReactNode {
  const { t } = useTranslation()
  const deed = useDeed(scene.account)
  const isPassing = scene.waitingUntil !== null
  const isBusy = deed.isPending || isPassing
  return (
    <>
      <TimeStrip clock={scene} />
      {deed.error !== null && <Fault error={deed.error} />}
      <div className="theatre">
        <div className="theatre-hands">
          <div className="theatre-deeds">
            <Happenings may={scene.may} isBusy={isBusy} onDeed={one => deed.mutate(one)} />
          </div>
          <div className="theatre-phone">
            <Phone scene={scene} isBusy={isBusy} onDeed={one => deed.mutate(one)} />
            {scene.held !== null && <HeldCard held={scene.held} />}
          </div>
        </div>
        <section className="theatre-road" aria-label={t('tryIt.road.title')} aria-live="polite">
          <h2>{t('tryIt.road.title')}</h2>
          <Roads scene={scene} />
        </section>
      </div>
    </>
  )
}

function Roads({ scene: { roads, isPhoneOn } }: { readonly scene: Scene }): ReactNode {
  const { t } = useTranslation()
  if (roads.length === 0) return <p className="road-empty">{t('tryIt.road.empty')}</p>
  const moved = roads.toSorted((a, b) => lastMoved(b).localeCompare(lastMoved(a)))[0]
  return roads.map((road, at) => (
    <RoadCard
      key={road.id}
      road={road}
      isPhoneOn={isPhoneOn}
      isNewest={at === 0}
      hasMoved={road.id === moved?.id}
    />
  ))
}

const mebi = 1_048_576
const microPerYuan = 1_000_000
const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((100 * part) / whole)

/** What the operator's systems have of this customer. */
function HeldCard({ held }: { readonly held: NonNullable<Scene['held']> }): ReactNode {
  const { t, i18n } = useTranslation()
  const wordOf = useWordOf()
  const own = i18n.language === 'en' ? 'en' : 'zh-CN'
  const { plan, nextPlan, balance, usedBytes, allowanceBytes, standing, services } = held
  const used = Math.round(usedBytes / mebi)
  const allowance = Math.round(allowanceBytes / mebi)
  const percent = percentOf(used, allowance)
  return (
    <dl className="held">
      <dt>{t('tryIt.phone.plan')}</dt>
      <dd>
        {plan[own]}
        {nextPlan !== null && <small> {t('tryIt.phone.next', { plan: nextPlan[own] })}</small>}{' '}
        {standing !== 'normal' && <Tag tone="bad">{wordOf('standings', standing)}</Tag>}
      </dd>
      <dt>{t('tryIt.phone.data')}</dt>
      <dd>
        {used} / {allowance} MB
        <Progress
          percent={Math.min(100, percent)}
          showInfo={false}
          size="small"
          status={percent >= 100 ? 'exception' : 'normal'}
          aria-label={t('tryIt.phone.data')}
        />
      </dd>
      {balance !== null && (
        <>
          <dt>{t('tryIt.phone.balance')}</dt>
          <dd className={balance < 0 ? 'tone-bad' : ''}>¥{(balance / microPerYuan).toFixed(2)}</dd>
        </>
      )}
      {services.length > 0 && (
        <>
          <dt>{t('tryIt.phone.services')}</dt>
          <dd>{services.map(one => one[own]).join(' · ')}</dd>
        </>
      )}
    </dl>
  )
}
