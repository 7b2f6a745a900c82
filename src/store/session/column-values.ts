import pg from 'pg'

/** A stored value that JavaScript cannot hold without loss. */
export class ColumnError extends Error {
  override readonly name = 'ColumnError'
}

type Parser = (text: string) => unknown

/**
 * How each column type comes back, by its OID in `pg_type`; the same for the server and the embedded database,
 * because both are read through the same driver. Types not listed come back as the text PostgreSQL prints.
 */
const scalars: Record<number, Parser> = {
  16: text => text === 't', // bool
  17: bytes,
  20: safeInteger, // int8
  21: Number, // int2
  23: Number, // int4
  26: Number, // oid
  114: text => JSON.parse(text) as unknown, // json
  700: Number, // float4
  701: Number, // float8
  1082: text => text, // date: YYYY-MM-DD
  1114: instant, // timestamp, read as UTC: epoch ms
  1184: instant, // timestamptz, which this session prints in UTC: epoch ms
  1700: text => text, // numeric
  3802: text => JSON.parse(text) as unknown, // jsonb
}

/** OID of an array type → OID of its element. */
const arrays: Record<number, number> = {
  199: 114,
  1000: 16,
  1001: 17,
  1005: 21,
  1007: 23,
  1009: 25, // text[]
  1015: 1043, // varchar[]
  1016: 20,
  1021: 700,
  1022: 701,
  1115: 1114,
  1182: 1082,
  1185: 1184,
  1231: 1700,
  2951: 2950, // uuid[]
  3807: 3802,
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new ColumnError(`${text} is beyond the safe integers (±2^53)`)
  return value
}

/** @param text `\x` and hexadecimal digits */
function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'))
}

const printedInstant = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)(?:\+00)?$/

/** Microseconds are cut off to milliseconds. Date.parse alone makes a date even of "infinity". */
function instant(text: string): number {
  const parts = printedInstant.exec(text)
  if (parts === null) throw new ColumnError(`${text} is not a time between the years 1 and 9999`)
  return Date.parse(`${parts[1]}T${parts[2]}Z`)
}

const asText: Parser = text => text

/** The driver's own parser of `text[]` takes any array apart. */
const parserOf: (oid: number) => (text: string) => (string | null)[] = pg.types.getTypeParser
const textArray = parserOf(1009)

export function columnParser(oid: number): Parser {
  const element = arrays[oid]
  if (element === undefined) return scalars[oid] ?? asText
  const parse = scalars[element] ?? asText
  return text => textArray(text).map(entry => (entry === null ? null : parse(entry)))
}

/** For the `types` option of `pg`, which asks for a parser by OID. */
export const columnTypes: pg.CustomTypesConfig = { getTypeParser: columnParser }
