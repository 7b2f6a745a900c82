/** What the SMS driver puts on the wire, and what it makes of the answers, against a centre on a real socket. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { plays } from '../../packages/smpp/src/index.ts'
import type { Message } from '../../src/channels/channel.ts'
import { classes } from '../../src/core/reminder.ts'
import { messageOf } from './far-side.ts'
import { long, stage, until } from './sms-stage.ts'

const gsm: Message = { ...messageOf(2), text: 'Data 80% used {1}', encoding: 'gsm7' }

test('sender, number, coding by content, validity in the centre’s time, and a receipt asked for', async () => {
  const { centre, gateway, ear } = await stage()
  gateway.submit(messageOf(1))
  gateway.submit(gsm)
  await until(() => ear.answers().length === 2)
  const [ucs2, gsm7] = centre.taken
  expect(ucs2).toMatchObject({
    source: { ton: 0, npi: 1, number: '10086' },
    destination: { ton: 1, npi: 1, number: '8613800000001' },
    dataCoding: 8,
    text: messageOf(1).text,
    validityPeriod: '261121120000032+', // 2 h after 10:00 in Shanghai, which is 32 quarters ahead
    wantsReceipt: true,
    mark: null,
  })
  // Big-endian: 【 is U+3010.
  expect([...ucs2!.content.subarray(0, 2)]).toEqual([0x30, 0x10])
  expect(gsm7).toMatchObject({ dataCoding: 0, text: gsm.text })
})

test('priority follows the class', async () => {
  const { centre, gateway, ear } = await stage()
  for (const [i, name] of classes.entries()) gateway.submit({ ...messageOf(i), class: name })
  await until(() => ear.answers().length === classes.length)
  expect(centre.taken.map(({ priority }) => priority)).toEqual([3, 2, 1, 0, 0])
})

describe('validity', () => {
  const rows = [
    ['absolute', 'Asia/Shanghai', 0, '261121120000032+'],
    ['absolute', 'Asia/Shanghai', 90_000, '261121120130032+'],
    ['absolute', 'UTC', 0, '261121040000000+'],
    ['absolute', 'America/New_York', 0, '261120230000020-'],
    ['relative', 'Asia/Shanghai', 90_000, '000000020000000R'],
  ] as const
  test.each(rows)('%s in %s, %d ms ahead: %s', async (...[validity, zone, skewMs, written]) => {
    const { centre, gateway, ear } = await stage(undefined, { sms: { validity, zone, skewMs } })
    gateway.submit(messageOf(1))
    await until(() => ear.answers().length === 1)
    expect(centre.taken[0]?.validityPeriod).toBe(written)
  })
})

describe('an answer says what becomes of the message', () => {
  const rows = [
    [0x58, { state: 'returned', code: 'RTHROTTLED' }],
    [0x14, { state: 'returned', code: 'RMSGQFUL' }],
    [0x08, { state: 'returned', code: 'RSYSERR' }],
    [0x04, { state: 'returned', code: 'RINVBNDSTS' }],
    [0x0a, { state: 'refused', code: 'RINVSRCADR' }],
    [0x0b, { state: 'refused', code: 'RINVDSTADR' }],
    [0x0c, { state: 'refused', code: 'RINVMSGID' }],
    [0x45, { state: 'refused', code: 'RSUBMITFAIL' }],
    [0x0401, { state: 'refused', code: '0x00000401' }],
  ] as const
  const named = rows.map(([code, answer]) => [code.toString(16).padStart(2, '0'), code, answer] as const)
  test.each(named)('0x%s', async (_hex, code, answer) => {
    const { gateway, ear } = await stage(() => plays.refused(code))
    gateway.submit(messageOf(1))
    await until(() => ear.answers().length === 1)
    expect(ear.answers()).toEqual([answer])
    // What may pass is not asked at once again.
    if (answer.state === 'returned') expect(gateway.room()).toBe(0)
    else expect(gateway.room()).toBeGreaterThan(0)
    await until(() => gateway.room() > 0)
  })
})

test('what cannot be written, or is out of date, comes back at once, and takes no room', async () => {
  const { centre, gateway, ear } = await stage()
  const room = gateway.room()
  gateway.submit({ ...messageOf(1), number: `+86${'1'.repeat(30)}` })
  gateway.submit({ ...messageOf(2), validUntil: messageOf(2).now })
  expect(ear.answers()).toEqual([])
  await until(() => ear.answers().length === 2)
  expect(ear.answers()).toEqual([
    { state: 'refused', code: 'not-encodable' },
    { state: 'returned', code: 'too-late' },
  ])
  expect(gateway.room()).toBe(room)
  expect(centre.taken).toEqual([])
})

describe('a long message', () => {
  const styles = [
    ['udh8', 67],
    ['udh16', 66],
    ['sar', 66],
  ] as const
  test.each(styles)('by %s: %d characters a part, one reference, one answer', async (partStyle, size) => {
    const { centre, gateway, ear } = await stage(undefined, { sms: { partStyle } })
    gateway.submit(long())
    await until(() => ear.answers().length === 1)
    expect(centre.taken.map(({ mark }) => mark)).toEqual(
      [1, 2, 3].map(number => ({
        style: partStyle,
        reference: centre.taken[0]!.mark!.reference,
        total: 3,
        number,
      })),
    )
    expect(centre.taken.map(({ text }) => text!.length)).toEqual([size, size, 150 - 2 * size])
    const messageId = centre.taken.map(({ id }) => id).join(' ')
    expect(ear.answers()).toEqual([{ state: 'accepted', messageId }])
  })

  test('two to one number do not share a reference', async () => {
    const { centre, gateway, ear } = await stage()
    for (const n of [1, 2]) gateway.submit({ ...long(n), number: '+8613800000001' })
    await until(() => ear.answers().length === 2)
    expect(new Set(centre.taken.map(({ mark }) => mark?.reference)).size).toBe(2)
  })

  test('whose first part is turned away or refused was not handed over: no other part follows', async () => {
    for (const [code, answer] of [
      [0x58, { state: 'returned', code: 'RTHROTTLED' }],
      [0x0b, { state: 'refused', code: 'RINVDSTADR:part-1-of-3' }],
    ] as const) {
      const { centre, gateway, ear } = await stage(() => plays.refused(code))
      gateway.submit(long())
      await until(() => ear.answers().length === 1)
      expect(ear.answers()).toEqual([answer])
      await until(() => gateway.room() > 0)
      expect(centre.taken).toEqual([])
    }
  })

  test('of which a later part is throttled waits for the pause and sends only that part again', async () => {
    const { centre, gateway, ear } = await stage(n => (n === 2 ? plays.refused(0x58) : plays.silent))
    gateway.submit(long())
    await until(() => ear.answers().length === 1)
    expect(ear.answers()).toMatchObject([{ state: 'accepted' }])
    expect(centre.taken).toHaveLength(3)
    const ids = [1, 2, 3].map(number => centre.taken.find(({ mark }) => mark?.number === number)?.id)
    expect(ear.answers()).toEqual([{ state: 'accepted', messageId: ids.join(' ') }])
  })

  test('of which a later part is turned away until the patience ends is refused: it can never be whole', async () => {
    const { centre, gateway, ear } = await stage(n => (n === 1 ? plays.silent : plays.refused(0x58)), {
      sms: { partsWithinMs: 300 },
    })
    gateway.submit(long())
    await until(() => ear.answers().length === 1)
    expect(ear.answers()).toEqual([{ state: 'refused', code: 'incomplete:part-2-of-3' }])
    expect(centre.taken).toHaveLength(1)
  })

  test('of which a later part is refused is refused, and its fragments’ receipts go no further', async () => {
    const { centre, gateway, ear } = await stage(n =>
      n === 2 ? plays.refused(0x45) : plays.reported('delivered', 100),
    )
    gateway.submit(long())
    await until(() => ear.answers().length === 1 && gateway.deliveries === 2)
    expect(ear.answers()).toEqual([{ state: 'refused', code: 'RSUBMITFAIL:part-2-of-3' }])
    expect(centre.taken).toHaveLength(2)
    expect(ear.receipts()).toEqual([])
  })

  test('of which a part is refused keeps its line busy until the other parts have their answers (G3)', async () => {
    const { centre, gateway, ear } = await stage(n =>
      n === 2 ? plays.refused(0x45) : { ...plays.silent, answer: n === 3 ? 'held' : 'at-once' },
    )
    gateway.submit(long())
    await until(() => centre.taken.length === 2)
    await sleep(50)
    expect(ear.answers()).toEqual([])
    centre.release()
    await until(() => ear.answers().length === 1)
    expect(ear.answers()).toEqual([{ state: 'refused', code: 'RSUBMITFAIL:part-2-of-3' }])
  })

  test('takes one place, and its parts go before other messages', async () => {
    const { gateway, ear, centre } = await stage(undefined, { sms: { window: 4 } })
    for (const n of [1, 2, 3, 4]) gateway.submit(long(n))
    expect(gateway.room()).toBe(0)
    await until(() => ear.answers().length === 4)
    expect(centre.taken).toHaveLength(12)
    expect(ear.answers().every(({ state }) => state === 'accepted')).toBe(true)
    expect(gateway.room()).toBe(4)
  })
})
