/**
 * Monitors (NF-29): do notices that must not be late arrive in time? Each minute the figures are read once; what came between then and
 * an hour ago is measured against the target, and beyond it an alarm is raised, which closes itself.
 *
 * A start begins anew: in its first hour it is what has come since.
 */
import type { Instant } from '../core/units.ts'
import { closeAlarms, raiseAlarms } from '../store/alarm.ts'
import { tallyDay } from '../store/tally.ts'
import { type EndingSum, sumEndings } from '../store/told-in-time.ts'
import { patiently } from './patience.ts'
import type { TurnParts } from './turn/parts.ts'

/** Notices of these rules shall reach the handset in time. */
export interface MonitorTarget {
  readonly name: string
  readonly rules: readonly string[]
  /** One of the bounds of `delay.ts`: delays are kept in buckets. */
  readonly withinMs: number
  /** So many of a hundred that come to an end, at least. */
  readonly percentMin: number
}

export interface Measured extends MonitorTarget {
  readonly since: Instant
  /** Came to an end, delivered or not; withheld ones do not count. */
  readonly ended: number
  readonly inTime: number
  readonly isLate: boolean
}

interface Sample {
  readonly at: Instant
  readonly endings: readonly EndingSum[]
}

const hourMs = 3_600_000
/** Fewer say nothing. */
export const endedMin = 20

export class Monitors {
  readonly #parts: TurnParts
  readonly #targets: readonly MonitorTarget[]
  /** Oldest first, over an hour. */
  #samples: Sample[] = []

  constructor(parts: TurnParts, targets: readonly MonitorTarget[]) {
    this.#parts = parts
    this.#targets = targets
  }

  /** Once a minute. */
  async look(now: Instant): Promise<void> {
    if (this.#targets.length === 0) return
    const { database } = this.#parts
    const rules = [...new Set(this.#targets.flatMap(target => target.rules))]
    const ask = { rules, from: tallyDay(now - hourMs) - 1 }
    const endings = await patiently(this.#parts, () => sumEndings(database, ask))
    // The last one that is an hour old is what the hour is counted from.
    const from = this.#samples.findLastIndex(({ at }) => at <= now - hourMs)
    this.#samples = [...this.#samples.slice(Math.max(0, from)), { at: now, endings }]
    await this.#tell(now)
  }

  get measured(): readonly Measured[] {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)]
    if (first === undefined || last === undefined) return []
    const counts = new Map<string, EndingSum>()
    for (const sum of last.endings) counts.set(keyOf(sum), sum)
    for (const sum of first.endings) {
      const known = counts.get(keyOf(sum))
      if (known !== undefined) counts.set(keyOf(sum), { ...known, count: known.count - sum.count })
    }
    return this.#targets.map(target => measure(target, first.at, [...counts.values()]))
  }

  async #tell(now: Instant): Promise<void> {
    const late = this.measured.filter(({ isLate }) => isLate)
    const well = this.measured.filter(({ isLate }) => !isLate)
    const alarms = late.map(({ name, ended, inTime, withinMs, percentMin }) => ({
      kind: 'told-late' as const,
      key: name,
      account: null,
      line: null,
      at: now,
      note: `${name}: ${inTime} of ${ended} arrived within ${withinMs / 1_000} s of the last hour; at least ${percentMin} of 100 should`,
    }))
    const closed = closeAlarms(
      'told-late',
      well.map(({ name }) => name),
      now,
    )
    await patiently(this.#parts, () =>
      this.#parts.database.transact([
        ...(alarms.length === 0 ? [] : [raiseAlarms(alarms)]),
        ...(well.length === 0 ? [] : [closed]),
      ]),
    )
  }
}

const keyOf = ({ day, rule, name }: EndingSum): string => `${day}/${rule}/${name}`

function measure(target: MonitorTarget, since: Instant, endings: readonly EndingSum[]): Measured {
  const ours = endings.filter(({ rule }) => target.rules.includes(rule))
  const sum = (of: readonly EndingSum[]): number => of.reduce((total, { count }) => total + count, 0)
  const ended = sum(ours)
  const inTime = sum(ours.filter(({ name }) => boundOf(name) <= target.withinMs))
  const isLate = ended >= endedMin && inTime * 100 < ended * target.percentMin
  return { ...target, since, ended, inTime, isLate }
}

/** Infinity for what took longer than the last bound, or did not arrive. */
function boundOf(name: string): number {
  const bound = Number(name.slice('delivered/'.length))
  return name.startsWith('delivered/') && !Number.isNaN(bound) ? bound : Infinity
}
