/** What each line of NDJSON comes to: an arrival, a refusal, or the header of an exported month. */
import type { Arrival } from '../core/event/arrival.ts'
import type { Fault } from './fault.ts'
import type { MonthHeader } from './header.ts'
import { headerOf } from './header.ts'
import type { Line } from './ndjson.ts'
import { parseText } from './parse.ts'

export type LineItem =
  | { readonly state: 'taken'; readonly line: Line; readonly arrival: Arrival }
  | { readonly state: 'refused'; readonly line: Line; readonly faults: readonly Fault[] }
  | { readonly state: 'header'; readonly line: Line; readonly header: MonthHeader }

export function itemOf(line: Line): LineItem {
  if (line.state === 'broken') return { state: 'refused', line, faults: [line.fault] }
  const header = line.number === 1 ? headerOf(line.text) : null
  return header === null ? { line, ...parseText(line.text) } : { state: 'header', line, header }
}
