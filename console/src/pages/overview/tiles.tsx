/** What was triggered, sent and delivered, how long it took and what it cost, beside what it was before. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMeasure } from '../../parts/measure.ts'
import { useNumber } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { type Figure, lostOf, type Total } from './figures.ts'

interface Asked {
  readonly total: Total
  /** The same by channel: some may have no price. */
  readonly channels: readonly Figure[]
  readonly before: Total | undefined
  /** What stands beside it: yesterday, the day before, the month before. */
  readonly beside: string
}

export function Tiles({ total, channels, before, beside }: Asked): ReactNode {
  const { t } = useTranslation()
  const { count, share } = useNumber()
  const { yuan } = useMeasure()
  const wordOf = useWordOf()
  const ended = total.delivered + lostOf(total)
  const counted = [
    { name: t('overview.planned'), of: (one: Total) => one.triggered, note: '' },
    { name: t('overview.sent'), of: (one: Total) => one.sent, note: '' },
    {
      name: t('overview.delivered'),
      of: (one: Total) => one.delivered,
      note: t('overview.ofEnded', { share: share(total.delivered, ended) }),
    },
    { name: t('overview.lost'), of: lostOf, note: t('overview.lostHint') },
    {
      name: t('overview.withheld'),
      of: (one: Total) => one.withheld,
      note: t('overview.ofPlanned', { share: share(total.withheld, total.triggered) }),
    },
  ]
  const cost = channels.reduce((sum, one) => sum + (one.costMicroYuan ?? 0), 0)
  const unpriced = channels
    .filter(one => one.costMicroYuan === null)
    .map(({ of }) => wordOf('channelNames', of))
  return (
    <dl className="tiles">
      {counted.map(({ name, of, note }) => (
        <div key={name} className="tile">
          <dt>{name}</dt>
          <dd>{count(of(total))}</dd>
          <dd className="quiet">
            {before !== undefined && `${beside} ${count(of(before))}`}
            {note !== '' && <div>{note}</div>}
          </dd>
        </div>
      ))}
      <Delay delay={total.delay} />
      <div className="tile">
        <dt>{t('overview.parts')}</dt>
        <dd>{count(total.parts)}</dd>
        <dd className="quiet">
          {before !== undefined && `${beside} ${count(before.parts)}`}
          <div>{t('overview.cost', { cost: yuan(cost) })}</div>
          {unpriced.length > 0 && t('overview.unpriced', { channels: unpriced.join(', ') })}
        </dd>
      </div>
    </dl>
  )
}

function Delay({ delay }: { readonly delay: Total['delay'] }): ReactNode {
  const { t } = useTranslation()
  const { span } = useMeasure()
  return (
    <div className="tile">
      <dt>{t('overview.delay')}</dt>
      <dd>{delay === null ? '–' : span(delay.p50Ms)}</dd>
      <dd className="quiet">
        {delay !== null && (
          <>
            {t('overview.delayMost', { p90: span(delay.p90Ms) })}
            <div>{t('overview.delayAll', { p99: span(delay.p99Ms) })}</div>
          </>
        )}
      </dd>
    </div>
  )
}
