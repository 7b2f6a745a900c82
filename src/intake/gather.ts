/**
 * Reads ahead while the former batch is being committed, so that turns are full when the sender is fast
 * (500–2,000 events per turn is the plateau, design §5) and prompt when it is slow.
 */

/** Yields what has come since the last ask, at least one and at most `max` items; holds at most `max` and one chunk more. */
export async function* gathered<T>(
  source: AsyncIterable<readonly T[]>,
  max: number,
): AsyncGenerator<readonly T[]> {
  const ahead = new ReadAhead(source, max)
  try {
    for (let batch = await ahead.take(); batch.length > 0; batch = await ahead.take()) yield batch
  } finally {
    ahead.stop()
  }
}

class ReadAhead<T> {
  readonly #max: number
  readonly #reading: Promise<void>
  #waiting: T[] = []
  #isEnded = false
  #isStopped = false
  #arrived = Promise.withResolvers<void>()
  #taken = Promise.withResolvers<void>()

  constructor(source: AsyncIterable<readonly T[]>, max: number) {
    this.#max = max
    this.#reading = this.#read(source).finally(() => {
      this.#isEnded = true
      this.#arrived.resolve()
    })
    // A fault of the source is thrown by `take`; when nobody takes any more it is nobody's concern.
    this.#reading.catch(() => {})
  }

  /** Empty when the source has ended; rejects as the source did. */
  async take(): Promise<readonly T[]> {
    while (this.#waiting.length === 0 && !this.#isEnded) {
      await this.#arrived.promise
      this.#arrived = Promise.withResolvers<void>()
    }
    if (this.#waiting.length === 0) await this.#reading
    const batch = this.#waiting.slice(0, this.#max)
    this.#waiting = this.#waiting.slice(this.#max)
    this.#taken.resolve()
    return batch
  }

  stop(): void {
    this.#isStopped = true
    this.#taken.resolve()
  }

  async #read(source: AsyncIterable<readonly T[]>): Promise<void> {
    for await (const items of source) {
      for (const item of items) this.#waiting.push(item)
      this.#arrived.resolve()
      while (this.#waiting.length >= this.#max && !this.#isStopped) {
        this.#taken = Promise.withResolvers<void>()
        await this.#taken.promise
      }
      if (this.#isStopped) return
    }
  }
}
