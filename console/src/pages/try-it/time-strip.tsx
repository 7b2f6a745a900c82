/** The time of the demo, which is not today's once somebody has let it pass. */
import { FastForwardOutlined, LoadingOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '../../parts/time.ts'
import { type Stage, useStageTime, useWait, type Wait } from './stage.ts'

const waits: readonly Wait[] = ['a-while', 'morning', 'a-day', 'month']
const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

type Clock = Pick<Stage, 'now' | 'aheadMs' | 'waitingUntil'>

export function TimeStrip({ clock }: { readonly clock: Clock }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const at = useStageTime(clock.now)
  const wait = useWait()
  const isPassing = clock.waitingUntil !== null
  return (
    <section
      className={isPassing ? 'time-strip is-passing' : 'time-strip'}
      aria-label={t('tryIt.time.title')}
    >
      <div className="time-now">
        <small>{t('tryIt.time.title')}</small>
        <time dateTime={at}>{time(isPassing ? clock.now : at, 'weekMinute')}</time>
        <Ahead clock={clock} />
      </div>
      <div className="time-waits" role="group" aria-label={t('tryIt.time.skip')}>
        <span>
          <FastForwardOutlined /> {t('tryIt.time.skip')}
        </span>
        {waits.map(until => (
          <Button key={until} disabled={isPassing || wait.isPending} onClick={() => wait.mutate(until)}>
            {t(`tryIt.waits.${until}`)}
          </Button>
        ))}
      </div>
    </section>
  )
}

function Ahead({ clock: { aheadMs, waitingUntil } }: { readonly clock: Clock }): ReactNode {
  const { t } = useTranslation()
  if (waitingUntil !== null)
    return (
      <span className="time-ahead">
        <LoadingOutlined /> {t('tryIt.time.passing')}
      </span>
    )
  if (aheadMs < minuteMs) return <span className="quiet">{t('tryIt.time.real')}</span>
  const span =
    aheadMs >= dayMs
      ? t('tryIt.time.days', { count: Math.round((10 * aheadMs) / dayMs) / 10 })
      : aheadMs >= hourMs
        ? t('tryIt.time.hours', { count: Math.round((10 * aheadMs) / hourMs) / 10 })
        : t('tryIt.time.minutes', { count: Math.round(aheadMs / minuteMs) })
  return <span className="time-ahead">{t('tryIt.time.ahead', { span })}</span>
}
