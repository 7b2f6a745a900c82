/**
 * `decide` alone, one core: usage reports of which one in a hundred crosses a limit, accounts at random.
 * The floor reads and rewrites the same fields of the same objects without deciding anything.
 */
import type { Account } from '../src/core/account/account.ts'
import { newAccount } from '../src/core/account/account.ts'
import { decide } from '../src/core/decide.ts'
import type { Event } from '../src/core/event/event.ts'
import { rule, rulebook } from '../src/core/sample/rulebook.ts'
import type { World } from '../src/core/world.ts'
import { best, type Measure, perSecond } from './clockwork.ts'

const mb = 1_048_576
const start = Date.parse('2026-11-05T02:00:00Z')
const profile = {
  brand: 'easyown',
  planId: 'p',
  packIds: [],
  payMode: 'prepaid',
  star: 0,
  vip: 'none',
} as const
const place = { language: 'zh-CN', province: 'zhejiang', city: 'taizhou' } as const

function accounts(count: number, world: World): Account[] {
  const body = { line: 'L1', ...profile, packIds: [], ...place }
  return Array.from({ length: count }, (_, n) => {
    const event = {
      source: 'boss',
      id: `o${n}`,
      type: 'line.opened',
      time: start,
      origin: 'outside',
      account: `A${n}`,
      line: 'L1',
      body,
    }
    return decide(newAccount(`A${n}`), event as Event, world).account
  })
}

export function benchDecide(size: number): Measure[] {
  const limits = rule({
    id: 'used',
    on: 'usage.crossed',
    class: 'real-time',
    oncePer: ['line', 'bucket', 'period', 'limit'],
  })
  const book = rulebook([limits])
  const versions = new Map([[book.version, book]])
  const fixed = {
    recalled: new Set<string>(),
    pauses: [],
    sendTo: 'everyone',
    channels: new Set(['sms'] as const),
  } as const
  const world: World = { now: start, rulebook: book, versions, ...fixed, chance: () => 0.5 }
  const state = accounts(size, world)
  let tick = 0
  const run = (): number => {
    for (let n = 0; n < size; n += 1) {
      tick += 1
      const at = (n * 7919) % size
      const account = state[at]
      if (account === undefined) continue
      const time = start + tick
      // 0.8 % of the allowance each time: a limit is crossed about once in a hundred reports.
      const used = Math.round((account.hot.meters[0]?.used ?? 0) + 0.008 * 500 * mb)
      const body = {
        bucketId: 'd',
        kind: 'data',
        periodStart: '2026-11-01',
        periodEnd: '2026-11-30',
        usedBytes: used,
        allowanceBytes: 500 * mb,
      }
      const event = {
        source: 'ocs',
        id: `u${tick}`,
        type: 'usage.reported',
        time,
        origin: 'outside',
        account: account.id,
        line: 'L1',
        body,
      }
      const { account: after } = decide(account, event as Event, { ...world, now: time })
      state[at] = { ...after, hot: { ...after.hot, open: [] } }
    }
    return size
  }
  const floor = (): number => {
    for (let n = 0; n < size; n += 1) {
      const at = (n * 7919) % size
      const account = state[at]
      if (account !== undefined)
        state[at] = { ...account, hot: { ...account.hot, time: account.hot.time + 1 } }
    }
    return size
  }
  const rounds = Math.max(2, Math.round(300_000 / size))
  const rate = best(rounds, run)
  const bare = best(rounds, floor)
  const ratio = `${((100 * rate) / bare).toFixed(1)} %`
  return [
    {
      what: `decide, ${size} accounts, one core`,
      figure: perSecond(rate),
      floor: `${perSecond(bare)} (copying the state)`,
      ratio,
      target: '200,000/s',
    },
  ]
}

if (process.argv[1] === import.meta.filename) console.log(benchDecide(Number(process.argv[2] ?? 10_000)))
