/** Every optional parameter of SMPP 3.4 (§5.3.2): tag and kind of value. */
import type { Reader, Writer } from './bytes.ts'
import { must } from './fields.ts'
import { integer, networkError, octets, presence, text } from './tlv-kinds.ts'
import type { TlvKind } from './tlv-kinds.ts'

const single = {
  destAddrSubunit: { tag: 0x0005, kind: integer(1) },
  destNetworkType: { tag: 0x0006, kind: integer(1) },
  destBearerType: { tag: 0x0007, kind: integer(1) },
  destTelematicsId: { tag: 0x0008, kind: integer(2) },
  sourceAddrSubunit: { tag: 0x000d, kind: integer(1) },
  sourceNetworkType: { tag: 0x000e, kind: integer(1) },
  sourceBearerType: { tag: 0x000f, kind: integer(1) },
  sourceTelematicsId: { tag: 0x0010, kind: integer(1) },
  /** Seconds. */
  qosTimeToLive: { tag: 0x0017, kind: integer(4) },
  payloadType: { tag: 0x0019, kind: integer(1) },
  additionalStatusInfoText: { tag: 0x001d, kind: text(256) },
  receiptedMessageId: { tag: 0x001e, kind: text(65) },
  msMsgWaitFacilities: { tag: 0x0030, kind: integer(1) },
  privacyIndicator: { tag: 0x0201, kind: integer(1) },
  sourceSubaddress: { tag: 0x0202, kind: octets(2, 23) },
  destSubaddress: { tag: 0x0203, kind: octets(2, 23) },
  userMessageReference: { tag: 0x0204, kind: integer(2) },
  userResponseCode: { tag: 0x0205, kind: integer(1) },
  sourcePort: { tag: 0x020a, kind: integer(2) },
  destinationPort: { tag: 0x020b, kind: integer(2) },
  sarMsgRefNum: { tag: 0x020c, kind: integer(2) },
  languageIndicator: { tag: 0x020d, kind: integer(1) },
  sarTotalSegments: { tag: 0x020e, kind: integer(1) },
  sarSegmentSeqnum: { tag: 0x020f, kind: integer(1) },
  scInterfaceVersion: { tag: 0x0210, kind: integer(1) },
  numberOfMessages: { tag: 0x0304, kind: integer(1) },
  dpfResult: { tag: 0x0420, kind: integer(1) },
  setDpf: { tag: 0x0421, kind: integer(1) },
  msAvailabilityStatus: { tag: 0x0422, kind: integer(1) },
  networkErrorCode: { tag: 0x0423, kind: networkError },
  messagePayload: { tag: 0x0424, kind: octets(0, 0xffff) },
  deliveryFailureReason: { tag: 0x0425, kind: integer(1) },
  moreMessagesToSend: { tag: 0x0426, kind: integer(1) },
  messageState: { tag: 0x0427, kind: integer(1) },
  ussdServiceOp: { tag: 0x0501, kind: octets(1, 1) },
  displayTime: { tag: 0x1201, kind: integer(1) },
  smsSignal: { tag: 0x1203, kind: integer(2) },
  msValidity: { tag: 0x1204, kind: integer(1) },
  alertOnMessageDelivery: { tag: 0x130c, kind: presence },
  itsReplyType: { tag: 0x1380, kind: integer(1) },
  itsSessionInfo: { tag: 0x1383, kind: octets(2, 2) },
} as const

/** These may occur several times in one PDU (§5.3.2.36…38). */
const repeated = {
  callbackNumPresInd: { tag: 0x0302, kind: integer(1) },
  callbackNumAtag: { tag: 0x0303, kind: octets(0, 65) },
  callbackNum: { tag: 0x0381, kind: octets(4, 19) },
} as const

type Value<E> = E extends { kind: TlvKind<infer T> } ? T : never

/** A parameter that the standard does not know, cannot be read by its kind, or came a second time. */
export interface RawTlv {
  readonly tag: number
  readonly value: Buffer
}

export type Tlvs = {
  readonly [K in keyof typeof single]?: Value<(typeof single)[K]>
} & {
  readonly [K in keyof typeof repeated]?: readonly Value<(typeof repeated)[K]>[]
} & {
  readonly others?: readonly RawTlv[]
}

interface Entry {
  readonly name: string
  readonly tag: number
  readonly many: boolean
  readonly kind: TlvKind<unknown>
}

/** All of them, e.g. for a table in docs or a test. */
export const tlvEntries: readonly Entry[] = [
  ...Object.entries(single).map(([name, { tag, kind }]) => ({ name, tag, many: false, kind })),
  ...Object.entries(repeated).map(([name, { tag, kind }]) => ({ name, tag, many: true, kind })),
]
const byTag = new Map(tlvEntries.map(entry => [entry.tag, entry]))

type Bag = { [name: string]: unknown }

export function readTlvs(reader: Reader): Tlvs {
  const bag: Bag = {}
  const others: RawTlv[] = []
  reader.field = ''
  while (reader.left >= 4) {
    const tag = reader.uint16()
    const length = reader.uint16()
    if (length > reader.left) {
      reader.note(`parameter ${hex(tag)} promises ${length} octets, ${reader.left} are left`)
      return finish(bag, others)
    }
    const value = reader.octets(length)
    if (!put(bag, tag, value)) others.push({ tag, value })
  }
  if (reader.left > 0) reader.note(`${reader.left} octets after the last parameter`)
  return finish(bag, others)
}

function put(bag: Bag, tag: number, bytes: Buffer): boolean {
  const entry = byTag.get(tag)
  const value = entry?.kind.decode(bytes)
  if (!entry || value === undefined) return false
  const before = bag[entry.name]
  if (!entry.many) {
    if (before !== undefined) return false
    bag[entry.name] = value
  } else if (Array.isArray(before)) before.push(value)
  else bag[entry.name] = [value]
  return true
}

function finish(bag: Bag, others: RawTlv[]): Tlvs {
  if (others.length > 0) bag['others'] = others
  return bag
}

export function writeTlvs(writer: Writer, tlvs: Tlvs): void {
  const { others = [], ...known } = tlvs
  const bag: Bag = known
  for (const [name, value] of Object.entries(bag)) {
    const entry = byName.get(name)
    must(entry !== undefined, `no optional parameter is called ${name}`)
    const values: unknown[] = entry.many && Array.isArray(value) ? value : [value]
    for (const one of values) writeTlv(writer, entry.tag, encoded(entry, one))
  }
  for (const { tag, value } of others) writeTlv(writer, tag, value)
}

const byName = new Map(tlvEntries.map(entry => [entry.name, entry]))

function encoded(entry: Entry, value: unknown): Uint8Array {
  try {
    return entry.kind.encode(value)
  } catch (error) {
    throw new RangeError(`${entry.name}: ${error instanceof Error ? error.message : 'cannot be encoded'}`)
  }
}

function writeTlv(writer: Writer, tag: number, value: Uint8Array): void {
  must(value.length <= 0xffff, `${hex(tag)}: must be at most 65535 octets, got ${value.length}`)
  writer.uint16(tag)
  writer.uint16(value.length)
  writer.octets(value)
}

const hex = (tag: number) => `0x${tag.toString(16).padStart(4, '0')}`
