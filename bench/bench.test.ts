/** Each bench once, small: only to see that it works. No figure is looked at. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { table } from './clockwork.ts'
import { customerRow, pageTimes } from './customer.ts'
import { type Bench, databaseKinds, startBench } from './databases.ts'
import { benchDecide } from './decide.ts'
import { runDemo } from './demo.ts'
import { dispatchCosts, dispatchRow } from './dispatch.ts'
import { intakeRates, intakeRows } from './intake.ts'
import { type Latency, latencyAtHalfLoad, latencyRow } from './latency.ts'
import { withBlock } from './page.ts'
import { benchSmpp } from './smpp-session.ts'
import { benchStore } from './store.ts'
import { turnCosts, turnRow } from './turn.ts'
import { noon, openTwins, type Twins } from './twins.ts'
import { wireCosts, wireRow } from './wire.ts'

const size = 1_000

describe.each(databaseKinds)('turns and dispatch on the %s database', kind => {
  let bench: Bench
  let twins: Twins

  beforeAll(async () => {
    bench = await startBench(kind)
    twins = await openTwins(bench, size, noon)
  })

  afterAll(() => bench.close())

  test('turns commit, and a twin takes the same statements', async () => {
    const costs = await turnCosts(twins, { warmUp: 1, rows: 1 })
    expect(turnRow(kind, size, costs).ratio).toMatch(/%$/)
  })

  test('reminders are sent and concluded, and a twin takes the same statements', async () => {
    const costs = await dispatchCosts(bench, twins, { rounds: 1, reminders: 200 })
    expect(dispatchRow(kind, size, costs).ratio).toMatch(/%$/)
  })

  test('and over SMPP, by a centre in a process of its own', async () => {
    const costs = await wireCosts(bench, twins, { rounds: 1, reminders: 200 })
    expect(wireRow(kind, size, costs)).toMatchObject({
      what: expect.stringContaining('4 binds, window 100') as string,
      ratio: expect.stringMatching(/%$/) as string,
    })
  })
})

test.each(databaseKinds)('facts come in by HTTP and reach the gateway on the %s database', async kind => {
  const bench = await startBench(kind)
  const latencies: Latency[] = []
  try {
    const rates = await intakeRates(bench, { size, warmUp: 2_000, count: 2_000 }, async served => {
      latencies.push(await latencyAtHalfLoad(bench, served, { bodies: 2, seconds: 1 }))
    })
    expect(intakeRows(kind, size, rates)).toHaveLength(4)
  } finally {
    await bench.close()
  }
  expect(latencies[0]!.messages).toBeGreaterThan(0)
  expect(latencyRow(kind, size, latencies[0]!).figure).toMatch(/p99 \d+ ms/)
})

test.each(databaseKinds)('the %s database alone is measured', async kind => {
  const bench = await startBench(kind)
  try {
    expect(await benchStore(bench, 50)).toHaveLength(5)
  } finally {
    await bench.close()
  }
})

test.each(databaseKinds)('pages of customers are read on the %s database', async kind => {
  const bench = await startBench(kind)
  try {
    const ask = { size: 50, reminders: 10, pages: 5 }
    expect(customerRow(kind, ask, await pageTimes(bench, ask)).what).toContain('50 accounts, 500 reminders')
  } finally {
    await bench.close()
  }
})

test('SMPP sessions submit, ours and theirs', async () => {
  const rows = await benchSmpp(100)
  expect(rows.map(row => row.what)).toContain('SMPP session, submit_sm, window 100')
  expect(rows).toHaveLength(6)
})

test('decisions are made', () => {
  expect(table(benchDecide(size, { rounds: 1, eventsPerRound: 2_000 }))).toContain(
    '| decide, 1,000 accounts, one core |',
  )
})

test('the demo plays, and its figures are read', async () => {
  expect(await runDemo(20)).toMatchObject({ books: { holds: true }, turns: expect.any(Number) as number })
})

test('a block of the page is replaced, the rest stays', () => {
  const page = 'a\n<!-- bench x -->\nold\n<!-- end of bench x -->\nb\n'
  expect(withBlock(page, 'x', 'new')).toBe('a\n<!-- bench x -->\n\nnew\n\n<!-- end of bench x -->\nb\n')
  expect(() => withBlock(page, 'y', 'new')).toThrow('no place for y')
})
