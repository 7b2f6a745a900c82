/**
 * The text of a delivery receipt (appendix B of the standard, which is informative only, so every centre has
 * its own dialect):
 *
 *     id:0123456789 sub:001 dlvrd:001 submit date:2611211502 done date:2611211503 stat:DELIVRD err:000 Text:…
 *
 * Read here: any order, any case, fields missing, dates with seconds, `err` of any characters.
 */
import { stateWords } from './message-state.ts'
import type { MessageState } from './message-state.ts'
import { parseCivil } from './time.ts'
import type { CivilTime } from './time.ts'

export interface ReceiptText {
  readonly id: string
  readonly submitted: number | null
  readonly delivered: number | null
  /** The centre's local time without zone: what it means is a setting of the gateway. */
  readonly submitDate: CivilTime | null
  readonly doneDate: CivilTime | null
  /** As written, e.g. `DELIVRD`; empty when missing. */
  readonly stat: string
  /** As written, e.g. `000`, `M:12`; empty when missing. */
  readonly err: string
  readonly text: string
}

const names = /(?<=^|[\s,;])(id|sub|dlvrd|submit[ _-]?date|done[ _-]?date|stat|err(?:or)?)\s{0,4}[:=]/gi
const textMark = /(?:^|\s)text\s{0,4}:/i
/** More is not a receipt; it keeps a hostile text cheap. */
const receiptLengthMax = 2_000

/** null when the text has no id, or neither a stat nor a date: an ordinary message. */
export function parseReceiptText(whole: string): ReceiptText | null {
  if (whole.length > receiptLengthMax) return null
  const mark = textMark.exec(whole)
  const head = mark ? whole.slice(0, mark.index) : whole
  const tail = mark ? whole.slice(mark.index + mark[0].length) : ''
  const fields = fieldsOf(head)
  if (mark && !fields.has('id')) for (const [name, value] of fieldsOf(tail)) fields.set(name, value)
  const id = fields.get('id') ?? ''
  if (id === '' || !(fields.has('stat') || fields.has('donedate'))) return null
  return {
    id,
    submitted: count(fields.get('sub')),
    delivered: count(fields.get('dlvrd')),
    submitDate: parseCivil(fields.get('submitdate') ?? ''),
    doneDate: parseCivil(fields.get('donedate') ?? ''),
    stat: fields.get('stat') ?? '',
    err: fields.get('err') ?? '',
    text: tail.trim(),
  }
}

/** A value is the word after its name. The first of each name counts, so that quoted text cannot overrule it. */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>()
  const found = [...text.matchAll(names)]
  for (const [i, match] of found.entries()) {
    const name = match[1]!.toLowerCase().replace(/[ _-]/, '').replace('error', 'err')
    const value = text.slice(match.index + match[0].length, found[i + 1]?.index).trim()
    if (!fields.has(name)) fields.set(name, value.split(/[\s,;]/, 1)[0]!)
  }
  return fields
}

const count = (digits: string | undefined): number | null =>
  digits !== undefined && /^\d{1,9}$/.test(digits) ? Number(digits) : null

export interface WrittenReceipt {
  readonly id: string
  readonly state: MessageState
  readonly submitDate: string
  readonly doneDate: string
  readonly err: string
  readonly text: string
}

/** The text as appendix B has it; of the message its first 20 characters. */
export function writeReceiptText({ id, state, submitDate, doneDate, err, text }: WrittenReceipt): string {
  const delivered = state === 'delivered' ? '001' : '000'
  const dates = `submit date:${submitDate} done date:${doneDate}`
  return `id:${id} sub:001 dlvrd:${delivered} ${dates} stat:${stateWords[state]} err:${err} text:${text.slice(0, 20)}`
}
