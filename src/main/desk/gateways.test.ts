/** The ways out as the API shows them. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { gatewayList } from '../../api/shapes/gateway.ts'
import type { ReceiptClock } from '../../channels/channel.ts'
import { serverDatabase, type TestDatabase } from '../../engine/databases-suite.ts'
import { Recent } from '../../engine/recent.ts'
import { quietLog } from '../../engine/small-world-suite.ts'
import { FakeGateway } from '../../engine/fake-gateway-suite.ts'
import { listAudit } from '../../store/audit.ts'
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

it('FP-10: whose protocol is looked at is told masked, and who begins to look is recorded once', async () => {
  let elapsed = 0
  const looked: number[] = []
  const smpp = Object.assign(new FakeGateway({ name: 'sms-north', window: 4 }), {
    trace(after: number) {
      looked.push(after)
      return { since: 0, messages: [] }
    },
  })
  const database = await prepared.fresh()
  const desk = gatewaysDesk({
    database,
    clock: { now: () => elapsed, elapsed: () => elapsed },
    log: quietLog,
    engine: {
      recent: new Recent(0),
      drain: () => undefined,
      changed: () => undefined,
      gateways: [smpp, new FakeGateway({ name: 'log', window: 8 })],
      unanswered: () => 0,
    },
  })
  const everything = { before: Number.MAX_SAFE_INTEGER, since: 0, actor: null, action: null, rowsMax: 10 }
  const looks = async (): Promise<readonly string[]> =>
    (await listAudit(database, everything)).map(
      ({ action, object, actor }) => `${actor}: ${action} ${object}`,
    )
  const list = gatewayList.parse(gatewayList.encode((await desk.listGateways(nobody)) as never))
  expect(list.items.map(({ traces }) => traces)).toEqual([true, false])
  await desk.traceGateway({ name: 'sms-north', after: 0 }, nobody)
  elapsed = 30_000
  await desk.traceGateway({ name: 'sms-north', after: 7 }, nobody)
  expect(looked).toEqual([0, 7])
  expect(await looks()).toEqual(['test: gateway.trace sms-north'])
  elapsed = 200_000
  await desk.traceGateway({ name: 'sms-north', after: 7 }, nobody)
  expect(await looks()).toHaveLength(2)
  expect(await desk.traceGateway({ name: 'log', after: 0 }, nobody)).toMatchObject({ refusal: 'wrong-state' })
  expect(await desk.traceGateway({ name: 'sms-nort', after: 0 }, nobody)).toMatchObject({
    refusal: 'not-found',
    detail: 'there is no gateway sms-nort; did you mean "sms-north"?',
  })
  expect(await looks()).toHaveLength(2)
})
