/**
 * Records as short arrays: each field has its place, defaults are written as null, and nulls at the end are
 * left out. Times are written as the distance from a base, so that a hot row needs 7–10 digits, not 13.
 */
import type { Instant } from '../units.ts'

/** How one field is written. `fallback`: the value that is left out; none for a field that always differs. */
export interface Field {
  readonly kind: 'plain' | 'time' | 'line'
  readonly fallback?: unknown
}

/** The fields of a record in the order of their places: adding one means adding it at the end. */
export type Shape<T> = { readonly [K in keyof Required<T>]: Field }

export const plain = (fallback?: unknown): Field => ({ kind: 'plain', fallback })
export const time = (fallback?: unknown): Field => ({ kind: 'time', fallback })
/** A line, by its place in a list of the row's lines. */
export const line = (): Field => ({ kind: 'line' })

/** What all records of one row share. */
export interface Frame {
  readonly base: Instant
  readonly lines: string[]
}

export type Cells = readonly unknown[]

export function write<T extends object>(shape: Shape<T>, record: T, frame: Frame): Cells {
  const cells: unknown[] = []
  let length = 0
  for (const name in shape) {
    const cell = writeCell(shape[name], record[name], frame)
    if (cells.push(cell) && cell !== null) length = cells.length
  }
  cells.length = length
  return cells
}

export function read<T extends object>(shape: Shape<T>, cells: Cells, frame: Frame): T {
  const record: Record<string, unknown> = {}
  let at = 0
  for (const name in shape) {
    record[name] = readCell(shape[name], cells[at] ?? null, frame)
    at += 1
  }
  return record as T
}

function writeCell(field: Field, value: unknown, frame: Frame): unknown {
  if (value === field.fallback || isEmpty(value, field)) return null
  if (field.kind === 'plain') return value
  if (field.kind === 'time') return (value as Instant) - frame.base
  const known = frame.lines.indexOf(value as string)
  return known >= 0 ? known : frame.lines.push(value as string) - 1
}

function readCell(field: Field, cell: unknown, frame: Frame): unknown {
  if (cell === null) return field.fallback ?? null
  if (field.kind === 'plain') return cell
  return field.kind === 'time' ? (cell as number) + frame.base : frame.lines[cell as number]
}

function isEmpty(value: unknown, field: Field): boolean {
  return Array.isArray(value) && value.length === 0 && Array.isArray(field.fallback)
}
