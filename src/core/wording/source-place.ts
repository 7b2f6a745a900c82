import type { Fault } from '../calendar/fault.ts'

/** A place in a template's source; both count from 1. */
export type Place = { readonly line: number; readonly column: number }

/** A fault of a template, with its place. */
export type TemplateFault = Fault & Place

/** The place of an offset (from 0) in a text. */
export function placeAt(source: string, offset: number): Place {
  const before = source.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: before.length - lineStart + 1 }
}
