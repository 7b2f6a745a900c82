import { describe, expect, test } from 'vitest'
import { commands } from './commands.ts'
import { pduTable } from './pdu-table.ts'
import { decodePdu, encodePdu, makeAnswer, makePdu } from './pdu.ts'
import type { Pdu } from './pdu.ts'

const octets = (hex: string) => Buffer.from(hex.replace(/\s/g, ''), 'hex')

const decoded = (hex: string) => {
  const result = decodePdu(octets(hex))
  if (!result.pdu) throw new Error(result.fault.reason)
  return result
}

test.each(pduTable.map(row => [row.pdu.command, row] as const))('%s ↔ bytes', (_command, { pdu, bytes }) => {
  expect(encodePdu(pdu).toString('hex')).toBe(bytes.toString('hex'))
  expect(decodePdu(bytes)).toEqual({ pdu, oddities: [] })
})

test('the table has every PDU of the standard', () => {
  const shown = new Set(pduTable.map(row => row.pdu.command))
  expect([...shown].sort()).toEqual(Object.keys(commands).sort())
})

describe('answers as the field has them', () => {
  const rows: [string, string, number, object, string[]][] = [
    ['a submit_sm_resp without message_id', '00000010 80000004 00000000 00000001', 0, { messageId: '' }, []],
    ['a refusal without a body', '00000010 80000004 0000000b 00000001', 0x0b, { messageId: '' }, []],
    ['a refusal with a body', '00000013 80000004 0000000b 00000001 613100', 0x0b, { messageId: 'a1' }, []],
    ['a refused bind without a body', '00000010 80000009 0000000e 00000001', 0x0e, { systemId: '' }, []],
    [
      'a submit_multi_resp without a body',
      '00000010 80000021 00000000 00000001',
      0,
      { messageId: '', unsuccessful: [] },
      [],
    ],
    [
      'a message_id without a terminator',
      '00000013 80000004 00000000 00000001 613162',
      0,
      { messageId: 'a1b' },
      ['messageId: not terminated'],
    ],
    [
      'half of a body',
      '00000015 80000003 00000000 00000001 61316232 00',
      0,
      { messageId: 'a1b2', finalDate: '', messageState: 0, errorCode: 0 },
      [],
    ],
  ]
  test.each(rows)('%s', (...[, hex, status, body, oddities]) => {
    const result = decoded(hex)
    expect(result.pdu).toMatchObject({ status, body })
    expect(result.oddities).toEqual(oddities)
  })
})

test('a string longer than the standard allows is read whole, and noted', () => {
  const { pdu, oddities } = decoded(`00000056 80000004 00000000 00000001 ${'39'.repeat(69)} 00`)
  expect(pdu.body).toEqual({ messageId: '9'.repeat(69) })
  expect(oddities).toEqual(['messageId: longer than 64 characters'])
})

test('any sequence number is read, 0, 0x7fffffff and beyond; only those of the standard are written in requests', () => {
  for (const sequence of [0, 0x7fffffff, 0x80000000, 0xffffffff]) {
    const hex = sequence.toString(16).padStart(8, '0')
    expect(decoded(`00000010 00000015 00000000 ${hex}`).pdu.sequence).toBe(sequence)
  }
  const enquire = makePdu('enquire_link')
  expect(() => encodePdu({ ...enquire, sequence: 0 })).toThrow(/^sequence/)
  expect(() => encodePdu({ ...enquire, sequence: 0x80000000 })).toThrow(/^sequence/)
})

describe('what is no PDU comes back with the status that tells its sender so', () => {
  const rows: [string, string, { commandId: number; sequence: number; status: number; reason: string }][] = [
    [
      'too short for a header',
      '0000000c 00000015',
      { commandId: 0, sequence: 0, status: 0x02, reason: 'no header' },
    ],
    [
      'an unknown command_id',
      '00000010 00000099 00000000 00000007',
      { commandId: 0x99, sequence: 7, status: 0x03, reason: 'unknown command 0x00000099' },
    ],
    [
      'the answer to an unknown command_id',
      '00000010 80000100 00000000 00000007',
      { commandId: 0x80000100, sequence: 7, status: 0x03, reason: 'unknown command 0x80000100' },
    ],
    [
      'too short for its fields',
      '00000012 00000004 00000000 00000007 00 01',
      { commandId: 4, sequence: 7, status: 0x02, reason: 'submit_sm is cut short' },
    ],
  ]
  test.each(rows)('%s', (_name, hex, fault) => {
    expect(decodePdu(octets(hex))).toEqual({ pdu: null, fault })
  })
})

test('a value that the standard does not allow is not written, and the field is named', () => {
  const address = (number: string) => ({ ton: 1, npi: 1, number })
  const rows: [string, Pdu][] = [
    ['serviceType: must be at most 5', makePdu('submit_sm', { serviceType: 'TOOBIG' })],
    ['source: must be at most 20', makePdu('submit_sm', { source: address('1'.repeat(21)) })],
    ['destination: must be Latin-1', makePdu('submit_sm', { destination: address('壹') })],
    ['destination: must be Latin-1', makePdu('submit_sm', { destination: address('1\0') })],
    ['message: must be at most 254', makePdu('submit_sm', { message: Buffer.alloc(255) })],
    ['dataCoding: must be an integer', makePdu('submit_sm', { dataCoding: 256 })],
    ['priority: must be an integer', makePdu('submit_sm', { priority: 0.5 })],
    ['validityPeriod: must be empty or', makePdu('submit_sm', { validityPeriod: '2 hours' })],
    ['destinations: must be 1 to 254', makePdu('submit_multi')],
    ['password: must be at most 8', makePdu('bind_transceiver', { password: '123456789' })],
    ['userMessageReference: must be an integer', makePdu('submit_sm', {}, { userMessageReference: 65_536 })],
    ['sourceSubaddress: must be 2 to 23', makePdu('submit_sm', {}, { sourceSubaddress: Buffer.alloc(1) })],
  ]
  for (const [message, pdu] of rows) {
    expect(() => encodePdu({ ...pdu, sequence: 1 })).toThrow(message)
  }
})

test('an answer carries the sequence of its request', () => {
  const request = { ...makePdu('submit_sm'), sequence: 17 }
  expect(makeAnswer(request, { body: { messageId: 'a1' } })).toEqual({
    command: 'submit_sm_resp',
    status: 0,
    sequence: 17,
    body: { messageId: 'a1' },
    tlvs: {},
  })
})
