import { expect, test } from 'vitest'
import type { ReceiptClock } from '../channels/channel.ts'
import { FakeGateway } from '../engine/fake-gateway-suite.ts'
import { newMeter } from '../engine/meter.ts'
import { metricsOf } from './metrics.ts'

const clock: ReceiptClock = {
  zone: 'Asia/Shanghai',
  skewMs: 0,
  receipts: 20,
  gapMs: 28_802_000,
  verdict: 'behind',
}

const withClock = (name: string, shown: Partial<ReceiptClock>) =>
  Object.assign(new FakeGateway({ name }), { receiptClock: () => ({ ...clock, ...shown }) })

test('the clocks of receipts are shown per gateway, where there are any', async () => {
  const text = await metricsOf(newMeter(), [
    withClock('north', {}),
    withClock('south', { gapMs: -58_000, verdict: 'agrees' }),
    withClock('new', { receipts: 0, gapMs: null, verdict: 'unknown' }),
    new FakeGateway({ name: 'log' }),
  ]).metrics()
  const lines = text.split('\n').filter(line => line.startsWith('kairos_gateway_'))
  expect(lines).toEqual([
    'kairos_gateway_receipt_gap_seconds{gateway="north"} 28802',
    'kairos_gateway_receipt_gap_seconds{gateway="south"} -58',
    'kairos_gateway_receipt_clock_wrong{gateway="north"} 1',
    'kairos_gateway_receipt_clock_wrong{gateway="south"} 0',
    'kairos_gateway_receipt_clock_wrong{gateway="new"} 0',
  ])
})
