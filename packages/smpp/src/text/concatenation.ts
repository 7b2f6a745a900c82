/**
 * Which part of which long message a PDU carries. Three ways are in use: a user data header with an 8-bit
 * reference (element 0x00), one with a 16-bit reference (0x08), and the sar_* parameters.
 */
import type { Body } from '../codec/commands.ts'
import type { Tlvs } from '../codec/tlvs.ts'
import { joinHeader, splitHeader, udhIndicator } from './udh.ts'

export type PartStyle = 'udh8' | 'udh16' | 'sar'

export interface PartMark {
  readonly style: PartStyle
  readonly reference: number
  /** 1 to 255. */
  readonly total: number
  /** From 1. */
  readonly number: number
}

export interface PartContent {
  /** null: a message of its own. */
  readonly mark: PartMark | null
  /** Without the header. */
  readonly content: Buffer
}

type Carrier = { readonly body: Pick<Body<'deliver_sm'>, 'esmClass' | 'message'>; readonly tlvs: Tlvs }

/** message_payload replaces an empty short_message. A mark that cannot be (part 3 of 2) is no mark. */
export function partOf({ body, tlvs }: Carrier): PartContent {
  const octets = body.message.length === 0 ? (tlvs.messagePayload ?? body.message) : body.message
  const headed = (body.esmClass & udhIndicator) === 0 ? null : splitHeader(octets)
  const content = headed?.content ?? octets
  return { mark: plausible(headed ? headerMark(headed.elements) : null) ?? plausible(sarMark(tlvs)), content }
}

function headerMark(elements: readonly { id: number; value: Buffer }[]): PartMark | null {
  for (const { id, value } of elements) {
    if (id === 0x00 && value.length === 3) {
      return { style: 'udh8', reference: value[0]!, total: value[1]!, number: value[2]! }
    }
    if (id === 0x08 && value.length === 4) {
      return { style: 'udh16', reference: value.readUInt16BE(0), total: value[2]!, number: value[3]! }
    }
  }
  return null
}

function sarMark({ sarMsgRefNum, sarTotalSegments, sarSegmentSeqnum }: Tlvs): PartMark | null {
  if (sarMsgRefNum === undefined || sarTotalSegments === undefined || sarSegmentSeqnum === undefined)
    return null
  return { style: 'sar', reference: sarMsgRefNum, total: sarTotalSegments, number: sarSegmentSeqnum }
}

function plausible(mark: PartMark | null): PartMark | null {
  return mark && mark.number >= 1 && mark.number <= mark.total ? mark : null
}

/** What a part puts into its PDU. */
export interface MarkedPart {
  /** To be set in esm_class. */
  readonly esmClassBits: number
  readonly message: Buffer
  readonly tlvs: Tlvs
}

export function markPart(content: Buffer, mark: PartMark | null): MarkedPart {
  if (mark === null) return { esmClassBits: 0, message: content, tlvs: {} }
  const { style, reference, total, number } = mark
  switch (style) {
    case 'udh8':
      return headed(content, 0x00, [reference, total, number])
    case 'udh16':
      return headed(content, 0x08, [reference >> 8, reference & 0xff, total, number])
    case 'sar': {
      const tlvs = { sarMsgRefNum: reference, sarTotalSegments: total, sarSegmentSeqnum: number }
      return { esmClassBits: 0, message: content, tlvs }
    }
  }
}

function headed(content: Buffer, id: number, value: readonly number[]): MarkedPart {
  const message = joinHeader({ elements: [{ id, value: Buffer.from(value) }], content })
  return { esmClassBits: udhIndicator, message, tlvs: {} }
}
