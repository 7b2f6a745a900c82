/** The touchpoints: each with what became of its reminders, and the way to its blueprint. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../client/api.ts'
import { OutcomeBar } from '../../parts/outcome-bar.tsx'
import { PageFault } from '../../parts/page-fault.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useNumber } from '../../parts/time.ts'
import { outcomesOf, useFigures, useToday } from '../overview/figures.ts'
import { daysFrom } from '../overview/span.ts'

/** Figures of so many days before today. */
const lookBackDays = 30

export function Touchpoints(): ReactNode {
  const { t, i18n } = useTranslation()
  const { count } = useNumber()
  const { data, error, refetch } = useQuery({
    queryKey: ['blueprints'],
    queryFn: () => ask(api.GET('/blueprints')),
  })
  const today = useToday().data?.today.day
  const lately = useFigures(
    today === undefined ? null : { from: daysFrom(today, -lookBackDays), until: today },
    'touchpoint',
  )
  if (error !== null) return <PageFault error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton active />
  const figures = new Map(lately.data?.items.map(one => [one.of, one]))
  return (
    <>
      <PageHead title={t('touchpoint.title')}>
        <span className="quiet">{t('touchpoint.hint')}</span>
      </PageHead>
      <div className="cards">
        {data.items.map(({ touchpoint, title, failurePoints }) => {
          const own = figures.get(touchpoint)
          return (
            <Link
              key={touchpoint}
              className="card linked"
              to="/touchpoints/$touchpoint"
              params={{ touchpoint }}
            >
              <h2 className="spread">
                <span>{i18n.language === 'en' ? title.en : title['zh-CN']}</span>
                <Tag tone="bad">{t('touchpoint.failurePoints', { count: failurePoints })}</Tag>
              </h2>
              {own === undefined || own.triggered === 0 ? (
                <p className="quiet">{t('touchpoint.quiet')}</p>
              ) : (
                <>
                  <p className="quiet">
                    {t('touchpoint.triggered', { count: own.triggered, n: count(own.triggered) })}
                  </p>
                  <OutcomeBar outcomes={outcomesOf(own)} />
                </>
              )}
            </Link>
          )
        })}
      </div>
    </>
  )
}
