/** Quantities as people read them: spans of time, money, sizes. */
import { useTranslation } from 'react-i18next'

const microPerYuan = 1_000_000
const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

interface Measures {
  /** `3.1 s`, `14 min`, `2.5 h`. */
  span: (ms: number) => string
  /** `¥169.20`. */
  yuan: (microYuan: number) => string
  /** `1.2 GB`. */
  bytes: (bytes: number) => string
}

export function useMeasure(): Measures {
  const { i18n } = useTranslation()
  return { span: spanIn(i18n.language), yuan: yuanIn(i18n.language), bytes: bytesIn(i18n.language) }
}

export const spanIn =
  (language: string) =>
  (ms: number): string => {
    const [size, unit] =
      ms < minute
        ? ([second, 'second'] as const)
        : ms < hour
          ? ([minute, 'minute'] as const)
          : ms < 2 * day
            ? ([hour, 'hour'] as const)
            : ([day, 'day'] as const)
    const value = ms / size
    return new Intl.NumberFormat(language, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: value < 10 ? 1 : 0,
    }).format(value)
  }

export const yuanIn =
  (language: string) =>
  (microYuan: number): string =>
    new Intl.NumberFormat(language, {
      style: 'currency',
      currency: 'CNY',
      currencyDisplay: 'narrowSymbol',
    }).format(microYuan / microPerYuan)

export const bytesIn =
  (language: string) =>
  (bytes: number): string => {
    const [size, unit] = bytes < 1e9 ? ([1e6, 'megabyte'] as const) : ([1e9, 'gigabyte'] as const)
    return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
      bytes / size,
    )
  }
