import { DatabaseError } from '../database.ts'

/** Knows who is inside: lets callers in until it is shut, then waits for the last to leave. */
export class Door {
  #shut: Promise<void> | null = null
  readonly #inside = new Set<Promise<unknown>>()

  /** @throws DatabaseError `retry` once the door is shut */
  async enter<T>(work: () => Promise<T>): Promise<T> {
    if (this.#shut !== null) throw new DatabaseError('retry', 'the database is closed')
    const visit = work()
    this.#inside.add(visit)
    try {
      return await visit
    } finally {
      this.#inside.delete(visit)
    }
  }

  /**
   * @param after runs when everybody has left; once, however often the door is shut
   * @returns when that is done
   */
  shut(after: () => Promise<void>): Promise<void> {
    this.#shut ??= Promise.allSettled(this.#inside).then(after)
    return this.#shut
  }
}
