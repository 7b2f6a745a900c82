import { Button, Progress } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shape } from '../../client/api.ts'
import { useMay } from '../../client/session.ts'
import { useMeasure } from '../../parts/measure.ts'
import { PauseButton } from '../../parts/pause-button.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useNumber } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { DrainButton } from './drain-button.tsx'

type Gateway = Shape<'Gateway'>

interface Asked {
  readonly gateway: Gateway
  readonly onTrace: () => void
}

export function GatewayCard({ gateway, onTrace }: Asked): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const may = useMay()
  const { name, channel, room, unanswered, drained, traces } = gateway
  const size = room + unanswered
  const isUp = size > 0
  return (
    <section className="card">
      <h2 className="spread">
        <span>
          {name} <Tag>{wordOf('channelNames', channel)}</Tag>
        </span>
        <span>
          {drained !== null && <Tag tone="amber">{t('channels.drained')}</Tag>}
          <Tag tone={isUp ? 'good' : 'bad'}>{t(isUp ? 'channels.up' : 'channels.down')}</Tag>
        </span>
      </h2>
      <div className="spread quiet">
        <span>{t('channels.window')}</span>
        <span>{t('channels.windowOf', { unanswered, size })}</span>
      </div>
      <Progress
        percent={isUp ? Math.round((100 * unanswered) / size) : 0}
        showInfo={false}
        aria-label={t('channels.window')}
      />
      <Numbers gateway={gateway} />
      <Errors errors={gateway.errors} />
      <div className="gateway-steps">
        <PauseButton kind="channel" value={channel} />
        <DrainButton gateway={gateway} />
        {traces && may('operate') && (
          <Button size="small" onClick={onTrace}>
            {t('channels.trace')}
          </Button>
        )}
      </div>
    </section>
  )
}

function Numbers({ gateway }: { readonly gateway: Gateway }): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const { count, share } = useNumber()
  const { span } = useMeasure()
  const { confirms, partsPerSecond, inDoubt, lastMinute, receiptDelay, receiptClock } = gateway
  return (
    <dl className="pairs">
      <dt>{t('channels.lastMinute')}</dt>
      <dd>
        {t('channels.messagesAndParts', {
          messages: count(lastMinute.messages),
          parts: count(lastMinute.parts),
        })}
        <div className="quiet">
          {t('channels.ofRate', {
            share: share(lastMinute.parts, partsPerSecond * 60),
            rate: t('channels.perSecond', { count: partsPerSecond, n: count(partsPerSecond) }),
          })}
        </div>
      </dd>
      <dt>{t('channels.receiptDelay')}</dt>
      <dd>
        {receiptDelay === null ? (
          <span className="quiet">{t('channels.noReceipts')}</span>
        ) : (
          t('channels.delays', { p50: span(receiptDelay.p50Ms), p99: span(receiptDelay.p99Ms) })
        )}
      </dd>
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
  )
}

const errorsMax = 5

function Errors({ errors }: { readonly errors: Gateway['errors'] }): ReactNode {
  const { t } = useTranslation()
  const { count } = useNumber()
  return (
    <>
      <h3>{t('channels.errors')}</h3>
      {errors.length === 0 && <p className="quiet">{t('channels.noErrors')}</p>}
      <ul className="plain">
        {errors.slice(0, errorsMax).map(one => (
          <li key={one.code} className="spread">
            <code>{one.code}</code>
            <span>{count(one.count)}</span>
          </li>
        ))}
      </ul>
      {errors.length > errorsMax && (
        <p className="quiet">{t('channels.moreErrors', { count: errors.length - errorsMax })}</p>
      )}
    </>
  )
}
