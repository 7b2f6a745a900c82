/**
 * What happens, as it happens (`GET /live`): one stream for all pages. It mends what they have read, or tells that it is old, so that
 * nobody has to ask every few seconds.
 *
 * The browser comes back by itself with the id of the last thing it heard. Where it gives up (the server said no, or is away), we open
 * anew, and so we do when the page is looked at again after a while in the background: a browser has few connections for
 * one server, and pages that nobody looks at are not to hold them. What was missed is then read anew.
 */
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { Shape } from './api.ts'

/** `waiting`: the stream is down or not there yet, and pages ask now and then; `paused`: the reader wants it to stand still. */
export type LiveState = 'live' | 'waiting' | 'paused'

/** Something that became of a reminder; never of whose. */
export interface Happening {
  readonly key: string
  readonly at: string
  readonly touchpoint: string
  readonly rule: string
  readonly channel: string
  readonly state: string
  readonly reason: string | null
  readonly province: string | null
  readonly city: string | null
  /** So many before it are not shown. */
  readonly skipped: number
}

interface GatewayNow extends Pick<Shape<'Gateway'>, 'name' | 'room' | 'unanswered' | 'inDoubt'> {
  readonly sentPerSecond: number
}

interface FiguresNow {
  readonly day: string
  readonly total: Shape<'FigureTotal'>
}

const happeningsMax = 40
const againMs = 10_000
const hiddenMaxMs = 60_000
/** What is read anew at most so often when something has happened. */
const paceMs = {
  figures: 10_000,
  books: 60_000,
  gateways: 3_000,
  queues: 3_000,
  operations: 5_000,
  alarms: 1_000,
}
type Told = keyof typeof paceMs

interface Snapshot {
  readonly state: LiveState
  readonly happenings: readonly Happening[]
}

class LiveStream {
  #queries: QueryClient | null = null
  #source: EventSource | null = null
  #snapshot: Snapshot = { state: 'waiting', happenings: [] }
  #again: ReturnType<typeof setTimeout> | undefined
  #hidden: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<() => void>()
  readonly #readAt = new Map<Told, number>()
  readonly #waiting = new Map<Told, ReturnType<typeof setTimeout>>()

  readonly snapshot = (): Snapshot => this.#snapshot
  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Until what it gives back is called: somebody is signed in. */
  start(queries: QueryClient): () => void {
    this.#queries = queries
    document.addEventListener('visibilitychange', this.#seen)
    if (this.#snapshot.state !== 'paused') this.#open()
    return () => {
      document.removeEventListener('visibilitychange', this.#seen)
      this.#close()
      for (const timer of this.#waiting.values()) clearTimeout(timer)
      this.#waiting.clear()
      this.#queries = null
      this.#say({ state: 'waiting', happenings: [] })
    }
  }

  pause(): void {
    this.#close()
    this.#say({ state: 'paused' })
  }

  resume(): void {
    this.#say({ state: 'waiting' })
    this.#open()
  }

  #open(): void {
    this.#close()
    const source = new EventSource('/api/live')
    this.#source = source
    let isFirst = true
    source.addEventListener('open', () => {
      // The first of a stream of ours: what happened before it was not told. Later ones go on where they were.
      if (isFirst) this.#readAll()
      isFirst = false
      this.#say({ state: 'live' })
    })
    source.addEventListener('error', () => {
      this.#say({ state: 'waiting' })
      if (source.readyState === EventSource.CLOSED) this.#again = setTimeout(() => this.#open(), againMs)
    })
    const on = (kind: string, does: (told: unknown, id: string) => void): void =>
      source.addEventListener(kind, ({ data, lastEventId }: MessageEvent<string>) =>
        does(JSON.parse(data), lastEventId),
      )
    on('figures', told => this.#figures(told as FiguresNow))
    on('gateway', told => this.#gateway(told as GatewayNow))
    on('reminder', (told, key) => this.#happened({ ...(told as Omit<Happening, 'key'>), key }))
    on('alarm', () => this.#tell('alarms', 'operations'))
    on('gap', () => this.#readAll())
  }

  #close(): void {
    clearTimeout(this.#again)
    clearTimeout(this.#hidden)
    this.#source?.close()
    this.#source = null
  }

  readonly #seen = (): void => {
    clearTimeout(this.#hidden)
    if (this.#snapshot.state === 'paused') return
    if (!document.hidden) {
      if (this.#source === null) this.#open()
      return
    }
    this.#hidden = setTimeout(() => {
      this.#close()
      this.#say({ state: 'waiting' })
    }, hiddenMaxMs)
  }

  #figures(told: FiguresNow): void {
    this.#queries?.setQueryData<Shape<'FiguresToday'>>(['figures', 'today'], before =>
      before?.today.day === told.day ? { ...before, today: told } : before,
    )
    this.#tell('figures', 'gateways', 'queues', 'operations')
  }

  #gateway({ name, room, unanswered, inDoubt }: GatewayNow): void {
    this.#queries?.setQueryData<Shape<'GatewayList'>>(['gateways'], before =>
      before === undefined
        ? before
        : {
            items: before.items.map(one => (one.name === name ? { ...one, room, unanswered, inDoubt } : one)),
          },
    )
    this.#tell('gateways', 'queues')
  }

  #happened(one: Happening): void {
    this.#say({ happenings: [one, ...this.#snapshot.happenings].slice(0, happeningsMax) })
  }

  #say(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    for (const listener of this.#listeners) listener()
  }

  #readAll(): void {
    for (const told of Object.keys(paceMs) as Told[]) this.#read(told)
  }

  /** What these lists show is old: pages that are open read them anew, at their pace. */
  #tell(...lists: readonly Told[]): void {
    for (const told of lists) {
      if (this.#waiting.has(told)) continue
      const wait = Math.max(0, (this.#readAt.get(told) ?? 0) + paceMs[told] - performance.now())
      this.#waiting.set(
        told,
        setTimeout(() => this.#read(told), wait),
      )
    }
  }

  #read(told: Told): void {
    clearTimeout(this.#waiting.get(told))
    this.#waiting.delete(told)
    this.#readAt.set(told, performance.now())
    const queryKey: QueryKey = [told]
    void this.#queries?.invalidateQueries({ queryKey })
  }
}

export const live = new LiveStream()

export const useLive = (): Snapshot => useSyncExternalStore(live.listen, live.snapshot)

const useLiveState = (): LiveState => useSyncExternalStore(live.listen, () => live.snapshot().state)

const restMs = 60_000
const downMs = 15_000

/** How often a list is read by itself: seldom while the stream tells of changes, more often while it is down, never when paused. */
export function useRefresh(whileLiveMs = restMs): { readonly refetchInterval: number | false } {
  const state = useLiveState()
  if (state === 'paused') return { refetchInterval: false }
  return { refetchInterval: state === 'live' ? whileLiveMs : Math.min(whileLiveMs, downMs) }
}
