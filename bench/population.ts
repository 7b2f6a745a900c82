/**
 * Accounts to measure with: 256 different lives are lived through `decide` under the rulebook that comes along
 * (an opening, a payment, balances, a fortnight of counters); each account gets one of them, with its own ids,
 * number and key. Rows go in through the store's own statements, as a turn would write them.
 */
import type { Account } from '../src/core/account/account.ts'
import { newAccount } from '../src/core/account/account.ts'
import { eventHash, remember } from '../src/core/account/duplicates.ts'
import { shardOf } from '../src/core/account/shard.ts'
import { coldText, hotText } from '../src/core/account/state-text.ts'
import { dayOf, monthOf } from '../src/core/calendar/zone.ts'
import { decide } from '../src/core/decide.ts'
import type { Event } from '../src/core/event/event.ts'
import type { Rulebook } from '../src/core/rule/rule.ts'
import type { Instant } from '../src/core/units.ts'
import { numberPlace } from '../src/engine/turn/load.ts'
import type { Surroundings } from '../src/engine/turn/parts.ts'
import { bundledRulebook } from '../src/main/installation.ts'
import { loadRulebook } from '../src/rulebook/folder.ts'
import { insertStates } from '../src/store/account.ts'
import type { Database, Statement } from '../src/store/database.ts'
import { insertLines } from '../src/store/line-directory.ts'
import { insertPersons } from '../src/store/person.ts'
import type { Vault } from '../src/store/vault.ts'

export const allowanceBytes = 500 * 1_048_576
const livesCount = 256
const dayMs = 86_400_000
const zone = 'Asia/Shanghai'
/** Stands for the account's own line while a life is lived. */
const anyLine = 'L1000000-1'

export const accountOf = (index: number): string => `A${1_000_000 + index}`
export const lineOf = (index: number): string => `L${1_000_000 + index}-1`
/** Of the range that belongs to no operator, as the simulated operator's. */
export const numberOf = (index: number): string => `+86154${String(index).padStart(8, '0')}`

export const indexOf = (number: string): number => Number(number.slice('+86154'.length))

/** What a counter stood at in the beginning: 20 to 60 % of the allowance. */
export const usedAtFirst = (index: number): number =>
  Math.round(allowanceBytes * (0.2 + (0.4 * (index % livesCount)) / livesCount))

export function realRulebook(): Rulebook {
  const { rulebook, faults } = loadRulebook(bundledRulebook)
  if (rulebook === null) throw new Error(`the rulebook does not load: ${faults[0]?.message}`)
  return rulebook
}

export const surroundingsUnder = (rulebook: Rulebook): Surroundings => ({
  rulebook,
  versions: new Map([[rulebook.version, rulebook]]),
  recalled: new Set(),
  pauses: [],
  channels: new Set(['sms', 'voice']),
  sendTo: 'everyone',
})

/** The period of a counter at that moment: its month in Beijing. */
export function periodOf(now: Instant): { readonly periodStart: string; readonly periodEnd: string } {
  const month = monthOf(now, zone)
  const [year = 1970, nth = 1] = month.split('-').map(Number)
  return { periodStart: `${month}-01`, periodEnd: dayOf(Date.UTC(year, nth, 0), zone) }
}

/** The account of this index as it stands just before `now`. */
export type Settled = (index: number) => Account

/** The lives as they stand at `now`; accounts of the same life share what they can. */
export function settledAt(rulebook: Rulebook, now: Instant): Settled {
  const lives = Array.from({ length: livesCount }, (_, n) => lifeOf(n, rulebook, now))
  return index => {
    const { cold, hot } = lives[index % livesCount]!
    const line = lineOf(index)
    return {
      id: accountOf(index),
      cold: { ...cold, lines: cold.lines.map(one => ({ ...one, id: line })) },
      hot: {
        ...hot,
        meters: hot.meters.map(meter => ({ ...meter, line })),
        told: hot.told.map(mark => ({ ...mark, line, key: mark.key.replace(anyLine, line) })),
      },
    }
  }
}

function lifeOf(n: number, rulebook: Rulebook, now: Instant): Account {
  const surroundings = surroundingsUnder(rulebook)
  let account = newAccount(accountOf(0))
  for (const [i, { type, ageMs, body }] of lifeFacts(n, now).entries()) {
    const time = now - ageMs
    const source = type === 'usage.reported' ? 'ocs' : 'boss'
    const id = `past-${n}-${i}`
    const line = type === 'line.opened' ? null : anyLine
    const event = { source, id, type, time, origin: 'outside', account: account.id, line, body }
    const world = { ...surroundings, now: time, chance: () => 0.5 }
    const { account: after } = decide(account, event as Event, world)
    const marks = remember(after.hot, { hash: eventHash(source, id), time })
    account = { ...after, hot: { ...after.hot, ...marks, open: [], days: [] } }
  }
  return account
}

interface PastFact {
  readonly type: Event['type']
  readonly ageMs: number
  readonly body: unknown
}

function lifeFacts(n: number, now: Instant): readonly PastFact[] {
  const opening = {
    line: anyLine,
    joinedOn: '2024-03-05',
    brand: 'gotone',
    planId: 'gotone-58',
    packIds: [],
    payMode: n % 2 === 0 ? 'prepaid' : 'postpaid',
    star: n % 6,
    vip: 'none',
    language: 'zh-CN',
    province: 'zhejiang',
    city: 'taizhou',
  }
  const balance = { balanceMicroYuan: 30_000_000 + n * 100_000, validUntil: '2027-06-30' }
  const usage = { bucketId: 'data', kind: 'data', ...periodOf(now), allowanceBytes }
  const reports = 9
  return [
    { type: 'line.opened', ageMs: 15 * dayMs, body: opening },
    { type: 'balance.reported', ageMs: 14 * dayMs, body: balance },
    ...Array.from({ length: reports }, (_, i) => ({
      type: 'usage.reported' as const,
      // The last one is two hours old, the first one six days.
      ageMs: (reports - i) * 16 * 3_600_000 - 14 * 3_600_000,
      body: { ...usage, usedBytes: Math.round((usedAtFirst(n) * (i + 1)) / reports) },
    })),
  ]
}

const chunkRows = 5_000

/** How the rows of an account are made. */
export interface Settlers {
  readonly settled: Settled
  readonly vault: Vault
  readonly now: Instant
  /** After every few thousand accounts. */
  readonly onChunk?: () => Promise<void>
}

/** Inserts `size` accounts: rows, keys, numbers. */
export async function populate(database: Database, size: number, settlers: Settlers): Promise<void> {
  for (let from = 0; from < size; from += chunkRows) {
    const indexes = Array.from({ length: Math.min(chunkRows, size - from) }, (_, i) => from + i)
    await database.transact(rowsOf(indexes, settlers))
    await settlers.onChunk?.()
    if (from % (10 * chunkRows) === 0) await database.maintain()
  }
  await tidy(database)
}

/** As the tables stand after a quiet night. */
export async function tidy(database: Database): Promise<void> {
  for (const table of ['account_hot', 'account_cold', 'person', 'line_directory']) {
    await database.exec(`vacuum (analyze) ${table}`)
  }
  await database.exec('checkpoint')
}

function rowsOf(indexes: readonly number[], { settled, vault, now }: Settlers): readonly Statement[] {
  const accounts = indexes.map(index => ({
    index,
    account: settled(index),
    shard: shardOf(accountOf(index)),
  }))
  const keys = accounts.map(({ account }) => vault.newKey(account.id))
  const states = (text: (account: Account) => string) =>
    accounts.map(({ account, shard }) => ({ shard, account: account.id, turn: 0, state: text(account) }))
  return [
    insertStates(
      'account_hot',
      states(account => hotText(account.hot)),
    ),
    insertStates(
      'account_cold',
      states(account => coldText(account.cold)),
    ),
    insertPersons(
      accounts.map(({ account, shard }, i) => {
        const keyEnc = keys[i]!.wrapped
        return { shard, account: account.id, keyId: vault.keyId, keyEnc, nameEnc: null }
      }),
    ),
    insertLines(
      accounts.map(({ index, account, shard }, i) => {
        const line = lineOf(index)
        const number = numberOf(index)
        const numberEnc = vault.seal(keys[i]!.key, number, numberPlace(account.id, line))
        const since = now - 15 * dayMs
        return { hash: vault.numberHash(number), since, shard, account: account.id, line, numberEnc }
      }),
    ),
  ]
}
