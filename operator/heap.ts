/** What falls due next: a binary heap ordered by time, then by the order of insertion. */
import type { Instant } from '../src/core/units.ts'

interface Entry<T> {
  readonly at: Instant
  readonly order: number
  readonly item: T
}

const isBefore = <T>(a: Entry<T>, b: Entry<T>): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

export class Heap<T> {
  private readonly entries: Entry<T>[] = []
  private inserted = 0

  get size(): number {
    return this.entries.length
  }

  /** When the first falls due; `Infinity` when there is none. */
  get firstAt(): Instant {
    return this.entries[0]?.at ?? Infinity
  }

  push(at: Instant, item: T): void {
    const entry = { at, order: this.inserted++, item }
    let hole = this.entries.length
    while (hole > 0) {
      const parent = (hole - 1) >> 1
      if (!isBefore(entry, this.entries[parent]!)) break
      this.entries[hole] = this.entries[parent]!
      hole = parent
    }
    this.entries[hole] = entry
  }

  /** Takes the first; only while `size` is above zero. */
  pop(): Entry<T> {
    const first = this.entries[0]!
    const last = this.entries.pop()!
    if (this.entries.length > 0) this.sink(last)
    return first
  }

  private sink(entry: Entry<T>): void {
    const { entries } = this
    let hole = 0
    for (let child = 1; child < entries.length; child = 2 * hole + 1) {
      if (child + 1 < entries.length && isBefore(entries[child + 1]!, entries[child]!)) child++
      if (!isBefore(entries[child]!, entry)) break
      entries[hole] = entries[child]!
      hole = child
    }
    entries[hole] = entry
  }
}
