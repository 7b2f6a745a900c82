/**
 * Delivery receipts: deliver_sm or data_sm with a text, with the parameters receipted_message_id and
 * message_state, or with both; the parameters win.
 */
import type { Pdu, PduOf } from '../codec/pdu.ts'
import type { NetworkError } from '../codec/tlv-kinds.ts'
import { codingOf, decodeText } from './coding.ts'
import type { Coding } from './coding.ts'
import { partOf } from './concatenation.ts'
import { messageStates, stateOf } from './message-state.ts'
import type { MessageState } from './message-state.ts'
import { parseReceiptText } from './receipt-text.ts'
import type { ReceiptText } from './receipt-text.ts'

export interface Receipt {
  readonly id: string
  readonly state: MessageState
  /** The text's fields, null where only parameters came. */
  readonly written: ReceiptText | null
  readonly networkError: NetworkError | null
}

/** esm_class bits 2 and 5: a receipt, or word of a state in between. */
const receiptBits = 0x04 | 0x20

/** null when the PDU is an ordinary message of a handset. */
export function readReceipt(
  pdu: PduOf<'deliver_sm' | 'data_sm'>,
  centreDefault: Coding = 'gsm7',
): Receipt | null {
  const { receiptedMessageId, messageState, networkErrorCode } = pdu.tlvs
  const marked = (pdu.body.esmClass & receiptBits) !== 0
  if (!marked && receiptedMessageId === undefined) return null
  const written = parseReceiptText(receiptTextOf(pdu, centreDefault))
  const id = receiptedMessageId ?? written?.id
  if (id === undefined) return null
  const state = messageState === undefined ? null : (messageStates[messageState] ?? 'unknown')
  return { id, state: state ?? stateOf(written?.stat ?? ''), written, networkError: networkErrorCode ?? null }
}

/** Some centres say UCS-2 and send ASCII: where the words cannot be found, the octets are read as Latin-1. */
function receiptTextOf(pdu: PduOf<'deliver_sm' | 'data_sm'>, centreDefault: Coding): string {
  const octets = octetsOf(pdu)
  const coding = codingOf(pdu.body.dataCoding, centreDefault)
  const text = coding === null ? '' : decodeText(octets, coding)
  return parseReceiptText(text) ? text : octets.toString('latin1')
}

function octetsOf(pdu: Extract<Pdu, { command: 'deliver_sm' | 'data_sm' }>): Buffer {
  const { esmClass } = pdu.body
  const message = pdu.command === 'deliver_sm' ? pdu.body.message : Buffer.alloc(0)
  return partOf({ body: { esmClass, message }, tlvs: pdu.tlvs }).content
}

/**
 * One spelling for ids that a centre writes in hexadecimal in one place and in decimal in another, by the
 * settings of the gateway. What is not a number of that base is left as it is.
 */
export function plainId(id: string, base: 'text' | 'decimal' | 'hex'): string {
  const digits = id.trim()
  if (base === 'decimal' && /^\d{1,64}$/.test(digits)) return BigInt(digits).toString()
  if (base === 'hex' && /^[0-9a-f]{1,64}$/i.test(digits)) return BigInt(`0x${digits}`).toString()
  return digits
}
