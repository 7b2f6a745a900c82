import { expect, it } from 'vitest'
import { factText } from './fact-text.ts'

const at = Date.parse('2026-11-05T01:30:00Z')

it.each([
  [{ kind: 'data', usedBytes: 419_430_400 }, 'kind data, used 400.0 MB'],
  [{ allowanceBytes: 3_221_225_472 }, 'allowance 3.00 GB'],
  [{ balanceMicroYuan: -1_400_000, asOf: 1 }, 'balance -1.40 yuan, asOf 1'],
  [{ at, time: at }, 'at 2026-11-05 09:30:00, time 2026-11-05 09:30:00'],
  [{ star: 5, abroad: false, validUntil: '2027-01-31' }, 'star 5, abroad false, validUntil 2027-01-31'],
  [{ packIds: ['a', 'b'], none: [], month: null, note: undefined }, 'packIds a+b'],
  [
    { event: { kind: 'location' }, seen: { account: { balanceAsOf: at } } },
    'event.kind location, seen.account.balanceAsOf 2026-11-05 09:30:00',
  ],
  [{}, ''],
])('%j reads %s', (facts, text) => {
  expect(factText(facts)).toBe(text)
})
