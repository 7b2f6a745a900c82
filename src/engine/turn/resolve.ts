/**
 * Who is meant: the line that held each number at the event's time (design §5, Accounts and lines).
 *
 * Lines opened by an earlier event of the same batch are not in the directory yet; `Openings` keeps them
 * while the batch is decided.
 */
import type { Arrival } from '../../core/event/arrival.ts'
import type { AccountId, LineId } from '../../core/event/event.ts'
import type { Instant } from '../../core/units.ts'
import { findLaterLines, findLines, type Asked, type Found } from '../../store/line-directory.ts'
import type { ArrivalItem, Holder, Item } from './item.ts'
import type { TurnParts } from './parts.ts'

export interface Subject {
  /** Null for a number that nobody held, as far as the directory knows. */
  readonly holder: Holder | null
  /** Of the number, when the subject is one. */
  readonly hash: Uint8Array | null
}

export interface Resolution {
  /** By item; our own events have none. */
  readonly subjects: ReadonlyMap<Item, Subject>
  /** Openings by the hash of their number, and who holds that number since a later moment. */
  readonly openings: ReadonlyMap<Item, OpeningNumber>
}

export interface OpeningNumber {
  readonly number: string
  readonly hash: Uint8Array
  readonly later: Found | null
}

type Parts = Pick<TurnParts, 'database' | 'vault'>

export async function resolve(parts: Parts, items: readonly Item[]): Promise<Resolution> {
  const arrivals = items.filter(item => item.kind === 'arrival')
  const [subjects, openings] = await Promise.all([subjectsOf(parts, arrivals), openingsOf(parts, arrivals)])
  return { subjects, openings }
}

async function subjectsOf(parts: Parts, arrivals: readonly ArrivalItem[]): Promise<Map<Item, Subject>> {
  const subjects = new Map<Item, Subject>()
  const unknown: ArrivalItem[] = []
  const asked: Asked[] = []
  for (const item of arrivals) {
    const { subject, time } = item.arrival
    if (subject.kind === 'account') {
      subjects.set(item, { holder: { account: subject.account, line: null }, hash: null })
      continue
    }
    const hash = parts.vault.numberHash(subject.number)
    subjects.set(item, { holder: item.holder ?? null, hash })
    if (item.holder !== undefined) continue
    unknown.push(item)
    asked.push({ hash, time })
  }
  for (const found of asked.length === 0 ? [] : await findLines(parts.database, asked)) {
    const { account, line } = found
    subjects.set(unknown[found.i]!, { holder: { account, line }, hash: asked[found.i]!.hash })
  }
  return subjects
}

async function openingsOf(parts: Parts, arrivals: readonly ArrivalItem[]): Promise<Map<Item, OpeningNumber>> {
  const items = arrivals.filter(item => item.arrival.type === 'line.opened')
  if (items.length === 0) return new Map()
  const numbers = items.map(item => numberOf(item.arrival))
  const asked = items.map((item, i) => ({
    hash: parts.vault.numberHash(numbers[i]!),
    time: item.arrival.time,
  }))
  const later = new Map((await findLaterLines(parts.database, asked)).map(found => [found.i, found]))
  return new Map(
    items.map((item, i) => [
      item,
      { number: numbers[i]!, hash: asked[i]!.hash, later: later.get(i) ?? null },
    ]),
  )
}

/** The number that an opening or a contact's naming tells, as E.164 where it can be told: a national mobile number is Chinese. */
export function numberOf(arrival: Arrival): string {
  const number = String(arrival.data['number'])
  if (number.startsWith('+')) return number
  return /^1\d{10}$/.test(number) ? `+86${number}` : number
}

/** Lines opened within the batch so far. */
export class Openings {
  readonly #byHash = new Map<
    string,
    { readonly account: AccountId; readonly line: LineId; readonly since: Instant }[]
  >()

  add(
    hash: Uint8Array,
    holder: { readonly account: AccountId; readonly line: LineId; readonly since: Instant },
  ): void {
    const key = keyOf(hash)
    this.#byHash.set(key, [...(this.#byHash.get(key) ?? []), holder])
  }

  /** The last one opened in this batch that held the number at that time. */
  find(hash: Uint8Array, time: Instant): Holder | null {
    if (this.#byHash.size === 0) return null
    const holders = this.#byHash.get(keyOf(hash)) ?? []
    return (
      holders
        .filter(holder => holder.since <= time)
        .toSorted((a, b) => a.since - b.since)
        .at(-1) ?? null
    )
  }

  /** Somebody else who holds it since that time or later. */
  later(hash: Uint8Array, time: Instant, line: LineId): boolean {
    const holders = this.#byHash.get(keyOf(hash)) ?? []
    return holders.some(holder => holder.since >= time && holder.line !== line)
  }
}

const keyOf = (hash: Uint8Array): string =>
  Buffer.from(hash.buffer, hash.byteOffset, hash.byteLength).toString('hex')
