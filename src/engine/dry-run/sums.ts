/** Figures of one side of a dry run, within its period. */
import type { Account } from '../../core/account/account.ts'
import { lineBehind } from '../../core/account/contact.ts'
import type { AttemptRow, ReminderRow, WithheldReason } from '../../core/reminder.ts'
import type { Rulebook } from '../../core/rule/rule.ts'
import type { Instant } from '../../core/units.ts'
import { HourWindow } from '../hour-window.ts'
import { disturbedOver, type Disturbed, type Peak, type Sum } from './result.ts'

type Dimension = 'total' | 'touchpoint' | 'rule' | 'brand' | 'channel'

/** A message, as the two sides are compared by it. */
export interface SentNote {
  readonly rule: string
  readonly line: string
  readonly at: Instant
  readonly text: string
}

const dayMs = 86_400_000
const beijingMs = 8 * 3_600_000
/** Days since 1970 in Beijing. */
export const beijingDay = (at: Instant): number => Math.floor((at + beijingMs) / dayMs)

type Counts = { -readonly [K in keyof Sum]: Sum[K] }
const noCounts = (): Counts => ({ messages: 0, parts: 0, costMicroYuan: 0, withheld: 0 })

export class Sums {
  readonly #of = new Map<string, Counts>()
  readonly #reasons = new Map<WithheldReason, number>()
  readonly #days = new Map<number, number>()
  /** Messages by ten minutes since 1970. */
  readonly #tens = new Map<number, number>()
  readonly #prices: Rulebook['policy']['costPerPart']
  #told = 0
  #often = 0
  /** Of the account that is being played. */
  #lines = new Map<string, number>()
  #sent: SentNote[] = []

  constructor(rulebook: Rulebook | null) {
    this.#prices = rulebook?.policy.costPerPart ?? {}
  }

  sent(row: AttemptRow, { rule, touchpoint }: ReminderRow, account: Account): void {
    const { channel, line, parts, decidedAt: at, text } = row
    for (const counts of this.#places({ touchpoint, rule, channel, brand: brandOf(account, line) })) {
      counts.messages += 1
      counts.parts += parts
      counts.costMicroYuan += parts * (this.#prices[channel] ?? 0)
    }
    add(this.#days, beijingDay(at))
    add(this.#tens, HourWindow.bucketOf(at))
    add(this.#lines, line)
    this.#sent.push({ rule, line, at, text })
  }

  withheld({ rule, touchpoint, line, step }: ReminderRow, reason: WithheldReason, account: Account): void {
    add(this.#reasons, reason)
    const { channel } = step
    for (const counts of this.#places({ touchpoint, rule, channel, brand: brandOf(account, line) }))
      counts.withheld += 1
  }

  /** The account has been played to its end: what it was sent. */
  endAccount(): readonly SentNote[] {
    for (const times of this.#lines.values()) {
      this.#told += 1
      if (times > disturbedOver) this.#often += 1
    }
    this.#lines = new Map()
    return this.#sent.splice(0)
  }

  get total(): Sum {
    return this.of('total', '')
  }

  names(dimension: Dimension): readonly string[] {
    const begin = `${dimension}\0`
    return [...this.#of.keys()].filter(key => key.startsWith(begin)).map(key => key.slice(begin.length))
  }

  of(dimension: Dimension, name: string): Sum {
    return this.#of.get(`${dimension}\0${name}`) ?? noCounts()
  }

  get reasons(): ReadonlyMap<WithheldReason, number> {
    return this.#reasons
  }

  onDay(day: number): number {
    return this.#days.get(day) ?? 0
  }

  get lines(): Disturbed {
    return { told: this.#told, often: this.#often }
  }

  /** The fullest sixty minutes, in steps of ten, as the blast guard counts them. */
  get peak(): Peak | null {
    const window = new HourWindow()
    let peak: Peak | null = null
    for (const [bucket, messages] of [...this.#tens].toSorted(([a], [b]) => a - b)) {
      const at = HourWindow.startOf(bucket)
      window.add(messages, at)
      const sum = window.sum(at)
      if (peak === null || sum > peak.messages) peak = { at, messages: sum }
    }
    return peak
  }

  *#places(names: Readonly<Record<Exclude<Dimension, 'total'>, string>>): Generator<Counts> {
    for (const [dimension, name] of Object.entries({ total: '', ...names })) {
      const key = `${dimension}\0${name}`
      const counts = this.#of.get(key) ?? noCounts()
      this.#of.set(key, counts)
      yield counts
    }
  }
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** Of a contact the brand of the line behind it. */
const brandOf = ({ cold }: Account, line: string): string => lineBehind(cold, line)?.brand ?? 'none'
