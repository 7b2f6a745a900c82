/** What somebody should look at now. */
import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../client/api.ts'
import { useRefresh } from '../../client/live.ts'
import { useTime } from '../../parts/time.ts'

const shownMax = 5
/** Counted one by one, up to here: this page must stay cheap, and the full count is on the page of operations. */
const asidesMax = 100

export function Attention(): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const refresh = useRefresh()
  const alarms = useQuery({
    queryKey: ['alarms', 'open'],
    queryFn: () => ask(api.GET('/alarms', { params: { query: { open: 'true', limit: 200 } } })),
    ...refresh,
  })
  const gateways = useQuery({
    queryKey: ['gateways'],
    queryFn: () => ask(api.GET('/gateways')),
    ...refresh,
  })
  const asides = useQuery({
    queryKey: ['set-aside', 'count'],
    queryFn: () => ask(api.GET('/set-aside', { params: { query: { limit: asidesMax } } })),
    ...refresh,
  })
  const open = alarms.data?.items ?? []
  if (asides.data === undefined || alarms.data === undefined || gateways.data === undefined) return null
  const setAside = asides.data.items.length
  const isMore = asides.data.next !== null
  const down = (gateways.data?.items ?? []).filter(({ room, unanswered }) => room === 0 && unanswered === 0)
  const lines = [
    ...down.map(({ name }) => t('overview.gatewayDown', { name })),
    ...(setAside > 0 ? [t(isMore ? 'overview.moreAsides' : 'overview.asides', { count: setAside })] : []),
    ...(open.length > 0 ? [t('overview.alarms', { count: open.length })] : []),
  ]
  const calm = lines.length === 0
  return (
    <section className={calm ? 'attention calm' : 'attention'} aria-label={t('overview.attention')}>
      {calm ? <CheckCircleFilled /> : <ExclamationCircleFilled />}
      <div>
        {calm ? t('overview.calm') : lines.join(' · ')}
        <ul>
          {open.slice(0, shownMax).map(({ id, at, note }) => (
            <li key={id}>
              <time dateTime={at}>{time(at, 'minute')}</time> <span>{note}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
