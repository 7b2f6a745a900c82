/**
 * What of the engine a command does itself while none runs: a turn for what staff have decided. Nothing is sent; what
 * such a turn plans leaves when an engine runs again.
 */
import type { Logger } from 'pino'
import { ProblemError } from '../api/problem.ts'
import { decide } from '../core/decide.ts'
import type { Verdict } from '../core/event/arrival.ts'
import type { Clock } from '../engine/clock.ts'
import { JournalDays } from '../engine/journal-days.ts'
import { newMeter } from '../engine/meter.ts'
import { Recent } from '../engine/recent.ts'
import { takeOver } from '../engine/recovery.ts'
import type { ErasureItem, Item } from '../engine/turn/item.ts'
import type { TurnParts } from '../engine/turn/parts.ts'
import { runTurn } from '../engine/turn/turn.ts'
import { replayed } from '../engine/waiting.ts'
import { heldGateways } from '../store/gateway-lease.ts'
import type { EnginePort } from './desk/parts.ts'
import type { Installation } from './installation.ts'
import type { SurroundingsKeeper } from './surroundings.ts'

/** A database in trouble is given up on, where an engine would wait. */
const patienceMs = 60_000

interface Works {
  readonly installation: Installation
  readonly surroundings: SurroundingsKeeper
  readonly clock: Clock
  readonly log: Logger
}

export class OfflineEngine implements EnginePort {
  readonly gateways = []
  readonly recent = new Recent(0)
  readonly startedAt = null
  readonly #works: Works
  #parts: Promise<TurnParts> | null = null

  constructor(works: Works) {
    this.#works = works
  }

  unanswered(): number {
    return 0
  }

  measured(): readonly [] {
    return []
  }

  drain(): void {
    // Nothing is sent; the row tells the next engine.
  }

  changed(): void {
    // Nobody holds anything in memory.
  }

  state(): ReturnType<EnginePort['state']> {
    return { ok: false, note: 'no engine runs', queued: 0, lagMs: null, lastTurnAt: null }
  }

  async replay(seqs: readonly number[]): Promise<readonly Verdict[]> {
    const parts = await this.#open()
    return this.#take(await replayed(parts, seqs, this.#works.clock.now()))
  }

  async erase(order: Pick<ErasureItem, 'account' | 'by' | 'reason'>): Promise<Verdict> {
    const [verdict] = await this.#take([{ kind: 'erasure', now: this.#works.clock.now(), ...order }])
    return verdict!
  }

  async act(order: Parameters<EnginePort['act']>[0]): Promise<Verdict> {
    const [verdict] = await this.#take([{ kind: 'act', now: this.#works.clock.now(), ...order }])
    return verdict!
  }

  async #take(items: readonly Item[]): Promise<readonly Verdict[]> {
    if (items.length === 0) return []
    const { verdicts } = await runTurn(await this.#open(), items)
    return items.map(item => verdicts.get(item)!)
  }

  #open(): Promise<TurnParts> {
    this.#parts ??= this.#begin()
    return this.#parts
  }

  /** The embedded database lets nobody else in; on a server an engine elsewhere may be at work. */
  async #begin(): Promise<TurnParts> {
    const { installation, surroundings, clock, log } = this.#works
    const { database, vault, install } = installation
    const held = database.kind === 'embedded' ? [] : await heldGateways(database, clock.now())
    if (held.length > 0) {
      const detail = `an engine elsewhere is at work on this database (it holds ${held.join(', ')}): run this where it runs, or ask its API; if it died, wait 30 s`
      throw new ProblemError('wrong-state', { detail })
    }
    await surroundings.reload(clock.now())
    return {
      database,
      vault,
      decide,
      surroundingsAt: surroundings.at,
      secret: install.secret,
      fences: await takeOver(database),
      days: await JournalDays.open(database),
      meter: newMeter(),
      log,
      signal: AbortSignal.timeout(patienceMs),
    }
  }
}
