import { DatabaseError } from '../database.ts'

/** Knows who is inside: lets callers in until it is shut, and can wait for the last to leave. */
export class Door {
  #shut = false
  readonly #inside = new Set<Promise<unknown>>()

  /** @throws DatabaseError `retry` once the door is shut */
  async enter<T>(work: () => Promise<T>): Promise<T> {
    if (this.#shut) throw new DatabaseError('retry', 'the database is closed')
    const visit = work()
    this.#inside.add(visit)
    try {
      return await visit
    } finally {
      this.#inside.delete(visit)
    }
  }

  async shut(): Promise<void> {
    this.#shut = true
    await Promise.allSettled(this.#inside)
  }
}
