/** Requests of the peer that are not answered yet. A peer may use one sequence number for several. */
export class Owed {
  readonly #counts = new Map<number, number>()
  #size = 0

  get size(): number {
    return this.#size
  }

  add(sequence: number): void {
    this.#counts.set(sequence, (this.#counts.get(sequence) ?? 0) + 1)
    this.#size += 1
  }

  /** False when nothing of this number is owed: it was answered before, or takes no answer. */
  settle(sequence: number): boolean {
    const count = this.#counts.get(sequence)
    if (count === undefined) return false
    if (count === 1) this.#counts.delete(sequence)
    else this.#counts.set(sequence, count - 1)
    this.#size -= 1
    return true
  }
}
