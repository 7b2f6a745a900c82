/**
 * The engine put together, without a clock hand: turns, and the ways in and out of them. `live.ts` drives it
 * by the real clock, `discrete.ts` by a simulated one.
 */
import type { Logger } from 'pino'
import type { Gateway, Listener } from '../channels/channel.ts'
import type { Instant } from '../core/units.ts'
import type { Database } from '../store/database.ts'
import { restoredStep } from '../store/shard.ts'
import type { Vault } from '../store/vault.ts'
import { Agenda } from './agenda.ts'
import type { Clock } from './clock.ts'
import { BlastGuard, type Foreseen, stopVersion } from './blast-guard.ts'
import { CrashMark } from './crash-mark.ts'
import { Dispatch } from './dispatch.ts'
import { type ComingBack, Hold } from './hold.ts'
import { JournalDays } from './journal-days.ts'
import { type Meter, newMeter } from './meter.ts'
import { Monitors, type MonitorTarget } from './monitors.ts'
import { answerWithinMs, handOverWithinMs, Outgoing, type OutgoingLimits } from './outgoing.ts'
import { patiently } from './patience.ts'
import { Receipts } from './receipts.ts'
import { Recent } from './recent.ts'
import { Replies } from './replies.ts'
import { holdGateways, resumeGateway, takeOver } from './recovery.ts'
import type { Item, Refusal } from './turn/item.ts'
import type { Decide, SurroundingsAt, TurnParts } from './turn/parts.ts'
import { runTurn, type TurnOptions, type TurnResult } from './turn/turn.ts'
import type { Underway } from './turn/underway.ts'

export interface MachineConfig {
  readonly database: Database
  readonly vault: Vault
  readonly decide: Decide
  readonly surroundingsAt: SurroundingsAt
  /** The install secret, or the seed of a simulation. */
  readonly secret: Uint8Array
  readonly gateways: readonly Gateway[]
  readonly clock: Clock
  readonly log: Logger
  /** Names this process in gateway leases. */
  readonly holder: string
  /** Where the crash mark is kept; null where nothing outlives the process. */
  readonly markPath: string | null
  readonly limits?: Partial<OutgoingLimits>
  /** What is held after an outage or a restore (G14); absent: nothing ever is, as under a clock that jumps. */
  readonly comingBack?: ComingBack
  /** What is measured against a target each minute (NF-29); by the discrete clock nothing is. */
  readonly monitors?: readonly MonitorTarget[]
  readonly meter?: Meter
  /** What the blast guard measures versions by; without it there is none. */
  readonly foreseen?: () => Foreseen
  /** Told when the engine itself has paused something: what it decides by is to be read anew. */
  readonly paused?: () => Promise<void>
}

export class Machine {
  readonly parts: TurnParts
  readonly clock: Clock
  readonly outgoing: Outgoing
  readonly receipts: Receipts
  readonly replies: Replies
  readonly agenda: Agenda
  readonly dispatch: Dispatch
  readonly monitors: Monitors
  readonly mark: CrashMark
  readonly recent: Recent
  readonly holder: string
  readonly #hold: Hold
  readonly #abort: AbortController
  readonly #guard = new BlastGuard()
  readonly #foreseen: () => Foreseen
  readonly #paused: () => Promise<void>
  #wake: () => void = () => undefined
  #told: (result: TurnResult) => void = () => undefined
  #lastTurnAt: Instant | null = null

  private constructor(config: MachineConfig, parts: TurnParts, abort: AbortController) {
    this.parts = parts
    this.clock = config.clock
    this.holder = config.holder
    this.#abort = abort
    this.#foreseen = config.foreseen ?? nothingForeseen
    this.#paused = config.paused ?? (async () => undefined)
    const limits = {
      handOverMs: handOverWithinMs,
      answerMs: answerWithinMs,
      throttled: true,
      ...config.limits,
    }
    const wake = (): void => this.#wake()
    this.recent = new Recent(config.clock.elapsed())
    this.outgoing = new Outgoing({
      gateways: config.gateways,
      clock: config.clock,
      meter: parts.meter,
      recent: this.recent,
      limits,
      wake,
    })
    this.receipts = new Receipts(parts, wake)
    this.replies = new Replies(parts, wake)
    this.agenda = new Agenda(parts)
    this.#hold = new Hold(parts, config.comingBack ?? null)
    this.dispatch = new Dispatch(parts, this.outgoing, this.#hold)
    this.monitors = new Monitors(parts, config.monitors ?? [])
    this.mark = CrashMark.open(config.markPath)
  }

  /** Takes the shards over, holds the gateways, starts and resumes them. */
  static async open(config: MachineConfig): Promise<Machine> {
    const { database, vault, decide, surroundingsAt, secret, log } = config
    const abort = new AbortController()
    const parts: TurnParts = {
      database,
      vault,
      decide,
      surroundingsAt,
      secret,
      log,
      fences: await takeOver(database, config.comingBack?.restored === true ? restoredStep : 1),
      days: await JournalDays.open(database),
      meter: config.meter ?? newMeter(),
      signal: abort.signal,
    }
    const machine = new Machine(config, parts, abort)
    await machine.hold()
    for (const gateway of config.gateways) {
      await gateway.start(machine.#listener())
      await resumeGateway(parts, gateway)
    }
    return machine
  }

  /** When the last turn committed, by the machine's clock; null before the first. */
  get lastTurnAt(): Instant | null {
    return this.#lastTurnAt
  }

  /** Who is told that something came in. */
  onWake(wake: () => void): void {
    this.#wake = wake
  }

  /** Who is told, after each commit, what it was; must be quick. What it throws is logged, and nothing else. */
  onCommit(told: (result: TurnResult) => void): void {
    this.#told = told
  }

  /** Takes or renews the gateways' leases, and notes that somebody is at work. */
  async hold(): Promise<void> {
    const lease = { holder: this.holder, now: this.clock.now() }
    await patiently(this.parts, () => holdGateways(this.parts, this.outgoing.gateways, lease))
    await this.#hold.beat(lease.now)
  }

  /**
   * Runs a turn and hands over what it decided to send. Items that crashed us before run alone.
   * @param after the turn before, when it is still being committed
   * @param announce told when this one's commit begins; not when it runs in several batches
   */
  async turn(
    items: readonly Item[],
    after: Underway | null = null,
    announce?: (turn: Underway) => void,
  ): Promise<readonly TurnResult[]> {
    const batches = this.#cautiously(items)
    const [only] = batches
    if (only !== undefined && batches.length === 1 && !erases(only))
      return [await this.#run(only, { after, announce })]
    // Beside an erasure nothing is decided: what is loaded there would still know the person.
    await after?.stands
    const results: TurnResult[] = []
    for (const batch of batches) results.push(await this.#run(batch, {}))
    return results
  }

  async #run(
    { items, never }: Careful,
    beside: Pick<TurnOptions, 'after' | 'announce'>,
  ): Promise<TurnResult> {
    const began = this.clock.elapsed()
    this.mark.begin(items)
    const options = never ? { ...beside, refused: refusedAll(items) } : beside
    // Only a death of the process leaves the mark standing.
    const result = await runTurn(this.parts, items, options).finally(() => this.mark.end(items))
    for (const item of items) if (item.kind === 'erasure') this.parts.vault.forget(item.account)
    this.#lastTurnAt = this.clock.now()
    this.parts.meter.turnMs += this.clock.elapsed() - began
    this.agenda.note(result)
    this.dispatch.note(result)
    if (items.some(isTurnedDown)) this.receipts.doubted()
    const { sendTo } = this.parts.surroundingsAt(this.clock.now())
    this.outgoing.handOver(result.handOvers, sendTo)
    this.#tell(result)
    await this.#watch(result)
    return result
  }

  /** What goes too far stops before the next turn. */
  async #watch(result: TurnResult): Promise<void> {
    const blasts = this.#guard.note(result, this.#foreseen())
    if (blasts.length === 0) return
    for (const blast of blasts) this.parts.log.error(blast, 'the blast guard paused a rulebook version')
    const statements = blasts.flatMap(stopVersion)
    await patiently(this.parts, () => this.parts.database.transact(statements))
    await patiently(this.parts, this.#paused)
  }

  #tell(result: TurnResult): void {
    const elapsed = this.clock.elapsed()
    this.recent.turn(result.verdicts.size, elapsed)
    for (const heard of result.heard) this.recent.heard(heard, elapsed)
    try {
      this.#told(result)
    } catch (error) {
      this.parts.log.error({ error }, 'a commit could not be told of')
    }
  }

  /** Gives up on a database in trouble: nothing waits for it any more. */
  abort(): void {
    this.#abort.abort()
  }

  async close(limitMs: number): Promise<void> {
    await Promise.all(this.outgoing.gateways.map(gateway => gateway.close(limitMs)))
    this.mark.close()
  }

  #cautiously(items: readonly Item[]): readonly Careful[] {
    const batches: { items: Item[]; never: boolean; open: boolean }[] = []
    for (const item of items) {
      const marked = this.mark.judge(item)
      // What is loaded with an erasure would still know the person.
      const judgement = item.kind === 'erasure' && marked === 'as-usual' ? 'alone' : marked
      const last = batches.at(-1)
      if (judgement === 'as-usual' && last?.open === true) last.items.push(item)
      else batches.push({ items: [item], never: judgement === 'never', open: judgement === 'as-usual' })
    }
    return batches
  }

  #listener(): Listener {
    return {
      answered: (attempt, answer) => this.outgoing.answered(attempt, answer),
      receipt: receipt => this.receipts.receive(receipt),
      reply: reply => this.replies.receive(reply),
    }
  }
}

const nothingForeseen = (): Foreseen => new Map()

interface Careful {
  readonly items: readonly Item[]
  /** They are not decided any more. */
  readonly never: boolean
}

/** The gateway does not have it: no receipt can be about it. */
const isTurnedDown = (item: Item): boolean =>
  item.kind === 'outcome' && (item.outcome === 'refused' || item.outcome === 'returned')

const erases = ({ items }: Careful): boolean => items.some(item => item.kind === 'erasure')

const refusedAll = (items: readonly Item[]): ReadonlyMap<Item, Refusal> =>
  new Map(
    items.map(item => [
      item,
      { reason: 'decision-failed', note: 'it ended the process four times, twice alone' },
    ]),
  )
