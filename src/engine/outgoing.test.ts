import { expect, test } from 'vitest'
import { SettableClock } from './clock.ts'
import { FakeGateway } from './fake-gateway-suite.ts'
import { newMeter } from './meter.ts'
import { Recent } from './recent.ts'
import { Outgoing } from './outgoing.ts'
import type { HandOver } from './turn/turn.ts'

const now = Date.UTC(2026, 10, 21, 2)

const handOver = (n: number): HandOver => ({
  shard: 1,
  account: `A${n}`,
  row: {
    id: 'r#1',
    reminder: 'r',
    account: `A${n}`,
    line: 'L1',
    channel: 'sms',
    gateway: 'fake',
    class: 'notice',
    language: 'en',
    text: 'hello',
    encoding: 'gsm7',
    parts: 1,
    decidedAt: now,
    validUntil: now + 3_600_000,
  },
  destination: { number: '+8613800000001', hash: new Uint8Array() },
})

/** Engine and gateway, connected. */
async function connected(gateway: FakeGateway): Promise<Outgoing> {
  const limits = { handOverMs: 1_000, answerMs: 60_000, throttled: true }
  const outgoing = new Outgoing({
    gateways: [gateway],
    clock: new SettableClock(now),
    meter: newMeter(),
    recent: new Recent(0),
    limits,
    wake: () => undefined,
  })
  await gateway.start({
    answered: (attempt, answer) => outgoing.answered(attempt, answer),
    receipt: () => Promise.resolve(),
    reply: () => Promise.resolve(),
  })
  return outgoing
}

test('what a gateway has answered keeps its place in the window until it is recorded (G4)', async () => {
  const gateway = new FakeGateway({ window: 4, script: () => 'manual' })
  const outgoing = await connected(gateway)
  const messages = [1, 2, 3].map(handOver)
  outgoing.handOver(messages, 'everyone')
  const allowed = [outgoing.allowance(gateway)]
  for (const { account } of messages.slice(0, 2)) {
    gateway.answer(`${account}/r#1`, { state: 'accepted', messageId: account })
    allowed.push(outgoing.allowance(gateway))
  }
  outgoing.takeAccepted()
  allowed.push(outgoing.allowance(gateway))
  expect(allowed).toEqual([1, 1, 1, 3])
})
