/** The customer as they stand now: allowances as rings, money, what they hold, and how they want to be spoken to. */
import { Progress } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shape } from '../../client/api.ts'
import { useTime } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { Blocks } from './blocks.tsx'
import { volume, yuan } from './facts.ts'
import { Tag } from '../../parts/tag.tsx'

type Customer = Shape<'CustomerPicture'>
type Line = Customer['lines'][number]

export function Picture({ customer, line }: { readonly customer: Customer; readonly line: Line }): ReactNode {
  return (
    <aside className="picture">
      <Money customer={customer} />
      <Rings line={line} />
      <Offers line={line} />
      <Wishes line={line} />
      <Blocks account={customer.account} />
    </aside>
  )
}

function Money({
  customer: { balance, standing, usableUntil, bill },
}: {
  readonly customer: Customer
}): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  return (
    <section className="card">
      <h2>{t('customer.money')}</h2>
      <dl className="pairs">
        <dt>{t('customer.standing')}</dt>
        <dd>
          <Tag tone={standing.state === 'normal' ? 'good' : 'bad'}>{wordOf('standings', standing.state)}</Tag>
        </dd>
        {balance !== null && (
          <>
            <dt>{t('customer.balance')}</dt>
            <dd>
              <b className={balance.amount < 0 ? 'tone-bad' : ''}>{yuan(balance.amount)}</b>{' '}
              <span className="quiet">{t('parts.asOf', { time: time(balance.asOf, 'minute') })}</span>
            </dd>
          </>
        )}
        {usableUntil !== null && (
          <>
            <dt>{t('customer.usableUntil')}</dt>
            <dd>{usableUntil}</dd>
          </>
        )}
        {bill !== null && (
          <>
            <dt>{t('customer.bill', { month: bill.month })}</dt>
            <dd>{t('customer.billDue', { amount: yuan(bill.due), payBy: bill.payBy })}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

const nearlyUsed = 80
const used = 100

function Rings({ line: { meters } }: { readonly line: Line }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  return (
    <section className="card">
      <h2>{t('customer.allowances')}</h2>
      {meters.length === 0 && <p className="quiet">{t('customer.noAllowance')}</p>}
      <div className="rings">
        {meters.map(meter => {
          const percent = meter.allowance === 0 ? used : Math.round((100 * meter.used) / meter.allowance)
          return (
            <figure key={meter.bucket}>
              <Progress
                type="circle"
                size={88}
                percent={Math.min(percent, used)}
                format={() => `${percent}%`}
                strokeColor={
                  percent >= used ? 'var(--bad)' : percent >= nearlyUsed ? 'var(--amber)' : 'var(--jade)'
                }
                aria-label={wordOf('buckets', meter.kind)}
              />
              <figcaption>
                <b>{wordOf('buckets', meter.kind)}</b>
                <span>
                  {volume(meter.used)} / {volume(meter.allowance)}
                </span>
                <span className="quiet">{t('parts.asOf', { time: time(meter.asOf, 'minute') })}</span>
              </figcaption>
            </figure>
          )
        })}
      </div>
    </section>
  )
}

function Offers({ line: { offers, abroad } }: { readonly line: Line }): ReactNode {
  const { t, i18n } = useTranslation()
  const wordOf = useWordOf()
  return (
    <section className="card">
      <h2>{t('customer.offers')}</h2>
      {abroad !== null && <Tag tone="jade">{t('customer.abroad', { mcc: abroad })}</Tag>}
      <ul className="plain">
        {offers.map(({ id, kind, name, since, until }) => (
          <li key={`${kind} ${id}`}>
            <Tag>{wordOf('offerKinds', kind)}</Tag> {i18n.language === 'en' ? name.en : name['zh-CN']}{' '}
            <span className="quiet">
              {since !== null && t('customer.since', { day: since })}{' '}
              {until !== null && t('customer.until', { day: until })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Wishes({ line: { preferences, language } }: { readonly line: Line }): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const { channel, activeHours, marketingConsent, subscribed, unsubscribed } = preferences
  const listed = (kinds: readonly string[]): string =>
    kinds.length === 0 ? t('parts.none') : kinds.join(', ')
  return (
    <section className="card">
      <h2>{t('customer.wishes')}</h2>
      <dl className="pairs">
        <dt>{t('customer.language')}</dt>
        <dd>{language === 'en' ? 'English' : '中文'}</dd>
        <dt>{t('customer.channel')}</dt>
        <dd>{channel === null ? t('customer.noWish') : wordOf('channelNames', channel)}</dd>
        <dt>{t('customer.hours')}</dt>
        <dd>{activeHours === null ? t('customer.noWish') : `${activeHours.from}–${activeHours.to}`}</dd>
        <dt>{t('customer.marketing')}</dt>
        <dd>{t(marketingConsent ? 'customer.agreed' : 'customer.notAgreed')}</dd>
        <dt>{t('customer.ordered')}</dt>
        <dd>{listed(subscribed)}</dd>
        <dt>{t('customer.switchedOff')}</dt>
        <dd>{listed(unsubscribed)}</dd>
      </dl>
    </section>
  )
}
