/** The journal's partitions: made on demand before the turn that needs them, dropped whole when they are old. */
import type { Instant } from '../core/units.ts'
import type { Database } from '../store/database.ts'
import { dayMs, dayOf, dropDay, journalDays, lastDecision, makeDay } from '../store/journal.ts'
import { readInstall } from '../store/install.ts'

/** Days kept; reminders are kept longer (design §5). */
export const journalKeptDays = 100
/** A bound on partitions: more than two years of them means that somebody sends us nonsense. */
export const journalDaysMax = 800

export class JournalDays {
  readonly #database: Database
  readonly #days: Set<number>
  #from: Instant

  private constructor(database: Database, days: readonly number[], from: Instant) {
    this.#database = database
    this.#days = new Set(days)
    this.#from = from
  }

  static async open(database: Database): Promise<JournalDays> {
    const install = await readInstall(database)
    return new JournalDays(database, await journalDays(database), install?.journalFrom ?? 0)
  }

  /** Whether an event is dropped already, or not, cannot be told before this moment. */
  get from(): Instant {
    return this.#from
  }

  /** False when there is no room for another day. */
  fits(time: Instant): boolean {
    return this.#days.has(dayOf(time)) || this.#days.size < journalDaysMax
  }

  async make(times: Iterable<Instant>): Promise<void> {
    const wanted = new Set<number>()
    for (const time of times) {
      const day = dayOf(time)
      if (!this.#days.has(day)) wanted.add(day)
    }
    for (const day of wanted) {
      await this.#database.transact(makeDay(day))
      this.#days.add(day)
    }
  }

  /** Drops what is older than it must be, by event time and by decision: an old fact may have come yesterday. */
  async dropOld(now: Instant): Promise<number> {
    const before = now - journalKeptDays * dayMs
    // As they are, not as remembered: this may be a second try after a lost answer.
    const days = await journalDays(this.#database)
    const old = days.filter(day => (day + 1) * dayMs <= before).toSorted((a, b) => a - b)
    let dropped = 0
    for (const day of old) {
      const last = await lastDecision(this.#database, day)
      if (last !== null && last > before) continue
      await this.#database.transact(dropDay(day))
      this.#days.delete(day)
      this.#from = Math.max(this.#from, (day + 1) * dayMs)
      dropped += 1
    }
    return dropped
  }
}
