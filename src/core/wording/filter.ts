/** The shape that all filters share. */
import type { Instant } from '../calendar/zone.ts'

export type Locale = 'zh-CN' | 'en'

/** What a filter may know besides the fact: the language, the customer's zone and the instant of rendering. */
export type FilterSetting = { readonly locale: Locale; readonly zone: string; readonly now: Instant }

/** The printed text, or why the fact cannot be printed. */
export type Filtered = string | { readonly fault: string }

/** `noun` is the one word that a template may pass (`count: "month"`). */
export type Filter = (value: unknown, setting: FilterSetting, noun?: string) => Filtered

/** A fact that must be a whole number, not below `least`; or why it is none. */
export function wholeNumber(
  value: unknown,
  least = Number.MIN_SAFE_INTEGER,
): number | { readonly fault: string } {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return refused('not a whole number')
  return value < least ? refused(`below ${least}`) : value
}

export function refused(fault: string): { readonly fault: string } {
  return { fault }
}
