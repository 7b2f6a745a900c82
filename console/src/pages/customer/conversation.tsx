/** A line's month as a conversation: facts in the middle, what we said on the right, what they answered on the left. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Segmented, Skeleton } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { PageFault } from '../../parts/page-fault.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { dayOf, useTime } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { isPlanChange } from './plan-change.tsx'

type Entry = Shape<'TimelineEntry'>

interface Asked {
  readonly account: string
  readonly line: string
  readonly onWhy: (reminder: string) => void
  /** A change of plan is to be shown side by side. */
  readonly onCompare: (eventId: string) => void
}

const pageRows = 100

export function Conversation({ account, line, onWhy, onCompare }: Asked): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const navigate = useNavigate({ from: '/customers/$account' })
  const shows = useSearch({ from: '/customers/$account' }).shows === 'messages' ? 'messages' : 'all'
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['timeline', account, line],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      ask(
        api.POST('/timeline', {
          body: { account, line, limit: pageRows, ...(pageParam === null ? {} : { after: pageParam }) },
        }),
      ),
    getNextPageParam: page => page.next,
  })
  const days = useMemo(() => {
    const entries = joined(data?.pages.flatMap(page => page.items) ?? [])
    const wanted = shows === 'all' ? entries : entries.filter(({ entry }) => isMessage(entry))
    return [...Map.groupBy(wanted, ({ entry }) => dayOf(entry.at))]
  }, [data, shows])
  if (error !== null) return <PageFault error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton active />
  return (
    <div className="conversation">
      <Segmented
        aria-label={t('customer.search')}
        value={shows}
        onChange={value =>
          void navigate({ search: old => ({ ...old, shows: value === 'all' ? undefined : value }) })
        }
        options={[
          { value: 'all', label: t('customer.all') },
          { value: 'messages', label: t('customer.onlyMessages') },
        ]}
      />
      {days.length === 0 && <Empty description={t('customer.noConversation')} />}
      {days.map(([day, entries]) => (
        <section key={day} className="day">
          <h3>{time(entries[0]!.entry.at, 'day')}</h3>
          {entries.map(one => (
            <Said key={keyOf(one.entry)} {...one} onWhy={onWhy} onCompare={onCompare} />
          ))}
        </section>
      ))}
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('customer.more')}
        </Button>
      )}
    </div>
  )
}

interface Joined {
  readonly entry: Entry
  /** What became of a message, where that is known. */
  readonly outcome: Entry | null
}

const keyOf = ({ at, kind, reminder, eventId, what }: Entry): string =>
  `${at} ${kind} ${reminder ?? eventId ?? ''} ${what}`

const isMessage = ({ kind, text }: Entry): boolean => kind !== 'event' || text !== null

/** Newest first: an outcome stands above what was sent, and goes into its bubble. */
function joined(entries: readonly Entry[]): readonly Joined[] {
  const sent = new Set(entries.filter(({ kind }) => kind === 'sent').map(({ reminder }) => reminder))
  const outcomes = new Map<string | null, Entry>()
  return entries.flatMap(entry => {
    if (entry.kind !== 'outcome') {
      const outcome = entry.kind === 'sent' ? (outcomes.get(entry.reminder) ?? null) : null
      if (outcome !== null) outcomes.delete(entry.reminder)
      return [{ entry, outcome }]
    }
    if (!sent.has(entry.reminder)) return [{ entry, outcome: null }]
    outcomes.set(entry.reminder, entry)
    return []
  })
}

function Said({ entry, outcome, onWhy, onCompare }: Joined & Pick<Asked, 'onWhy' | 'onCompare'>): ReactNode {
  if (entry.kind === 'event' && entry.text === null) return <Fact entry={entry} onCompare={onCompare} />
  if (entry.kind === 'event') return <Reply entry={entry} />
  return <Message entry={entry} outcome={outcome} onWhy={onWhy} />
}

function Fact({
  entry: { at, what, note, by, eventId },
  onCompare,
}: { readonly entry: Entry } & Pick<Asked, 'onCompare'>): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  if (by !== null)
    return (
      <p className="fact">
        <time dateTime={at}>{time(at, 'clock')}</time> <b>{wordOf('deeds', what)}</b>{' '}
        <span>{t('assist.by', { name: by })}</span>
      </p>
    )
  return (
    <p className="fact">
      <time dateTime={at}>{time(at, 'clock')}</time> <b>{what}</b> <span>{note}</span>{' '}
      {isPlanChange(what) && eventId !== null && (
        <Button type="link" size="small" onClick={() => onCompare(eventId)}>
          {t('screen.compare')}
        </Button>
      )}
    </p>
  )
}

function Reply({ entry: { at, text } }: { readonly entry: Entry }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  return (
    <article className="bubble theirs">
      <p>{text}</p>
      <footer>
        {t('customer.reply')} · <time dateTime={at}>{time(at, 'clock')}</time>
      </footer>
    </article>
  )
}

function Message({ entry, outcome, onWhy }: Joined & Pick<Asked, 'onWhy'>): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  const { at, kind, what, channel, text, note, reminder, contact } = entry
  const state = kind === 'sent' ? (outcome?.what ?? 'attempted') : kind === 'outcome' ? what : kind
  return (
    <article className={`bubble ours ${kind}`}>
      {kind === 'sent' ? (
        <p>{text ?? <i className="quiet">{t('customer.blanked')}</i>}</p>
      ) : (
        <p className="quiet">
          <b>{what}</b> {note}
        </p>
      )}
      <footer>
        {contact !== null && <>{t('customer.toContact', { number: contact.number ?? contact.id })} · </>}
        {channel !== null && <>{wordOf('channelNames', channel)} · </>}
        <time dateTime={at}>{time(at, 'clock')}</time> · <StateMark state={state} />
        {outcome !== null && (
          <>
            {' '}
            <time dateTime={outcome.at}>{time(outcome.at, 'second')}</time>
          </>
        )}
        {reminder !== null && (
          <Button type="link" size="small" onClick={() => onWhy(reminder)}>
            {t('customer.why')}
          </Button>
        )}
      </footer>
    </article>
  )
}
