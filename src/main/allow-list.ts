/**
 * Who may be sent to (G11): everyone, or the lines that hold the listed numbers at present, and contacts that have them.
 *
 * A number becomes a line when it is opened, and the welcome is planned in that very turn; so openings are looked
 * at on their way in. A line that is already there counts under the number that it has, whatever the event says.
 */
import { shardOf } from '../core/account/shard.ts'
import type { Arrival } from '../core/event/arrival.ts'
import type { Instant } from '../core/units.ts'
import type { World } from '../core/world.ts'
import { numberOf } from '../engine/turn/resolve.ts'
import type { Database } from '../store/database.ts'
import { findContacts } from '../store/contact-person.ts'
import { findLines, readNumbers } from '../store/line-directory.ts'
import type { Vault } from '../store/vault.ts'

type LineName = `${string}/${string}`

/** An opening that was let in stands in the directory, and is found there, long before. */
const expectedForMs = 60_000

export class AllowList {
  readonly #database: Database
  readonly #vault: Vault
  readonly #numbers: 'everyone' | readonly string[]
  #held: ReadonlySet<LineName> = new Set()
  readonly #expected = new Map<LineName, Instant>()
  #sendTo: World['sendTo'] = new Set<LineName>()

  /** @param numbers as E.164. */
  constructor(parts: {
    readonly database: Database
    readonly vault: Vault
    readonly numbers: 'everyone' | readonly string[]
  }) {
    this.#database = parts.database
    this.#vault = parts.vault
    this.#numbers = parts.numbers
    if (parts.numbers === 'everyone') this.#sendTo = 'everyone'
  }

  get sendTo(): World['sendTo'] {
    return this.#sendTo
  }

  /** Looks up who holds the numbers at `now`. A contact named since is not written to before the next time. */
  async refresh(now: Instant): Promise<void> {
    if (this.#numbers === 'everyone' || this.#numbers.length === 0) return
    const asked = this.#numbers.map(number => ({ hash: this.#vault.numberHash(number), time: now }))
    const found = await findLines(this.#database, asked)
    const contacts = await findContacts(
      this.#database,
      asked.map(({ hash }) => hash),
    )
    this.#held = new Set([
      ...found.map(({ account, line }) => `${account}/${line}` as const),
      ...contacts.map(({ account, recipient }) => `${account}/${recipient}` as const),
    ])
    for (const [line, until] of this.#expected) if (until < now) this.#expected.delete(line)
    this.#merge()
  }

  /** Lines about to be opened under a listed number. */
  async expect(arrivals: readonly Arrival[], now: Instant): Promise<void> {
    const numbers = this.#numbers
    if (numbers === 'everyone' || numbers.length === 0) return
    const openings = arrivals.flatMap(arrival => {
      const { type, subject, data } = arrival
      if (type !== 'line.opened' || subject.kind !== 'account' || !numbers.includes(numberOf(arrival)))
        return []
      return [{ shard: shardOf(subject.account), account: subject.account, line: String(data['line']) }]
    })
    if (openings.length === 0) return
    const known = await readNumbers(this.#database, openings)
    const there = new Set(known.map(({ account, line }) => `${account}/${line}`))
    for (const { account, line } of openings) {
      if (!there.has(`${account}/${line}`)) this.#expected.set(`${account}/${line}`, now + expectedForMs)
    }
    this.#merge()
  }

  #merge(): void {
    this.#sendTo = new Set([...this.#held, ...this.#expected.keys()])
  }
}
