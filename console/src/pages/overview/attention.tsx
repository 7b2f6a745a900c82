/** What somebody should look at now. */
import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../client/api.ts'
import { useRefresh } from '../../client/live.ts'
import { useTime } from '../../parts/time.ts'

const shownMax = 5

export function Attention(): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const refresh = useRefresh()
  const books = useQuery({ queryKey: ['books'], queryFn: () => ask(api.GET('/reconcile')), ...refresh })
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
  const open = alarms.data?.items ?? []
  if (books.data === undefined || alarms.data === undefined || gateways.data === undefined) return null
  const { events, holds } = books.data
  const setAside = events.setAside - events.waiting
  const down = (gateways.data?.items ?? []).filter(({ room, unanswered }) => room === 0 && unanswered === 0)
  const lines = [
    ...(holds ? [] : [t('overview.booksBroken')]),
    ...down.map(({ name }) => t('overview.gatewayDown', { name })),
    ...(setAside > 0 ? [t('overview.asides', { count: setAside })] : []),
    ...(open.length > 0 ? [t('overview.alarms', { count: open.length })] : []),
  ]
  const calm = lines.length === 0
  return (
    <section className={calm ? 'attention calm' : 'attention'} aria-label={t('overview.attention')}>
      {calm ? <CheckCircleFilled /> : <ExclamationCircleFilled />}
      <div>
        {calm ? t('overview.calm') : lines.join(' · ')}
        {holds && <span className="quiet"> · {t('overview.booksHold')}</span>}
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
