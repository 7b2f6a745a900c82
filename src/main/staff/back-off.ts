/** How long signing in is refused after failures: by name in the database, by address in memory. */
import type { Instant } from '../../core/units.ts'
import type { AttemptLimits } from '../../store/sign-in-attempt.ts'

export const attemptLimits: AttemptLimits = {
  free: 5,
  firstMs: 30_000,
  mostMs: 15 * 60_000,
  forgottenMs: 24 * 3_600_000,
}

interface Failures {
  readonly count: number
  readonly at: Instant
  readonly blockedUntil: Instant
}

const addressesMax = 10_000

/** Attempts are counted before they are judged, as those by name are. */
export class AddressBackOff {
  readonly #limits: AttemptLimits
  readonly #failures = new Map<string, Failures>()

  constructor(limits: AttemptLimits = attemptLimits) {
    this.#limits = limits
  }

  /** @returns null when it may be judged; else until when this address is refused */
  begin(address: string, now: Instant): Instant | null {
    const { free, firstMs, mostMs, forgottenMs } = this.#limits
    const place = placeOf(address)
    const before = this.#failures.get(place)
    if (before !== undefined && before.blockedUntil > now) return before.blockedUntil
    const count = before === undefined || before.at < now - forgottenMs ? 1 : before.count + 1
    const blockedMs = count < free ? 0 : Math.min(mostMs, firstMs * 2 ** Math.min(30, count - free))
    this.#keep(place, { count, at: now, blockedUntil: now + blockedMs })
    return null
  }

  forget(address: string): void {
    this.#failures.delete(placeOf(address))
  }

  takeBack(address: string): void {
    const place = placeOf(address)
    const before = this.#failures.get(place)
    if (before !== undefined) this.#keep(place, { ...before, count: before.count - 1, blockedUntil: 0 })
  }

  /** The one that was not heard of for longest makes room. */
  #keep(place: string, failures: Failures): void {
    this.#failures.delete(place)
    if (this.#failures.size >= addressesMax) {
      const [oldest] = this.#failures.keys()
      if (oldest !== undefined) this.#failures.delete(oldest)
    }
    this.#failures.set(place, failures)
  }
}

/** One household has 2^64 addresses of IPv6: they count as one. */
function placeOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [head = ''] = address.split('::', 1)
  return head.split(':').slice(0, 4).join(':')
}
