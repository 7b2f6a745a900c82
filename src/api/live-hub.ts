/**
 * The live feed's listeners, as server-sent events.
 *
 * What is said is numbered and kept in a ring, so that who comes back with the id of the last event goes on from there;
 * when that is no longer in the ring, or was of another process, `gap` tells to read the lists anew. Nobody is waited for:
 * a listener who reads more slowly than things happen is dropped, and comes back by itself.
 */
import { Readable } from 'node:stream'
import { z } from 'zod'
import { type LiveEvent, liveEvents, type LiveKind } from './shapes/live.ts'

export interface HubLimits {
  readonly listenersMax: number
  /** Held for one listener who does not read. */
  readonly listenerBytes: number
  readonly heartbeatMs: number
  readonly ringMax: number
}

export const hubLimits: HubLimits = {
  listenersMax: 50,
  listenerBytes: 65_536,
  heartbeatMs: 15_000,
  ringMax: 500,
}

export interface Caller {
  /** The header `Last-Event-ID`. */
  readonly lastId: string | undefined
  /** Whether the caller's key or session is still good; asked with each heartbeat. */
  readonly mayStay: () => Promise<boolean>
}

interface Said {
  readonly n: number
  readonly text: string
}

export class LiveHub {
  readonly #limits: HubLimits
  readonly #boot: string
  readonly #ring: Said[] = []
  readonly #listeners = new Set<Readable>()
  #said = 0
  #closed = false

  /** @param boot tells this process's ids from those of others */
  constructor(boot: string, limits: Partial<HubLimits> = {}) {
    this.#boot = boot
    this.#limits = { ...hubLimits, ...limits }
  }

  get listeners(): number {
    return this.#listeners.size
  }

  publish<K extends LiveKind>(kind: K, event: LiveEvent<K>): void {
    this.#said += 1
    const data = z.encode(liveEvents[kind] as z.ZodType, event)
    const text = frame(kind, data, `${this.#boot}-${this.#said}`)
    this.#ring.push({ n: this.#said, text })
    if (this.#ring.length > this.#limits.ringMax) this.#ring.shift()
    for (const listener of this.#listeners) this.#tell(listener, text)
  }

  /** From now on things happen that are not published: who comes back later is told that there is a gap. */
  lapse(): void {
    this.#said += 1
    this.#ring.length = 0
  }

  /** Null when there are too many already, or the server is closing. */
  open({ lastId, mayStay }: Caller): Readable | null {
    const { heartbeatMs, listenersMax } = this.#limits
    if (this.#closed || this.#listeners.size >= listenersMax) return null
    const listener = new Readable({ read: () => undefined })
    this.#listeners.add(listener)
    const beat = setInterval(() => void this.#beat(listener, mayStay), heartbeatMs).unref()
    listener.once('close', () => {
      clearInterval(beat)
      this.#listeners.delete(listener)
    })
    listener.push(`retry: 3000\n\n${lastId === undefined ? '' : this.#since(lastId)}`)
    return listener
  }

  /** Tells all listeners good-bye; nobody is let in any more. */
  close(): void {
    this.#closed = true
    for (const listener of this.#listeners) this.#end(listener)
  }

  #since(lastId: string): string {
    const at = lastId.startsWith(`${this.#boot}-`) ? Number(lastId.slice(this.#boot.length + 1)) : Number.NaN
    const oldest = this.#ring[0]?.n ?? this.#said + 1
    const isHere = Number.isInteger(at) && at >= oldest - 1 && at <= this.#said
    if (!isHere) return frame('gap', {}, `${this.#boot}-${this.#said}`)
    return this.#ring
      .filter(({ n }) => n > at)
      .map(({ text }) => text)
      .join('')
  }

  #tell(listener: Readable, text: string): void {
    if (listener.readableLength > this.#limits.listenerBytes) this.#drop(listener)
    else listener.push(text)
  }

  async #beat(listener: Readable, mayStay: () => Promise<boolean>): Promise<void> {
    // While the database is away nobody's key can be looked up: who was let in stays until it is back.
    const stays = await mayStay().catch(() => true)
    if (!this.#listeners.has(listener)) return
    if (stays) this.#tell(listener, ':\n\n')
    else this.#end(listener)
  }

  #end(listener: Readable): void {
    this.#listeners.delete(listener)
    listener.push(null)
  }

  #drop(listener: Readable): void {
    this.#listeners.delete(listener)
    listener.destroy()
  }
}

const frame = (kind: LiveKind, data: unknown, id: string): string =>
  `id: ${id}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`
