/** The kinds of values that optional parameters carry. `decode` gives undefined for what it cannot read. */
import { must } from './fields.ts'

export interface TlvKind<T> {
  decode(bytes: Buffer): T | undefined
  encode(value: T): Uint8Array
}

/** Big-endian; another width than the standard's is read all the same. */
export const integer = (width: 1 | 2 | 4): TlvKind<number> => ({
  decode: bytes => (bytes.length >= 1 && bytes.length <= 4 ? bytes.readUIntBE(0, bytes.length) : undefined),
  encode(value) {
    const max = 2 ** (8 * width) - 1
    must(Number.isInteger(value) && value >= 0 && value <= max, `must be an integer from 0 to ${max}`)
    const bytes = Buffer.alloc(width)
    bytes.writeUIntBE(value, 0, width)
    return bytes
  },
})

/** `max` counts the NUL; one that is missing is forgiven. */
export const text = (max: number): TlvKind<string> => ({
  decode(bytes) {
    const nul = bytes.indexOf(0)
    return bytes.toString('latin1', 0, nul === -1 ? bytes.length : nul)
  },
  encode(value) {
    must(value.length < max, `must be at most ${max - 1} characters, got ${value.length}`)
    // oxlint-disable-next-line no-control-regex -- the wire carries Latin-1 without NUL
    must(/^[\u0001-\u00ff]*$/.test(value), 'must be Latin-1 without NUL')
    return Buffer.from(`${value}\0`, 'latin1')
  },
})

export const octets = (min: number, max: number): TlvKind<Buffer> => ({
  decode: bytes => bytes,
  encode(value) {
    must(value.length >= min && value.length <= max, `must be ${min} to ${max} octets, got ${value.length}`)
    return value
  },
})

/** A parameter without value: it is there, or not. */
export const presence: TlvKind<true> = {
  decode: () => true,
  encode: () => Buffer.alloc(0),
}

/** Network type (1 ANSI-136, 2 IS-95, 3 GSM …) and the error that it gave. */
export interface NetworkError {
  readonly network: number
  readonly code: number
}

export const networkError: TlvKind<NetworkError> = {
  decode: bytes =>
    bytes.length === 3 ? { network: bytes.readUInt8(0), code: bytes.readUInt16BE(1) } : undefined,
  encode({ network, code }) {
    must(network >= 0 && network <= 0xff && code >= 0 && code <= 0xffff, 'must fit into 1 and 2 octets')
    return Buffer.from([network, code >> 8, code & 0xff])
  },
}
