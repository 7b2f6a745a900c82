/** One touchpoint: its service blueprint (BP-01…06); beside it the step that was chosen. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { useChoices } from '../../frame/choices.ts'
import { OutcomeBar } from '../../parts/outcome-bar.tsx'
import { PageFault } from '../../parts/page-fault.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useNumber } from '../../parts/time.ts'
import { BlueprintDrawing } from './blueprint-drawing.tsx'
import { blueprintWords } from './blueprint-words.ts'

type Blueprint = Shape<'Blueprint'>

export function Touchpoint(): ReactNode {
  const { t } = useTranslation()
  const { language } = useChoices()
  const { touchpoint } = useParams({ from: '/touchpoints/$touchpoint' })
  const { step: chosen } = useSearch({ from: '/touchpoints/$touchpoint' })
  const navigate = useNavigate({ from: '/touchpoints/$touchpoint' })
  const { data, error, refetch } = useQuery({
    queryKey: ['blueprint', touchpoint],
    queryFn: () => ask(api.GET('/blueprints/{touchpoint}', { params: { path: { touchpoint } } })),
  })
  if (error !== null) return <PageFault error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton active />
  return (
    <>
      <Link to="/touchpoints">{t('touchpoint.back')}</Link>
      <PageHead title={data.title[language]}>
        <span className="quiet">{data.scenario[language]}</span>
      </PageHead>
      <Figures touchpoint={touchpoint} />
      <section className="card drawing">
        <BlueprintDrawing
          blueprint={data}
          language={language}
          words={blueprintWords[language]}
          chosen={chosen ?? null}
          onChoose={({ id }) =>
            void navigate({ search: { step: id === chosen ? undefined : id }, resetScroll: false })
          }
        />
      </section>
      {chosen === undefined ? (
        <p className="quiet">{t('touchpoint.choose')}</p>
      ) : (
        <ChosenStep blueprint={data} id={chosen} />
      )}
    </>
  )
}

function Figures({ touchpoint }: { readonly touchpoint: string }): ReactNode {
  const { t } = useTranslation()
  const { count, share } = useNumber()
  const { data } = useQuery({ queryKey: ['books'], queryFn: () => ask(api.GET('/reconcile')) })
  const own = data?.touchpoints.find(one => one.touchpoint === touchpoint)
  if (own === undefined) return null
  const sent = own.delivered + own.failed + own.expired + own.unconfirmed
  return (
    <section className="card">
      <div className="spread quiet">
        <span>{t('touchpoint.triggered', { count: own.planned, n: count(own.planned) })}</span>
        <span>
          {t('overview.ofSent', { share: `${share(own.delivered, sent)} ${t('states.delivered')}` })}
        </span>
      </div>
      <OutcomeBar outcomes={own} />
    </section>
  )
}

function ChosenStep({ blueprint, id }: { readonly blueprint: Blueprint; readonly id: string }): ReactNode {
  const { t } = useTranslation()
  const { language } = useChoices()
  const words = blueprintWords[language]
  const step = blueprint.steps.find(one => one.id === id)
  if (step === undefined) return null
  const indicator = blueprint.indicators.find(one => one.id === step.indicator)
  return (
    <section className="card" aria-live="polite">
      <h2>
        {step.title[language]} <Tag>{words.lanes[step.lane]}</Tag>{' '}
        {step.toBeAdded && <Tag tone="amber">{words.toBeAdded}</Tag>}
      </h2>
      <dl className="pairs left">
        {step.failure !== null && (
          <>
            <dt>{words.failure}</dt>
            <dd className="tone-bad">{step.failure[language]}</dd>
          </>
        )}
        {step.department !== null && (
          <>
            <dt>{t('touchpoint.department')}</dt>
            <dd>{words.departments[step.department]}</dd>
          </>
        )}
        {indicator !== undefined && (
          <>
            <dt>{words.indicator}</dt>
            <dd>{indicator.title[language]}</dd>
          </>
        )}
        {step.measures !== null && (
          <>
            <dt>{t('touchpoint.measures')}</dt>
            <dd>{words.stages[step.measures]}</dd>
          </>
        )}
        {step.rules.length > 0 && (
          <>
            <dt>{t('touchpoint.rules')}</dt>
            <dd>
              {step.rules.map(rule => (
                <code key={rule}>{rule}</code>
              ))}
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}
