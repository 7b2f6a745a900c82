/**
 * The pause after "throttled" (0x58) or "queue full" (0x14). A whole window comes back at once, so only the
 * first of its refusals counts; the pause doubles while every try after it is refused again, and begins
 * anew with the first message that is taken. Chance spreads it over half of its length, so that many links
 * do not come back together.
 */
export interface HoldSettings {
  readonly holdMs: number
  readonly holdMaxMs: number
}

export class Hold {
  readonly #settings: HoldSettings
  readonly #chance: () => number
  #refused = 0
  #until = -Infinity

  /** `chance` gives numbers in [0, 1). */
  constructor(settings: HoldSettings, chance: () => number) {
    this.#settings = settings
    this.#chance = chance
  }

  /** When sending may go on; in the past when nothing is held. */
  get until(): number {
    return this.#until
  }

  throttled(now: number): void {
    if (now < this.#until) return
    const { holdMs, holdMaxMs } = this.#settings
    const fullMs = Math.min(holdMaxMs, holdMs * 2 ** this.#refused)
    this.#refused += 1
    this.#until = now + fullMs * (0.5 + this.#chance() / 2)
  }

  taken(now: number): void {
    if (now >= this.#until) this.#refused = 0
  }
}
