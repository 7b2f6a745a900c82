/**
 * Receipts on their way into a turn (G4, design §7).
 *
 *     receipt ──► its message id is known ──► word of that attempt ──► kept with the turn
 *        └──────► unknown: the only attempt in doubt of that gateway, number and minute
 *                     └──► none, or several: kept as a stray, joined when the answer is recorded
 */
import type { Receipt } from '../channels/channel.ts'
import type { Instant } from '../core/units.ts'
import type { AttemptKey } from '../store/attempt.ts'
import { byIndex } from '../store/by-index.ts'
import { adoptIds, attemptMeant, straysMeant } from '../store/doubt.ts'
import { findHanded, type HandedRow, type MessageKey } from '../store/handed.ts'
import { anyStrays, joinStrays, keepStrays } from '../store/stray-receipt.ts'
import { patiently } from './patience.ts'
import type { OutcomeItem } from './turn/item.ts'
import type { TurnParts } from './turn/parts.ts'

/** Message ids kept in memory, so that most receipts need no look-up; some 100 bytes each. */
const recentMax = 100_000

export interface Waiting {
  readonly receipt: Receipt
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

export class Receipts {
  readonly #parts: TurnParts
  readonly #wake: () => void
  readonly #recent = new Map<string, AttemptKey>()
  #waiting: Waiting[] = []
  /** Strays may be there: at start nobody knows. */
  #strays = true
  /** Answers have been recorded since they were last looked at. */
  #answered = true
  #doubted = true

  constructor(parts: TurnParts, wake: () => void) {
    this.#parts = parts
    this.#wake = wake
  }

  get length(): number {
    return this.#waiting.length
  }

  /** Resolves when the receipt is on disk. */
  receive(receipt: Receipt): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ receipt, resolve, reject })
      this.#wake()
    })
  }

  take(max: number): readonly Waiting[] {
    return this.#waiting.splice(0, max)
  }

  reject(why: string): void {
    for (const { reject } of this.#waiting.splice(0)) reject(new Error(why))
  }

  /** Remembers which attempt an accepted message id stands for. */
  remember(key: MessageKey, attempt: AttemptKey): void {
    if (this.#recent.size >= recentMax) {
      const [oldest] = this.#recent.keys()
      if (oldest !== undefined) this.#recent.delete(oldest)
    }
    const { shard, account, attempt: id } = attempt
    this.#recent.set(nameOf(key), { shard, account, attempt: id })
    this.#answered = true
    // Of a stray that two could be about, one may be out of the question now.
    this.#doubted = true
  }

  /** Items for the receipts whose attempt is known; the others are kept as strays and resolved at once. */
  async match(
    taken: readonly Waiting[],
    now: Instant,
  ): Promise<readonly (readonly [Waiting, OutcomeItem])[]> {
    const known = await this.#lookUp(taken)
    const matched: [Waiting, OutcomeItem][] = []
    const strays: Waiting[] = []
    for (const waiting of taken) {
      const { receipt } = waiting
      const attempt = known.get(nameOf(receipt)) ?? (await this.#inDoubt(receipt, now))
      if (attempt === null) {
        strays.push(waiting)
        continue
      }
      known.set(nameOf(receipt), attempt)
      matched.push([waiting, itemOf(receipt, attempt, { now, stray: null })])
    }
    await this.#keep(strays, now)
    return matched
  }

  /** Attempts have come into doubt, or were turned down: a stray may be about the only one that is left. */
  doubted(): void {
    this.#doubted = true
  }

  /** Strays whose answer has been recorded since, or whose attempt has come into doubt. */
  async joined(now: Instant, max: number): Promise<readonly OutcomeItem[]> {
    if (!this.#strays || !(this.#answered || this.#doubted) || max === 0) return []
    const { database } = this.#parts
    if (this.#doubted) {
      const meant = await patiently(this.#parts, () => straysMeant(database, max))
      await this.#adopt(meant, now)
      this.#doubted = meant.length === max
    }
    const rows = await patiently(this.#parts, () => joinStrays(database, max))
    this.#answered = rows.length === max
    if (rows.length === 0) this.#strays = await patiently(this.#parts, () => anyStrays(database))
    return rows.map(row =>
      itemOf(row, row, { now, stray: { gateway: row.gateway, messageId: row.messageId } }),
    )
  }

  async #lookUp(taken: readonly Waiting[]): Promise<Map<string, AttemptKey>> {
    const known = new Map<string, AttemptKey>()
    const unknown: MessageKey[] = []
    for (const { receipt } of taken) {
      const name = nameOf(receipt)
      const recent = this.#recent.get(name)
      if (recent === undefined) unknown.push(receipt)
      else known.set(name, recent)
    }
    if (unknown.length === 0) return known
    for (const row of await patiently(this.#parts, () => findHanded(this.#parts.database, unknown))) {
      known.set(nameOf(row), row)
    }
    return known
  }

  /** Only a gateway that says when it took the message can be matched by its minute, and only without rival. */
  async #inDoubt(receipt: Receipt, now: Instant): Promise<AttemptKey | null> {
    const { gateway, messageId, number, submittedAt } = receipt
    if (submittedAt === null) return null
    const { database, vault } = this.#parts
    const unknown = { gateway, messageId, numberHash: vault.numberHash(number), submittedAt }
    const attempt = await patiently(this.#parts, () => attemptMeant(database, unknown))
    if (attempt !== null) await this.#adopt([{ ...attempt, gateway, messageId }], now)
    return attempt
  }

  /** Before anything is concluded from them: should we die in between, what comes again finds its attempt. */
  async #adopt(rows: readonly HandedRow[], now: Instant): Promise<void> {
    if (rows.length === 0) return
    await patiently(this.#parts, () => this.#parts.database.transact([byIndex, ...adoptIds(rows, now)]))
  }

  async #keep(strays: readonly Waiting[], now: Instant): Promise<void> {
    if (strays.length === 0) return
    const { database, meter, vault } = this.#parts
    const rows = strays.map(({ receipt }) => ({
      ...receipt,
      numberHash: vault.numberHash(receipt.number),
      since: now,
    }))
    await patiently(this.#parts, () => database.transact([keepStrays(rows)]))
    this.#strays = true
    meter.receiptsStray += strays.length
    for (const { resolve } of strays) resolve()
  }
}

const nameOf = ({ gateway, messageId }: MessageKey): string => `${gateway}\0${messageId}`

function itemOf(
  told: Pick<Receipt, 'outcome' | 'code' | 'at'>,
  key: AttemptKey,
  rest: Pick<OutcomeItem, 'now' | 'stray'>,
): OutcomeItem {
  const { shard, account, attempt } = key
  const { outcome, code, at } = told
  return { kind: 'outcome', shard, account, attempt, outcome, code, at, ...rest }
}
