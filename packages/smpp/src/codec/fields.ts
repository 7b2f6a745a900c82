/**
 * The kinds of mandatory fields. Reading is tolerant (see `Reader`), writing strict: a value that the
 * standard does not allow is the caller's mistake and throws a RangeError that names the field.
 */
import type { Reader, Writer } from './bytes.ts'

export interface Field<T> {
  /** The value of a field that is not there. */
  readonly empty: T
  read(reader: Reader): T
  write(writer: Writer, value: T): void
}

/** Throws the RangeError that names what was wrong; `encodePdu` adds the field's name. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new RangeError(what)
}

const fits = (value: number, max: number) => Number.isInteger(value) && value >= 0 && value <= max

export const uint8: Field<number> = {
  empty: 0,
  read: reader => reader.uint8(),
  write(writer, value) {
    must(fits(value, 0xff), `must be an integer from 0 to 255, got ${value}`)
    writer.uint8(value)
  },
}

// oxlint-disable-next-line no-control-regex -- the wire carries Latin-1 without NUL
const latin1 = /^[\u0001-\u00ff]*$/

/** C-Octet String; `max` counts the terminating NUL, as in the standard's tables. */
export const cString = (max: number): Field<string> => ({
  empty: '',
  read(reader) {
    const value = reader.cString()
    if (value.length >= max) reader.note(`longer than ${max - 1} characters`)
    return value
  },
  write(writer, value) {
    must(value.length < max, `must be at most ${max - 1} characters, got ${value.length}`)
    must(latin1.test(value), 'must be Latin-1 without NUL')
    writer.cString(value)
  },
})

/** Empty, or 16 characters (§7.1.1); see `text/time.ts`. */
export const time: Field<string> = {
  ...cString(17),
  write(writer, value) {
    must(value === '' || /^\d{15}[+\-R]$/.test(value), `must be empty or YYMMDDhhmmsstnn and +, - or R`)
    writer.cString(value)
  },
}

/** Type of number, numbering plan, and digits (or letters with ton 5). */
export interface Address {
  readonly ton: number
  readonly npi: number
  readonly number: string
}

export const noAddress: Address = { ton: 0, npi: 0, number: '' }

export function address(max: number): Field<Address> {
  const number = cString(max)
  return {
    empty: noAddress,
    read: reader => ({ ton: reader.uint8(), npi: reader.uint8(), number: number.read(reader) }),
    write(writer, value) {
      uint8.write(writer, value.ton)
      uint8.write(writer, value.npi)
      number.write(writer, value.number)
    },
  }
}

/** `sm_length` and `short_message` together; at most 254 octets may be written. */
export const shortMessage: Field<Buffer> = {
  empty: Buffer.alloc(0),
  read: reader => reader.octets(reader.uint8()),
  write(writer, value) {
    must(value.length <= 254, `must be at most 254 octets, got ${value.length}`)
    writer.uint8(value.length)
    writer.octets(value)
  },
}

/** A destination of submit_multi: a number, or a distribution list that the centre keeps. */
export type Destination =
  { readonly to: 'number'; readonly address: Address } | { readonly to: 'list'; readonly name: string }

const address21 = address(21)
const name21 = cString(21)

export const destinations: Field<readonly Destination[]> = {
  empty: [],
  read(reader) {
    const found: Destination[] = []
    for (let count = reader.uint8(); count > 0 && reader.left > 0; count -= 1) {
      const flag = reader.uint8()
      if (flag === 2) found.push({ to: 'list', name: name21.read(reader) })
      else found.push({ to: 'number', address: address21.read(reader) })
      if (flag !== 1 && flag !== 2) reader.note(`dest_flag ${flag}, read as a number`)
    }
    return found
  },
  write(writer, value) {
    must(value.length >= 1 && value.length <= 254, `must be 1 to 254 destinations, got ${value.length}`)
    writer.uint8(value.length)
    for (const destination of value) {
      writer.uint8(destination.to === 'number' ? 1 : 2)
      if (destination.to === 'number') address21.write(writer, destination.address)
      else name21.write(writer, destination.name)
    }
  },
}

/** A destination that submit_multi could not take. */
export interface Unsuccessful {
  readonly address: Address
  readonly status: number
}

export const unsuccessful: Field<readonly Unsuccessful[]> = {
  empty: [],
  read(reader) {
    const found: Unsuccessful[] = []
    for (let count = reader.uint8(); count > 0 && reader.left > 0; count -= 1) {
      found.push({ address: address21.read(reader), status: reader.uint32() })
    }
    return found
  },
  write(writer, value) {
    must(value.length <= 255, `must be at most 255 entries, got ${value.length}`)
    writer.uint8(value.length)
    for (const { address, status } of value) {
      address21.write(writer, address)
      must(fits(status, 0xffffffff), `status must be 32 bits, got ${status}`)
      writer.uint32(status)
    }
  },
}
