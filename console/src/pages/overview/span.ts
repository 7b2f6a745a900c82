/** Days and months as `GET /figures` asks for them: days of the operator's calendar, as text. */

export interface Days {
  readonly from: string
  readonly until: string
}

const dayMs = 86_400_000
const text = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

export const isDay = (day: string | undefined): day is string =>
  day !== undefined &&
  /^\d{4}-\d\d-\d\d$/.test(day) &&
  !Number.isNaN(Date.parse(day)) &&
  text(Date.parse(day)) === day

export const daysFrom = (day: string, days: number): string => text(Date.parse(day) + days * dayMs)

export function monthOf(day: string): Days {
  const from = `${day.slice(0, 7)}-01`
  const next = new Date(Date.parse(from))
  next.setUTCMonth(next.getUTCMonth() + 1)
  return { from, until: text(next.getTime() - dayMs) }
}

export const daysOf = ({ from, until }: Days): readonly string[] =>
  Array.from({ length: (Date.parse(until) - Date.parse(from)) / dayMs + 1 }, (_, at) => daysFrom(from, at))

export type SpanKind = 'day' | 'month'

/** The day itself or its month; beside it what went before. */
export function spanOf(kind: SpanKind, day: string): { readonly days: Days; readonly before: Days } {
  if (kind === 'month') {
    const days = monthOf(day)
    return { days, before: monthOf(daysFrom(days.from, -1)) }
  }
  const before = daysFrom(day, -1)
  return { days: { from: day, until: day }, before: { from: before, until: before } }
}
