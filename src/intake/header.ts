/** The first line of an exported month: it names its seed and is no event. */
import type { Fields } from './json.ts'
import { isFields, parsedJson } from './json.ts'

/** `{"kairos":"operator-month", …}`; the rest is the operator's own. */
export type MonthHeader = Fields & { readonly kairos: 'operator-month' }

export function headerOf(text: string): MonthHeader | null {
  if (!text.includes('"kairos"')) return null
  const value = parsedJson(text)
  return isMonthHeader(value) ? value : null
}

const isMonthHeader = (value: unknown): value is MonthHeader =>
  isFields(value) && value['kairos'] === 'operator-month'
