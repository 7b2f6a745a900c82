/** The agenda's clock hand: claims what is due, earliest first, and knows when the next entry will be. */
import type { Instant } from '../core/units.ts'
import { dueAgenda, nextAgenda } from '../store/agenda.ts'
import { patiently } from './patience.ts'
import type { EntryItem } from './turn/item.ts'
import type { TurnParts } from './turn/parts.ts'
import type { TurnResult } from './turn/turn.ts'

export class Agenda {
  readonly #parts: TurnParts
  /** Nothing is due before it; null when there is nothing at all. */
  #next: Instant | null = 0

  constructor(parts: TurnParts) {
    this.#parts = parts
  }

  get next(): Instant | null {
    return this.#next
  }

  /** Something outside has put entries in. */
  lookAgain(): void {
    this.#next = 0
  }

  async claim(now: Instant, max: number): Promise<readonly EntryItem[]> {
    if (this.#next === null || this.#next > now || max === 0) return []
    const { database } = this.#parts
    const entries = await patiently(this.#parts, () => dueAgenda(database, { until: now, rowsMax: max }))
    // A full page: there may be more of it at once.
    if (entries.length < max) this.#next = await patiently(this.#parts, () => nextAgenda(database, now))
    return entries.map(entry => ({ kind: 'entry', now, entry }))
  }

  /** Takes note of what a turn has put in. */
  note(result: TurnResult): void {
    for (const row of result.agenda) {
      if ('due' in row && (this.#next === null || row.due < this.#next)) this.#next = row.due
    }
  }
}
