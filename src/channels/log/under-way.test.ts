import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Receipt } from '../channel.ts'
import { UnderWay } from './under-way.ts'

const receipt = (id: number, at: number): Receipt => ({
  gateway: 'sms-log',
  messageId: String(id),
  number: '+8613800000001',
  outcome: 'delivered',
  code: 'DELIVRD',
  submittedAt: 0,
  at,
})

test('receipts come in the order of their moments, then of their hand-over, and none before its moment', async () => {
  const moments = fc.array(fc.nat(50), { maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(moments, fc.nat(60), async (ats, now) => {
      const came: Receipt[] = []
      const underWay = new UnderWay(null, async receipt => void came.push(receipt))
      for (const [i, at] of ats.entries()) underWay.add(receipt(i, at))
      await underWay.advance(now)
      const expected = ats
        .map((at, i) => receipt(i, at))
        .filter(({ at }) => at <= now)
        .sort((a, b) => a.at - b.at)
      expect(came).toEqual(expected)
      expect(underWay.next()).toBe(ats.filter(at => at > now).sort((a, b) => a - b)[0] ?? null)
    }),
  )
})

test('a receipt that could not be kept comes again a second later, unchanged', async () => {
  const came: Receipt[] = []
  const underWay = new UnderWay(null, async receipt => {
    came.push(receipt)
    if (came.length === 1) throw new Error('the database is away')
  })
  underWay.add(receipt(1, 1_000))
  await underWay.advance(5_000)
  expect(underWay.next()).toBe(6_000)
  await underWay.advance(6_000)
  expect(came).toEqual([receipt(1, 1_000), receipt(1, 1_000)])
})

test('with a real clock they come by themselves, also after more than a timer can hold', async () => {
  vi.useFakeTimers({ now: 0 })
  const came: string[] = []
  const underWay = new UnderWay({ now: () => Date.now() }, async receipt => void came.push(receipt.messageId))
  const month = 31 * 24 * 3_600_000
  underWay.add(receipt(2, month))
  underWay.add(receipt(1, 500))
  await vi.advanceTimersByTimeAsync(499)
  expect(came).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(came).toEqual(['1'])
  await vi.advanceTimersByTimeAsync(month)
  expect(came).toEqual(['1', '2'])
  underWay.add(receipt(3, month + 5_000))
  underWay.stop()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(came.length).toBe(2)
  expect(underWay.next()).toBeNull()
  vi.useRealTimers()
})
