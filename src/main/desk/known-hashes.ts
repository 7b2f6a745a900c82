/**
 * The hashes of all secrets of a kind, in memory: who tries some waits half a second for each answer and costs the
 * database two reads a second at most, while the known ones pass at once.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../../engine/clock.ts'

/** Unknown ones are looked up together, once in so long, however many come. */
const unknownEveryMs = 500

export class KnownHashes {
  readonly #list: () => Promise<readonly string[]>
  readonly #clock: Pick<Clock, 'elapsed'>
  #hashes = new Set<string>()
  #readAt = -Infinity
  #reading: Promise<void> | null = null

  constructor(list: () => Promise<readonly string[]>, clock: Pick<Clock, 'elapsed'>) {
    this.#list = list
    this.#clock = clock
  }

  async has(hash: string): Promise<boolean> {
    if (this.#hashes.has(hash)) return true
    // A reading that is under way may have begun before this one was made.
    await this.#reading
    if (this.#hashes.has(hash)) return true
    this.#reading ??= this.#read().finally(() => (this.#reading = null))
    await this.#reading
    return this.#hashes.has(hash)
  }

  /** One that was made here. */
  add(hash: string): void {
    this.#hashes.add(hash)
  }

  async #read(): Promise<void> {
    const waitMs = this.#readAt + unknownEveryMs - this.#clock.elapsed()
    if (waitMs > 0) await sleep(waitMs)
    this.#readAt = this.#clock.elapsed()
    this.#hashes = new Set(await this.#list())
  }
}
