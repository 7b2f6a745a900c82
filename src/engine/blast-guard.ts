/**
 * The blast guard (G12): a version that sends more than twice as many messages within an hour as its dry run foresaw pauses
 * itself and asks. What it has planned stays planned; it leaves when somebody lifts the pause, and what has become moot or
 * too old meanwhile is withheld with that reason, as after any pause.
 *
 * Counted in memory, a few additions per message handed over: a restart begins a new hour. A version without a dry run, or
 * one that was tried on nothing, has no measure and is left alone; so is one that somebody has let go on.
 */
import type { Instant } from '../core/units.ts'
import { raiseAlarms } from '../store/alarm.ts'
import { appendAudit } from '../store/audit.ts'
import type { Statement } from '../store/database.ts'
import { pause } from '../store/pause.ts'
import { HourWindow } from './hour-window.ts'
import type { TurnResult } from './turn/turn.ts'

/** Fewer than this within an hour are never too many: a sample foresees small numbers badly. */
export const blastFloor = 100
const timesMax = 2

/** Messages of the fullest hour, by version, as foreseen for all accounts. */
export type Foreseen = ReadonlyMap<string, number>

export interface Blast {
  readonly version: string
  readonly messages: number
  readonly foreseen: number
  readonly at: Instant
}

export class BlastGuard {
  readonly #windows = new Map<string, HourWindow>()
  /** Stopped by this guard; until the pause is known everywhere they may still send. */
  readonly #stopped = new Set<string>()

  /** Counts what a turn hands over. @returns versions that have just gone too far */
  note(result: TurnResult, foreseen: Foreseen): readonly Blast[] {
    this.#forget(foreseen)
    if (foreseen.size === 0) return []
    const latest = new Map<string, Instant>()
    for (const { account, row } of result.handOvers) {
      const { open = [] } = result.accounts.get(account)?.account.hot ?? {}
      const version = open.find(({ id }) => id === row.reminder)?.version
      if (version === undefined || !foreseen.has(version)) continue
      this.#windowOf(version).add(1, row.decidedAt)
      latest.set(version, Math.max(row.decidedAt, latest.get(version) ?? 0))
    }
    return [...latest].flatMap(([version, at]) => this.#judge(version, foreseen.get(version)!, at))
  }

  #judge(version: string, foreseen: number, at: Instant): readonly Blast[] {
    const messages = this.#windowOf(version).sum(at)
    if (messages <= Math.max(blastFloor, timesMax * foreseen) || this.#stopped.has(version)) return []
    this.#stopped.add(version)
    return [{ version, messages, foreseen, at }]
  }

  #windowOf(version: string): HourWindow {
    const known = this.#windows.get(version) ?? new HourWindow()
    this.#windows.set(version, known)
    return known
  }

  /** Recalled, or let go on by somebody. */
  #forget(foreseen: Foreseen): void {
    for (const version of this.#windows.keys()) {
      if (foreseen.has(version)) continue
      this.#windows.delete(version)
      this.#stopped.delete(version)
    }
  }
}

/** Pause, alarm and audit entry, together. */
export function stopVersion({ version, messages, foreseen, at }: Blast): readonly Statement[] {
  const note = `sent ${messages} messages within an hour where its dry run foresaw at most ${foreseen}`
  const alarm = { kind: 'blast-guard' as const, key: version, account: null, line: null, at }
  return [
    pause({ kind: 'version', value: version, since: at, by: 'kairos', note }),
    raiseAlarms([{ ...alarm, note: `${version} ${note}: it is paused until somebody lets it go on` }]),
    appendAudit({
      at,
      actorKind: 'system',
      actor: 'kairos',
      action: 'pause.set',
      object: `version/${version}`,
      reason: note,
      details: JSON.stringify({ messages, foreseen }),
    }),
  ]
}
