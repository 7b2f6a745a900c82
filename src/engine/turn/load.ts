/** Everything that the decisions of a batch will read: gathered first, so that deciding needs no waiting. */
import { type Account, newAccount } from '../../core/account/account.ts'
import { isContact } from '../../core/account/contact.ts'
import { coldFrom, hotFrom } from '../../core/account/state-text.ts'
import { shardOf } from '../../core/account/shard.ts'
import type { AccountId } from '../../core/event/event.ts'
import { personalFields } from '../../core/event/facts.ts'
import { loadAccounts } from '../../store/account.ts'
import { type AwaitedRow, awaitedAttempts } from '../../store/attempt.ts'
import { inPieces } from '../../store/in-pieces.ts'
import { readDestinations } from '../../store/contact-person.ts'
import type { NumberRow } from '../../store/line-directory.ts'
import { readKeys } from '../../store/person.ts'
import type { DataKey } from '../../store/vault.ts'
import { accountOf as accountNamed, type DueItem, type Item } from './item.ts'
import type { TurnParts } from './parts.ts'
import type { Resolution } from './resolve.ts'

/** Where a message goes. */
export interface Destination {
  readonly number: string
  readonly hash: Uint8Array
}

export interface Loaded {
  /** As stored; those without a row are not here. */
  readonly accounts: ReadonlyMap<AccountId, Account>
  /** Keys of the customers to whom something will be sent, or of whom something personal was said. */
  readonly keys: ReadonlyMap<AccountId, DataKey>
  /** By `account/line`. */
  readonly destinations: ReadonlyMap<string, Destination>
  /** Attempts that can still take an outcome, by `account/attempt`. */
  readonly attempts: ReadonlyMap<string, AwaitedRow>
}

export const nothingLoaded: Loaded = {
  accounts: new Map(),
  keys: new Map(),
  destinations: new Map(),
  attempts: new Map(),
}

export async function load(
  parts: TurnParts,
  items: readonly Item[],
  resolution: Resolution,
): Promise<Loaded> {
  const dues = items.filter(item => item.kind === 'due')
  const outcomes = items.filter(item => item.kind === 'outcome')
  const keyed = new Set(dues.map(item => item.reminder.account))
  for (const item of items) {
    if (item.kind !== 'arrival' || personalFields[item.arrival.type] === undefined) continue
    const holder = resolution.subjects.get(item)?.holder
    if (holder) keyed.add(holder.account)
  }
  const [accounts, keys, attempts, numbers] = await Promise.all([
    loadStates(parts, accountsOf(items, resolution)),
    loadKeys(parts, keyed),
    outcomes.length === 0 ? [] : awaitedAttempts(parts.database, outcomes),
    loadNumbers(parts, dues),
  ])
  return {
    accounts,
    keys,
    destinations: destinationsOf(parts, numbers, keys),
    attempts: new Map(attempts.map(row => [`${row.account}/${row.attempt}`, row])),
  }
}

function accountsOf(items: readonly Item[], resolution: Resolution): ReadonlySet<AccountId> {
  const accounts = new Set<AccountId>()
  for (const item of items) {
    const account = accountOf(item, resolution)
    if (account !== null) accounts.add(account)
  }
  return accounts
}

/** Null for an arrival of which nobody knows whom it is about. */
export const accountOf = (item: Item, { subjects }: Resolution): AccountId | null =>
  subjects.get(item)?.holder?.account ?? accountNamed(item)

/** What was loaded in two goes. */
export const together = (a: Loaded, b: Loaded): Loaded => ({
  accounts: union(a.accounts, b.accounts),
  keys: union(a.keys, b.keys),
  destinations: union(a.destinations, b.destinations),
  attempts: union(a.attempts, b.attempts),
})

/** A batch is mostly loaded in one go: then nothing is copied. */
export function union<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  if (a.size === 0) return b
  return b.size === 0 ? a : new Map([...a, ...b])
}

const keyed = (accounts: Iterable<AccountId>): { shard: number; account: AccountId }[] =>
  [...accounts].map(account => ({ shard: shardOf(account), account }))

async function loadStates(parts: TurnParts, ids: ReadonlySet<AccountId>): Promise<Map<AccountId, Account>> {
  const accounts = await inPieces(keyed(ids), async piece =>
    (await loadAccounts(parts.database, piece)).map(({ account: id, cold, hot }): Account => ({
      id,
      cold: coldFrom(cold),
      hot: hotFrom(hot),
    })),
  )
  return new Map(accounts.map(account => [account.id, account]))
}

async function loadKeys(
  parts: TurnParts,
  accounts: ReadonlySet<AccountId>,
): Promise<Map<AccountId, DataKey>> {
  const keys = new Map<AccountId, DataKey>()
  const unknown: AccountId[] = []
  for (const account of accounts) {
    const known = parts.vault.known(account)
    if (known === undefined) unknown.push(account)
    else keys.set(account, known)
  }
  for (const row of unknown.length === 0 ? [] : await readKeys(parts.database, keyed(unknown))) {
    keys.set(row.account, parts.vault.key(row.account, row.keyEnc))
  }
  return keys
}

async function loadNumbers(parts: TurnParts, dues: readonly DueItem[]): Promise<readonly NumberRow[]> {
  if (dues.length === 0) return []
  const lines = new Map(dues.map(({ reminder }) => [`${reminder.account}/${reminder.line}`, reminder]))
  return readDestinations(parts.database, [...lines.values()])
}

function destinationsOf(
  { vault }: TurnParts,
  numbers: readonly NumberRow[],
  keys: ReadonlyMap<AccountId, DataKey>,
): Map<string, Destination> {
  const destinations = new Map<string, Destination>()
  for (const { account, line, numberEnc, hash } of numbers) {
    const key = keys.get(account)
    if (key === undefined) continue
    const number = vault.unseal(key, numberEnc, numberPlace(account, line))
    destinations.set(`${account}/${line}`, { number, hash })
  }
  return destinations
}

/** Where the number of a line, or of a contact, is kept. */
export const numberPlace = (account: AccountId, line: string): string =>
  `${isContact(line) ? 'contact_person' : 'line_directory'}/number/${account}/${line}`
export const namePlace = (account: AccountId): string => `person/name/${account}`
export const textPlace = (account: AccountId, attempt: string): string => `attempt/text/${account}/${attempt}`

export const startingAccount = (loaded: Loaded, id: AccountId): Account =>
  loaded.accounts.get(id) ?? newAccount(id)
