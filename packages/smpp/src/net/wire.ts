/** Puts a `Link` on a socket: bytes, timers and backpressure. No protocol here. */
import type { Socket } from 'node:net'
import type { Effect, News } from '../session/effects.ts'
import type { Link } from '../session/link.ts'

/** Real milliseconds that only grow, e.g. `performance.now`. */
export type Elapsed = () => number

/** A peer that does not read must not fill our memory: nothing more is read from it meanwhile. */
const unwrittenMax = 1024 * 1024
const sleepMaxMs = 3_600_000
/** For the last words of a link whose peer does not read. */
const lingerMs = 5_000

export interface WireEnds {
  readonly socket: Socket
  readonly link: Link
  readonly elapsed: Elapsed
  readonly onNews: (news: News) => void
  /** Called once; `reason` null: in good order. */
  readonly onClosed: (reason: string | null) => void
}

export class Wire {
  readonly #ends: WireEnds
  #timer: NodeJS.Timeout | null = null
  #wakesAt = Infinity
  #flushing = false
  #closed = false

  constructor(ends: WireEnds) {
    this.#ends = ends
    const { socket, link, elapsed } = ends
    socket.setNoDelay(true)
    socket.on('data', chunk => {
      link.received(Buffer.from(chunk), elapsed())
      this.flush()
    })
    socket.on('drain', () => socket.resume())
    socket.on('error', error => this.#gone(error.message))
    socket.on('end', () => this.#gone('the peer hung up'))
    socket.on('close', () => this.#gone('the connection closed'))
  }

  /** Carries out what the link wants, once for all that this tick brings. */
  flushSoon(): void {
    if (this.#flushing) return
    this.#flushing = true
    queueMicrotask(() => this.flush())
  }

  flush(): void {
    this.#flushing = false
    for (let effects = this.#take(); effects.length > 0; effects = this.#take()) this.#carryOut(effects)
    this.#sleep()
  }

  /** Lets go at once, without a goodbye. */
  destroy(): void {
    this.#gone('let go')
  }

  #take(): Effect[] {
    return this.#ends.link.take()
  }

  #carryOut(effects: readonly Effect[]): void {
    const bytes = effects.flatMap(effect => (effect.what === 'send' ? [effect.bytes] : []))
    if (bytes.length > 0) this.#write(bytes)
    for (const effect of effects) {
      if (effect.what === 'close') this.#close(effect.reason)
      else if (effect.what !== 'send') this.#ends.onNews(effect)
    }
  }

  #write(bytes: readonly Buffer[]): void {
    const { socket } = this.#ends
    if (!socket.writable) return
    socket.write(bytes.length === 1 ? bytes[0]! : Buffer.concat(bytes))
    if (socket.writableLength > unwrittenMax) socket.pause()
  }

  #gone(reason: string): void {
    if (this.#closed) return
    this.#ends.link.lost(reason)
    this.flush()
  }

  #close(reason: string | null): void {
    if (this.#closed) return
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    const { socket, onClosed } = this.#ends
    socket.destroySoon()
    setTimeout(() => socket.destroy(), lingerMs).unref()
    onClosed(reason)
  }

  /** Keeps a timer that is early enough; one that fires too early looks again. */
  #sleep(): void {
    const due = this.#ends.link.due()
    if (this.#closed || due >= this.#wakesAt) return
    if (this.#timer) clearTimeout(this.#timer)
    this.#wakesAt = due
    const sleepMs = Math.min(Math.max(0, due - this.#ends.elapsed()), sleepMaxMs)
    this.#timer = setTimeout(() => this.#wake(), sleepMs)
  }

  #wake(): void {
    this.#wakesAt = Infinity
    this.#ends.link.tick(this.#ends.elapsed())
    this.flush()
  }
}
