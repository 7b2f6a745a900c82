/** The cases of the channel contract; each begins with a started driver and an ear that listens to it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Gateway } from '../../src/channels/channel.ts'
import { Ear, messageOf } from './far-side.ts'
import type { FarSide } from './far-side.ts'

export interface Stage {
  readonly far: FarSide
  readonly gateway: Gateway
  readonly ear: Ear
  /** Room of an idle driver. */
  readonly window: number
}

const patienceMs = 8_000

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 5) {
    if (waited > patienceMs) throw new Error(`still waiting: ${holds.toString()}`)
    await sleep(5)
  }
}

const count = (n: number) => Array.from({ length: n }, (_, i) => messageOf(i + 1))
const [first, second, third] = [messageOf(1), messageOf(2), messageOf(3)]

async function answersEachOnce({ gateway, ear, far, window }: Stage) {
  const messages = count(window)
  for (const message of messages) gateway.submit(message)
  await until(() => ear.answers().length === messages.length)
  await far.pass(gateway)
  for (const { attempt } of messages) {
    expect(ear.answers(attempt)).toMatchObject([{ state: 'accepted' }])
  }
  const ids = ear.answers().map(answer => answer.state === 'accepted' && answer.messageId)
  expect(new Set(ids).size).toBe(messages.length)
  expect(far.taken().toSorted()).toEqual(messages.map(message => message.number).toSorted())
}

async function answersAfterHandOver({ gateway, ear, far, window }: Stage) {
  const known = new Map(count(window).map(message => [message.attempt, message.number]))
  const early: string[] = []
  ear.onAnswer = attempt => {
    if (!far.taken().includes(known.get(attempt)!)) early.push(attempt)
  }
  for (const message of count(window)) gateway.submit(message)
  expect(ear.answers()).toEqual([])
  await until(() => ear.answers().length === window)
  expect(early).toEqual([])
}

async function keepsToItsRoom({ gateway, ear, far, window }: Stage) {
  const [over, ...held] = count(window + 1)
  expect(gateway.room()).toBe(window)
  for (const [i, message] of held.entries()) {
    far.plan(message.number, 'hold')
    gateway.submit(message)
    expect(gateway.room()).toBe(window - i - 1)
  }
  gateway.submit(over!)
  await until(() => ear.answers().length > 0)
  expect(ear.answers(over!.attempt)).toEqual([{ state: 'returned', code: 'no-room' }])
  far.release()
  await until(() => gateway.room() === window)
  expect(ear.answers().length).toBe(window + 1)
  expect(far.taken()).not.toContain(over!.number)
}

async function returnsWhatWasNotTaken({ gateway, ear, far }: Stage) {
  far.plan(first.number, 'turn-away')
  gateway.submit(first)
  await until(() => ear.answers().length === 1)
  expect(ear.answers(first.attempt)).toMatchObject([{ state: 'returned' }])
  expect(far.taken()).toEqual([])
  far.plan(first.number, 'deliver')
  await until(() => gateway.room() > 0)
  gateway.submit(first)
  await until(() => ear.answers().length === 2)
  expect(ear.answers()[1]).toMatchObject({ state: 'accepted' })
  expect(far.taken()).toEqual([first.number])
}

async function refusesForGood({ gateway, ear, far }: Stage) {
  far.plan(first.number, 'refuse')
  gateway.submit(first)
  await until(() => ear.answers().length === 1)
  expect(ear.answers(first.attempt)).toMatchObject([{ state: 'refused' }])
}

async function leavesInDoubt({ gateway, ear, far, window }: Stage) {
  far.plan(first.number, 'cut')
  gateway.submit(first)
  await until(() => far.taken().length === 1 && gateway.room() === 0)
  await until(() => gateway.room() === window)
  gateway.submit(second)
  await until(() => ear.answers(second.attempt).length === 1)
  for (let passes = 0; ear.receipts().length < 2 && passes < 100; passes += 1) await far.pass(gateway)
  expect(ear.receipts(first.number)).toHaveLength(1)
  expect(ear.answers(first.attempt)).toEqual([])
  expect(far.taken()).toEqual([first.number, second.number])
}

async function reportsDelivery({ gateway, ear, far }: Stage) {
  gateway.submit(first)
  await until(() => ear.answers().length === 1)
  await far.pass(gateway)
  await until(() => ear.receipts().length === 1)
  const [answer] = ear.answers(first.attempt)
  const [receipt] = ear.receipts(first.number)
  expect(receipt).toMatchObject({ gateway: gateway.name, outcome: 'delivered' })
  expect(answer).toEqual({ state: 'accepted', messageId: receipt!.messageId })
}

async function passesOnEarlyReceipts({ gateway, ear, far }: Stage) {
  far.plan(first.number, 'receipt-first')
  gateway.submit(first)
  await until(() => ear.heard.length === 2)
  expect(ear.heard.map(heard => heard.what)).toEqual(['receipt', 'answer'])
}

async function passesOnSecondReceipts({ gateway, ear, far }: Stage) {
  far.plan(first.number, 'deliver-twice')
  gateway.submit(first)
  await until(() => ear.answers().length === 1)
  await far.pass(gateway)
  await until(() => ear.receipts(first.number).length === 2)
}

async function livesWithSilence({ gateway, ear, far, window }: Stage) {
  far.plan(first.number, 'silent')
  gateway.submit(first)
  gateway.submit(second)
  await until(() => ear.answers().length === 2)
  await far.pass(gateway)
  await until(() => ear.receipts(second.number).length === 1)
  expect(ear.receipts(first.number)).toEqual([])
  expect(gateway.room()).toBe(window)
}

async function bringsReceiptsAgain({ gateway, ear, far }: Stage) {
  ear.decline = 1
  gateway.submit(first)
  await until(() => ear.answers().length === 1)
  await far.pass(gateway)
  await until(() => ear.receipts().length === 1)
  await far.pass(gateway)
  await until(() => ear.receipts().length === 2)
  expect(ear.receipts()[1]).toEqual(ear.receipts()[0])
}

async function waitsForAnswersOnClosing({ gateway, ear, window }: Stage) {
  for (const message of count(window)) gateway.submit(message)
  const closed = gateway.close(patienceMs)
  expect(gateway.room()).toBe(0)
  await closed
  expect(ear.answers().length).toBe(window)
}

async function closesWithinItsLimit({ gateway, ear, far }: Stage) {
  far.plan(first.number, 'hold')
  gateway.submit(first)
  await until(() => far.taken().length === 1)
  const limitMs = 100
  const outcome = await Promise.race([gateway.close(limitMs), sleep(limitMs + 1_000, 'too late')])
  expect(outcome).toBeUndefined()
  far.release()
  await sleep(50)
  expect(ear.heard).toEqual([])
}

async function reportsAfterCrash({ gateway, ear, far }: Stage) {
  far.plan(second.number, 'silent')
  for (const message of [first, second, third]) gateway.submit(message)
  await until(() => ear.answers().length === 3)
  await far.kill(gateway)
  const next = far.connect()
  const ears = new Ear()
  await next.start(ears)
  const open = [first, second, third].map(({ attempt, number, parts, now, validUntil }) => {
    const [answer] = ear.answers(attempt)
    const messageId = answer?.state === 'accepted' && attempt !== third.attempt ? answer.messageId : null
    return { attempt, messageId, number, parts, handedAt: now, validUntil }
  })
  await next.resume(open, [])
  await far.pass(next)
  await until(() => ears.receipts().length === 2)
  expect(ears.receipts().map(receipt => receipt.number)).toEqual([first.number, third.number])
  expect(ears.answers()).toEqual([])
  expect(far.taken().length).toBe(3)
  await next.close(patienceMs)
}

export const channelCases = {
  'answers each message once, and has handed it over once': answersEachOnce,
  'answers neither before the hand-over nor inside submit': answersAfterHandOver,
  'keeps to its room, and returns what comes without room': keepsToItsRoom,
  'returns what was certainly not taken; it may be submitted again': returnsWhatWasNotTaken,
  'refuses what will never be taken': refusesForGood,
  'gives no answer when the link breaks after the hand-over, works on, and still reports': leavesInDoubt,
  'reports delivery under the id that it answered with': reportsDelivery,
  'passes on a receipt that precedes the answer': passesOnEarlyReceipts,
  'passes on a receipt that comes twice': passesOnSecondReceipts,
  'lives with a receipt that never comes': livesWithSilence,
  'brings a receipt again that the listener could not keep': bringsReceiptsAgain,
  'waits for answers on closing': waitsForAnswersOnClosing,
  'closes within its limit when an answer stays out, and is then still': closesWithinItsLimit,
  'reports on open attempts after a crash, those in doubt included': reportsAfterCrash,
} as const satisfies Record<string, (stage: Stage) => Promise<void>>

export type ChannelCase = keyof typeof channelCases
