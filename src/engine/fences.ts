/** The turn numbers of the shards that this engine owns. */
import type { Fence } from '../store/shard.ts'

/** Another engine has taken a shard: this one must stop. */
export class FencedOff extends Error {
  override readonly name = 'FencedOff'
  constructor() {
    super('another engine has taken over these accounts; this one stops')
  }
}

export class Fences {
  readonly epoch: number
  readonly #turns: number[] = []

  constructor(owned: readonly Fence[]) {
    this.epoch = owned[0]?.epoch ?? 0
    for (const fence of owned) this.#turns[fence.shard] = fence.turn
  }

  /** The number that the next turn of a shard will bear. */
  nextTurn(shard: number): number {
    return this.#turns[shard]! + 1
  }

  /** As a turn must find them; ascending, so that two engines never lock each other out. */
  of(shards: Iterable<number>): readonly Fence[] {
    return [...shards]
      .toSorted((a, b) => a - b)
      .map(shard => ({ shard, epoch: this.epoch, turn: this.#turns[shard]! }))
  }

  moved(fences: readonly Fence[]): void {
    for (const fence of fences) this.#turns[fence.shard] = fence.turn + 1
  }
}
