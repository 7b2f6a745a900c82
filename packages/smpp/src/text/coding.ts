/** data_coding (§5.2.19): which alphabet the octets of a message are in. */
import { decodeGsm7, encodeGsm7 } from './gsm7.ts'

export const codings = ['gsm7', 'ascii', 'latin1', 'ucs2'] as const
export type Coding = (typeof codings)[number]

/** What a message of this coding is sent with; GSM-7 as the centre's default alphabet. */
export const dataCodingOf: { readonly [C in Coding]: number } = { gsm7: 0, ascii: 1, latin1: 3, ucs2: 8 }

/**
 * The alphabet of a data_coding, null where the octets are binary or of an alphabet that we do not read.
 * 0 is whatever the centre calls its default: a setting of the account (usually GSM-7, sometimes Latin-1).
 */
export function codingOf(dataCoding: number, centreDefault: Coding = 'gsm7'): Coding | null {
  switch (dataCoding) {
    case 0:
      return centreDefault
    case 1:
      return 'ascii'
    case 3:
      return 'latin1'
    case 8:
      return 'ucs2'
    default:
      return byGroup(dataCoding)
  }
}

/** The GSM groups 0xF0–0xFF: a message class; bit 2 tells 8-bit data from the default alphabet. */
function byGroup(dataCoding: number): Coding | null {
  if ((dataCoding & 0xf0) !== 0xf0) return null
  return (dataCoding & 0x04) === 0 ? 'gsm7' : null
}

/** null when the coding cannot say it. */
export function encodeText(text: string, coding: Coding): Buffer | null {
  switch (coding) {
    case 'gsm7':
      return encodeGsm7(text)
    case 'ascii':
      // oxlint-disable-next-line no-control-regex -- all of ASCII is meant
      return /^[\u0000-\u007f]*$/.test(text) ? Buffer.from(text, 'latin1') : null
    case 'latin1':
      // oxlint-disable-next-line no-control-regex -- all of Latin-1 is meant
      return /^[\u0000-\u00ff]*$/.test(text) ? Buffer.from(text, 'latin1') : null
    case 'ucs2':
      return Buffer.from(text, 'utf16le').swap16()
  }
}

/** Never fails; an odd octet at the end of UCS-2 is dropped. */
export function decodeText(octets: Uint8Array, coding: Coding): string {
  const bytes = Buffer.from(octets)
  switch (coding) {
    case 'gsm7':
      return decodeGsm7(bytes)
    case 'ascii':
    case 'latin1':
      return bytes.toString('latin1')
    case 'ucs2':
      return bytes
        .subarray(0, bytes.length & ~1)
        .swap16()
        .toString('utf16le')
  }
}

/** The narrowest of GSM-7 and UCS-2 that can say it. */
export function codingFor(text: string): 'gsm7' | 'ucs2' {
  return encodeGsm7(text) === null ? 'ucs2' : 'gsm7'
}
