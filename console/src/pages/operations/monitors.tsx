/** What must not be late or fall silent (NF-29, G13), against its target. */
import { useQuery } from '@tanstack/react-query'
import { Empty, Skeleton } from 'antd'
import i18next from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { Fault } from '../../parts/fault.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useNumber, useTime } from '../../parts/time.ts'

type View = Shape<'Monitors'>

const refreshMs = 20_000

export function Monitors(): ReactNode {
  const { t } = useTranslation()
  const { data, error } = useQuery({
    queryKey: ['monitors'],
    queryFn: () => ask(api.GET('/monitors')),
    refetchInterval: refreshMs,
  })
  if (error !== null && data === undefined) return <Fault error={error} />
  if (data === undefined) return <Skeleton active paragraph={{ rows: 2 }} />
  return (
    <section className="card">
      <h2>{t('monitors.title')}</h2>
      <p className="quiet">{t('monitors.hint')}</p>
      {data.items.length === 0 ? (
        <Nothing says={t('monitors.noMonitors')} />
      ) : (
        <ul className="plain">
          {data.items.map(item => (
            <Item key={item.name} item={item} />
          ))}
        </ul>
      )}
      <h3>{t('monitors.feeds')}</h3>
      {data.feeds.length === 0 ? (
        <Nothing says={t('monitors.noFeeds')} />
      ) : (
        <ul className="plain">
          {data.feeds.map(feed => (
            <Feed key={feed.source} feed={feed} />
          ))}
        </ul>
      )}
    </section>
  )
}

const Nothing = ({ says }: { readonly says: string }): ReactNode => (
  <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={says} />
)

/** One that the operator named has no other word. */
function nameOf(id: string): string {
  const word: unknown = i18next.getResource(i18next.language, 'words', `monitors.names.${id}`)
  return typeof word === 'string' ? word : id
}

function Item({ item }: { readonly item: View['items'][number] }): ReactNode {
  const { t } = useTranslation()
  const { count } = useNumber()
  const { name, withinSeconds, percentMin, ended, inTime, percent, isLate } = item
  return (
    <li className="spread">
      <span>
        {nameOf(name)}{' '}
        <span className="quiet">
          {t('monitors.target', { seconds: count(withinSeconds), percent: count(percentMin) })}
        </span>
      </span>
      <span>
        {percent === null
          ? t('monitors.none')
          : `${t('monitors.measured', { inTime: count(inTime), ended: count(ended) })} · ${count(percent)} %`}{' '}
        {percent !== null && (
          <Tag tone={isLate ? 'bad' : 'good'}>{t(isLate ? 'monitors.late' : 'monitors.well')}</Tag>
        )}
      </span>
    </li>
  )
}

function Feed({ feed }: { readonly feed: View['feeds'][number] }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const { source, lastArrival, isQuiet } = feed
  return (
    <li className="spread">
      <code>{source}</code>
      <span>
        <span className="quiet">
          {lastArrival === null
            ? t('monitors.never')
            : t('monitors.heard', { at: time(lastArrival, 'minute') })}
        </span>{' '}
        <Tag tone={isQuiet ? 'bad' : 'good'}>{t(isQuiet ? 'monitors.quiet' : 'monitors.well')}</Tag>
      </span>
    </li>
  )
}
