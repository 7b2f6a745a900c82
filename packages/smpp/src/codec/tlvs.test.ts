import { expect, test } from 'vitest'
import { decodePdu, encodePdu, makePdu } from './pdu.ts'
import { tlvEntries } from './tlvs.ts'
import type { Tlvs } from './tlvs.ts'

const octets = (hex: string) => Buffer.from(hex.replace(/\s/g, ''), 'hex')

/** The optional part `hex`, behind an enquire_link. */
function read(hex: string) {
  const tail = octets(hex)
  const head = octets('00000000 00000015 00000000 00000001')
  head.writeUInt32BE(16 + tail.length, 0)
  const result = decodePdu(Buffer.concat([head, tail]))
  if (!result.pdu) throw new Error(result.fault.reason)
  return { tlvs: result.pdu.tlvs, oddities: result.oddities }
}

const write = (tlvs: Tlvs) => encodePdu({ ...makePdu('enquire_link', {}, tlvs), sequence: 1 }).subarray(16)

/** Tag, length and value by hand from §5.3.2. */
const table: readonly (readonly [string, Tlvs])[] = [
  ['0005 0001 01', { destAddrSubunit: 1 }],
  ['0006 0001 01', { destNetworkType: 1 }],
  ['0007 0001 01', { destBearerType: 1 }],
  ['0008 0002 0102', { destTelematicsId: 0x0102 }],
  ['000d 0001 02', { sourceAddrSubunit: 2 }],
  ['000e 0001 03', { sourceNetworkType: 3 }],
  ['000f 0001 04', { sourceBearerType: 4 }],
  ['0010 0001 05', { sourceTelematicsId: 5 }],
  ['0017 0004 00015180', { qosTimeToLive: 86_400 }],
  ['0019 0001 00', { payloadType: 0 }],
  ['001d 0005 6261640a00', { additionalStatusInfoText: 'bad\n' }],
  ['001e 0005 6131623200', { receiptedMessageId: 'a1b2' }],
  ['0030 0001 80', { msMsgWaitFacilities: 0x80 }],
  ['0201 0001 03', { privacyIndicator: 3 }],
  ['0202 0003 808801', { sourceSubaddress: octets('808801') }],
  ['0203 0003 808802', { destSubaddress: octets('808802') }],
  ['0204 0002 ffff', { userMessageReference: 0xffff }],
  ['0205 0001 07', { userResponseCode: 7 }],
  ['020a 0002 0b84', { sourcePort: 2948 }],
  ['020b 0002 0b85', { destinationPort: 2949 }],
  ['020c 0002 0102', { sarMsgRefNum: 0x0102 }],
  ['020d 0001 01', { languageIndicator: 1 }],
  ['020e 0001 03', { sarTotalSegments: 3 }],
  ['020f 0001 02', { sarSegmentSeqnum: 2 }],
  ['0210 0001 34', { scInterfaceVersion: 0x34 }],
  ['0302 0001 04', { callbackNumPresInd: [4] }],
  ['0303 0002 0041', { callbackNumAtag: [octets('0041')] }],
  ['0304 0001 63', { numberOfMessages: 99 }],
  [
    '0381 0008 0101003130303836 0381 0005 0001003131',
    { callbackNum: [octets('0101003130303836'), octets('0001003131')] },
  ],
  ['0420 0001 01', { dpfResult: 1 }],
  ['0421 0001 01', { setDpf: 1 }],
  ['0422 0001 02', { msAvailabilityStatus: 2 }],
  ['0423 0003 030022', { networkErrorCode: { network: 3, code: 0x22 } }],
  ['0424 0002 4f60', { messagePayload: octets('4f60') }],
  ['0424 0000', { messagePayload: octets('') }],
  ['0425 0001 03', { deliveryFailureReason: 3 }],
  ['0426 0001 01', { moreMessagesToSend: 1 }],
  ['0427 0001 02', { messageState: 2 }],
  ['0501 0001 02', { ussdServiceOp: octets('02') }],
  ['1201 0001 01', { displayTime: 1 }],
  ['1203 0002 0001', { smsSignal: 1 }],
  ['1204 0001 03', { msValidity: 3 }],
  ['130c 0000', { alertOnMessageDelivery: true }],
  ['1380 0001 08', { itsReplyType: 8 }],
  ['1383 0002 0103', { itsSessionInfo: octets('0103') }],
]

test.each(table)('%s', (hex, tlvs) => {
  expect(write(tlvs).toString('hex')).toBe(hex.replace(/\s/g, ''))
  expect(read(hex)).toEqual({ tlvs, oddities: [] })
})

test('the table has every parameter of the standard', () => {
  const shown = new Set(table.flatMap(([, tlvs]) => Object.keys(tlvs)))
  expect([...shown].sort()).toEqual(tlvEntries.map(entry => entry.name).sort())
  expect(new Set(tlvEntries.map(entry => entry.tag)).size).toBe(tlvEntries.length)
})

test('parameters unknown, unreadable or repeated are kept as they came', () => {
  expect(read('1400 0003 010203  0427 0000  0423 0001 03  001e 0002 6100  001e 0002 6200').tlvs).toEqual({
    receiptedMessageId: 'a',
    others: [
      { tag: 0x1400, value: octets('010203') },
      { tag: 0x0427, value: octets('') },
      { tag: 0x0423, value: octets('03') },
      { tag: 0x001e, value: octets('6200') },
    ],
  })
})

test('integers of another width and strings without NUL are read all the same', () => {
  expect(read('0427 0004 00000002  0010 0002 0005  001e 0004 61316232').tlvs).toEqual({
    messageState: 2,
    sourceTelematicsId: 5,
    receiptedMessageId: 'a1b2',
  })
})

test('an optional part that breaks off gives what was before, and a note', () => {
  expect(read('0427 0001 02 0424 00ff 4f60')).toEqual({
    tlvs: { messageState: 2 },
    oddities: ['parameter 0x0424 promises 255 octets, 2 are left'],
  })
  expect(read('0427 0001 02 0424')).toEqual({
    tlvs: { messageState: 2 },
    oddities: ['2 octets after the last parameter'],
  })
})
