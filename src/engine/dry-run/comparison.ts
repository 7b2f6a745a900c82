/** Accounts played under both versions, one after the other, and what came of it. */
import { dayOf } from '../../core/calendar/zone.ts'
import type { WithheldReason } from '../../core/reminder.ts'
import type { Rulebook } from '../../core/rule/rule.ts'
import type { Instant } from '../../core/units.ts'
import { chanceOf } from '../chance.ts'
import type { Decide } from '../turn/parts.ts'
import { beginningOf } from './beginning.ts'
import type { PastAccount } from './messages.ts'
import { Outcomes } from './outcomes.ts'
import { type Notes, PlayedAccount, type Rules, TooManySteps } from './played-account.ts'
import { type DryRunResult, type Example, examplesMax, type NamedSums } from './result.ts'
import { beijingDay, type SentNote, Sums } from './sums.ts'

export interface ComparisonTask {
  readonly decide: Decide
  /** Null when no version is in force that loads: then there is nothing to compare with. */
  readonly before: Rulebook | null
  readonly after: Rulebook
  readonly channels: Rules['channels']
  readonly secret: Uint8Array
  readonly from: Instant
  readonly until: Instant
}

/** A publication reaches the accounts within this span (design §6). */
export const publishOverMs = 6 * 3_600_000
/** Of one rule and kind no more examples are kept, so that one rule does not fill the list. */
const examplesPerRule = 5

interface Side {
  readonly rules: Rules
  readonly sums: Sums
}

export class Comparison {
  readonly #task: ComparisonTask
  readonly #before: Side | null
  readonly #after: Side
  readonly #examples = new Map<string, Example[]>()
  #examplesLeftOut = 0
  #accounts = 0
  #startIncomplete = 0
  #leftOut = 0
  #facts = 0
  #failed = 0
  readonly #outcomes = { recorded: 0, assumed: 0 }

  constructor(task: ComparisonTask) {
    this.#task = task
    const { decide, before, after, channels, secret } = task
    const versions = new Map([before, after].flatMap(one => (one === null ? [] : [[one.version, one]])))
    const sideOf = (rulebook: Rulebook): Side => ({
      rules: { decide, rulebook, versions, channels, secret },
      sums: new Sums(rulebook),
    })
    this.#before = before === null ? null : sideOf(before)
    this.#after = sideOf(after)
  }

  /** One whose life goes in circles is counted as left out; what it was sent until then stays in the sums. */
  add(past: PastAccount): void {
    const { account, told, isIncomplete } = beginningOf(past)
    const { from, until } = this.#task
    const outcomes = new Outcomes(past.attempts)
    const first = this.#before ?? this.#after
    const start = new PlayedAccount(account, { rules: first.rules, outcomes })
    const [earlier, own] = [told.filter(({ at }) => at < from), told.filter(({ at }) => at >= from)]
    try {
      if (isIncomplete) start.wakeAt(this.#meet(past.id, first.rules.rulebook, told[0]?.at ?? from))
      start.play(earlier, from, unheard)
      const after = start.under(this.#after.rules)
      after.wakeAt(this.#meet(past.id, this.#after.rules.rulebook, from))
      if (this.#before !== null) start.under(this.#before.rules).play(own, until, this.#notes(this.#before))
      after.play(own, until, this.#notes(this.#after))
    } catch (error) {
      if (!(error instanceof TooManySteps)) throw error
      this.leaveOut()
      return
    } finally {
      this.#compare(past.id, this.#before?.sums.endAccount() ?? [], this.#after.sums.endAccount())
    }
    this.#accounts += 1
    this.#facts += own.length
    if (isIncomplete) this.#startIncomplete += 1
  }

  leaveOut(): void {
    this.#leftOut += 1
  }

  result(): DryRunResult {
    const [before, after] = [this.#before?.sums ?? new Sums(null), this.#after.sums]
    const examples = [...this.#examples.values()].flat()
    return {
      accounts: this.#accounts,
      startIncomplete: this.#startIncomplete,
      leftOut: this.#leftOut,
      facts: this.#facts,
      failed: this.#failed,
      outcomes: this.#outcomes,
      total: { before: before.total, after: after.total },
      touchpoints: namedOf('touchpoint', before, after),
      rules: namedOf('rule', before, after),
      brands: namedOf('brand', before, after),
      channels: namedOf('channel', before, after),
      reasons: reasonsOf(before, after),
      lines: { before: before.lines, after: after.lines },
      days: this.#days(before, after),
      peak: { before: before.peak, after: after.peak },
      examples,
      examplesLeftOut: this.#examplesLeftOut,
    }
  }

  /** As a publication wakes an account: somewhere within six hours, and on both sides at the same moment. */
  #meet(account: string, { version }: Rulebook, from: Instant) {
    const chance = chanceOf(this.#task.secret, { source: '/kairos/published', id: account })('spread')
    const due = from + Math.floor(chance * publishOverMs)
    const body = { version }
    return { id: `published/${version}`, account, line: null, due, type: 'rulebook.published', body }
  }

  #notes({ sums }: Side): Notes {
    return {
      sent: (row, reminder, account) => sums.sent(row, reminder, account),
      withheld: (reminder, reason, account) => sums.withheld(reminder, reason, account),
      outcome: isRecorded => void (this.#outcomes[isRecorded ? 'recorded' : 'assumed'] += 1),
      failed: () => void (this.#failed += 1),
    }
  }

  /** The n-th message of a rule to a line is the same message on both sides. */
  #compare(account: string, before: readonly SentNote[], after: readonly SentNote[]): void {
    const keyOf = ({ rule, line }: SentNote): string => `${rule} ${line}`
    const [was, is] = [Map.groupBy(before, keyOf), Map.groupBy(after, keyOf)]
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      const [a, b] = [was.get(key) ?? [], is.get(key) ?? []]
      for (let n = 0; n < Math.max(a.length, b.length); n += 1) this.#exemplify(account, a[n], b[n])
    }
  }

  #exemplify(account: string, before: SentNote | undefined, after: SentNote | undefined): void {
    const one = after ?? before
    if (one === undefined || before?.text === after?.text) return
    const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
    const key = `${one.rule} ${kind}`
    const known = this.#examples.get(key) ?? []
    const count = [...this.#examples.values()].reduce((sum, list) => sum + list.length, 0)
    if (known.length >= examplesPerRule || count >= examplesMax) {
      this.#examplesLeftOut += 1
      return
    }
    this.#examples.set(key, [...known, { account, rule: one.rule, kind, at: one.at }])
  }

  #days(before: Sums, after: Sums): DryRunResult['days'] {
    const { from, until } = this.#task
    const days: { day: string; before: number; after: number }[] = []
    for (let day = beijingDay(from); day <= beijingDay(until - 1); day += 1) {
      const name = dayOf(day * 86_400_000, 'UTC')
      days.push({ day: name, before: before.onDay(day), after: after.onDay(day) })
    }
    return days
  }
}

const unheard: Notes = {
  sent: () => undefined,
  withheld: () => undefined,
  outcome: () => undefined,
  failed: () => undefined,
}

/** The largest first. */
function namedOf(dimension: Parameters<Sums['names']>[0], before: Sums, after: Sums): readonly NamedSums[] {
  const names = [...new Set([...before.names(dimension), ...after.names(dimension)])].toSorted()
  const rows = names.map(of => ({ of, before: before.of(dimension, of), after: after.of(dimension, of) }))
  return rows.toSorted((a, b) => b.after.messages - a.after.messages || b.before.messages - a.before.messages)
}

function reasonsOf(before: Sums, after: Sums): DryRunResult['reasons'] {
  const names = new Set<WithheldReason>([...before.reasons.keys(), ...after.reasons.keys()])
  return [...names].toSorted().map(reason => ({
    reason,
    before: before.reasons.get(reason) ?? 0,
    after: after.reasons.get(reason) ?? 0,
  }))
}
