import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { commands } from './commands.ts'
import type { Command } from './commands.ts'
import { FrameReader } from './frames.ts'
import { decodePdu, encodePdu } from './pdu.ts'
import type { Pdu } from './pdu.ts'
import { tlvEntries } from './tlvs.ts'

const octets = (min: number, max: number) =>
  fc.uint8Array({ minLength: min, maxLength: max }).map(bytes => Buffer.from(bytes))
const latin1 = (max: number) =>
  fc.string({ unit: fc.integer({ min: 1, max: 255 }).map(code => String.fromCharCode(code)), maxLength: max })
const uint = (max: number) => fc.integer({ min: 0, max })
const address = (max: number) => fc.record({ ton: uint(255), npi: uint(255), number: latin1(max) })
const time = fc.constantFrom('', '000000020000000R', '261121100300032+', '991231235959948-')

/** Lengths from §4 and §5.2, without the NUL. */
const fields: { [name: string]: fc.Arbitrary<unknown> } = {
  systemId: latin1(15),
  password: latin1(8),
  systemType: latin1(12),
  addressRange: latin1(40),
  messageId: latin1(64),
  serviceType: latin1(5),
  source: address(20),
  destination: address(20),
  esme: address(64),
  scheduleDeliveryTime: time,
  validityPeriod: time,
  finalDate: time,
  message: octets(0, 254),
  destinations: fc.array(
    fc.oneof(
      fc.record({ to: fc.constant('number'), address: address(20) }),
      fc.record({ to: fc.constant('list'), name: latin1(20) }),
    ),
    { minLength: 1, maxLength: 254 },
  ),
  unsuccessful: fc.array(fc.record({ address: address(20), status: uint(0xffffffff) }), { maxLength: 255 }),
}

const parameters: { [name: string]: fc.Arbitrary<unknown> } = {
  destTelematicsId: uint(0xffff),
  qosTimeToLive: uint(0xffffffff),
  additionalStatusInfoText: latin1(255),
  receiptedMessageId: latin1(64),
  sourceSubaddress: octets(2, 23),
  destSubaddress: octets(2, 23),
  userMessageReference: uint(0xffff),
  sourcePort: uint(0xffff),
  destinationPort: uint(0xffff),
  sarMsgRefNum: uint(0xffff),
  networkErrorCode: fc.record({ network: uint(255), code: uint(0xffff) }),
  messagePayload: octets(0, 3_000),
  ussdServiceOp: octets(1, 1),
  smsSignal: uint(0xffff),
  alertOnMessageDelivery: fc.constant(true),
  itsSessionInfo: octets(2, 2),
  callbackNumPresInd: fc.array(uint(255), { minLength: 1, maxLength: 3 }),
  callbackNumAtag: fc.array(octets(0, 65), { minLength: 1, maxLength: 3 }),
  callbackNum: fc.array(octets(4, 19), { minLength: 1, maxLength: 3 }),
}

const body = (command: Command) =>
  fc.record(
    Object.fromEntries(Object.keys(commands[command].body).map(name => [name, fields[name] ?? uint(255)])),
  )

const tlvs = fc.record(
  {
    ...Object.fromEntries(tlvEntries.map(({ name }) => [name, parameters[name] ?? uint(255)])),
    others: fc.array(fc.record({ tag: fc.integer({ min: 0x1400, max: 0x3fff }), value: octets(0, 40) }), {
      minLength: 1,
      maxLength: 3,
    }),
  },
  { requiredKeys: [] },
)

const pduOf = (command: Command) =>
  fc.record({
    command: fc.constant(command),
    status: fc.oneof(fc.constant(0), uint(0xffffffff)),
    sequence: fc.integer({ min: 1, max: 0x7fffffff }),
    body: body(command),
    tlvs,
  })

test.each(Object.keys(commands))('decode ∘ encode is the identity: %s', name => {
  const any = pduOf(name as Command)
  fc.assert(
    fc.property(any, made => {
      const pdu = made as unknown as Pdu
      const result = decodePdu(encodePdu(pdu))
      expect(result).toEqual({ pdu, oddities: [] })
    }),
    { numRuns: 60 },
  )
})

test('random octets never crash, and what is read is no larger than what came', () => {
  const ids = Object.values(commands).map(command => command.id)
  const frame = fc
    .tuple(fc.oneof(fc.constantFrom(...ids), uint(0xffffffff)), octets(0, 400))
    .map(([id, tail]) => {
      const head = Buffer.alloc(16)
      head.writeUInt32BE(16 + tail.length, 0)
      head.writeUInt32BE(id, 4)
      return Buffer.concat([head, tail])
    })
  fc.assert(
    fc.property(frame, bytes => {
      const result = decodePdu(bytes)
      expect(result.pdu === null ? result.fault.reason : JSON.stringify(result.pdu)).toBeTypeOf('string')
    }),
    { numRuns: 5_000 },
  )
})

test('a random stream is cut within its limits and never hangs', () => {
  fc.assert(
    fc.property(fc.array(octets(0, 64), { maxLength: 20 }), chunks => {
      const reader = new FrameReader(64)
      for (const chunk of chunks) {
        for (const frame of reader.push(chunk).frames) expect(frame.length).toBeLessThanOrEqual(64)
      }
    }),
    { numRuns: 2_000 },
  )
})
