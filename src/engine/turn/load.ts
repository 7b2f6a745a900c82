/** Everything that the decisions of a batch will read: gathered first, so that deciding needs no waiting. */
import { type Account, newAccount } from '../../core/account/account.ts'
import { coldFrom, hotFrom } from '../../core/account/state-text.ts'
import { shardOf } from '../../core/account/shard.ts'
import type { AccountId } from '../../core/event/event.ts'
import { loadAccounts } from '../../store/account.ts'
import { type AwaitedRow, awaitedAttempts } from '../../store/attempt.ts'
import { inPieces } from '../../store/in-pieces.ts'
import { readNumbers } from '../../store/line-directory.ts'
import { readKeys } from '../../store/person.ts'
import type { DataKey } from '../../store/vault.ts'
import type { DueItem, Item } from './item.ts'
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
  /** Keys of the customers to whom something will be sent or who open a line. */
  readonly keys: ReadonlyMap<AccountId, DataKey>
  /** By `account/line`. */
  readonly destinations: ReadonlyMap<string, Destination>
  /** Attempts that can still take an outcome, by `account/attempt`. */
  readonly attempts: ReadonlyMap<string, AwaitedRow>
}

export async function load(
  parts: TurnParts,
  items: readonly Item[],
  resolution: Resolution,
): Promise<Loaded> {
  const dues = items.filter(item => item.kind === 'due')
  const outcomes = items.filter(item => item.kind === 'outcome')
  const keyed = new Set(dues.map(item => item.reminder.account))
  for (const item of resolution.openings.keys()) {
    const holder = resolution.subjects.get(item)?.holder
    if (holder) keyed.add(holder.account)
  }
  const [accounts, keys, attempts] = await Promise.all([
    loadStates(parts, accountsOf(items, resolution)),
    loadKeys(parts, keyed),
    outcomes.length === 0 ? [] : awaitedAttempts(parts.database, outcomes),
  ])
  const destinations = await loadDestinations(parts, dues, keys)
  return {
    accounts,
    keys,
    destinations,
    attempts: new Map(attempts.map(row => [`${row.account}/${row.attempt}`, row])),
  }
}

function accountsOf(items: readonly Item[], { subjects }: Resolution): ReadonlySet<AccountId> {
  const accounts = new Set<AccountId>()
  for (const item of items) {
    if (item.kind === 'arrival') {
      const holder = subjects.get(item)?.holder
      if (holder) accounts.add(holder.account)
    } else if (item.kind === 'entry') accounts.add(item.entry.account)
    else if (item.kind === 'due') accounts.add(item.reminder.account)
    else if (item.kind === 'outcome' || item.kind === 'erasure') accounts.add(item.account)
    else accounts.add(item.event.account)
  }
  return accounts
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

async function loadDestinations(
  parts: TurnParts,
  dues: readonly DueItem[],
  keys: ReadonlyMap<AccountId, DataKey>,
): Promise<Map<string, Destination>> {
  const destinations = new Map<string, Destination>()
  if (dues.length === 0) return destinations
  const lines = new Map(dues.map(({ reminder }) => [`${reminder.account}/${reminder.line}`, reminder]))
  for (const row of await readNumbers(parts.database, [...lines.values()])) {
    const key = keys.get(row.account)
    if (key === undefined) continue
    const number = parts.vault.unseal(key, row.numberEnc, numberPlace(row.account, row.line))
    destinations.set(`${row.account}/${row.line}`, { number, hash: row.hash })
  }
  return destinations
}

/** Where a line's number is kept. */
export const numberPlace = (account: AccountId, line: string): string =>
  `line_directory/number/${account}/${line}`
export const namePlace = (account: AccountId): string => `person/name/${account}`
export const textPlace = (account: AccountId, attempt: string): string => `attempt/text/${account}/${attempt}`

export const startingAccount = (loaded: Loaded, id: AccountId): Account =>
  loaded.accounts.get(id) ?? newAccount(id)
