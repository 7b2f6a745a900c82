/**
 * When to connect again. Failures in a row double the wait, chance spreads it over half of its length. A
 * refusal that will not pass by itself (wrong password, unknown system id) waits long at once: a centre
 * locks accounts that keep knocking.
 */
export interface RedialSettings {
  readonly firstMs: number
  readonly maxMs: number
  readonly refusedMs: number
  /** A link bound for as long counts as a success. */
  readonly steadyMs: number
}

export const usualRedial: RedialSettings = {
  firstMs: 1_000,
  maxMs: 60_000,
  refusedMs: 300_000,
  steadyMs: 10_000,
}

export interface LinkEnd {
  readonly refused: boolean
  /** How long it was bound; 0 when it never was. */
  readonly boundMs: number
}

export class Redial {
  readonly #settings: RedialSettings
  readonly #chance: () => number
  #failures = 0

  constructor(settings: RedialSettings, chance: () => number) {
    this.#settings = settings
    this.#chance = chance
  }

  /** Milliseconds until the next try. */
  waitAfter({ refused, boundMs }: LinkEnd): number {
    const { firstMs, maxMs, refusedMs, steadyMs } = this.#settings
    if (boundMs >= steadyMs) this.#failures = 0
    const fullMs = refused ? refusedMs : Math.min(maxMs, firstMs * 2 ** Math.min(this.#failures, 30))
    this.#failures += 1
    return fullMs * (0.5 + this.#chance() / 2)
  }
}
