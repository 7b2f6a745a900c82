/** The ways out as the API shows them. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { gatewayList } from '../../api/shapes/gateway.ts'
import type { ReceiptClock } from '../../channels/channel.ts'
import { serverDatabase, type TestDatabase } from '../../engine/databases-suite.ts'
import { Recent } from '../../engine/recent.ts'
import { quietLog } from '../../engine/small-world-suite.ts'
import { FakeGateway } from '../../engine/fake-gateway-suite.ts'
import { gatewaysDesk } from './gateways.ts'

let prepared: TestDatabase
beforeAll(async () => (prepared = await serverDatabase()))
afterAll(() => prepared.close())

const nobody = { kind: 'key', id: 'test', name: 'test', scopes: [], territories: [] } as const
const clock: ReceiptClock = {
  zone: 'Asia/Shanghai',
  skewMs: 1_500,
  receipts: 20,
  gapMs: 28_802_000,
  verdict: 'behind',
}

it('with what the dates of their receipts are worth, where they carry any', async () => {
  const smpp = Object.assign(new FakeGateway({ name: 'sms-north', window: 4 }), {
    receiptClock: (): ReceiptClock => clock,
  })
  const desk = gatewaysDesk({
    database: await prepared.fresh(),
    clock: { now: () => 0, elapsed: () => 0 },
    log: quietLog,
    engine: {
      recent: new Recent(0),
      drain: () => undefined,
      changed: () => undefined,
      gateways: [smpp, new FakeGateway({ name: 'log', window: 8 })],
      unanswered: name => (name === 'log' ? 2 : 0),
    },
  })
  const list = gatewayList.parse(await desk.listGateways(nobody))
  expect(list.items).toMatchObject([
    {
      name: 'sms-north',
      room: 4,
      unanswered: 0,
      inDoubt: 0,
      receiptClock: {
        zone: 'Asia/Shanghai',
        skewSeconds: 1.5,
        receipts: 20,
        gapSeconds: 28_802,
        verdict: 'behind',
      },
    },
    { name: 'log', room: 8, unanswered: 2, inDoubt: 0, receiptClock: null },
  ])
})
