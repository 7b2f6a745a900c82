/** Adds up the time that one side takes while two are measured in turns. */
export class Stopwatch {
  /** Since the last reset. */
  ms = 0
  /** Since it was made: only grows. */
  total = 0

  async time<T>(work: () => Promise<T>): Promise<T> {
    const begin = performance.now()
    try {
      return await work()
    } finally {
      const took = performance.now() - begin
      this.ms += took
      this.total += took
    }
  }

  reset(): void {
    this.ms = 0
  }
}
