/**
 * One PDU of each kind, as a value and as bytes computed by hand from the tables of the standard (§4).
 * The bytes are grouped as header, then field by field. Table data for tests.
 */
import type { Pdu } from './pdu.ts'

const octets = (hex: string) => Buffer.from(hex.replace(/\s/g, ''), 'hex')

const alice = { ton: 1, npi: 1, number: '8613800000001' }
const service = { ton: 0, npi: 0, number: '10086' }
const aliceHex = '01 01 38363133383030303030303031 00'
const serviceHex = '00 00 3130303836 00'

const bind = {
  systemId: 'kairos',
  password: 'secret',
  systemType: '',
  interfaceVersion: 0x34,
  addressTon: 0,
  addressNpi: 1,
  addressRange: '10086*',
}
const bindHex = '6b6169726f73 00  736563726574 00  00  34 00 01  31303038362a 00'

const message = {
  serviceType: 'CMT',
  source: service,
  destination: alice,
  esmClass: 0,
  protocolId: 0,
  priority: 1,
  scheduleDeliveryTime: '',
  validityPeriod: '000000020000000R',
  registeredDelivery: 1,
  replaceIfPresent: 0,
  dataCoding: 8,
  defaultMessageId: 0,
  message: octets('4f60 597d'),
}
const messageHex = `434d54 00 ${serviceHex} ${aliceHex} 00 00 01 00
  30303030303030323030303030303052 00  01 00 08 00  04 4f60597d`

export interface PduRow {
  readonly pdu: Pdu
  readonly bytes: Buffer
}

const row = (hex: string, pdu: Pdu): PduRow => ({ pdu, bytes: octets(hex) })

const of = { status: 0, sequence: 1, tlvs: {} }

export const pduTable: readonly PduRow[] = [
  row('00000010 80000000 00000003 00000000', {
    ...of,
    command: 'generic_nack',
    status: 3,
    sequence: 0,
    body: {},
  }),
  row(`00000029 00000001 00000000 00000001 ${bindHex}`, { ...of, command: 'bind_receiver', body: bind }),
  row(`00000029 00000002 00000000 00000001 ${bindHex}`, { ...of, command: 'bind_transmitter', body: bind }),
  row(`00000029 00000009 00000000 00000001 ${bindHex}`, { ...of, command: 'bind_transceiver', body: bind }),
  row('00000015 80000001 00000000 00000001 534d5343 00', {
    ...of,
    command: 'bind_receiver_resp',
    body: { systemId: 'SMSC' },
  }),
  row('00000015 80000002 00000000 00000001 534d5343 00', {
    ...of,
    command: 'bind_transmitter_resp',
    body: { systemId: 'SMSC' },
  }),
  row('0000001a 80000009 00000000 00000001 534d5343 00  0210 0001 34', {
    ...of,
    command: 'bind_transceiver_resp',
    body: { systemId: 'SMSC' },
    tlvs: { scInterfaceVersion: 0x34 },
  }),
  row('00000010 80000009 0000000e 00000001', {
    ...of,
    command: 'bind_transceiver_resp',
    status: 0x0e,
    body: { systemId: '' },
  }),
  row('0000001c 0000000b 00000000 00000001 534d5343 00 736563726574 00', {
    ...of,
    command: 'outbind',
    body: { systemId: 'SMSC', password: 'secret' },
  }),
  row('00000010 00000006 00000000 00000001', { ...of, command: 'unbind', body: {} }),
  row('00000010 80000006 00000000 00000001', { ...of, command: 'unbind_resp', body: {} }),
  row('00000010 00000015 00000000 7fffffff', {
    ...of,
    command: 'enquire_link',
    sequence: 0x7fffffff,
    body: {},
  }),
  row('00000010 80000015 00000000 ffffffff', {
    ...of,
    command: 'enquire_link_resp',
    sequence: 0xffffffff,
    body: {},
  }),
  row(`0000004a 00000004 00000000 00000001 ${messageHex}`, { ...of, command: 'submit_sm', body: message }),
  row('00000015 80000004 00000000 00000001 61316232 00', {
    ...of,
    command: 'submit_sm_resp',
    body: { messageId: 'a1b2' },
  }),
  row('00000010 80000004 00000058 00000001', {
    ...of,
    command: 'submit_sm_resp',
    status: 0x58,
    body: { messageId: '' },
  }),
  row(`0000004a 00000005 00000000 00000001 ${messageHex}`, { ...of, command: 'deliver_sm', body: message }),
  row('00000011 80000005 00000000 00000001 00', {
    ...of,
    command: 'deliver_sm_resp',
    body: { messageId: '' },
  }),
  row(
    `00000057 00000021 00000000 00000001 434d54 00 ${serviceHex}
     02  01 ${aliceHex}  02 766970732d3230323600
     00 00 01 00 30303030303030323030303030303052 00 01 00 08 00 04 4f60597d`,
    {
      ...of,
      command: 'submit_multi',
      body: {
        serviceType: 'CMT',
        source: service,
        destinations: [
          { to: 'number', address: alice },
          { to: 'list', name: 'vips-2026' },
        ],
        esmClass: 0,
        protocolId: 0,
        priority: 1,
        scheduleDeliveryTime: '',
        validityPeriod: '000000020000000R',
        registeredDelivery: 1,
        replaceIfPresent: 0,
        dataCoding: 8,
        defaultMessageId: 0,
        message: octets('4f60 597d'),
      },
    },
  ),
  row(`0000002a 80000021 00000000 00000001 61316232 00  01 ${aliceHex} 0000000b`, {
    ...of,
    command: 'submit_multi_resp',
    body: { messageId: 'a1b2', unsuccessful: [{ address: alice, status: 0x0b }] },
  }),
  row(`00000034 00000103 00000000 00000001 00 ${serviceHex} ${aliceHex} 00 01 08  0424 0004 4f60597d`, {
    ...of,
    command: 'data_sm',
    body: {
      serviceType: '',
      source: service,
      destination: alice,
      esmClass: 0,
      registeredDelivery: 1,
      dataCoding: 8,
    },
    tlvs: { messagePayload: octets('4f60 597d') },
  }),
  row('0000001d 80000103 000000fe 00000001 00  0425 0001 02  0423 0003 03 0022', {
    ...of,
    command: 'data_sm_resp',
    status: 0xfe,
    body: { messageId: '' },
    tlvs: { deliveryFailureReason: 2, networkErrorCode: { network: 3, code: 0x22 } },
  }),
  row(`0000001d 00000003 00000000 00000001 61316232 00 ${serviceHex}`, {
    ...of,
    command: 'query_sm',
    body: { messageId: 'a1b2', source: service },
  }),
  row('00000028 80000003 00000000 00000001 61316232 00 323631313231313030333030 30 3332 2b 00 02 00', {
    ...of,
    command: 'query_sm_resp',
    body: { messageId: 'a1b2', finalDate: '261121100300032+', messageState: 2, errorCode: 0 },
  }),
  row(`0000002e 00000008 00000000 00000001 00 61316232 00 ${serviceHex} ${aliceHex}`, {
    ...of,
    command: 'cancel_sm',
    body: { serviceType: '', messageId: 'a1b2', source: service, destination: alice },
  }),
  row('00000010 80000008 00000000 00000001', { ...of, command: 'cancel_sm_resp', body: {} }),
  row(`00000026 00000007 00000000 00000001 61316232 00 ${serviceHex} 00 00 01 00 04 4f60597d`, {
    ...of,
    command: 'replace_sm',
    body: {
      messageId: 'a1b2',
      source: service,
      scheduleDeliveryTime: '',
      validityPeriod: '',
      registeredDelivery: 1,
      defaultMessageId: 0,
      message: octets('4f60 597d'),
    },
  }),
  row('00000010 80000007 00000000 00000001', { ...of, command: 'replace_sm_resp', body: {} }),
  row(`0000002d 00000102 00000000 00000001 ${aliceHex} ${serviceHex}  0422 0001 00`, {
    ...of,
    command: 'alert_notification',
    body: { source: alice, esme: service },
    tlvs: { msAvailabilityStatus: 0 },
  }),
]
