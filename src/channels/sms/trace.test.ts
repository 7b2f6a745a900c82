/** A trace shows the protocol and nothing that is personal (FP-12). */
import { beforeEach, expect, it } from 'vitest'
import { encodePdu, makePdu } from '../../../packages/smpp/src/index.ts'
import type { Pdu } from '../../../packages/smpp/src/index.ts'
import { Trace } from './trace.ts'

let elapsed = 0
let trace: Trace
beforeEach(() => {
  elapsed = 0
  trace = new Trace({
    now: () => 1_000 + elapsed,
    elapsed: () => elapsed,
    masked: number => `**${number.slice(-2)}`,
    alphabet: 'gsm7',
  })
})

const saw = (pdu: Pdu): void => trace.saw('out', pdu, encodePdu({ ...pdu, sequence: 7 }))
const number = '8613800138000'
const secret = 'Your code is 493817'
const submit = makePdu('submit_sm', {
  source: { ton: 0, npi: 0, number: '10086' },
  destination: { ton: 1, npi: 1, number },
  dataCoding: 0,
  message: Buffer.from(secret, 'latin1'),
})

it('while nobody looks nothing is written down, and again nothing a while after the last look', () => {
  saw(submit)
  expect(trace.look(0)).toEqual({ since: 1_000, messages: [] })
  elapsed = 14_000
  saw(submit)
  expect(trace.look(0).messages).toHaveLength(1)
  elapsed = 29_001
  saw(submit)
  expect(trace.look(0)).toEqual({ since: 30_001, messages: [] })
})

it('FP-12: a number is masked, a text told by its length and coding, neither stands in the octets', () => {
  trace.look(0)
  saw(submit)
  const [message] = trace.look(0).messages
  expect(message).toMatchObject({ direction: 'out', command: 'submit_sm', status: 0, meaning: 'no error' })
  expect(message!.fields).toContainEqual({ name: 'destination', value: '**00 (ton 1, npi 1)' })
  expect(message!.fields).toContainEqual({ name: 'message', value: '19 octets, gsm7' })
  expect(message!.hex).toMatch(/^[0-9a-f]{32}…$/)
  const shown = JSON.stringify(message)
  for (const hidden of [
    number,
    secret,
    Buffer.from(number).toString('hex'),
    Buffer.from(secret).toString('hex'),
  ])
    expect(shown).not.toContain(hidden)
})

it.each<[string, Pdu]>([
  ['a password', makePdu('bind_transceiver', { systemId: 'kairos', password: 'pa55word' })],
  ['a text that travels as a parameter', makePdu('data_sm', {}, { messagePayload: Buffer.from('pa55word') })],
  ['a number called back', makePdu('submit_sm', {}, { callbackNum: [Buffer.from('pa55word')] })],
])('FP-12: %s is not told', (_what, pdu) => {
  trace.look(0)
  saw(pdu)
  const shown = JSON.stringify(trace.look(0))
  expect(shown).not.toContain('pa55word')
  expect(shown).not.toContain(Buffer.from('pa55word').toString('hex'))
})

it('a receipt tells of which message and how it fared, not what the message said', () => {
  trace.look(0)
  const text = `id:a1 sub:001 dlvrd:001 submit date:2611200016 done date:2611200017 stat:DELIVRD err:000 text:${secret}`
  saw(makePdu('deliver_sm', { esmClass: 4, message: Buffer.from(text) }))
  const [message] = trace.look(0).messages
  expect(message!.fields).toContainEqual({ name: 'receipt', value: 'a1: delivered' })
  expect(JSON.stringify(message)).not.toContain('493817')
})

it('what holds nothing personal is shown with its octets', () => {
  trace.look(0)
  saw({ ...makePdu('submit_sm_resp', { messageId: 'a1' }), sequence: 7 })
  expect(trace.look(0).messages[0]!.hex).toBe('00000013800000040000000000000007613100')
})

it('the last 500 are kept, and only what is new is told', () => {
  trace.look(0)
  for (let n = 0; n < 600; n += 1) saw(submit)
  const { messages } = trace.look(0)
  expect(messages.map(({ n }) => n)).toEqual(Array.from({ length: 500 }, (_, at) => at + 101))
  expect(trace.look(598).messages.map(({ n }) => n)).toEqual([599, 600])
})
