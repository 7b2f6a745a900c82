/**
 * The operator's SMS centre: SMPP on a socket of this machine, and the handsets of `handsets.ts` behind it.
 *
 * Links live in real time, messages in message time. Under a discrete clock (`advance`) the lines of a town
 * each live at a moment of their own within the span that is being played, and the wire carries no such
 * moment: whoever submits foretells it, and the name by which chance decides the message's fate. By a real
 * clock (`live`) a message is told by what the wire says of it, as in any centre.
 */
import { setImmediate as nextTick } from 'node:timers/promises'
import { FakeCentre, parseTime, plays, Reassembly, stateOf } from '../packages/smpp/src/index.ts'
import type { Play, Submitted } from '../packages/smpp/src/index.ts'
import type { Instant } from '../src/core/units.ts'
import { Hands, type Shown } from './hands.ts'
import type { Handed, Reach } from './handsets.ts'
import { Heap } from './heap.ts'
import type { Writing } from './writing.ts'

export interface SmsCentreOptions {
  readonly reach: Reach
  /** What customers write back; absent: nobody does. */
  readonly writing?: Writing
  /** Told of what handsets show: by a real clock when they do, under a discrete one when their centre knows that they will. */
  readonly shown?: (shown: Shown) => void
  readonly account: { readonly systemId: string; readonly password: string }
  /** Real milliseconds that only grow. */
  readonly elapsed: () => number
  /** Numbers in [0, 1), for the links' jitter. */
  readonly chance: () => number
  /** Of its clock, east of UTC. */
  readonly offsetMinutes?: number
  /** Any free one, unless told. */
  readonly port?: number
}

const hourMs = 3_600_000
const usualOffsetMinutes = 480
/** Without a validity on the wire the centre tries for so long. */
const triesMs = 72 * hourMs
/** Receipts let out before others are looked at again; the window of its links. */
const togetherMax = 1_000
/** Real time for a receipt to cross the wire. */
const crossWithinMs = 5_000
const liveEveryMs = 100
/** Parts of one message, of which others never came. */
const partsLimits = { unfinishedMax: 1_000, octetsMax: 1_048_576, waitMs: 600_000 }

export class SmsCentre {
  readonly #options: SmsCentreOptions
  readonly #fake: FakeCentre
  readonly #due = new Heap<() => void>()
  readonly #hands: Hands
  /** Long messages that are coming in, for those who read them. */
  readonly #parts = new Reassembly<string>(partsLimits)
  /** By number: the message that is about to come. */
  readonly #foretold = new Map<string, Handed>()
  #now: Instant = 0
  /** Receipts and replies let out so far. */
  #released = 0
  #clock: (() => Instant) | null = null
  #ticking: NodeJS.Timeout | null = null

  constructor(options: SmsCentreOptions) {
    this.#options = options
    const { account, elapsed, chance, offsetMinutes = usualOffsetMinutes, port = 0 } = options
    this.#hands = new Hands({
      after: (afterMs, act) => this.#due.push(this.now() + afterMs, act),
      report: (message, receipt, submittedAt) => this.#fake.report(message, receipt, submittedAt),
      shown: shown => options.shown?.({ ...shown, at: this.now() }),
    })
    this.#fake = new FakeCentre({
      // Nobody from outside (G11).
      host: '127.0.0.1',
      port,
      tls: null,
      elapsed,
      chance,
      settings: { windowMax: togetherMax, owedMax: togetherMax },
      systemId: 'OPERATOR',
      accounts: new Map([[account.systemId, account.password]]),
      play: message => this.#play(message),
      now: () => this.now(),
      after: (afterMs, act) => this.#due.push(this.now() + afterMs, act),
      offsetMinutes,
      idsInAnswers: 'decimal',
      idsInReceipts: 'decimal',
      alphabet: 'gsm7',
    })
  }

  /** Resolves to the port. */
  listen(): Promise<number> {
    return this.#fake.listen()
  }

  /** Parts taken, oldest first. */
  get taken(): readonly Submitted[] {
    return this.#fake.taken
  }

  /** Message time here: of what it does just now. */
  now(): Instant {
    return this.#clock ? this.#clock() : this.#now
  }

  /** Under a discrete clock, before each submit. */
  foretell(message: Handed): void {
    this.#foretold.set(message.number, message)
  }

  /** When the next receipt leaves; null when none is under way. */
  nextMoment(): Instant | null {
    return this.#due.size === 0 ? null : this.#due.firstAt
  }

  /**
   * Lets out what is due until then, moment by moment, so that each receipt crosses the wire in its own; at
   * most 1,000.
   * @param heard how many receipts have come in at the other end.
   */
  async advance(until: Instant, heard: () => number): Promise<void> {
    const before = heard() - this.#released
    for (let count = 0; count < togetherMax && this.#due.firstAt <= until; count += 1) {
      this.#release()
      const deadline = this.#options.elapsed() + crossWithinMs
      while (heard() - before < this.#released && this.#options.elapsed() < deadline) await nextTick()
    }
  }

  /** From now on by a real clock: what was under way arrives when it is due. */
  live(clock: () => Instant): void {
    this.#clock = clock
    this.#foretold.clear()
    this.#ticking = setInterval(() => this.letOut(), liveEveryMs).unref()
  }

  /** By a real clock: everything that is due by now. */
  letOut(): void {
    while (this.#due.firstAt <= this.now()) this.#release()
  }

  /** From now on this handset is in somebody's hand: on or off, whatever its habits are. By a real clock only. */
  turn(number: string, isOn: boolean): void {
    this.#hands.turn(number, isOn)
  }

  isOn(number: string): boolean {
    return this.#hands.isOn(number)
  }

  /** Somebody writes with this handset. */
  write(number: string, to: string, text: string): void {
    this.#fake.write(this.#options.account.systemId, { from: number.replace('+', ''), to, text })
  }

  /** Breaks every link; what is under way waits for the next bind. */
  hangUp(): void {
    this.#fake.hangUp()
  }

  async close(limitMs: number): Promise<void> {
    if (this.#ticking) clearInterval(this.#ticking)
    await this.#fake.close(limitMs)
  }

  #release(): void {
    const { at, item: send } = this.#due.pop()
    this.#now = at
    this.#released += 1
    send()
  }

  #play(message: Submitted): Play {
    const handed = this.#handed(message)
    this.#now = handed.now
    if (this.#hands.has(handed.number)) {
      this.#hands.receive(message, handed, this.#whole(message))
      return plays.silent
    }
    const fate = this.#options.reach(handed)
    if (fate !== 'never' && fate.outcome === 'delivered') this.#show(message, handed, fate.afterMs)
    if (fate === 'never' || !message.wantsReceipt) return plays.silent
    const [word, err] = fate.code.split(':') as [string, string]
    return { ...plays.silent, receipts: [{ state: stateOf(word), afterMs: fate.afterMs, err, form: 'both' }] }
  }

  /** What the handset shows, once it is whole, may be answered: one short message, when its moment has come. */
  #show(message: Submitted, { attempt, number }: Handed, afterMs: number): void {
    const text = this.#whole(message)
    if (text === null) return
    const at = this.now() + afterMs
    const { source, destination } = message
    this.#tell({ number, from: source.number, at, text, parts: message.mark?.total ?? 1 })
    const written = this.#options.writing?.({ attempt, number, at, text }) ?? null
    if (written === null) return
    const { systemId } = this.#options.account
    this.#due.push(at + written.afterMs, () =>
      this.#fake.write(systemId, { from: destination.number, to: source.number, text: written.text }),
    )
  }

  #tell(shown: Shown): void {
    const tell = (): void => this.#options.shown?.(shown)
    // Under a discrete clock whatever is due is awaited at the other end of the wire, where this does not go.
    if (this.#clock) this.#due.push(shown.at, tell)
    else tell()
  }

  /** Null while parts are missing. */
  #whole({ source, destination, mark, content, text }: Submitted): string | null {
    if (mark === null) return text
    const [from, to] = [source.number, destination.number]
    const part = { source: from, destination: to, mark, content, tag: text ?? '' }
    const { whole } = this.#parts.add(part, this.#options.elapsed())
    return whole === null ? null : whole.map(({ tag }) => tag).join('')
  }

  /** All parts of a message meet one fate: they go to one handset, together. */
  #handed({ id, destination, validityPeriod }: Submitted): Handed {
    const number = `+${destination.number}`
    const foretold = this.#foretold.get(number)
    const now = foretold?.now ?? this.now()
    const written = parseTime(validityPeriod, now) ?? now + triesMs
    if (!foretold) return { attempt: id, number, now, validUntil: written }
    // The wire has tenths of a second; what differs by more is what counts.
    const validUntil = Math.abs(written - foretold.validUntil) < 1_000 ? foretold.validUntil : written
    return { ...foretold, validUntil }
  }
}
