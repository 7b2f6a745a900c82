import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePdu } from '../codec/pdu.ts'
import type { PduOf } from '../codec/pdu.ts'
import type { Tlvs } from '../codec/tlvs.ts'
import { encodeText } from './coding.ts'
import { messageStates, stateOf } from './message-state.ts'
import { parseReceiptText, writeReceiptText } from './receipt-text.ts'
import { plainId, readReceipt } from './receipt.ts'

const submitDate = { year: 2026, month: 11, day: 21, hour: 15, minute: 2, second: 0 }
const doneDate = { ...submitDate, minute: 3 }
const usual = {
  id: '0123456789',
  submitted: 1,
  delivered: 1,
  submitDate,
  doneDate,
  stat: 'DELIVRD',
  err: '000',
  text: 'Hello',
}
const head = 'id:0123456789 sub:001 dlvrd:001 submit date:2611211502 done date:2611211503'

describe('the dialects of centres', () => {
  const rows: [string, string, object][] = [
    ['as the standard has it, but Text:', `${head} stat:DELIVRD err:000 Text:Hello`, usual],
    ['text: in lower case', `${head} stat:DELIVRD err:000 text:Hello`, usual],
    ['TEXT: in capitals, with spaces', `${head} stat:DELIVRD err:000 TEXT: Hello `, usual],
    ['no text at all', `${head} stat:DELIVRD err:000`, { ...usual, text: '' }],
    [
      'without sub and dlvrd',
      'id:7 submit date:2611211502 done date:2611211503 stat:DELIVRD err:000 text:',
      {
        ...usual,
        id: '7',
        submitted: null,
        delivered: null,
        text: '',
      },
    ],
    [
      'fields in another order',
      'stat:DELIVRD err:000 id:0123456789 done date:2611211503 submit date:2611211502 dlvrd:001 sub:001 text:Hello',
      usual,
    ],
    [
      'text first: all the rest is text',
      'Text:Hello id:0123456789 stat:DELIVRD',
      {
        ...usual,
        submitted: null,
        delivered: null,
        submitDate: null,
        doneDate: null,
        err: '',
        text: 'Hello id:0123456789 stat:DELIVRD',
      },
    ],
    [
      'all in capitals',
      `ID:0123456789 SUB:001 DLVRD:001 SUBMIT DATE:2611211502 DONE DATE:2611211503 STAT:DELIVRD ERR:000 Text:Hello`,
      usual,
    ],
    [
      'dates with seconds',
      head.replace('1502', '150259').replace('1503', '150301') + ' stat:DELIVRD err:000 text:Hello',
      {
        ...usual,
        submitDate: { ...submitDate, second: 59 },
        doneDate: { ...doneDate, second: 1 },
      },
    ],
    [
      'submit_date and donedate',
      head.replace('submit date', 'submit_date').replace('done date', 'donedate') +
        ' stat:DELIVRD err:000 text:Hello',
      usual,
    ],
    [
      'err is a string with a colon',
      `${head} stat:UNDELIV err:M:12 text:Hello`,
      { ...usual, stat: 'UNDELIV', err: 'M:12' },
    ],
    ['err is empty', `${head} stat:UNDELIV err: text:Hello`, { ...usual, stat: 'UNDELIV', err: '' }],
    [
      'err is a string with a hyphen',
      `${head} stat:REJECTD err:10-34 text:`,
      { ...usual, stat: 'REJECTD', err: '10-34', text: '' },
    ],
    [
      'what the message said is not believed',
      `${head} stat:UNDELIV err:001 text:id:99 stat:DELIVRD`,
      {
        ...usual,
        stat: 'UNDELIV',
        err: '001',
        text: 'id:99 stat:DELIVRD',
      },
    ],
    [
      'only id and stat, the id no number',
      'id:5f3a-0c.b stat:EXPIRED',
      {
        id: '5f3a-0c.b',
        submitted: null,
        delivered: null,
        submitDate: null,
        doneDate: null,
        stat: 'EXPIRED',
        err: '',
        text: '',
      },
    ],
  ]
  test.each(rows)('%s', (_name, text, expected) => {
    expect(parseReceiptText(text)).toEqual(expected)
  })
})

test('ordinary messages are no receipts', () => {
  for (const text of [
    '',
    'CXLL',
    'my id:5',
    'stat:DELIVRD',
    'kid:1 stat:DELIVRD',
    `id:1 stat:${'x'.repeat(3_000)}`,
  ]) {
    expect(parseReceiptText(text)).toBeNull()
  }
})

test('stat is known by its beginning', () => {
  const rows: [string, string][] = [
    ['DELIVRD', 'delivered'],
    ['delivered', 'delivered'],
    ['UNDELIV', 'undeliverable'],
    ['UNDELIVERABLE', 'undeliverable'],
    ['EXPIRED', 'expired'],
    ['DELETED', 'deleted'],
    ['ACCEPTD', 'accepted'],
    ['REJECTD', 'rejected'],
    ['ENROUTE', 'enroute'],
    ['UNKNOWN', 'unknown'],
    ['MK:0012', 'unknown'],
    ['', 'unknown'],
  ]
  for (const [stat, state] of rows) expect(stateOf(stat)).toBe(state)
})

const deliver = (esmClass: number, text: string | Buffer, tlvs: Tlvs = {}) => {
  const message = typeof text === 'string' ? Buffer.from(text, 'latin1') : text
  return makePdu('deliver_sm', { esmClass, message }, tlvs)
}
const inCoding = (pdu: PduOf<'deliver_sm'>, dataCoding: number) => ({
  ...pdu,
  body: { ...pdu.body, dataCoding },
})
const whole = `${head} stat:DELIVRD err:000 text:Hello`

describe('receipts in text and parameter form', () => {
  const short = { id: '0123456789', state: 'delivered', networkError: null }
  const rows: [string, ReturnType<typeof deliver>, object | null][] = [
    ['in text', deliver(0x04, whole), { ...short, written: usual }],
    [
      'between, by its own bit of esm_class',
      deliver(0x20, `${head} stat:ENROUTE err:000 text:Hello`),
      {
        ...short,
        state: 'enroute',
        written: { ...usual, stat: 'ENROUTE' },
      },
    ],
    ['the text of a message that is no receipt', deliver(0x00, whole), null],
    [
      'receipted_message_id and message_state alone',
      deliver(0x04, '', { receiptedMessageId: 'a1', messageState: 5 }),
      {
        id: 'a1',
        state: 'undeliverable',
        written: null,
        networkError: null,
      },
    ],
    [
      'the two alone, without a bit in esm_class',
      deliver(0x00, '', { receiptedMessageId: 'a1', messageState: 2 }),
      { ...short, id: 'a1', written: null },
    ],
    [
      'the two win over the text',
      deliver(0x04, whole, { receiptedMessageId: 'a1', messageState: 3 }),
      {
        id: 'a1',
        state: 'expired',
        written: usual,
        networkError: null,
      },
    ],
    [
      'network_error_code',
      deliver(0x04, whole, { networkErrorCode: { network: 3, code: 34 } }),
      {
        ...short,
        written: usual,
        networkError: { network: 3, code: 34 },
      },
    ],
    [
      'a message_state that nobody has defined',
      deliver(0x04, '', { receiptedMessageId: 'a1', messageState: 77 }),
      {
        id: 'a1',
        state: 'unknown',
        written: null,
        networkError: null,
      },
    ],
    ['no id anywhere', deliver(0x04, 'gone'), null],
    [
      'data_coding 8, and it is UCS-2',
      inCoding(deliver(0x04, encodeText(whole, 'ucs2')!), 8),
      { ...short, written: usual },
    ],
    [
      'data_coding 8, but the octets are ASCII',
      inCoding(deliver(0x04, whole), 8),
      { ...short, written: usual },
    ],
    [
      'data_coding 4, but the octets are ASCII',
      inCoding(deliver(0x04, whole), 4),
      { ...short, written: usual },
    ],
    [
      'in message_payload',
      deliver(0x04, '', { messagePayload: Buffer.from(whole) }),
      { ...short, written: usual },
    ],
  ]
  test.each(rows)('%s', (_name, pdu, expected) => {
    expect(readReceipt(pdu)).toEqual(expected)
  })
})

test('data_sm may carry a receipt, too', () => {
  const pdu = makePdu('data_sm', { esmClass: 0x04 }, { messagePayload: Buffer.from(whole) })
  expect(readReceipt(pdu)).toMatchObject({ id: '0123456789', state: 'delivered' })
})

test('ids in hexadecimal and in decimal are one id', () => {
  const rows: [string, 'text' | 'hex' | 'decimal', string][] = [
    ['7b', 'hex', '123'],
    ['0000007B', 'hex', '123'],
    ['0123', 'decimal', '123'],
    ['0123', 'text', '0123'],
    [' a1 ', 'text', 'a1'],
    ['ffffffffffffffff', 'hex', '18446744073709551615'],
    ['18446744073709551615', 'decimal', '18446744073709551615'],
    ['no-number', 'hex', 'no-number'],
    ['', 'decimal', ''],
  ]
  for (const [id, base, plain] of rows) expect(plainId(id, base)).toBe(plain)
})

test('what was written is read; random text never crashes or takes long', () => {
  const id = fc.stringMatching(/^[0-9A-Za-z-]{1,20}$/)
  fc.assert(
    fc.property(id, fc.constantFrom(...messageStates), fc.string({ maxLength: 40 }), (id, state, text) => {
      const written = writeReceiptText({
        id,
        state,
        submitDate: '2611211502',
        doneDate: '2611211503',
        err: '000',
        text,
      })
      const read = parseReceiptText(written)
      expect(read).toMatchObject({ id, submitDate, doneDate, err: '000', text: text.slice(0, 20).trim() })
      expect(stateOf(read!.stat)).toBe(state)
    }),
  )
  const piece = fc.constantFrom('id:', 'stat:', 'text:', 'submit date:', 'err', ' ', '   ', ':', 'x', '\n')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 400 }), pieces => {
      const began = performance.now()
      parseReceiptText(pieces.join(''))
      expect(performance.now() - began).toBeLessThan(200)
    }),
  )
})
