/** The ways out and how they do: room in the window, what is unanswered or in doubt, and whether clocks agree. */
import { useQuery } from '@tanstack/react-query'
import { Empty, Progress, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { PageFault } from '../../parts/page-fault.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { PauseButton } from '../../parts/pause-button.tsx'
import { useNumber } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { Tag } from '../../parts/tag.tsx'

type Gateway = Shape<'Gateway'>

const refreshMs = 2_000

export function Channels(): ReactNode {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: ['gateways'],
    queryFn: () => ask(api.GET('/gateways')),
    refetchInterval: refreshMs,
  })
  if (error !== null && data === undefined) return <PageFault error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHead title={t('channels.title')}>
        <span className="quiet">{t('channels.hint')}</span>
      </PageHead>
      {data === undefined && <Skeleton active />}
      {data?.items.length === 0 && <Empty description={t('channels.empty')} />}
      <div className="cards">
        {data?.items.map(gateway => (
          <GatewayCard key={gateway.name} gateway={gateway} />
        ))}
      </div>
    </>
  )
}

function GatewayCard({ gateway }: { readonly gateway: Gateway }): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const { count } = useNumber()
  const { name, channel, confirms, partsPerSecond, room, unanswered, inDoubt, receiptClock } = gateway
  const isUp = room + unanswered > 0
  const full = isUp ? Math.round((100 * unanswered) / (room + unanswered)) : 0
  return (
    <section className="card">
      <h2 className="spread">
        <span>
          {name} <Tag>{wordOf('channelNames', channel)}</Tag>
        </span>
        <Tag tone={isUp ? 'good' : 'bad'}>{t(isUp ? 'channels.up' : 'channels.down')}</Tag>
      </h2>
      <div className="spread quiet">
        <span>{t('channels.window')}</span>
        <span>{t('channels.windowOf', { unanswered, size: room + unanswered })}</span>
      </div>
      <Progress percent={full} showInfo={false} aria-label={t('channels.window')} />
      <dl className="pairs">
        <dt>{t('channels.rate')}</dt>
        <dd>{t('channels.perSecond', { count: partsPerSecond, n: count(partsPerSecond) })}</dd>
        <dt>{t('channels.confirms')}</dt>
        <dd>{wordOf('confirms', confirms)}</dd>
        <dt>{t('channels.inDoubt')}</dt>
        <dd className={inDoubt > 0 ? 'tone-amber' : ''}>{count(inDoubt)}</dd>
        {receiptClock !== null && (
          <>
            <dt>{t('channels.clock')}</dt>
            <dd>
              {t(`channels.verdicts.${receiptClock.verdict}`)}{' '}
              <span className="quiet">{receiptClock.zone}</span>
            </dd>
          </>
        )}
      </dl>
      <PauseButton kind="channel" value={channel} />
    </section>
  )
}
