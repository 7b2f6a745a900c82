/** One touchpoint: its service blueprint (BP-01…06); beside it the step that was chosen. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { useChoices } from '../../frame/choices.ts'
import { PageFault } from '../../parts/page-fault.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Tag } from '../../parts/tag.tsx'
import { BlueprintDrawing } from './blueprint-drawing.tsx'
import { blueprintWords } from './blueprint-words.ts'
import { RulesOf } from './rules-of.tsx'
import { SpanChoice, spans, useStepFigures } from './span-choice.tsx'
import { TextsOf } from './texts-of.tsx'

type Blueprint = Shape<'Blueprint'>

export function Touchpoint(): ReactNode {
  const { t } = useTranslation()
  const { language } = useChoices()
  const { touchpoint } = useParams({ from: '/touchpoints/$touchpoint' })
  const { step: chosen, days: asked } = useSearch({ from: '/touchpoints/$touchpoint' })
  const navigate = useNavigate({ from: '/touchpoints/$touchpoint' })
  const { data, error, refetch } = useQuery({
    queryKey: ['blueprint', touchpoint],
    queryFn: () => ask(api.GET('/blueprints/{touchpoint}', { params: { path: { touchpoint } } })),
  })
  const days = spans.find(span => span === asked) ?? spans[0]
  const { words: figureWords, items } = useStepFigures(data, days)
  if (error !== null) return <PageFault error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton active />
  return (
    <>
      <Link to="/touchpoints">{t('touchpoint.back')}</Link>
      <PageHead title={data.title[language]}>
        <span className="quiet">{data.scenario[language]}</span>
      </PageHead>
      <SpanChoice
        days={days}
        onDays={value => void navigate({ search: old => ({ ...old, days: value }), resetScroll: false })}
      />
      <section className="card drawing">
        <BlueprintDrawing
          blueprint={data}
          language={language}
          words={blueprintWords[language]}
          figures={figureWords}
          chosen={chosen ?? null}
          onChoose={({ id }) =>
            void navigate({
              search: old => ({ ...old, step: id === chosen ? undefined : id }),
              resetScroll: false,
            })
          }
        />
      </section>
      {chosen === undefined ? (
        <p className="quiet">{t('touchpoint.choose')}</p>
      ) : (
        <ChosenStep blueprint={data} id={chosen} />
      )}
      <RulesOf blueprint={data} figures={items} chosen={data.steps.find(({ id }) => id === chosen)?.rules} />
      <TextsOf version={data.version} touchpoint={touchpoint} language={language} />
    </>
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
