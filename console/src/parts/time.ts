/** Moments as staff read them: in the operator's zone, whatever zone the desk stands in. */
import { useTranslation } from 'react-i18next'

const zone = 'Asia/Shanghai'

const forms = {
  moment: { dateStyle: 'medium', timeStyle: 'medium' },
  stamp: { dateStyle: 'short', timeStyle: 'medium' },
  minute: { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  clock: { hour: '2-digit', minute: '2-digit' },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  day: { dateStyle: 'full' },
  dayOnly: { month: 'long', day: 'numeric', weekday: 'short' },
  weekMinute: { month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>

type Form = keyof typeof forms

const made = new Map<string, Intl.DateTimeFormat>()

export function timeText(at: string, form: Form, language: string): string {
  const key = `${language} ${form}`
  const format =
    made.get(key) ?? new Intl.DateTimeFormat(language, { ...forms[form], timeZone: zone, hourCycle: 'h23' })
  made.set(key, format)
  return format.format(new Date(at))
}

/** `2026-10-05`, to tell days apart. */
const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
export const dayOf = (at: string): string => dayFormat.format(new Date(at))

export function useTime(): (at: string, form: Form) => string {
  const { i18n } = useTranslation()
  return (at, form) => timeText(at, form, i18n.language)
}

/** `1,204` or `12%`. */
export function useNumber(): {
  count: (n: number) => string
  share: (part: number, whole: number) => string
} {
  const { i18n } = useTranslation()
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 })
  const plain = new Intl.NumberFormat(i18n.language)
  return {
    count: n => plain.format(n),
    share: (part, whole) => (whole === 0 ? '–' : percent.format(part / whole)),
  }
}
