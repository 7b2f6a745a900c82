import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import type { Answer, Message, OpenAttempt, Receipt } from '../channel.ts'
import { openLogFile } from './file.ts'
import { LogGateway } from './gateway.ts'
import { messageIdOf } from './line.ts'
import { seededReach } from './reach.ts'

const folder = mkdtempSync(join(tmpdir(), 'kairos-log-gateway-'))
afterAll(() => rmSync(folder, { recursive: true }))

const morning = Date.UTC(2026, 10, 21, 2)
const hour = 3_600_000

const message = (n: number): Message => ({
  attempt: `acc-${n}/2026-11/"quoted"-80#1`,
  number: '+8613800000001',
  text: '【恰时移动】话费余额9.80元\n回复1充值',
  encoding: 'ucs2',
  parts: 1,
  class: 'notice',
  validUntil: morning + hour,
  now: morning + n,
})

const inDoubt = ({ attempt, number, parts, now, validUntil }: Message): OpenAttempt => ({
  attempt,
  messageId: null,
  number,
  parts,
  handedAt: now,
  validUntil,
})

/** A started gateway on `file`; `finish` lets an hour pass and closes it. */
async function gatewayOn(file: string, open = openLogFile) {
  const gateway = new LogGateway({
    name: 'sms-log',
    channel: 'sms',
    confirms: 'handset',
    partsPerSecond: 100,
    window: 200,
    path: join(folder, file),
    reach: seededReach('seed', { never: 0.1, failed: 0.2, expired: 0.2 }),
    clock: null,
    open,
  })
  const receipts: Receipt[] = []
  const answers: [string, Answer][] = []
  await gateway.start({
    answered(attempt, answer) {
      answers.push([attempt, answer])
    },
    receipt: async receipt => void receipts.push(receipt),
    reply: () => Promise.reject(new Error('it has none')),
  })
  const finish = async () => {
    await gateway.advance(morning + 2 * hour)
    await gateway.close(1_000)
    return receipts
  }
  const answersOf = async (count: number) => {
    while (answers.length < count) await new Promise(setImmediate)
  }
  return { gateway, answers, answersOf, finish }
}

test('one line per hand-over, complete enough to count and to read', async () => {
  const { gateway, answersOf, finish } = await gatewayOn('line')
  gateway.submit(message(1))
  await answersOf(1)
  await finish()
  const lines = readFileSync(join(folder, 'line'), 'utf8').split('\n')
  expect(lines.map(line => (line ? (JSON.parse(line) as unknown) : null))).toEqual([
    {
      at: morning + 1,
      attempt: 'acc-1/2026-11/"quoted"-80#1',
      messageId: messageIdOf('sms-log', 'acc-1/2026-11/"quoted"-80#1'),
      number: '+8613800000001',
      parts: 1,
      encoding: 'ucs2',
      class: 'notice',
      text: '【恰时移动】话费余额9.80元\n回复1充值',
    },
    null,
  ])
})

test('after a crash every open attempt has the outcome and the moment that it would have had without', async () => {
  const messages = Array.from({ length: 150 }, (_, i) => message(i))
  const calm = await gatewayOn('calm')
  for (const one of messages) calm.gateway.submit(one)
  await calm.answersOf(messages.length)
  const undisturbed = await calm.finish()

  const first = await gatewayOn('crash')
  for (const one of messages) first.gateway.submit(one)
  await first.answersOf(messages.length)
  await first.gateway.close(0)
  appendFileSync(join(folder, 'crash'), 'not a line of ours\n{"at":17')
  const second = await gatewayOn('crash')
  await second.gateway.resume(messages.map(inDoubt))
  expect(await second.finish()).toEqual(undisturbed)
  expect(new Set(undisturbed.map(receipt => receipt.outcome))).toEqual(
    new Set(['delivered', 'failed', 'expired']),
  )
})

test('on resuming, only the attempts asked for are reported on, and the discrete clock sees when', async () => {
  const first = await gatewayOn('some')
  for (const n of [1, 2, 3]) first.gateway.submit(message(n))
  await first.answersOf(3)
  await first.gateway.close(0)
  const second = await gatewayOn('some')
  await second.gateway.resume([message(2), message(4)].map(inDoubt))
  const next = second.gateway.nextMoment()
  const receipts = await second.finish()
  expect(receipts.map(receipt => receipt.messageId)).toEqual([messageIdOf('sms-log', message(2).attempt)])
  expect(receipts[0]?.at).toBe(next)
})

test('a message submitted while the last write is under way leaves with the next one', async () => {
  const { gateway, answersOf, finish } = await gatewayOn('waves')
  for (let n = 0; n < 150; n += 3) {
    for (const one of [n, n + 1, n + 2]) gateway.submit(message(one))
    await answersOf(n)
  }
  await answersOf(150)
  await finish()
  const attempts = readFileSync(join(folder, 'waves'), 'utf8').match(/"attempt":"acc-\d+/g)
  expect(attempts).toEqual(Array.from({ length: 150 }, (_, n) => `"attempt":"acc-${n}`))
})

test('a disk that fills up in the middle of a write: whole lines are accepted, untouched ones come back', async () => {
  const { gateway, answers, finish } = await gatewayOn('full', async path => {
    const file = await openLogFile(path)
    const append = async (bytes: Uint8Array) => {
      const room = bytes.indexOf(0x0a) + 10
      const { bytes: written } = await file.append(bytes.subarray(0, room))
      return { bytes: written, fault: 'ENOSPC' }
    }
    return { size: file.size, append, close: () => file.close() }
  })
  for (const n of [1, 2, 3]) gateway.submit(message(n))
  while (gateway.room() > 0) await new Promise(setImmediate)
  await finish()
  const messageId = messageIdOf('sms-log', message(1).attempt)
  expect(answers).toEqual([
    [message(1).attempt, { state: 'accepted', messageId }],
    [message(3).attempt, { state: 'returned', code: 'ENOSPC' }],
  ])
})

test('a message that stands in the file twice is reported on once', async () => {
  const first = await gatewayOn('twice')
  for (const n of [1, 1]) first.gateway.submit(message(n))
  await first.answersOf(2)
  await first.gateway.close(0)
  const second = await gatewayOn('twice')
  await second.gateway.resume([message(1), message(2)].map(inDoubt))
  expect(await second.finish()).toHaveLength(1)
})

test('TP9-10: a call by staff is written as a task: whom to call, what to say, and until when; other lines are as ever', async () => {
  for (const channel of ['staff-call', 'voice'] as const) {
    const path = join(folder, `task-${channel}`)
    const reach = seededReach('task', { never: 0, failed: 0, expired: 0 })
    const config = { name: channel, channel, confirms: 'handset', partsPerSecond: 100, window: 8 } as const
    const gateway = new LogGateway({ ...config, path, reach, clock: null })
    const receipts: Receipt[] = []
    await gateway.start({
      answered: () => undefined,
      receipt: async receipt => void receipts.push(receipt),
      reply: () => Promise.reject(new Error('it has none')),
    })
    const task = { ...message(1), validUntil: morning + 11 * hour }
    gateway.submit(task)
    await vi.waitFor(() => expect(gateway.nextMoment()).not.toBeNull())
    await gateway.advance(task.validUntil)
    await gateway.close(1_000)
    const written = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
    expect(written).toMatchObject({ number: task.number, text: task.text })
    expect(written['until']).toBe(channel === 'staff-call' ? task.validUntil : undefined)
    const { outcome, code, at } = receipts[0]!
    expect(outcome).toBe('delivered')
    expect(code).toBe(channel === 'staff-call' ? 'CALLED' : 'DELIVRD')
    expect(at - task.now > 600_000).toBe(channel === 'staff-call')
  }
})
