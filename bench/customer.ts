/**
 * The page of a customer: what `/customers/:account`, `/timeline` and `/accounts/:account/decisions` answer, one after
 * the other as the console asks them, by HTTP of a whole Kairos at work, over accounts with a past (`past.ts`); each
 * customer once, so that little of them is in memory.
 *
 * Beside it, in the same run: that many answers of the same server that need no customer (`/readyz`), and one row by
 * its key.
 */
import { readFileSync } from 'node:fs'
import { loadAccounts } from '../src/store/account.ts'
import { shardOf } from '../src/core/account/shard.ts'
import { keyPath } from '../src/main/installation.ts'
import { type Measure, quantile, whole } from './clockwork.ts'
import type { Bench, DatabaseKind } from './databases.ts'
import { Facts } from './facts.ts'
import { addPast, sayTo } from './past.ts'
import { accountOf, lineOf } from './population.ts'
import { configOn, installed, serveOn } from './served.ts'

export interface CustomerAsk {
  readonly size: number
  /** Of each account, before. */
  readonly reminders: number
  /** Pages that are opened. */
  readonly pages: number
}

/** Milliseconds each, sorted. */
export interface PageTimes {
  readonly pages: readonly number[]
  readonly answers: readonly number[]
  readonly rows: readonly number[]
}

const answersEach = 3

/** Spread over all accounts, none twice. */
const chosen = ({ size, pages }: CustomerAsk): readonly number[] =>
  Array.from({ length: pages }, (_, n) => Math.floor((n * size) / pages))

export async function pageTimes(bench: Bench, ask: CustomerAsk): Promise<PageTimes> {
  const { database, vault } = await installed(bench, ask.size)
  const indexes = chosen(ask)
  try {
    await addPast(database, { now: Date.now(), each: ask.reminders })
    await sayTo(database, vault, indexes)
  } finally {
    await database.close()
  }
  const served = await serveOn(bench, new Facts(ask.size))
  const { url, installation } = served.running
  const authorization = `Bearer ${readFileSync(keyPath(configOn(bench)), 'utf8').trim()}`
  try {
    const pages = await timed(indexes, index => openPage({ url, authorization }, index, ask))
    const answers = await timed(indexes, async () => {
      for (let n = 0; n < answersEach; n += 1) await asked({ url, authorization }, '/readyz')
    })
    const rows = await timed(indexes, async index => {
      const account = accountOf(index)
      await loadAccounts(installation.database, [{ shard: shardOf(account), account }])
    })
    return { pages, answers, rows }
  } finally {
    await served.stop()
  }
}

async function timed(indexes: readonly number[], work: (index: number) => Promise<void>): Promise<number[]> {
  const times: number[] = []
  for (const index of indexes) {
    const begin = performance.now()
    await work(index)
    times.push(performance.now() - begin)
  }
  return times.toSorted((a, b) => a - b)
}

interface Server {
  readonly url: string
  readonly authorization: string
}

async function asked({ url, authorization }: Server, path: string, body?: object): Promise<string> {
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const headers = { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
  const answer = await fetch(`${url}${path}`, { ...sent, headers })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${text.slice(0, 200)}`)
  return text
}

async function openPage(server: Server, index: number, { reminders }: CustomerAsk): Promise<void> {
  const [account, line] = [accountOf(index), lineOf(index)]
  await asked(server, `/customers/${account}`)
  const said = JSON.parse(await asked(server, '/timeline', { account, line, limit: 100 })) as Timeline
  await asked(server, `/accounts/${account}/decisions?limit=50`)
  const texts = said.items.filter(({ text }) => text?.includes('套餐')).length
  const expected = reminders - Math.ceil(reminders / 10)
  if (texts !== expected) throw new Error(`${account}: ${texts} messages can be read, not ${expected}`)
}

interface Timeline {
  readonly items: readonly { readonly text: string | null }[]
}

export const customerRow = (
  kind: DatabaseKind,
  { size, reminders }: CustomerAsk,
  { pages, answers, rows }: PageTimes,
): Measure => ({
  what: `a customer's page, ${kind}, ${whole(size)} accounts, ${whole(size * reminders)} reminders`,
  figure: `p50 ${ms(pages, 0.5)}, p99 ${ms(pages, 0.99)}`,
  floor: `p50 ${ms(answers, 0.5)} (as many empty answers), ${ms(rows, 0.5)} (one row by key)`,
  ratio: `${(quantile(pages, 0.5) / quantile(answers, 0.5)).toFixed(1)} ×`,
  target: 'p99 < 200 ms at 1 M accounts, 10 M reminders',
})

const ms = (sorted: readonly number[], share: number): string => `${quantile(sorted, share).toFixed(1)} ms`

export async function benchCustomer(bench: Bench, size: number): Promise<Measure> {
  const ask = { size, reminders: 10, pages: Math.min(500, size) }
  return customerRow(bench.kind, ask, await pageTimes(bench, ask))
}
