import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { SmsGateway } from '../src/channels/sms/gateway.ts'
import { Ear, messageOf, morning } from '../test/contracts/far-side.ts'
import { usualSms } from '../test/contracts/sms-far-side.ts'
import type { Fate, Handed } from './handsets.ts'
import { SmsCentre } from './sms-centre.ts'
import type { Read, Writing } from './writing.ts'

const elapsed = (): number => performance.now()
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function opened(fate: (message: Handed) => Fate, writing: Writing = () => null) {
  const asked: Handed[] = []
  const reach = (message: Handed): Fate => {
    asked.push(message)
    return fate(message)
  }
  const account = { systemId: 'kairos', password: 'secret' }
  const centre = new SmsCentre({ reach, writing, account, elapsed, chance: () => 0.5 })
  closing.push(() => centre.close(100))
  const port = await centre.listen()
  const clock = { now: () => centre.now(), elapsed }
  const gateway = new SmsGateway({ ...usualSms, port }, { clock, chance: () => 0.5 })
  const ear = new Ear()
  await gateway.start(ear)
  await gateway.resume([])
  closing.push(() => gateway.close(100))
  const answered = async (count: number): Promise<void> => {
    while (ear.answers().length < count) await sleep(2)
  }
  return { centre, gateway, ear, asked, answered }
}

const delivered = (afterMs: number): Fate => ({ outcome: 'delivered', afterMs, code: 'DELIVRD:000' })

test('each message lives at its own moment, and its receipt crosses the wire at its own', async () => {
  const after = [5_000, 3_601_234, 2_000]
  const { centre, gateway, ear, asked, answered } = await opened(({ attempt }) =>
    delivered(after[Number(attempt.slice(4, 5)) - 1]!),
  )
  const messages = [1, 2, 3].map(n => messageOf(n, morning + n * 60_000))
  for (const message of messages) {
    centre.foretell(message)
    gateway.submit(message)
  }
  await answered(3)
  // The message as handed over, though the wire has neither its name nor its moment.
  expect(asked.map(({ attempt, now, validUntil }) => ({ attempt, now, validUntil }))).toEqual(
    messages.map(({ attempt, now, validUntil }) => ({ attempt, now, validUntil })),
  )
  expect(centre.nextMoment()).toBe(morning + 65_000)
  await centre.advance(morning + 4_000_000, () => gateway.deliveries)
  expect(ear.receipts().map(({ at }) => at - morning)).toEqual([65_000, 182_000, 3_721_234])
  expect(centre.nextMoment()).toBeNull()
})

test('a validity that says something else on the wire than was foretold is the one that counts', async () => {
  const { centre, gateway, asked, answered } = await opened(() => 'never')
  const message = messageOf(1)
  centre.foretell({ ...message, validUntil: message.validUntil + 5_000 })
  gateway.submit(message)
  await answered(1)
  expect(asked[0]?.validUntil).toBe(message.validUntil)
  expect(centre.nextMoment()).toBeNull()
})

test('states and errors as the handsets have them; all parts of a message share one fate', async () => {
  const { centre, gateway, ear, answered } = await opened(() => ({
    outcome: 'failed',
    afterMs: 1_000,
    code: 'UNDELIV:032',
  }))
  const message = { ...messageOf(1), text: '流'.repeat(100), parts: 2 }
  centre.foretell(message)
  gateway.submit(message)
  await answered(1)
  await centre.advance(morning + 2_000, () => gateway.deliveries)
  expect(centre.taken).toHaveLength(2)
  expect(
    new Set(ear.receipts().map(({ outcome, code, at }) => `${outcome} ${code} ${at - morning}`)),
  ).toEqual(new Set(['failed UNDELIV:032 1000']))
})

test('live, a message is told by the wire, and its receipt comes by the clock', async () => {
  const { centre, gateway, ear, asked, answered } = await opened(() => delivered(50))
  const began = elapsed()
  const now = (): number => morning + Math.round(elapsed() - began)
  centre.live(now)
  gateway.submit(messageOf(1))
  await answered(1)
  while (ear.receipts().length === 0) await sleep(5)
  expect(asked[0]).toMatchObject({ number: messageOf(1).number, validUntil: messageOf(1).validUntil })
  expect(ear.receipts()[0]).toMatchObject({ outcome: 'delivered', number: messageOf(1).number })
})

test('what a handset showed, whole, may be answered, at its own moment; what never arrived is not', async () => {
  const read: Read[] = []
  const { centre, gateway, ear, answered } = await opened(
    ({ attempt }) => (attempt.startsWith('acc-3') ? 'never' : delivered(2_000)),
    message => {
      read.push(message)
      return { text: '1234', afterMs: 60_000 }
    },
  )
  const long = { ...messageOf(1), text: '流'.repeat(150), parts: 3 }
  for (const message of [long, messageOf(2, morning + 10_000), messageOf(3)]) {
    centre.foretell(message)
    gateway.submit(message)
  }
  await answered(3)
  await centre.advance(morning + 4_000_000, () => gateway.deliveries)
  expect(read.map(({ attempt, text }) => [attempt, text]).toSorted()).toEqual(
    [long, messageOf(2)].map(({ attempt, text }) => [attempt, text]),
  )
  while (ear.replies().length < 2) await sleep(2)
  expect(ear.replies()).toMatchObject([
    { number: long.number, to: '10086', text: '1234', at: morning + 62_000 },
    { number: messageOf(2).number, to: '10086', text: '1234', at: morning + 72_000 },
  ])
  expect(centre.nextMoment()).toBeNull()
})
