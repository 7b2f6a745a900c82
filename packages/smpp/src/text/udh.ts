/** The user data header in front of a message's octets (3GPP TS 23.040 §9.2.3.24). */
import { must } from '../codec/fields.ts'

/** esm_class bit: short_message begins with a user data header. */
export const udhIndicator = 0x40

export interface HeaderElement {
  readonly id: number
  readonly value: Buffer
}

export interface HeadedMessage {
  readonly elements: readonly HeaderElement[]
  /** What follows the header. */
  readonly content: Buffer
}

/** null when the octets cannot begin with a header: it is longer than they are, or its elements overrun it. */
export function splitHeader(octets: Buffer): HeadedMessage | null {
  const length = octets[0]
  if (length === undefined || length + 1 > octets.length) return null
  const elements: HeaderElement[] = []
  const end = length + 1
  for (let at = 1; at < end;) {
    const size = octets[at + 1]
    if (size === undefined || at + 2 + size > end) return null
    elements.push({ id: octets[at]!, value: octets.subarray(at + 2, at + 2 + size) })
    at += 2 + size
  }
  return { elements, content: octets.subarray(end) }
}

export function joinHeader({ elements, content }: HeadedMessage): Buffer {
  const header = elements.flatMap(({ id, value }) => [id, value.length, ...value])
  must(header.length <= 0xff, `a user data header of ${header.length} octets, allowed: 255`)
  return Buffer.concat([Buffer.from([header.length, ...header]), content])
}
