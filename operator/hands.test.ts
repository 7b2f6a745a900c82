import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { SmsGateway } from '../src/channels/sms/gateway.ts'
import { Ear, messageOf, morning } from '../test/contracts/far-side.ts'
import { usualSms } from '../test/contracts/sms-far-side.ts'
import type { Shown } from './hands.ts'
import { SmsCentre } from './sms-centre.ts'

const elapsed = (): number => performance.now()
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A centre by a clock that the test moves, with a gateway bound to it. */
async function opened() {
  const shown: Shown[] = []
  const account = { systemId: 'kairos', password: 'secret' }
  const centre = new SmsCentre({
    reach: () => 'never',
    shown: one => shown.push(one),
    account,
    elapsed,
    chance: () => 0.5,
  })
  closing.push(() => centre.close(100))
  const port = await centre.listen()
  let now = morning
  centre.live(() => now)
  const gateway = new SmsGateway(
    { ...usualSms, port },
    { clock: { now: () => now, elapsed }, chance: () => 0.5 },
  )
  const ear = new Ear()
  await gateway.start(ear)
  await gateway.resume([])
  closing.push(() => gateway.close(100))
  const pass = (ms: number): void => {
    now += ms
    centre.letOut()
  }
  const send = async (message: Parameters<SmsGateway['submit']>[0]): Promise<void> => {
    const count = ear.answers().length
    gateway.submit(message)
    while (ear.answers().length === count) await sleep(2)
  }
  const heard = async (count: number): Promise<void> => {
    while (ear.receipts().length < count) await sleep(2)
  }
  return { centre, ear, shown, pass, send, heard }
}

const { number } = messageOf(1)
const minute = 60_000

test('in hand and on, a message is shown when it arrives, whole, and its receipt says so', async () => {
  const { centre, ear, shown, pass, send, heard } = await opened()
  centre.turn(number, true)
  await send({ ...messageOf(1), text: '流'.repeat(100), parts: 2 })
  expect(shown).toEqual([])
  pass(2_000)
  await heard(1)
  expect(shown).toEqual([{ number, from: '10086', at: morning + 2_000, text: '流'.repeat(100), parts: 2 }])
  expect(ear.receipts()).toMatchObject([{ number, outcome: 'delivered', code: 'DELIVRD:000' }])
})

test('while it is off messages wait, in order; on again, they come', async () => {
  const { centre, ear, shown, pass, send, heard } = await opened()
  centre.turn(number, false)
  await send({ ...messageOf(1), text: 'first' })
  await send({ ...messageOf(2), number, text: 'second' })
  pass(minute)
  expect(shown).toEqual([])
  expect(ear.receipts()).toEqual([])
  centre.turn(number, true)
  pass(minute)
  await heard(2)
  expect(shown.map(({ text }) => text)).toEqual(['first', 'second'])
})

test('what waits too long expires, and says so', async () => {
  const { centre, ear, shown, pass, send, heard } = await opened()
  centre.turn(number, false)
  const message = { ...messageOf(1), validUntil: morning + 10 * minute }
  await send(message)
  pass(9 * minute)
  expect(ear.receipts()).toEqual([])
  pass(2 * minute)
  await heard(1)
  expect(ear.receipts()[0]).toMatchObject({ outcome: 'expired', number, code: 'EXPIRED:027' })
  centre.turn(number, true)
  pass(minute)
  expect(shown).toEqual([])
})

test('what somebody writes with it is heard at the other end', async () => {
  const { centre, ear } = await opened()
  centre.turn(number, true)
  centre.write(number, '10086', '2651')
  while (ear.replies().length === 0) await sleep(2)
  expect(ear.replies()).toMatchObject([{ number, to: '10086', text: '2651' }])
})
