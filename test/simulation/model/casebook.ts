/** A chronicle sorted by customer, and the list of what is wrong with it. */
import type { AttemptSeen, Chronicle, Decided, Handed, Moment, ReminderSeen, Setting } from '../chronicle.ts'
import { clock } from './civil.ts'
import { Past } from './past.ts'

export interface Violation {
  readonly promise: string
  readonly says: string
}

export interface File {
  readonly account: string
  readonly past: Past
  /** In the order of their decisions. */
  readonly rows: readonly ReminderSeen[]
  readonly attempts: ReadonlyMap<string, readonly AttemptSeen[]>
}

export class Casebook {
  readonly chronicle: Chronicle
  readonly violations: Violation[] = []
  readonly files: readonly File[]
  /** By account and attempt. */
  readonly handed: ReadonlyMap<string, readonly Handed[]>

  constructor(chronicle: Chronicle) {
    this.chronicle = chronicle
    const accounts = new Set(chronicle.decided.map(entry => entry.account))
    this.handed = grouped(chronicle.handed, one => nameOf(one))
    this.files = [...accounts].map(account => fileOf(chronicle, account))
  }

  get setting(): Setting {
    return this.chronicle.setting
  }

  blame(promise: string, at: Moment, says: string): void {
    this.violations.push({ promise, says: `${clock(at)} ${says}` })
  }

  isAllowed(who: string, at: Moment): boolean {
    const { allowed } = this.setting
    return allowed === null || allowed.some(span => span.who === who && span.from <= at && at < span.until)
  }

  isRecalled(version: string, at: Moment): boolean {
    return this.setting.versions.some(
      one => one.version === version && one.recalledAt !== null && one.recalledAt <= at,
    )
  }

  /** Whether a pause stops this rule, channel or place. */
  isPaused(
    what: { readonly rule: string; readonly channel: string; readonly city: string },
    at: Moment,
  ): boolean {
    return this.setting.pauses.some(({ kind, value, from, until }) => {
      if (at < from || at >= until) return false
      if (kind === 'rule') return value === what.rule
      if (kind === 'channel') return value === what.channel
      return kind === 'all' || value === `city/${what.city}`
    })
  }

  /** Something that was nobody's fault lay over some of this time. */
  isTroubled(from: Moment, until: Moment): boolean {
    const { down, closed, pauses } = this.setting
    return [...down, ...closed, ...pauses].some(span => span.from <= until && from <= span.until)
  }
}

/** An attempt's id is its own within its account. */
export const nameOf = (one: { readonly account: string; readonly attempt: string }): string =>
  `${one.account} ${one.attempt}`

function fileOf(chronicle: Chronicle, account: string): File {
  const own = <T extends { readonly account: string }>(all: readonly T[]): T[] =>
    all.filter(one => one.account === account)
  const entries: Decided[] = own(chronicle.decided).sort((a, b) => a.order - b.order)
  return {
    account,
    past: new Past(account, entries),
    rows: own(chronicle.reminders).sort((a, b) => a.decision - b.decision),
    attempts: grouped(
      own(chronicle.attempts).sort((a, b) => a.decidedAt - b.decidedAt),
      one => one.reminder,
    ),
  }
}

function grouped<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(all, key)
}

/** The state that a reminder had at a moment: its last step by then; null when it was not there yet. */
export const stepAt = (row: ReminderSeen, at: Moment): ReminderSeen['trail'][number] | null =>
  row.trail.findLast(step => step.at <= at) ?? null

export const firstStep = (row: ReminderSeen): ReminderSeen['trail'][number] => row.trail[0]!
export const lastStep = (row: ReminderSeen): ReminderSeen['trail'][number] => row.trail.at(-1)!

/** Withheld by the decision that could have planned it. */
export const wasRefused = (row: ReminderSeen): boolean => firstStep(row).state === 'withheld'

/** When it was withheld before it had ever left; null when it was not. */
export function withdrawnAt(row: ReminderSeen): Moment | null {
  if (wasRefused(row) || row.trail.some(step => step.state === 'attempted')) return null
  const last = lastStep(row)
  return last.state === 'withheld' ? last.at : null
}
