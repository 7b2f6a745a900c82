/** A table with a transaction over it: what was put in since the last commit is forgotten by `discard`. */
export class Layer<V> {
  readonly #committed = new Map<string, V>()
  readonly #changed = new Map<string, V | null>()

  get(key: string): V | undefined {
    const changed = this.#changed.get(key)
    return changed === undefined ? this.#committed.get(key) : (changed ?? undefined)
  }

  put(key: string, value: V): void {
    this.#changed.set(key, value)
  }

  remove(key: string): void {
    this.#changed.set(key, null)
  }

  commit(): void {
    for (const [key, value] of this.#changed) {
      if (value === null) this.#committed.delete(key)
      else this.#committed.set(key, value)
    }
    this.#changed.clear()
  }

  discard(): void {
    this.#changed.clear()
  }

  /** Of the last commit. */
  values(): IterableIterator<V> {
    return this.#committed.values()
  }
}
