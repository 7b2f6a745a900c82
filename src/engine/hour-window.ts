/** Messages within sixty minutes, in steps of ten: as a dry run foresees them and as the blast guard counts them (G12). */
import type { Instant } from '../core/units.ts'

const bucketMs = 600_000
const bucketsPerHour = 6

export class HourWindow {
  /** The last six steps, the newest last. */
  #buckets: { readonly bucket: number; count: number }[] = []

  static bucketOf(at: Instant): number {
    return Math.floor(at / bucketMs)
  }

  static startOf(bucket: number): Instant {
    return bucket * bucketMs
  }

  /** One that comes late, before the newest step, counts with the newest. */
  add(count: number, at: Instant): void {
    const bucket = HourWindow.bucketOf(at)
    const last = this.#buckets.at(-1)
    if (last !== undefined && last.bucket >= bucket) last.count += count
    else this.#buckets.push({ bucket, count })
    this.#forget(this.#buckets.at(-1)!.bucket)
  }

  sum(at: Instant): number {
    this.#forget(HourWindow.bucketOf(at))
    return this.#buckets.reduce((sum, { count }) => sum + count, 0)
  }

  #forget(newest: number): void {
    this.#buckets = this.#buckets.filter(({ bucket }) => bucket > newest - bucketsPerHour)
  }
}
