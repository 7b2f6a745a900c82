/**
 * What an account's facts, in the order in which they were decided, say about it. Nothing is kept up to date: each question
 * reads the whole story again from its beginning.
 */
import type { Decided, Fact, Moment } from '../chronicle.ts'
import { type Hours, shiftAt, startOf, day } from './civil.ts'

/** When a fact was true, as far as we believe it: nobody reports from the future. */
export const truthOf = (entry: Decided): Moment => Math.min(entry.time, entry.at)

export interface BalanceSeen {
  readonly entry: Decided
  readonly amount: number
}

export interface UsageSeen {
  readonly entry: Decided
  readonly kind: string
  readonly used: number
  readonly allowance: number
  readonly from: Moment
  readonly until: Moment
  readonly isCorrection: boolean
}

export interface LineSeen {
  readonly id: string
  readonly brand: string
  readonly city: string
  readonly opened: Decided
  readonly joinedToday: boolean
  readonly isClosed: boolean
}

type Body<T extends Fact['type']> = Extract<Fact, { type: T }>['body']

export class Past {
  readonly account: string
  readonly entries: readonly Decided[]

  constructor(account: string, entries: readonly Decided[]) {
    this.account = account
    this.entries = entries
  }

  /** The story up to and with this decision. */
  upTo(order: number): Past {
    return new Past(
      this.account,
      this.entries.filter(entry => entry.order <= order),
    )
  }

  /** Every state in which the account may have been at this moment: before and after each decision made then. */
  around(at: Moment): readonly Past[] {
    const before = this.entries.filter(entry => entry.at < at)
    const within = this.entries.filter(entry => entry.at === at)
    return [0, ...within.map((_, n) => n + 1)].map(
      n => new Past(this.account, [...before, ...within.slice(0, n)]),
    )
  }

  of<T extends Fact['type']>(...types: readonly T[]): readonly (Decided & { readonly body: Body<T> })[] {
    const wanted: readonly string[] = types
    return this.entries.filter(entry => wanted.includes(entry.type)) as never
  }

  lines(): readonly LineSeen[] {
    const closed = new Set(this.of('line.closed').map(entry => entry.line))
    const openings = this.of('line.opened')
    const firsts = openings.filter(
      (one, n) => openings.findIndex(other => other.body.line === one.body.line) === n,
    )
    return firsts.map(opened => {
      const { line, brand, city, joinedOn } = opened.body
      const today = new Date(truthOf(opened) + 8 * 3_600_000).toISOString().slice(0, 10)
      const joinedToday = joinedOn === undefined || joinedOn === today
      return { id: line, brand, city, opened, joinedToday, isClosed: closed.has(line) }
    })
  }

  line(id: string | null): LineSeen | undefined {
    const lines = this.lines()
    return id === null ? (lines.find(line => !line.isClosed) ?? lines[0]) : lines.find(line => line.id === id)
  }

  role(): 'single' | 'head' | 'member' {
    const count = (type: string): number => this.entries.filter(entry => entry.type === type).length
    if (count('payment-group.member-joined') > count('payment-group.member-left')) return 'head'
    const own = this.of('payment-group.joined', 'payment-group.left').at(-1)
    return own?.type === 'payment-group.joined' ? 'member' : 'single'
  }

  /** At or below this a balance is low; null where nobody looks. */
  limit(): number | null {
    const role = this.role()
    if (role === 'head') return 50_000_000
    const line = this.line(null)
    if (role === 'member' || line === undefined) return null
    return line.brand === 'gotone' ? 20_000_000 : 10_000_000
  }

  /** Reports that count: none older than one before it. */
  balances(): readonly BalanceSeen[] {
    const all = this.of('balance.reported', 'balance.corrected', 'payment.received')
    return newest(all).map(entry => ({ entry, amount: entry.body.balanceMicroYuan }))
  }

  balance(): BalanceSeen | undefined {
    return this.balances().at(-1)
  }

  validities(): readonly { readonly entry: Decided; readonly untilDay: string }[] {
    const all = this.of('balance.reported', 'balance.corrected', 'payment.received')
    // A day of validity comes with a balance, but is as old as the report in which it was.
    const told = all.filter(entry => entry.body.validUntil !== undefined)
    return newest(told).map(entry => ({ entry, untilDay: entry.body.validUntil! }))
  }

  standings(): readonly { readonly entry: Decided; readonly state: string; readonly reason: string }[] {
    const all = newest(this.of('standing.reported'))
    return all.map(entry => ({ entry, state: entry.body.standing, reason: entry.body.reason }))
  }

  standing(): string {
    return this.standings().at(-1)?.state ?? 'normal'
  }

  registrations(line: string): readonly { readonly entry: Decided; readonly mcc: string }[] {
    const all = this.of('roaming.registered').filter(entry => entry.line === line)
    return newest(all).map(entry => ({ entry, mcc: entry.body.mcc }))
  }

  /** Where a line is: a country code, 460 at home. */
  whereabouts(line: string): string {
    return this.registrations(line).at(-1)?.mcc ?? '460'
  }

  shift(line: string): number {
    return shiftAt(this.whereabouts(line))
  }

  /** Reports of a counter that count: none of a period that is over, none older, none lower but by correction. */
  usages(line: string, bucket: string): readonly UsageSeen[] {
    const counted: UsageSeen[] = []
    for (const entry of this.of('usage.reported', 'usage.corrected')) {
      const { bucketId, kind, usedBytes, allowanceBytes, periodStart, periodEnd } = entry.body
      if (entry.line !== line || bucketId !== bucket) continue
      const seen: UsageSeen = {
        entry,
        kind,
        used: usedBytes,
        allowance: allowanceBytes,
        from: startOf(periodStart),
        until: startOf(periodEnd) + day,
        isCorrection: entry.type === 'usage.corrected',
      }
      if (counts(seen, counted)) counted.push(seen)
    }
    return counted
  }

  usage(line: string, bucket: string): UsageSeen | undefined {
    return this.usages(line, bucket).at(-1)
  }

  consents(line: string): boolean {
    return this.#said(line, body => body.marketingConsent) ?? false
  }

  /** What was last said of a kind of reminder; null when nothing ever was. */
  choice(line: string, kind: string): 'ordered' | 'off' | null {
    const said = this.#said(line, ({ subscribe = [], unsubscribe = [] }) => {
      if (subscribe.includes(kind)) return 'ordered'
      return unsubscribe.includes(kind) ? 'off' : undefined
    })
    return said ?? null
  }

  activeHours(line: string): Hours | null {
    return this.#said(line, body => body.activeHours) ?? null
  }

  channel(line: string): string | null {
    return this.#said(line, body => body.channel) ?? null
  }

  /** The newest word on something, whenever it came; the later one of two of the same time. */
  #said<T>(line: string, about: (body: Body<'preference.changed'>) => T | undefined): T | undefined {
    const words = this.of('preference.changed').filter(
      entry => entry.line === line && about(entry.body) !== undefined,
    )
    const newest = Math.max(...words.map(truthOf))
    const last = words.findLast(entry => truthOf(entry) === newest)
    return last === undefined ? undefined : about(last.body)
  }
}

/** In the order of their decisions, those that are not older than any before them. */
const newest = <T extends Decided>(entries: readonly T[]): readonly T[] =>
  entries.filter((entry, n) => entries.slice(0, n).every(earlier => truthOf(earlier) <= truthOf(entry)))

function counts(seen: UsageSeen, counted: readonly UsageSeen[]): boolean {
  if (counted.some(other => other.from > seen.from)) return false
  const last = counted.findLast(other => other.from === seen.from)
  if (last === undefined) return true
  if (truthOf(seen.entry) < truthOf(last.entry)) return false
  return seen.isCorrection || seen.used >= last.used
}
