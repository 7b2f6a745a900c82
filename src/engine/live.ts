/**
 * The engine by the real clock: one loop, one turn at a time; when arrivals queue up, a few turns of nothing else
 * follow, each decided while the one before is being committed.
 *
 * Each round takes what has come, oldest kinds first: outcomes, reminders that gateways have room for, timers
 * that fell due, events that return, arrivals. None can starve the others: each kind but the last is
 * bounded to a share of the batch, and arrivals take the rest.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Verdict } from '../core/event/arrival.ts'
import { recordAnswers } from './answers.ts'
import { FencedOff } from './fences.ts'
import { type Inbox, Unavailable } from './inbox.ts'
import type { Machine } from './machine.ts'
import { tidyOften, tidySeldom } from './maintenance.ts'
import { patiently, Stopped } from './patience.ts'
import { Queue, type Queued } from './queue.ts'
import type { Waiting } from './receipts.ts'
import { leaseMs } from './recovery.ts'
import type { ActItem, ErasureItem, Item, ItemVerdict } from './turn/item.ts'
import { itemsMax, type TurnResult } from './turn/turn.ts'
import { inARow, type Run } from './turn/underway.ts'
import { Ticker } from './ticker.ts'
import { released, replayed, type Returning } from './waiting.ts'

const outcomesMax = 1_000
const entriesMax = 500
const returningMax = 200
/** So many arrivals in the queue make it worth while to decide them while a turn is being committed. */
const aheadFrom = 500
/** After so many turns of arrivals only, everything else has its turn again. */
const aheadMax = 4
/** How long the loop sleeps when nothing is due: pauses end and other engines plan without telling us. */
const idleMs = 1_000
/** Offers are given back when the database has been in trouble for so long (503). */
export const unavailableAfterMs = 10_000

export interface LiveOptions {
  readonly queueMax?: number
  readonly unavailableAfterMs?: number
  /** False after a played month, whose sources have nothing more to say (G13). */
  readonly watchesSources?: boolean
  /** Told once when the loop ends by itself: fenced off, or our own bug. */
  readonly onEnd?: (error: Error) => void
}

export class Live {
  readonly #machine: Machine
  readonly #queue: Queue
  readonly #onEnd: (error: Error) => void
  readonly #unavailableAfterMs: number
  readonly #watchesSources: boolean
  readonly #returning: { item: Returning | ErasureItem | ActItem; resolve: (verdict: Verdict) => void }[] = []
  /** Being tried again: who asks twice gets one try. */
  readonly #replaying = new Set<number>()
  readonly #often = new Ticker(60_000)
  readonly #seldom = new Ticker(3_600_000)
  readonly #lease = new Ticker(leaseMs / 3)
  readonly #maintain = new Ticker(2_000)
  #release = true
  #stopping = false
  #failed = false
  #ended: Promise<void> | null = null
  #alarm: () => void = () => undefined
  #woken = false
  /** Real time at which the round under way began, null while the loop rests. */
  #roundSince: number | null = null

  constructor(machine: Machine, options: LiveOptions = {}) {
    this.#machine = machine
    const wake = (): void => this.#rouse()
    const { queueMax, onEnd } = options
    this.#onEnd = onEnd ?? (() => undefined)
    this.#unavailableAfterMs = options.unavailableAfterMs ?? unavailableAfterMs
    this.#watchesSources = options.watchesSources ?? true
    const { meter } = machine.parts
    const what = { meter, wake, elapsed: () => machine.clock.elapsed() }
    this.#queue = new Queue(queueMax === undefined ? what : { ...what, queueMax })
    machine.onWake(wake)
  }

  /** Where facts enter. */
  get inbox(): Inbox {
    return this.#queue
  }

  /** How long the oldest fact has waited for its turn, in real milliseconds; null when none waits. */
  get lagMs(): number | null {
    return this.#queue.lagMs
  }

  get running(): boolean {
    return this.#ended !== null && !this.#stopping && !this.#failed
  }

  /** When something falls due next, as far as this engine knows; Infinity for never. */
  get nextMoment(): number {
    const { agenda, dispatch } = this.#machine
    return Math.min(agenda.next ?? Infinity, dispatch.next)
  }

  /** Nothing is due, nothing has come in, and nothing that left waits for its answer. */
  get isResting(): boolean {
    const { clock, outgoing, receipts, replies } = this.#machine
    const waiting = this.#queue.length + outgoing.unanswered + receipts.length + replies.length
    const isIdle = this.#roundSince === null && !this.#woken && !outgoing.waiting
    return isIdle && waiting === 0 && this.nextMoment > clock.now()
  }

  start(): void {
    const watch = setInterval(() => this.#watch(), 500).unref()
    this.#ended = this.#run()
      .catch((error: unknown) => this.#fail(error as Error))
      .finally(() => clearInterval(watch))
  }

  /** Something outside has changed: a pause was lifted, a version published. */
  wake(): void {
    this.#machine.dispatch.lookAgain()
    this.#machine.agenda.lookAgain()
    this.#release = true
    this.#rouse()
  }

  /** Tries set-aside events again; one verdict for each that was there and is not being tried already. */
  async replay(seqs: readonly number[]): Promise<readonly Verdict[]> {
    const fresh = seqs.filter(seq => !this.#replaying.has(seq))
    for (const seq of fresh) this.#replaying.add(seq)
    const items = await replayed(this.#machine.parts, fresh, this.#machine.clock.now())
    const verdicts = items.map(
      item => new Promise<Verdict>(resolve => this.#returning.push({ item, resolve })),
    )
    this.#rouse()
    return Promise.all(verdicts).finally(() => {
      for (const seq of fresh) this.#replaying.delete(seq)
    })
  }

  /** Erases a person in a turn: `decided`, `duplicate` when nobody is there (any more), or `set-aside` when it failed. */
  erase(order: Pick<ErasureItem, 'account' | 'by' | 'reason'>): Promise<Verdict> {
    if (!this.running) return Promise.reject(new Unavailable('the engine has stopped'))
    return new Promise(resolve => {
      const item = { kind: 'erasure' as const, now: this.#machine.clock.now(), ...order }
      this.#returning.push({ item, resolve })
      this.#rouse()
    })
  }

  /** Staff act, in a turn: `decided`, `duplicate` when it was done already or nobody is there, or `set-aside` when it failed. */
  act(order: Omit<ActItem, 'kind' | 'now'>): Promise<Verdict> {
    if (!this.running) return Promise.reject(new Unavailable('the engine has stopped'))
    return new Promise(resolve => {
      const item = { kind: 'act' as const, now: this.#machine.clock.now(), ...order }
      this.#returning.push({ item, resolve })
      this.#rouse()
    })
  }

  /**
   * Stops taking in, decides what is queued, waits for answers, and lets go; what is not done within the
   * limit is given back to its callers or stays in the database.
   */
  async stop(limitMs: number): Promise<void> {
    if (this.#stopping) return void (await this.#ended)
    this.#stopping = true
    this.#queue.close()
    this.#rouse()
    const limit = new AbortController()
    const late = sleep(limitMs, 'late' as const, { signal: limit.signal }).catch(() => 'late' as const)
    if ((await Promise.race([this.#ended, late])) === 'late') this.#machine.abort()
    limit.abort()
    await this.#ended
    this.#queue.reject('the engine has stopped')
    await this.#machine.close(Math.max(500, limitMs / 2))
    await recordAnswers(this.#machine.parts, this.#machine.outgoing, this.#machine.receipts).catch(
      () => undefined,
    )
    this.#machine.receipts.reject('the engine has stopped')
    this.#machine.replies.reject('the engine has stopped')
  }

  #rouse(): void {
    this.#woken = true
    this.#alarm()
  }

  async #run(): Promise<void> {
    const machine = this.#machine
    const { outgoing, parts } = machine
    for (;;) {
      this.#woken = false
      this.#roundSince = machine.clock.elapsed()
      await this.#tidy()
      await recordAnswers(parts, outgoing, machine.receipts)
      const round = await this.#gather()
      if (round.items.length > 0) await this.#take(round)
      else if (parts.signal.aborted || (this.#stopping && outgoing.unanswered === 0 && !outgoing.waiting))
        return
      else await this.#rest()
    }
  }

  async #gather(): Promise<Round> {
    const { agenda, clock, dispatch, outgoing, parts, receipts, replies } = this.#machine
    const now = clock.now()
    const round = newRound()
    for (const word of outgoing.takeWords(outcomesMax))
      round.items.push({ kind: 'outcome', now, ...word, stray: null })
    round.items.push(...(await receipts.joined(now, outcomesMax)))
    for (const [waiting, item] of await receipts.match(receipts.take(outcomesMax), now)) {
      round.items.push(item)
      round.receipts.set(item, waiting)
    }
    for (const [waiting, arrival] of await replies.facts(replies.take(outcomesMax))) {
      const item: Item = { kind: 'arrival', now, arrival, seq: null }
      round.items.push(item)
      round.receipts.set(item, waiting)
    }
    if (!this.#stopping) {
      // What has been answered since the round began makes room.
      await recordAnswers(parts, outgoing, receipts)
      round.items.push(...(await dispatch.claim(now, clock.elapsed())))
      round.items.push(...(await agenda.claim(now, this.#queue.length > 0 ? entriesMax : itemsMax / 2)))
      await this.#return(round, now)
    }
    this.#admit(round, now)
    return round
  }

  #admit(round: Round, now: number): void {
    for (const queued of this.#queue.take(Math.max(0, itemsMax - round.items.length))) {
      const item: Item = { kind: 'arrival', now, arrival: queued.arrival, seq: null }
      round.items.push(item)
      round.queued.set(item, queued)
    }
  }

  async #return(round: Round, now: number): Promise<void> {
    for (const { item, resolve } of this.#returning.splice(0, returningMax)) {
      round.items.push(item)
      round.replays.set(item, resolve)
    }
    if (!this.#release) return
    const rows = await released(this.#machine.parts, now, returningMax)
    round.items.push(...rows)
    this.#release = rows.length === returningMax
  }

  async #take(round: Round): Promise<void> {
    const machine = this.#machine
    const run =
      (what: Round): Run<Taken> =>
      async (after, announce) => ({ round: what, results: await machine.turn(what.items, after, announce) })
    let ahead = 0
    const next = (): Run<Taken> | null => {
      if (ahead === aheadMax || this.#queue.length < aheadFrom || this.#stopping) return null
      ahead += 1
      const arrivals = newRound()
      this.#admit(arrivals, machine.clock.now())
      return run(arrivals)
    }
    await inARow(run(round), next, taken => this.#settle(taken))
  }

  #settle({ round, results }: Taken): void {
    this.#roundSince = this.#machine.clock.elapsed()
    for (const result of results) {
      this.#release ||= result.opened
      for (const [item, verdict] of result.verdicts) settle(this.#queue, round, { item, verdict })
    }
  }

  async #tidy(): Promise<void> {
    const { clock, parts } = this.#machine
    if (this.#lease.due(clock.elapsed())) await this.#machine.hold()
    if (this.#often.due(clock.elapsed())) {
      await tidyOften(parts, clock.now(), this.#watchesSources)
      await this.#machine.monitors.look(clock.now())
      this.#release = true
    }
    if (this.#seldom.due(clock.elapsed())) await tidySeldom(parts, clock.now())
    if (this.#maintain.due(clock.elapsed())) await patiently(parts, () => parts.database.maintain())
  }

  /** Until something comes in or falls due. */
  async #rest(): Promise<void> {
    const { agenda, clock, dispatch } = this.#machine
    this.#roundSince = null
    const next = Math.min(agenda.next ?? Infinity, dispatch.next)
    const ms = this.#stopping ? 20 : Math.max(1, Math.min(idleMs, next - clock.now()))
    if (this.#woken) return
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, ms)
      this.#alarm = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** A round that does not end for long: callers get their events back and may send them again (G10). */
  #watch(): void {
    const since = this.#roundSince
    if (since === null || this.#machine.clock.elapsed() - since < this.#unavailableAfterMs) return
    this.#queue.reject('the database does not take the turn; try again later')
  }

  #fail(error: Error): void {
    const { log } = this.#machine.parts
    this.#failed = true
    this.#queue.close()
    this.#queue.reject(error instanceof FencedOff ? error.message : 'the engine has stopped')
    this.#machine.receipts.reject('the engine has stopped')
    this.#machine.replies.reject('the engine has stopped')
    if (error instanceof Stopped) return
    log.error({ error }, 'the engine has stopped')
    this.#onEnd(error)
  }
}

/** What one turn takes, and who waits for which of it. */
interface Round {
  readonly items: Item[]
  /** Who waits until receipts and replies are on disk. */
  readonly receipts: Map<Item, Pick<Waiting, 'resolve'>>
  readonly queued: Map<Item, Queued>
  readonly replays: Map<Item, (verdict: Verdict) => void>
}

const newRound = (): Round => ({
  items: [],
  receipts: new Map(),
  queued: new Map(),
  replays: new Map(),
})

interface Taken {
  readonly round: Round
  readonly results: readonly TurnResult[]
}

function settle(queue: Queue, round: Round, { item, verdict }: { item: Item; verdict: ItemVerdict }): void {
  round.receipts.get(item)?.resolve()
  round.replays.get(item)?.(verdict)
  const queued = round.queued.get(item)
  if (queued !== undefined) queue.settle(queued, verdict)
}
