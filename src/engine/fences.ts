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

  /**
   * As a turn must find them; ascending, so that two engines never lock each other out.
   * @param underWay what a turn that is being committed moves on, committed by now or not
   */
  of(shards: Iterable<number>, underWay: readonly Fence[] = []): readonly Fence[] {
    const moved = new Map(underWay.map(({ shard, turn }) => [shard, turn + 1]))
    return [...shards]
      .toSorted((a, b) => a - b)
      .map(shard => ({
        shard,
        epoch: this.epoch,
        turn: Math.max(this.#turns[shard]!, moved.get(shard) ?? 0),
      }))
  }

  moved(fences: readonly Fence[]): void {
    for (const fence of fences) this.#turns[fence.shard] = fence.turn + 1
  }
}
