/**
 * Messages between commit and answer (G3, G4).
 *
 *     committed ──► submitted ──► accepted | refused | returned (answered)
 *         │              └──────► in doubt, when the answer stays out
 *         └──► returned, when a second has passed since it was decided, or refused (no number, not allowed)
 *
 * A line with an unanswered submit is busy: its next message waits and uses the same gateway; a code waits
 * two seconds at most. Gateways are throttled by parts per second of real time.
 */
import type { Answer, Gateway } from '../channels/channel.ts'
import type { AttemptOutcome } from '../core/event/inner.ts'
import type { AccountId } from '../core/event/event.ts'
import type { Instant } from '../core/units.ts'
import type { World } from '../core/world.ts'
import type { AcceptedRow, AttemptKey } from '../store/attempt.ts'
import type { Clock } from './clock.ts'
import { count, type Meter } from './meter.ts'
import type { Recent } from './recent.ts'
import { Tokens } from './tokens.ts'
import type { HandOver } from './turn/turn.ts'

/** A code waits for its line's unanswered submit no longer than this. */
export const codeWaitMs = 2_000
export const handOverWithinMs = 1_000
export const answerWithinMs = 60_000
/** Attempts given up whose late answer is still understood. */
const givenUpMax = 10_000

interface Submitted extends AttemptKey {
  readonly gateway: string
  readonly line: string
  readonly parts: number
  /** In message time; under a discrete clock the moment of its own decision. */
  readonly now: Instant
  /** Real milliseconds. */
  readonly since: number
}

/** Word of an attempt that a turn must decide. */
export interface Word extends AttemptKey {
  readonly outcome: AttemptOutcome
  readonly code: string
  readonly at: Instant
}

export interface OutgoingLimits {
  readonly handOverMs: number
  readonly answerMs: number
  /** False for the discrete clock, whose messages all leave at once. */
  readonly throttled: boolean
}

export class Outgoing {
  readonly #gateways: ReadonlyMap<string, Gateway>
  readonly #tokens: ReadonlyMap<string, Tokens>
  readonly #clock: Clock
  readonly #meter: Meter
  readonly #recent: Recent
  readonly #limits: OutgoingLimits
  readonly #wake: () => void
  readonly #submitted = new Map<string, Submitted>()
  /** Given up as in doubt: should an answer come after all, it is the truth. */
  readonly #givenUp = new Map<string, Submitted>()
  /** By line: its unanswered submit. */
  readonly #busy = new Map<string, Submitted>()
  /** Gateways that staff let run dry: nothing more is handed to them. */
  #drained: ReadonlySet<string> = new Set()
  #accepted: AcceptedRow[] = []
  #words: Word[] = []

  constructor(what: {
    readonly gateways: readonly Gateway[]
    readonly clock: Clock
    readonly meter: Meter
    readonly recent: Recent
    readonly limits: OutgoingLimits
    readonly wake: () => void
  }) {
    this.#gateways = new Map(what.gateways.map(gateway => [gateway.name, gateway]))
    const start = what.clock.elapsed()
    this.#tokens = new Map(
      what.gateways.map(gateway => [gateway.name, new Tokens(gateway.partsPerSecond, start)]),
    )
    this.#clock = what.clock
    this.#meter = what.meter
    this.#recent = what.recent
    this.#limits = what.limits
    this.#wake = what.wake
  }

  get gateways(): readonly Gateway[] {
    return [...this.#gateways.values()]
  }

  /** From now on nothing is handed to these; their answers and receipts go on. */
  drain(names: readonly string[]): void {
    this.#drained = new Set(names)
  }

  isDrained(gateway: Pick<Gateway, 'name'>): boolean {
    return this.#drained.has(gateway.name)
  }

  get unanswered(): number {
    return this.#submitted.size
  }

  unansweredBy(gateway: string): number {
    return [...this.#submitted.values()].filter(submitted => submitted.gateway === gateway).length
  }

  /**
   * How many messages a gateway may be given now. An accepted answer keeps its place in the window until it is
   * recorded: a crash before that leaves its attempt in doubt too, and those are one window at most (G4).
   */
  allowance(gateway: Gateway): number {
    if (this.isDrained(gateway)) return 0
    const unrecorded = this.#accepted.filter(row => row.gateway === gateway.name).length
    const room = Math.max(0, gateway.room() - unrecorded)
    if (!this.#limits.throttled || room === 0) return room
    return Math.min(room, this.#tokens.get(gateway.name)!.whole(this.#clock.elapsed()))
  }

  /** Whether a line's next message may go by this gateway now. */
  mayUse(
    gateway: Gateway,
    next: { readonly account: AccountId; readonly line: string; readonly lane: number },
  ): boolean {
    const busy = this.#busy.get(lineKey(next))
    if (busy === undefined) return true
    const waited = this.#clock.elapsed() - busy.since
    return next.lane === 0 && busy.gateway === gateway.name && waited >= codeWaitMs
  }

  /** Hands committed messages over; what cannot go becomes word for the next turn. */
  handOver(handOvers: readonly HandOver[], sendTo: World['sendTo']): void {
    for (const message of handOvers) {
      const no = this.#refusal(message, sendTo)
      if (no === null) this.#submit(message)
      else this.#words.push({ ...keyOf(message), ...no, at: this.#messageTime(message) })
    }
  }

  /** @param name as handed over, see `outerName`. */
  answered(name: string, answer: Answer): void {
    const submitted = this.#submitted.get(name) ?? this.#givenUp.get(name)
    if (submitted === undefined) return // of a former process, or given up long ago: a receipt will tell
    this.#release(submitted)
    this.#givenUp.delete(name)
    const { shard, account, gateway, attempt } = submitted
    const at = Math.max(submitted.now, this.#clock.now())
    if (answer.state === 'accepted') {
      this.#accepted.push({ shard, account, attempt, gateway, messageId: answer.messageId, at })
    } else {
      if (answer.state === 'returned') this.#tokens.get(gateway)!.spend(-submitted.parts)
      this.#words.push({ shard, account, attempt, outcome: answer.state, code: answer.code, at })
    }
    this.#wake()
  }

  /** Accepted answers not recorded yet. */
  takeAccepted(): readonly AcceptedRow[] {
    const taken = this.#accepted
    this.#accepted = []
    return taken
  }

  takeWords(max: number): readonly Word[] {
    return this.#words.splice(0, max)
  }

  get waiting(): boolean {
    return this.#accepted.length > 0 || this.#words.length > 0
  }

  /** Gives up on answers that have stayed out: those attempts are in doubt. */
  overdue(): readonly AttemptKey[] {
    const before = this.#clock.elapsed() - this.#limits.answerMs
    // Insertion order is order of time.
    const late: Submitted[] = []
    for (const submitted of this.#submitted.values()) {
      if (submitted.since > before) break
      late.push(submitted)
    }
    for (const submitted of late) {
      this.#release(submitted)
      if (this.#givenUp.size < givenUpMax) this.#givenUp.set(outerName(submitted), submitted)
    }
    this.#meter.inDoubt += late.length
    return late
  }

  #refusal(message: HandOver, sendTo: World['sendTo']): Pick<Word, 'outcome' | 'code'> | null {
    const { account, destination, row } = message
    if (destination === null) return { outcome: 'refused', code: 'no-number' }
    // The last guard (G11): whatever was decided, nobody off the allow-list is written to.
    const allowed = sendTo === 'everyone' || sendTo.has(`${account}/${row.line}`)
    if (!allowed) return { outcome: 'refused', code: 'not-allowed' }
    const gateway = this.#gateways.get(row.gateway)
    if (gateway === undefined) return { outcome: 'returned', code: 'no-gateway' }
    if (this.isDrained(gateway)) return { outcome: 'returned', code: 'drained' }
    // What was true when it was decided may not be after a long commit: it is asked again.
    if (this.#clock.now() - row.decidedAt > this.#limits.handOverMs) {
      return { outcome: 'returned', code: 'too-slow' }
    }
    return gateway.room() > 0 ? null : { outcome: 'returned', code: 'no-room' }
  }

  #submit(message: HandOver): void {
    const { row, destination } = message
    const { line, text, encoding, parts, validUntil, gateway } = row
    const now = this.#messageTime(message)
    const submitted = { ...keyOf(message), gateway, line, parts, now, since: this.#clock.elapsed() }
    const name = outerName(submitted)
    this.#submitted.set(name, submitted)
    this.#busy.set(lineKey(submitted), submitted)
    this.#tokens.get(gateway)!.spend(parts)
    count(this.#meter.submitted, gateway)
    count(this.#meter.parts, gateway, parts)
    this.#recent.handedOver(gateway, parts, submitted.since)
    const { number } = destination!
    this.#gateways
      .get(gateway)!
      .submit({ attempt: name, number, text, encoding, parts, class: row.class, validUntil, now })
  }

  #messageTime(message: HandOver): Instant {
    return Math.max(message.row.decidedAt, this.#clock.now())
  }

  #release(submitted: Submitted): void {
    this.#submitted.delete(outerName(submitted))
    const key = lineKey(submitted)
    if (this.#busy.get(key) === submitted) this.#busy.delete(key)
  }
}

/** What an attempt is called towards gateways: its id alone is unique only within its account. */
export const outerName = ({ account, attempt }: Pick<AttemptKey, 'account' | 'attempt'>): string =>
  `${account}/${attempt}`

const keyOf = ({ shard, account, row }: HandOver): AttemptKey => ({ shard, account, attempt: row.id })
const lineKey = ({ account, line }: { readonly account: AccountId; readonly line: string }): string =>
  `${account}/${line}`
