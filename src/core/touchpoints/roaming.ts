/**
 * Registrations abroad (TP6). Networks register again and again, flap at borders and change inside a
 * country: only another country is an arrival, and an older registration changes nothing.
 */
import { type Draft, factTime, lineOf, occur, setHot } from '../draft.ts'
import type { FactOf } from '../event/facts.ts'

/** The home network's mobile country code: mainland China (ITU-T E.212). */
export const homeMcc = '460'

export function register(draft: Draft, body: FactOf<'roaming.registered'>): void {
  const line = lineOf(draft, draft.event.line)
  if (line === null) return
  const at = factTime(draft)
  const before = draft.hot.abroad.find(entry => entry.line === line.id)
  if (before !== undefined && at < before.asOf) return
  const from = before?.mcc ?? homeMcc
  const others = draft.hot.abroad.filter(entry => entry.line !== line.id)
  // A line at home keeps its entry too: a registration that comes late must still be seen as older.
  setHot(draft, { abroad: [...others, { line: line.id, mcc: body.mcc, asOf: at }] })
  if (body.mcc === from) return
  const place = body.mcc
  if (place === homeMcc)
    return occur(draft, 'roaming.returned', { line: line.id, place: from, event: { mcc: from } })
  occur(draft, 'roaming.arrived', { line: line.id, place, event: { mcc: place, from } })
}

/** Where a line is abroad, null at home. */
export function abroadOf(hot: Draft['hot'], line: string): string | null {
  const mcc = hot.abroad.find(entry => entry.line === line)?.mcc ?? homeMcc
  return mcc === homeMcc ? null : mcc
}
