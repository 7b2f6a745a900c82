/**
 * What became of a message that was never sent: what was recorded of the same rule, line, cause and channel, else what is
 * usual for that line and channel, else it arrives.
 *
 * The reminder's id would not do: where nothing else names it, it is numbered by the account's decisions, and under a
 * draft these are others.
 */
import type { AttemptOutcome } from '../../core/event/inner.ts'
import type { AttemptRow, ReminderRow } from '../../core/reminder.ts'
import type { PastAttempt } from '../../store/dry-run-history.ts'

export interface Fate {
  /** Null: no word ever comes. */
  readonly outcome: AttemptOutcome | null
  readonly tookMs: number
  readonly isRecorded: boolean
}

/** A receipt of which nothing is known takes so long. */
const receiptMs = 5_000

export class Outcomes {
  readonly #recorded: ReadonlyMap<string, readonly PastAttempt[]>
  readonly #usual: ReadonlyMap<string, Omit<Fate, 'isRecorded'>>

  constructor(attempts: readonly PastAttempt[]) {
    const inOrder = attempts.toSorted((a, b) => numberOf(a) - numberOf(b))
    this.#recorded = Map.groupBy(inOrder, one =>
      saidOf(one, { source: one.causeSource, id: one.causeId, time: one.causeTime }),
    )
    const byLine = Map.groupBy(attempts, ({ line, channel }) => keyOf(line, channel))
    this.#usual = new Map([...byLine].map(([key, known]) => [key, mostFrequent(known)]))
  }

  /** @param times how many of this reminder have gone by this channel before */
  of(reminder: ReminderRow, { line, channel }: AttemptRow, times: number): Fate {
    const { rule, cause } = reminder
    const recorded = this.#recorded.get(saidOf({ rule, line, channel }, cause))
    const own = recorded?.[Math.min(times, recorded.length - 1)]
    if (own !== undefined) return { ...fateOf(own), isRecorded: true }
    const usual = this.#usual.get(keyOf(line, channel)) ?? { outcome: 'delivered', tookMs: receiptMs }
    return { ...usual, isRecorded: false }
  }
}

/** Without the decision's number, which events of our own bear. */
const saidOf = (
  { rule, line, channel }: { readonly rule: string; readonly line: string; readonly channel: string },
  { source, id, time }: ReminderRow['cause'],
): string => [channel, rule, line, source, id.replace(/@\d+$/, ''), time].join(' ')

const keyOf = (what: string, channel: string): string => `${channel} ${what}`

/** `<reminder>#<n>` */
const numberOf = ({ id }: PastAttempt): number => Number(id.slice(id.lastIndexOf('#') + 1))

const fateOf = ({ outcome, tookMs }: PastAttempt): Omit<Fate, 'isRecorded'> => ({
  outcome: outcome === 'unconfirmed' ? null : (outcome as AttemptOutcome),
  tookMs: Math.max(0, tookMs),
})

/** Of as frequent ones the first by name, so that it does not depend on their order; its own median time. */
function mostFrequent(attempts: readonly PastAttempt[]): Omit<Fate, 'isRecorded'> {
  const groups = [...Map.groupBy(attempts, ({ outcome }) => outcome)]
  const [first] = groups.toSorted(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))
  const inOrder = first![1].toSorted((a, b) => a.tookMs - b.tookMs)
  return fateOf(inOrder[Math.floor(inOrder.length / 2)]!)
}
