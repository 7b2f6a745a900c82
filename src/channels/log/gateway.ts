/**
 * The `log` twin of a channel: a gateway that is a file, and a network behind it that is a model of reach.
 *
 *            start                  error on write
 *     new ─────────► up ────────────────────────────► down
 *                    │  ◄──────────────────────────────┤
 *                    │     reopened after `reopenMs`   │
 *                    └────────────► closed ◄───────────┘
 *                          close
 *
 * In `up` messages are taken: those submitted in one tick, or while a write is under way, leave in one
 * write, and are answered after it, so `accepted` means that the kernel has the line. In `down` and
 * `closed` there is no room. When a write fails, whole lines in the file are accepted; the others come
 * back (`returned`) if the kernel refused them outright, else they stay in doubt, as on a broken link.
 */
import { setImmediate as nextTick, setTimeout as sleep } from 'node:timers/promises'
import type { ChannelName } from '../../core/event/facts.ts'
import type { Instant } from '../../core/units.ts'
import type { Confirms, Gateway, Listener, Message, OpenAttempt } from '../channel.ts'
import { fileBytesMax, isRefusal, linesOf, openLogFile } from './file.ts'
import type { Appended, LogFile } from './file.ts'
import { lineOf, messageIdOf, parseLine } from './line.ts'
import { byStaff, type Reach } from './reach.ts'
import { UnderWay } from './under-way.ts'
import type { PresentMoment } from './under-way.ts'

export interface LogConfig {
  readonly name: string
  readonly channel: ChannelName
  readonly confirms: Confirms
  readonly partsPerSecond: number
  /** Messages that may be unanswered at once. */
  readonly window: number
  /** Created with mode 0600; one file per gateway. */
  readonly path: string
  readonly reach: Reach
  /** Real time: receipts come by timers. `null`: a discrete clock calls `nextMoment` and `advance`. */
  readonly clock: PresentMoment | null
  /** For tests that need a file that misbehaves. */
  readonly open?: (path: string) => Promise<LogFile>
}

/** Receipts under way at most; some 300 MB. Beyond it there is no room. */
const underWayMax = 1_000_000
/** Real time until a file that failed is opened again. */
const reopenMs = 1_000

export class LogGateway implements Gateway {
  readonly name: string
  readonly channel: ChannelName
  readonly confirms: Confirms
  readonly partsPerSecond: number
  readonly #config: LogConfig
  readonly #underWay: UnderWay
  #state: 'new' | 'up' | 'down' | 'closed' = 'new'
  #file: LogFile | null = null
  #listener: Listener | null = null
  #queue: Message[] = []
  #unanswered = 0
  #doubtful: OpenAttempt[] = []
  #writing: Promise<void> | null = null
  #reopening: NodeJS.Timeout | null = null

  constructor(config: LogConfig) {
    this.name = config.name
    this.channel = config.channel
    this.confirms = config.confirms
    this.partsPerSecond = config.partsPerSecond
    const { channel, reach } = config
    this.#config = channel === 'staff-call' ? { ...config, reach: byStaff(reach) } : config
    this.#underWay = new UnderWay(config.clock, async receipt => this.#listener?.receipt(receipt))
  }

  async start(listener: Listener): Promise<void> {
    this.#listener = listener
    await this.#open()
  }

  /** Reads the file once; only the lines of the attempts asked for are kept in memory. */
  async resume(open: readonly OpenAttempt[]): Promise<void> {
    const wanted = new Map(open.map(attempt => [attempt.attempt, attempt]))
    if (wanted.size === 0) return
    for await (const text of linesOf(this.#config.path)) {
      const line = parseLine(text)
      const attempt = line && wanted.get(line.attempt)
      if (!line || !attempt) continue
      this.#foresee({ ...line, now: line.at, validUntil: attempt.validUntil })
      wanted.delete(line.attempt)
      if (wanted.size === 0) break
    }
  }

  room(): number {
    const full = (this.#file?.size ?? 0) >= fileBytesMax || this.#underWay.size >= underWayMax
    return this.#state === 'up' && !full ? Math.max(0, this.#config.window - this.#unanswered) : 0
  }

  submit(message: Message): void {
    if (this.room() === 0) {
      queueMicrotask(() => this.#listener?.answered(message.attempt, { state: 'returned', code: 'no-room' }))
      return
    }
    this.#unanswered += 1
    this.#queue.push(message)
    this.#writing ??= this.#write()
  }

  async close(limitMs: number): Promise<void> {
    this.#state = 'closed'
    if (this.#reopening) clearTimeout(this.#reopening)
    this.#underWay.stop()
    if (this.#writing) await within(limitMs, this.#writing)
    this.#listener = null
    this.#queue = []
    if (this.#file) await within(limitMs, release(this.#file))
  }

  nextMoment(): Instant | null {
    return this.#underWay.next()
  }

  advance(now: Instant): Promise<void> {
    return this.#underWay.advance(now)
  }

  async #open(): Promise<void> {
    const file = await (this.#config.open ?? openLogFile)(this.#config.path)
    if (this.#state === 'closed') return release(file)
    this.#file = file
    this.#state = 'up'
  }

  /** One write per tick, and one for all that came while the former was under way. */
  async #write(): Promise<void> {
    await nextTick()
    while (this.#queue.length > 0) {
      const batch = this.#queue
      this.#queue = []
      await this.#handOver(batch)
    }
    this.#writing = null
  }

  async #handOver(batch: readonly Message[]): Promise<void> {
    const lines = batch.map(message => Buffer.from(lineOf(this, message)))
    const appended = this.#file ? await this.#file.append(Buffer.concat(lines)) : linkDown
    this.#unanswered -= batch.length
    let start = 0
    for (const [i, message] of batch.entries()) {
      const end = start + lines[i]!.length
      this.#settle(message, { start, end }, appended)
      start = end
    }
    if (appended.fault) this.#lose()
  }

  #settle(message: Message, line: { start: number; end: number }, { bytes, fault }: Appended): void {
    if (line.end <= bytes) {
      const messageId = messageIdOf(this.name, message.attempt)
      this.#listener?.answered(message.attempt, { state: 'accepted', messageId })
      this.#foresee(message)
    } else if (fault && isRefusal(fault) && line.start >= bytes) {
      this.#listener?.answered(message.attempt, { state: 'returned', code: fault })
    } else {
      this.#doubtful.push({ ...message, messageId: null, handedAt: message.now })
    }
  }

  /** A receipt that will come, unless none ever does. */
  #foresee(message: Message): void {
    const fate = this.#config.reach(message)
    if (fate === 'never') return
    this.#underWay.add({
      gateway: this.name,
      messageId: messageIdOf(this.name, message.attempt),
      number: message.number,
      outcome: fate.outcome,
      code: fate.code,
      submittedAt: message.now,
      at: message.now + fate.afterMs,
    })
  }

  #lose(): void {
    if (this.#file) void release(this.#file)
    this.#file = null
    if (this.#state === 'up') this.#reopenLater()
  }

  #reopenLater(): void {
    this.#state = 'down'
    this.#reopening = setTimeout(() => void this.#reopen(), reopenMs).unref()
  }

  /** Like a gateway after a broken link: of what was in doubt, it reports on what it has. */
  async #reopen(): Promise<void> {
    try {
      await this.#open()
      await this.resume(this.#doubtful.splice(0))
    } catch {
      if (this.#state === 'down') this.#reopenLater()
    }
  }
}

/** What `append` would answer without a file: nothing was handed over. */
const linkDown: Appended = { bytes: 0, fault: 'link-down' }

const release = (file: LogFile): Promise<void> => file.close().catch(() => undefined)

async function within(limitMs: number, work: Promise<void>): Promise<void> {
  const limit = new AbortController()
  const late = sleep(limitMs, undefined, { signal: limit.signal }).catch(() => undefined)
  await Promise.race([work, late])
  limit.abort()
}
