import { createHash } from 'node:crypto'

/** A prepared statement lives as long as its connection, so their number is kept down. */
const namesMax = 1_000

/**
 * Gives each statement text the name under which it is prepared on every connection.
 *
 * After the schema has changed, a prepared statement may refuse (0A000: "cached plan must not change result
 * type"); `renew` makes all names new, so that each text is prepared afresh.
 */
export class StatementNames {
  #generation = 0
  readonly #names = new Map<string, string>()

  /** @returns undefined when there are too many texts already: then it runs unprepared. */
  of(sql: string): string | undefined {
    const known = this.#names.get(sql)
    if (known !== undefined) return known
    if (this.#names.size >= namesMax) return undefined
    const name = `k${this.#generation}_${createHash('sha256').update(sql).digest('base64url').slice(0, 22)}`
    this.#names.set(sql, name)
    return name
  }

  renew(): void {
    this.#generation += 1
    this.#names.clear()
  }
}
