/** One life of the engine's process: whatever it does after its death has no effect. */

/** Thrown into a dead engine by everything that it calls. */
export class Died extends Error {
  override readonly name = 'Died'
  constructor() {
    super('the process has died')
  }
}

export class Process {
  #isAlive = true
  #submitsLeft: number | null = null

  get isAlive(): boolean {
    return this.#isAlive
  }

  /** It is about to die: after so many more messages, or with its next word to the database. */
  get isDying(): boolean {
    return this.#submitsLeft !== null
  }

  die(): void {
    this.#isAlive = false
  }

  dieAfterSubmits(count: number): void {
    this.#submitsLeft = count
  }

  /** Whether a message still gets out. */
  submits(): boolean {
    if (!this.#isAlive) return false
    if (this.#submitsLeft === null) return true
    if (this.#submitsLeft === 0) this.#isAlive = false
    else this.#submitsLeft -= 1
    return this.#isAlive
  }
}
