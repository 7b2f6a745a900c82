/** Figures as the API gives them: from the projection alone, on any database (NF-02). */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { figures, figuresToday } from '../../api/shapes/figure.ts'
import type { Policy } from '../../core/rule/rule.ts'
import type { MicroYuan } from '../../core/units.ts'
import { embeddedDatabase, serverDatabase } from '../../engine/databases-suite.ts'
import type { Database } from '../../store/database.ts'
import { addFigures, type FigureName, type FigureRow } from '../../store/figure.ts'
import type { SurroundingsKeeper } from '../surroundings.ts'
import { figuresDesk } from './figures.ts'

const nobody = { kind: 'key' as const, id: 'test', name: 'test', scopes: [], territories: [] }
const today = Date.parse('2026-11-20') / 86_400_000

type Counted = readonly [name: FigureName, count: number]

const row = (day: number, [name, count]: Counted, rest: Partial<FigureRow> = {}): FigureRow => ({
  day,
  touchpoint: 'data-usage',
  rule: 'data-used-80',
  channel: 'sms',
  name,
  count,
  ...rest,
})

const low = { touchpoint: 'low-balance', rule: 'balance-low' } as const

const kept: readonly FigureRow[] = [
  row(today, ['triggered', 10]),
  row(today, ['sent', 8]),
  row(today, ['attempts', 9]),
  row(today, ['parts', 12]),
  row(today, ['delivered/1000', 4]),
  row(today, ['delivered/2000', 4]),
  row(today, ['withheld/moot', 1]),
  row(today, ['withheld/paused', 2]),
  row(today, ['triggered', 5], low),
  row(today, ['withheld/paused', 5], low),
  row(today - 1, ['triggered', 3]),
  row(today - 1, ['parts', 2], { channel: 'voice' }),
  row(today - 1, ['failed', 3]),
  // Taken back by late word: nothing is left to show.
  row(today - 1, ['unconfirmed', 0]),
  row(today - 400, ['triggered', 1]),
]

const databases = await Promise.all([embeddedDatabase(), serverDatabase()])
afterAll(async () => {
  for (const database of databases) await database.close()
})

describe.each(databases)('figures on $name', ({ fresh }) => {
  let database: Database
  const desk = () => {
    const costPerPart = { sms: 30_000 as MicroYuan }
    const surroundings = {
      rulebookAt: () => ({ policy: { costPerPart } as unknown as Policy }),
    } as unknown as SurroundingsKeeper
    const now = Date.UTC(2026, 10, 20, 3, 30)
    return figuresDesk({ database, clock: { now: () => now, elapsed: () => 0 }, surroundings })
  }
  const ask = async (from: string, until: string, by: 'touchpoint' | 'rule' | 'channel' | 'day' | 'reason') =>
    figures.parse(await desk().figures({ from, until, by }, nobody))

  beforeEach(async () => {
    database = await fresh()
    await database.transact([addFigures(kept)])
  })

  it('sums a day by touchpoint, with cost and delays', async () => {
    const told = await ask('2026-11-20', '2026-11-20', 'touchpoint')
    const dataUsage = {
      of: 'data-usage',
      touchpoint: null,
      triggered: 10,
      withheld: 3,
      withheldBy: [
        { reason: 'paused', count: 2 },
        { reason: 'moot', count: 1 },
      ],
      sent: 8,
      attempts: 9,
      parts: 12,
      costMicroYuan: 360_000,
      delivered: 8,
      failed: 0,
      expired: 0,
      unconfirmed: 0,
      delay: { p50Ms: 1_000, p90Ms: 1_800, p99Ms: 1_980 },
    }
    expect(told).toMatchObject({ total: { triggered: 15, withheld: 8, delivered: 8 } })
    expect('total' in told && told.items).toMatchObject([
      dataUsage,
      { of: 'low-balance', triggered: 5, withheld: 5, delay: null, costMicroYuan: 0 },
    ])
  })

  it('by rule, channel, day and reason, over days; what no price is known for has no cost', async () => {
    const byRule = await ask('2026-11-19', '2026-11-20', 'rule')
    expect(byRule.items).toMatchObject([
      { of: 'balance-low', touchpoint: 'low-balance' },
      { of: 'data-used-80', touchpoint: 'data-usage', triggered: 13, costMicroYuan: null },
    ])
    const byChannel = await ask('2026-11-19', '2026-11-20', 'channel')
    expect(byChannel.items).toMatchObject([
      { of: 'sms', parts: 12, costMicroYuan: 360_000 },
      { of: 'voice', parts: 2, costMicroYuan: null },
    ])
    const byDay = await ask('2025-10-17', '2026-11-20', 'day')
    expect(byDay.items).toMatchObject([
      { of: '2026-11-19', triggered: 3, failed: 3, unconfirmed: 0 },
      { of: '2026-11-20', triggered: 15 },
    ])
    expect(await ask('2026-11-01', '2026-11-30', 'reason')).toMatchObject({
      items: [
        { reason: 'paused', withheld: 7 },
        { reason: 'moot', withheld: 1 },
      ],
    })
    expect(await ask('2026-01-01', '2026-01-02', 'rule')).toMatchObject({
      items: [],
      total: { triggered: 0, costMicroYuan: 0, delay: null },
    })
  })

  it('a span longer than a slice is read whole, each day once', async () => {
    const span = await ask('2025-10-16', '2026-11-20', 'touchpoint')
    expect('total' in span && span.total.triggered).toBe(19)
  })

  it('today by Beijing’s calendar, beside the whole of yesterday', async () => {
    const told = await desk().figuresToday(nobody)
    expect(told).toMatchObject({
      today: { day: '2026-11-20', total: { triggered: 15 } },
      yesterday: { day: '2026-11-19', total: { triggered: 3, failed: 3 } },
      yesterdayIs: 'whole-day',
    })
    figuresToday.encode(told as Exclude<typeof told, { refusal: string }>)
  })
})
