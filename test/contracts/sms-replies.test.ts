/** What handsets write, over real sockets: whole, kept before it is answered, and never lost between. */
import { expect, test } from 'vitest'
import { encodeText, makePdu, partsOf, status } from '../../packages/smpp/src/index.ts'
import { Replies } from '../../src/channels/sms/replies.ts'
import type { Reply } from '../../src/channels/channel.ts'
import { stage, until } from './sms-stage.ts'
import { morning } from './far-side.ts'

const from = '8613800000001'

test('a handset’s own message is a reply with its words, and no receipt', async () => {
  const { centre, ear } = await stage()
  centre.write('kairos', { from, to: '10086', text: 'id:1 stat:DELIVRD 1' })
  await until(() => ear.replies().length > 0)
  expect(ear.receipts()).toEqual([])
  expect(ear.replies()).toMatchObject([
    { channel: 'sms', number: `+${from}`, to: '10086', text: 'id:1 stat:DELIVRD 1' },
  ])
})

test.each(['udh8', 'udh16', 'sar'] as const)('a long one in parts (%s) is told as one', async style => {
  const { centre, ear } = await stage()
  const text = '我想问一下，这个月的流量怎么用得这么快😀？'.repeat(9)
  centre.write('kairos', { from, to: '10086', text, style })
  await until(() => ear.replies().length > 0)
  expect(ear.replies().map(reply => reply.text)).toEqual([text])
})

test('what could not be kept comes again', async () => {
  const { centre, ear } = await stage()
  ear.decline = 2
  centre.write('kairos', { from, to: '10086', text: '2651' })
  await until(() => ear.replies().length === 3)
})

const settings = { name: 'sms', alphabet: 'gsm7', countryCode: '86' } as const

function hearing(keep: (reply: Reply) => Promise<void> = () => Promise.resolve()) {
  const kept: string[] = []
  const replies = new Replies(settings, {
    keep: reply => {
      kept.push(reply.text)
      return keep(reply)
    },
    elapsed: () => performance.now(),
    waitMs: 60,
  })
  return { replies, kept }
}

const source = { ton: 1, npi: 1, number: from }
const destination = { ton: 0, npi: 1, number: '10086' }

const parts = (text: string, reference = 1) =>
  partsOf(text, { coding: 'gsm7', style: 'udh8', reference }).map(({ esmClassBits, message, tlvs }) =>
    makePdu('deliver_sm', { source, destination, esmClass: esmClassBits, message }, tlvs),
  )

test('parts are answered when the whole is kept, one brought twice too', async () => {
  const { replies, kept } = hearing()
  const [one, two] = parts('a'.repeat(200))
  const answers: string[] = []
  const ask = (name: string, pdu: typeof one) =>
    replies.hear(pdu!, morning).then(code => answers.push(`${name} ${code}`))
  const all = [ask('first', one), ask('again', one)]
  await new Promise(resolve => setImmediate(resolve))
  expect(answers).toEqual([])
  await Promise.all([...all, ask('second', two)])
  expect(answers.toSorted()).toEqual(['again 0', 'first 0', 'second 0'])
  expect(kept).toEqual(['a'.repeat(200)])
})

test('a part that comes again after the whole was kept is answered, and begins nothing', async () => {
  const { replies, kept } = hearing()
  const [one, two] = parts('a'.repeat(200))
  await Promise.all([replies.hear(one!, morning), replies.hear(two!, morning)])
  expect(await replies.hear(two!, morning)).toBe(0)
  expect(kept).toEqual(['a'.repeat(200)])
})

test('the whole that nobody kept is heard again, all of it', async () => {
  const { replies, kept } = hearing(() =>
    kept.length > 1 ? Promise.resolve() : Promise.reject(new Error('the database is away')),
  )
  const both = () => Promise.all(parts('a'.repeat(200)).map(part => replies.hear(part, morning)))
  expect(await both()).toEqual([status.temporaryError, status.temporaryError])
  expect(await both()).toEqual([0, 0])
  expect(kept).toHaveLength(2)
})

test('what is missing after a while is shown as missing', async () => {
  const { replies, kept } = hearing()
  const [one, , three] = parts('a'.repeat(153) + 'b'.repeat(153) + 'c'.repeat(9))
  expect(await Promise.all([replies.hear(three!, morning), replies.hear(one!, morning)])).toEqual([0, 0])
  expect(kept).toEqual([`${'a'.repeat(153)}…${'c'.repeat(9)}`])
  replies.close()
})

test('another message under the same reference ends the one before', async () => {
  const { replies, kept } = hearing()
  const old = replies.hear(parts('a'.repeat(200), 7)[0]!, morning)
  const [one, two] = parts('b'.repeat(200), 7)
  await Promise.all([replies.hear(one!, morning), replies.hear(two!, morning), old])
  expect(kept.toSorted()).toEqual([`${'a'.repeat(153)}…`, 'b'.repeat(200)].toSorted())
})

test('octets are no words', async () => {
  const { replies, kept } = hearing()
  const message = encodeText('abc', 'latin1')!
  expect(
    await replies.hear(makePdu('deliver_sm', { source, destination, dataCoding: 4, message }), morning),
  ).toBe(0x66)
  expect(kept).toEqual([])
})

test('kept by nobody: the centre is to bring it again', async () => {
  const { replies } = hearing(() => Promise.reject(new Error('the database is away')))
  const message = encodeText('2651', 'gsm7')!
  expect(await replies.hear(makePdu('deliver_sm', { source, destination, message }), morning)).toBe(
    status.temporaryError,
  )
})
