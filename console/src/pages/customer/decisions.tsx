/** Each fact of an account, which rules it asked, and what each of them said. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Empty, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { PageFault } from '../../parts/page-fault.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { useTime } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { DecisionChoice, useFilter } from './decision-choice.tsx'
import { isAsked } from './decision-filter.ts'
import { FactList } from './fact-list.tsx'
import { Tag } from '../../parts/tag.tsx'

type Decision = Shape<'Decision'>

interface Asked {
  readonly account: string
  readonly onWhy: (reminder: string) => void
}

export function Decisions({ account, onWhy }: Asked): ReactNode {
  const { t } = useTranslation()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['decisions', account],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => {
      const query = pageParam === null ? {} : { after: pageParam }
      return ask(api.GET('/accounts/{account}/decisions', { params: { path: { account }, query } }))
    },
    getNextPageParam: page => page.next,
  })
  const filter = useFilter()
  if (error !== null) return <PageFault error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton active />
  const decisions = data.pages.flatMap(page => page.items)
  if (decisions.length === 0) return <Empty description={t('customer.noDecisions')} />
  const shown = decisions.filter(decision => isAsked(decision, filter))
  return (
    <div className="decisions">
      <DecisionChoice filter={filter} decisions={decisions} />
      {shown.length === 0 && (
        <Empty description={t(hasNextPage ? 'customer.noneSoFar' : 'customer.noneAsked')} />
      )}
      {shown.map(decision => (
        <DecisionCard
          key={`${decision.time} ${decision.source} ${decision.id}`}
          decision={decision}
          onWhy={onWhy}
        />
      ))}
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('customer.more')}
        </Button>
      )}
    </div>
  )
}

function DecisionCard({
  decision,
  onWhy,
}: { readonly decision: Decision } & Pick<Asked, 'onWhy'>): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  const { type, source, id, considered, reminders, body, origin } = decision
  const planned = new Map(reminders.map(reminder => [reminder.rule, reminder]))
  return (
    <details className="card decision" open={reminders.length > 0}>
      <summary>
        <time dateTime={decision.time}>{time(decision.time, 'minute')}</time> <b>{type}</b>{' '}
        {origin !== 'outside' && <Tag>{origin}</Tag>}
        {reminders.map(({ id: reminder, rule, state }) => (
          <span key={reminder} className="verdict">
            {rule} <StateMark state={state} />
          </span>
        ))}
      </summary>
      <FactList facts={body} />
      <h3>{t('customer.considered')}</h3>
      {considered.length === 0 && <p className="quiet">{t('customer.noRule')}</p>}
      <ul className="plain">
        {considered.map(({ rule, outcome }) => {
          const reminder = planned.get(rule)
          return (
            <li key={rule}>
              <code>{rule}</code> {wordOf('answers', outcome)}{' '}
              {reminder !== undefined && (
                <Button type="link" size="small" onClick={() => onWhy(reminder.id)}>
                  {t('customer.why')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <p className="quiet">
        {t('customer.cause')}: {source} {id}
      </p>
    </details>
  )
}
