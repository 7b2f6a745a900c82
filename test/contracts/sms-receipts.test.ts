/** Receipts as centres send them, through the SMS driver: ids, parts, dates, and what is no receipt. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { plays } from '../../packages/smpp/src/index.ts'
import type { MessageState, Play } from '../../packages/smpp/src/index.ts'
import type { Message, OpenAttempt } from '../../src/channels/channel.ts'
import type { SmsSettings } from '../../src/channels/sms/settings.ts'
import { Ear, messageOf, morning } from './far-side.ts'
import { configured } from './sms-configured.ts'
import { smsGateway } from './sms-far-side.ts'
import { long, stage, until } from './sms-stage.ts'

const minute = 60_000
const told = (state: MessageState, rest: Partial<Play['receipts'][number]> = {}): Play => {
  const play = plays.reported(state, 100)
  return { ...play, receipts: play.receipts.map(receipt => ({ ...receipt, ...rest })) }
}

describe('the id of a receipt is that of the answer', () => {
  const rows = [
    ['decimal', 'decimal', {}],
    ['hex', 'hex', {}],
    ['hex', 'decimal', { idsInAnswers: 'hex', idsInReceipts: 'decimal' }],
    ['decimal', 'hex', { idsInAnswers: 'decimal', idsInReceipts: 'hex' }],
  ] as const
  test.each(rows)(
    '%s in answers, %s in receipts',
    async (idsInAnswers, idsInReceipts, sms: Partial<SmsSettings>) => {
      for (const form of ['text', 'parameters', 'both'] as const) {
        const options = { sms, centre: { idsInAnswers, idsInReceipts } }
        const { gateway, ear } = await stage(() => told('delivered', { form }), options)
        gateway.submit(messageOf(1))
        gateway.submit(long(2))
        await until(() => ear.answers().length === 2 && ear.receipts().length === 2)
        for (const { attempt, number } of [messageOf(1), messageOf(2)]) {
          const [answer] = ear.answers(attempt)
          expect(answer).toEqual({ state: 'accepted', messageId: ear.receipts(number)[0]?.messageId })
        }
      }
    },
  )
})

describe('what a receipt says', () => {
  const rows = [
    ['delivered', '000', { outcome: 'delivered', code: 'DELIVRD:000' }],
    ['expired', '027', { outcome: 'expired', code: 'EXPIRED:027' }],
    ['undeliverable', '032', { outcome: 'failed', code: 'UNDELIV:032' }],
    ['deleted', '', { outcome: 'failed', code: 'DELETED' }],
    ['rejected', 'M:12', { outcome: 'failed', code: 'REJECTD:M:12' }],
  ] as const
  test.each(rows)('%s %s', async (state, err, said) => {
    const { gateway, ear } = await stage(() => told(state, { err }))
    gateway.submit(messageOf(1))
    await until(() => ear.receipts().length === 1)
    expect(ear.receipts()).toMatchObject([{ gateway: 'sms-smpp', number: messageOf(1).number, ...said }])
  })

  test.each(['enroute', 'accepted', 'scheduled', 'unknown'] as const)('%s says nothing yet', async state => {
    const { gateway, ear } = await stage(() => told(state))
    gateway.submit(messageOf(1))
    await until(() => gateway.deliveries === 1)
    await sleep(20)
    expect(ear.receipts()).toEqual([])
  })
})

describe('a long message', () => {
  test('is delivered when each part is, and only then', async () => {
    const late = (n: number): Play => plays.reported('delivered', n === 2 ? 800 : 100)
    const { gateway, ear } = await stage(late)
    gateway.submit(long())
    await until(() => gateway.deliveries === 2)
    await sleep(20)
    expect(ear.receipts()).toEqual([])
    await until(() => ear.receipts().length === 1)
    expect(ear.receipts()[0]).toMatchObject({ outcome: 'delivered' })
  })

  test('has failed when one part has', async () => {
    const { gateway, ear } = await stage(n => told(n === 3 ? 'undeliverable' : 'delivered'))
    gateway.submit(long())
    await until(() => gateway.deliveries === 3)
    await until(() => ear.receipts().length > 0)
    const [answer] = ear.answers()
    const messageId = answer?.state === 'accepted' ? answer.messageId : ''
    for (const receipt of ear.receipts()) expect(receipt).toMatchObject({ outcome: 'failed', messageId })
  })

  test('whose receipts come before its answer: one receipt, under the id of the answer', async () => {
    const early: Play = { ...plays.reported('delivered', 0), early: true }
    const { gateway, ear, centre } = await stage(n => ({ ...early, answer: n === 3 ? 'held' : 'at-once' }))
    gateway.submit(long())
    await until(() => gateway.deliveries === 3)
    await sleep(20)
    expect(ear.heard).toEqual([])
    centre.release()
    await until(() => ear.receipts().length === 1)
    const [receipt] = ear.receipts()
    expect(ear.answers()).toEqual([{ state: 'accepted', messageId: receipt!.messageId }])
  })

  test('in doubt, of which all parts turn out delivered, is; of which only some arrived, is not', async () => {
    for (const total of [3, 2]) {
      const delivered = plays.reported('delivered', 400)
      const { gateway, ear } = await stage(n => {
        if (total === 2 && n === 3) return { ...plays.silent, answer: 'cut' }
        return { ...delivered, answer: n === 3 ? 'cut' : 'at-once' }
      })
      gateway.submit(long())
      await until(() => gateway.room() === 0)
      await until(() => gateway.room() === 8)
      await until(() => gateway.deliveries >= total)
      await sleep(50)
      expect(ear.answers()).toEqual([])
      expect(ear.receipts().map(({ outcome }) => outcome)).toEqual(total === 3 ? ['delivered'] : [])
    }
  })

  test('in doubt goes by one id, whichever part is spoken of, and however often', async () => {
    const { gateway, ear } = await stage(n => ({
      ...told('undeliverable'),
      answer: n === 3 ? 'cut' : 'at-once',
    }))
    gateway.submit(long())
    await until(() => gateway.deliveries >= 3)
    await until(() => ear.receipts().length >= 2)
    expect(new Set(ear.receipts().map(({ messageId }) => messageId)).size).toBe(1)
  })

  test('is still joined after a crash, whether it was answered or in doubt', async () => {
    for (const [isAnswered, isEarly] of [
      [true, false],
      [false, false],
      [false, true],
    ]) {
      const { gateway, ear, centre, port } = await stage(() => plays.reported('delivered', 1_200))
      gateway.submit(long())
      await until(() => ear.answers().length === 1)
      const [answer] = ear.answers()
      await gateway.close(0)
      const ears = new Ear()
      const next = smsGateway(port)
      onTestFinished(() => next.close(50))
      const { attempt, number, parts, now: handedAt, validUntil } = long()
      const messageId = isAnswered && answer?.state === 'accepted' ? answer.messageId : null
      await next.start(ears)
      // They may all be there before anybody knows what they are about.
      if (isEarly) await sleep(1_300)
      expect(ears.receipts()).toEqual([])
      await next.resume([{ attempt, number, parts, handedAt, validUntil, messageId }])
      await until(() => next.deliveries === 3)
      await until(() => ears.receipts().length === 1)
      if (isAnswered) expect(ears.receipts()[0]?.messageId).toBe(messageId)
      expect(centre.taken).toHaveLength(3)
    }
  })
})

describe('dates: the centre’s local minute, its zone and skew a setting', () => {
  // The centre stands at 10:00:00 in Shanghai, the driver at 10:00:04.
  const rows = [
    ['agrees: the arrival, within its minute', {}, 480, 4_000],
    ['another zone, rightly set', { zone: 'UTC' }, 0, 4_000],
    ['ahead by 90 s, rightly set', { skewMs: 90_000 }, 480, 4_000, 90_000],
    ['ahead by an hour, not set: the arrival', {}, 540, 4_000],
    ['eight hours behind, not set: the arrival', {}, 0, 4_000],
    ['behind by a minute: the end of its minute', {}, 480, -1, -minute],
  ] as const
  test.each(rows)('%s', async (...[, sms, offsetMinutes, at, aheadMs = 0]) => {
    const { gateway, ear } = await stage(() => told('delivered'), {
      sms,
      centre: { offsetMinutes, now: () => morning + aheadMs },
    })
    gateway.submit(messageOf(1))
    await until(() => ear.receipts().length === 1)
    expect(ear.receipts()[0]!.at - morning).toBe(at)
    expect(gateway.receiptClock()).toMatchObject({ receipts: 1, gapMs: expect.any(Number) as number })
  })
})

test('dates that cannot be are a line of the log, which says by how much, and shown', async () => {
  const settings = { offsetMinutes: 0, now: Date.now }
  const { gateway, lines } = await configured('zone: Asia/Shanghai', settings)
  const ear = new Ear()
  await gateway.start(ear)
  await gateway.resume([], [])
  await until(() => gateway.room() > 0)
  const now = Date.now()
  for (let n = 0; n < 10; n += 1) gateway.submit({ ...messageOf(n), now, validUntil: now + 60 * minute })
  await until(() => ear.receipts().length === 10)
  expect(gateway.receiptClock!()).toMatchObject({ receipts: 10, verdict: 'behind' })
  const warnings = lines.filter(({ level }) => level === 40)
  expect(warnings).toMatchObject([{ gateway: 'sms-north', zone: 'Asia/Shanghai', verdict: 'behind' }])
  expect(warnings[0]!.msg).toMatch(
    /^receipts are dated (479|480) min before their arrival: is zone Asia\/Shanghai/,
  )
})

test('receipts that nobody keeps in time do not stop the answers', async () => {
  const { gateway, ear } = await stage(() => plays.reported('delivered', 0))
  ear.receipt = () => new Promise(() => undefined)
  for (let n = 0; n < 300; n += 1) {
    await until(() => gateway.room() > 0)
    gateway.submit(messageOf(n))
  }
  await until(() => ear.answers().length === 300)
})

describe('a long message without all of its ids takes no other message’s receipt (G4)', () => {
  const short = (n: number, of: Message): Message => ({ ...messageOf(n), number: of.number })

  test('when it was turned away', async () => {
    const { gateway, ear } = await stage(n =>
      n === 1 ? plays.refused(0x58) : plays.reported('delivered', 50),
    )
    gateway.submit(long(1))
    await until(() => ear.answers().length === 1 && gateway.room() > 0)
    gateway.submit(short(2, long(1)))
    await until(() => ear.receipts().length === 1)
    expect(ear.answers()).toMatchObject([
      { state: 'returned' },
      { state: 'accepted', messageId: ear.receipts()[0]!.messageId },
    ])
  })

  test.each(['after its answer', 'before its answer'])('when it is in doubt, reported %s', async when => {
    const isEarly = when === 'before its answer'
    const reported = plays.reported('delivered', isEarly ? 0 : 50)
    const { centre, gateway, ear } = await stage(n => {
      if (n === 1) return plays.silent
      if (n === 2) return { ...plays.silent, answer: 'cut' }
      return isEarly ? { ...reported, early: true, answer: 'held' } : reported
    })
    gateway.submit(long(1))
    await until(() => centre.taken.length === 2 && gateway.room() === 0)
    await until(() => gateway.room() > 0)
    gateway.submit(short(2, long(1)))
    await until(() => gateway.deliveries === 1)
    centre.release()
    await until(() => ear.receipts().length === 1)
    expect(ear.answers()).toEqual([{ state: 'accepted', messageId: ear.receipts()[0]!.messageId }])
  })

  test('nor does it after a restart', async () => {
    const { gateway, ear } = await stage(() => plays.reported('delivered', 50))
    const { attempt, number, now, validUntil } = long(1)
    await gateway.resume([{ attempt, messageId: null, number, parts: 3, handedAt: now, validUntil }])
    gateway.submit(short(2, long(1)))
    await until(() => ear.receipts().length === 1)
    expect(ear.answers()).toEqual([{ state: 'accepted', messageId: ear.receipts()[0]!.messageId }])
  })

  const another = { ...long(1), attempt: 'another' }
  const afterwards = [
    { says: 'nor what comes again after a restart, of one that has its end', open: [long(1)], isEnded: true },
    { says: 'nor when two come into question: then the engine gets no minute', open: [long(1), another] },
  ]
  test.each(afterwards)('$says', async ({ open, isEnded = false }) => {
    const { gateway, ear, port } = await stage(() => plays.reported('delivered', 600))
    const known = ({ attempt, number, parts, now: handedAt, validUntil }: Message): OpenAttempt => {
      return { attempt, messageId: null, number, parts, handedAt, validUntil }
    }
    const other = short(2, long(1))
    gateway.submit(other)
    await until(() => ear.answers().length === 1)
    const [answer] = ear.answers()
    await gateway.close(0)
    const ears = new Ear()
    const next = smsGateway(port)
    onTestFinished(() => next.close(50))
    await next.start(ears)
    const messageId = answer?.state === 'accepted' ? answer.messageId : ''
    await next.resume(open.map(known), isEnded ? [{ ...known(other), messageId }] : [])
    await until(() => ears.receipts().length === 1)
    const [receipt] = ears.receipts()
    expect(receipt).toMatchObject({ messageId })
    expect(receipt!.submittedAt === null).toBe(!isEnded)
  })
})
