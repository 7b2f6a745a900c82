/** How it goes: what was triggered, what arrived, what was withheld and why, and what somebody should look at. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Segmented, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../parts/fault.tsx'
import { PageFault } from '../../parts/page-fault.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Attention } from './attention.tsx'
import { ByDay } from './by-day.tsx'
import { useFigures, useToday } from './figures.ts'
import { Happenings } from './happenings.tsx'
import { type Days, daysFrom, isDay, monthOf, type SpanKind, spanOf } from './span.ts'
import { ByChannel, ByTouchpoint, Withheld } from './tables.tsx'
import { Tiles } from './tiles.tsx'
import './overview.css'

/** So many days back the last day with figures is looked for while today has none. */
const lookBackDays = 92

export function Overview(): ReactNode {
  const { t } = useTranslation()
  const today = useToday()
  const { data, error, refetch } = today
  if (error !== null && data === undefined) return <PageFault error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHead title={t('overview.title')} />
      <Attention />
      {data === undefined ? (
        <Skeleton active />
      ) : (
        <LatestDay today={data.today.day} isEmpty={isEmpty(data.today.total)} />
      )}
    </>
  )
}

const isEmpty = ({
  triggered,
  attempts,
  delivered,
}: Record<'triggered' | 'attempts' | 'delivered', number>): boolean => triggered + attempts + delivered === 0

/** Today; or while nothing has happened today, the last day on which something did. */
function LatestDay({
  today,
  isEmpty: isTodayEmpty,
}: {
  readonly today: string
  readonly isEmpty: boolean
}): ReactNode {
  const { t } = useTranslation()
  const lately = useFigures(
    isTodayEmpty ? { from: daysFrom(today, -lookBackDays), until: today } : null,
    'day',
  )
  if (!isTodayEmpty) return <Figures today={today} latest={today} />
  if (lately.error !== null && lately.data === undefined) return <PageFault error={lately.error} />
  if (lately.data === undefined) return <Skeleton active />
  const latest = lately.data.items.findLast(item => !isEmpty(item))?.of
  if (latest === undefined) return <Empty description={t('overview.empty')} />
  return <Figures today={today} latest={latest} />
}

function Figures({ today, latest }: { readonly today: string; readonly latest: string }): ReactNode {
  const { t } = useTranslation()
  const search = useSearch({ from: '/' })
  const navigate = useNavigate({ from: '/' })
  const kind: SpanKind = search.span === 'month' ? 'month' : 'day'
  const day = isDay(search.day) && search.day <= today ? search.day : latest
  const { days, before } = spanOf(kind, day)
  const month = monthOf(day)
  const byTouchpoint = useFigures(days, 'touchpoint')
  const byChannel = useFigures(days, 'channel')
  const earlier = useFigures(before, 'channel')
  const go = (change: { readonly day?: string | undefined; readonly span?: string | undefined }): void =>
    void navigate({ search: old => ({ ...old, ...change }), resetScroll: false })
  const fault = byTouchpoint.error ?? byChannel.error
  if (fault !== null && byTouchpoint.data === undefined) return <PageFault error={fault} />
  const { data } = byTouchpoint
  return (
    <>
      <SpanBar kind={kind} day={day} today={today} onGo={go} />
      {data === undefined ? (
        <Skeleton active />
      ) : (
        <Tiles
          total={data.total}
          channels={byChannel.data?.items ?? []}
          before={earlier.data?.total}
          beside={t(
            kind === 'month'
              ? 'overview.monthBefore'
              : day === today
                ? 'overview.yesterday'
                : 'overview.dayBefore',
          )}
        />
      )}
      <Course
        month={month}
        day={kind === 'day' ? day : undefined}
        onDay={one => one <= today && go({ day: one, span: undefined })}
      />
      <section className="card below">
        <h2>{t('overview.byTouchpoint')}</h2>
        {data !== undefined && <ByTouchpoint items={data.items} />}
      </section>
      <div className="columns">
        <section className="card">
          <h2>{t('overview.byChannel')}</h2>
          {byChannel.data !== undefined && <ByChannel items={byChannel.data.items} />}
        </section>
        <section className="card narrow">
          <h2>{t('overview.why')}</h2>
          {data !== undefined && <Withheld total={data.total} />}
        </section>
      </div>
    </>
  )
}

interface CourseAsked {
  readonly month: Days
  readonly day: string | undefined
  readonly onDay: (day: string) => void
}

/** The month by its days, and beside it what happens right now. */
function Course({ month, day, onDay }: CourseAsked): ReactNode {
  const { t } = useTranslation()
  const { data, error } = useFigures(month, 'day')
  return (
    <div className="columns">
      <section className="card">
        <h2>{t('overview.byDay', { month: month.from.slice(0, 7) })}</h2>
        {error !== null && data === undefined && <Fault error={error} />}
        {data !== undefined && <ByDay month={month} items={data.items} day={day} onDay={onDay} />}
      </section>
      <section className="card narrow">
        <h2>{t('overview.happenings')}</h2>
        <Happenings />
      </section>
    </div>
  )
}

interface SpanAsked {
  readonly kind: SpanKind
  readonly day: string
  readonly today: string
  readonly onGo: (change: { readonly day?: string | undefined; readonly span?: string | undefined }) => void
}

/** Which day or month is looked at, and the ways to others. */
function SpanBar({ kind, day, today, onGo }: SpanAsked): ReactNode {
  const { t, i18n } = useTranslation()
  const { days, before } = spanOf(kind, day)
  const after = daysFrom(days.until, 1)
  const form: Intl.DateTimeFormatOptions =
    kind === 'month' ? { year: 'numeric', month: 'long' } : { dateStyle: 'full' }
  const name = new Intl.DateTimeFormat(i18n.language, { ...form, timeZone: 'UTC' }).format(Date.parse(day))
  return (
    <div className="toolbar">
      <Segmented
        aria-label={t('overview.span')}
        value={kind}
        options={[
          { value: 'day', label: t('overview.spanDay') },
          { value: 'month', label: t('overview.spanMonth') },
        ]}
        onChange={value => onGo({ span: value === 'month' ? 'month' : undefined })}
      />
      <Button
        icon={<LeftOutlined />}
        aria-label={t('overview.earlier')}
        onClick={() => onGo({ day: before.until })}
      />
      <b>{name}</b>
      <Button
        icon={<RightOutlined />}
        aria-label={t('overview.later')}
        disabled={after > today}
        onClick={() => onGo({ day: after })}
      />
      {day === today ? (
        <span className="quiet">{t('overview.today')}</span>
      ) : (
        <Button type="link" onClick={() => onGo({ day: today })}>
          {t('overview.today')}
        </Button>
      )}
    </div>
  )
}
