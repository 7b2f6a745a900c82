import { DatabaseError } from '../database.ts'

/** Callers who cannot be served are told so, before their statements fill the memory. */
const waitingMax = 10_000

/** So many turns may overtake a waiting read. */
const turnsInARowMax = 4

/**
 * The embedded database does one thing at a time. Turns go before reads, for a turn's events wait to be
 * acknowledged; but after four turns in a row a waiting read gets its go, so it never starves.
 */
export class Queue {
  readonly #turns: (() => Promise<void>)[] = []
  readonly #reads: (() => Promise<void>)[] = []
  #turnsInARow = 0
  #running = false

  /** @throws DatabaseError `retry` when too many wait already */
  async run<T>(lane: 'turn' | 'read', job: () => Promise<T>): Promise<T> {
    if (this.#turns.length + this.#reads.length >= waitingMax) {
      throw new DatabaseError('retry', `${waitingMax} calls wait for the embedded database already`)
    }
    return new Promise<T>((resolve, reject) => {
      const waiting = lane === 'turn' ? this.#turns : this.#reads
      waiting.push(() => job().then(resolve, reject))
      void this.#work()
    })
  }

  async #work(): Promise<void> {
    if (this.#running) return
    this.#running = true
    for (let job = this.#next(); job !== undefined; job = this.#next()) await job()
    this.#running = false
  }

  #next(): (() => Promise<void>) | undefined {
    const readIsDue = this.#reads.length > 0 && this.#turnsInARow >= turnsInARowMax
    const turn = readIsDue ? undefined : this.#turns.shift()
    this.#turnsInARow = turn === undefined ? 0 : this.#turnsInARow + 1
    return turn ?? this.#reads.shift()
  }
}
