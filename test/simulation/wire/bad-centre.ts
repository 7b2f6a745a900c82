/**
 * An SMS centre on a bad day, behind a bad wire: throttles, refuses, answers late or never, forgets at a restart what it was
 * to tell. What becomes of a message depends on the seed and its name alone, not on when it comes.
 */
import { FakeCentre, plays, status } from '../../../packages/smpp/src/index.ts'
import type { MessageState, PlannedReceipt, Play, Submitted } from '../../../packages/smpp/src/index.ts'
import { Dice } from '../dice.ts'
import type { FaultyWire } from './faulty-wire.ts'
import { messageOf, type WireLog } from './log.ts'
import type { WirePlot } from './plot.ts'
import { nameIn } from './words.ts'

/** The account that the driver binds with. */
export const credentials = { systemId: 'kairos', password: 'secret' } as const

const hour = 3_600_000
const soonMs = 3_000

interface Planned {
  readonly at: number
  readonly act: () => void
}

export class BadCentre {
  readonly #plot: WirePlot
  readonly #log: WireLog
  readonly #now: () => number
  readonly #fake: FakeCentre
  readonly #offers = new Map<string, number>()
  readonly #dice: Dice
  #planned: Planned[] = []
  /** Message time until which it is down; null when it is up. */
  #downUntil: number | null = null
  #isQuiet = false

  constructor(plot: WirePlot, log: WireLog, now: () => number) {
    this.#plot = plot
    this.#log = log
    this.#now = now
    this.#dice = new Dice(`centre ${plot.seed}`)
    this.#fake = new FakeCentre({
      host: '127.0.0.1',
      port: 0,
      tls: null,
      elapsed: () => performance.now(),
      chance: () => this.#dice.fraction(),
      systemId: 'CENTRE',
      accounts: new Map([[credentials.systemId, credentials.password]]),
      play: message => this.#play(message),
      now,
      after: (afterMs, act) => this.#planned.push({ at: now() + afterMs, act }),
      offsetMinutes: 480,
      idsInAnswers: 'decimal',
      idsInReceipts: plot.hexReceipts ? 'hex' : 'decimal',
      alphabet: 'gsm7',
    })
  }

  listen(): Promise<number> {
    return this.#fake.listen()
  }

  close(): Promise<void> {
    return this.#fake.close(100)
  }

  get harshness(): number {
    return this.#isQuiet ? 0 : this.#plot.harshness
  }

  /** From now on it does as it should; what it has done stays. */
  calmDown(): void {
    this.#isQuiet = true
  }

  /** Something is to be told soon: what it could not bring, it brings again. */
  get isBusy(): boolean {
    return this.#planned.some(({ at }) => at <= this.#now() + soonMs)
  }

  goDown(wire: FaultyWire, { downMs, keeps }: { readonly downMs: number; readonly keeps: boolean }): void {
    this.#log.note('restart')
    this.#downUntil = this.#now() + downMs
    wire.isDown = true
    wire.cutAll()
    if (!keeps) this.#planned = []
  }

  /** Does what is due. */
  tick(wire: FaultyWire): void {
    const now = this.#now()
    if (this.#downUntil !== null && (this.#downUntil <= now || this.#isQuiet)) {
      this.#downUntil = null
      wire.isDown = false
    }
    if (this.#isQuiet || this.#dice.happens(0.1)) this.#fake.release()
    const due = this.#planned.filter(({ at }) => at <= now)
    this.#planned = this.#planned.filter(({ at }) => at > now)
    for (const { act } of due.toSorted((a, b) => a.at - b.at)) act()
  }

  write(writing: WirePlot['writings'][number]): void {
    const { line, text, style } = writing
    this.#fake.write(credentials.systemId, { from: line.number.slice(1), to: '10086', text, style })
  }

  #play(message: Submitted): Play {
    const part = { number: `+${message.destination.number}`, name: nameIn(message.text ?? '') ?? '' }
    const name = { ...part, part: message.mark?.number ?? 1 }
    const key = `${messageOf(name)} ${name.part}`
    const times = (this.#offers.get(key) ?? 0) + 1
    this.#offers.set(key, times)
    const dice = new Dice(`fate ${this.#plot.seed} ${key} ${times}`)
    const no = this.#refusal(dice)
    if (no !== null) {
      if (permanent.has(no)) this.#log.refused.add(messageOf(name))
      return plays.refused(no)
    }
    this.#log.taken.push({ ...name, id: message.id, at: this.#now() })
    const early = this.#happens(dice, 0.15, 'receipt early')
    return { ...plays.silent, answer: this.#answer(dice), early, receipts: this.#receipts(name, early) }
  }

  #happens(dice: Dice, share: number, what: string): boolean {
    if (!dice.happens(share * this.harshness)) return false
    this.#log.note(what)
    return true
  }

  #refusal(dice: Dice): number | null {
    if (this.#happens(dice, 0.08, 'throttled')) return dice.pick([status.throttled, status.queueFull])
    return this.#happens(dice, 0.04, 'refused') ? dice.pick([...permanent]) : null
  }

  #answer(dice: Dice): Play['answer'] {
    if (this.#happens(dice, 0.02, 'cut instead of an answer')) return 'cut'
    return this.#happens(dice, 0.08, 'answer late') ? 'held' : 'at-once'
  }

  /** One handset gets all parts: they fare alike, but for one that may not arrive. */
  #receipts(name: { number: string; name: string; part: number }, early: boolean): readonly PlannedReceipt[] {
    const whole = new Dice(`end ${this.#plot.seed} ${messageOf(name)}`)
    const dice = new Dice(`end ${this.#plot.seed} ${messageOf(name)} ${name.part}`)
    const end = whole.pick(ends)
    const fails = this.#happens(whole, 0.15, 'failed') || this.#happens(dice, 0.03, 'a part fails')
    const state: MessageState = fails ? end : 'delivered'
    const isLate = this.#happens(dice, 0.08, 'receipt late')
    const afterMs = isLate ? dice.between(hour, 5 * hour) : early ? 0 : dice.between(200, 12_000)
    const form = dice.pick(['text', 'parameters', 'both'] as const)
    const final = { state, afterMs, err: state === 'delivered' ? '000' : '032', form }
    const between = { ...final, state: 'enroute', afterMs: 0 } as const
    if (this.#happens(dice, 0.05, 'receipt lost')) return []
    const receipts = this.#happens(dice, 0.1, 'word of a state between') ? [between, final] : [final]
    if (!this.#happens(dice, 0.1, 'receipt twice')) return receipts
    return [...receipts, { ...final, afterMs: afterMs + dice.between(0, 3_000) }]
  }
}

/** "Invalid destination" and "submit failed": the message will never be taken. */
const permanent: ReadonlySet<number> = new Set([0x0b, 0x45])
const ends: readonly MessageState[] = ['undeliverable', 'expired', 'rejected', 'deleted']
