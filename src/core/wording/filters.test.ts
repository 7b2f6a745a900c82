import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { filters, isFilterName, type FilterName } from './filters.ts'
import { filtersOfUnit } from './units.ts'

const zone = 'Asia/Shanghai'
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds
const now = at('2026-11-20T10:00')
const november29 = at('2026-11-29T15:04:59')
const yuan = 1_000_000
const mb = 1_048_576

function both(name: FilterName, value: unknown, noun?: string): unknown[] {
  return [
    filters[name](value, { locale: 'zh-CN', zone, now }, noun),
    filters[name](value, { locale: 'en', zone, now }, noun),
  ]
}

describe('amounts', () => {
  it.for([
    ['money', 9.8 * yuan, '9.80元', 'CNY 9.80'],
    ['money', 0, '0.00元', 'CNY 0.00'],
    ['money', 4_999, '0.00元', 'CNY 0.00'],
    ['money', 5_000, '0.01元', 'CNY 0.01'],
    ['money', -3_200_000, '-3.20元', 'CNY -3.20'],
    ['money', -4_999, '0.00元', 'CNY 0.00'],
    ['money', -5_000, '-0.01元', 'CNY -0.01'],
    ['money', 1_234_567.89 * yuan, '1234567.89元', 'CNY 1234567.89'],
    ['money', 9_007_199_254_734_999, '9007199254.73元', 'CNY 9007199254.73'],
    ['money', 9_007_199_254_735_000, '9007199254.74元', 'CNY 9007199254.74'],
    ['money_short', 5 * yuan, '5元', 'CNY 5'],
    ['money_short', 290_000, '0.29元', 'CNY 0.29'],
    ['money_short', 10_000, '0.01元', 'CNY 0.01'],
    ['money_short', 9.8 * yuan, '9.80元', 'CNY 9.80'],
    ['money_short', 0, '0元', 'CNY 0'],
    ['bytes', 100 * mb, '100MB', '100MB'],
    ['bytes', 2.5 * mb, '2.5MB', '2.5MB'],
    ['bytes', 102_400, '0.1MB', '0.1MB'],
    ['bytes', 0, '0MB', '0MB'],
    ['bytes', 1000, '不到0.1MB', 'under 0.1MB'],
    ['bytes', 1023.94 * mb - 0.44, '1023.9MB', '1023.9MB'],
    ['bytes', 1024 * mb - 1, '1GB', '1GB'],
    ['bytes', 1024 * mb, '1GB', '1GB'],
    ['bytes', 1280 * mb, '1.25GB', '1.25GB'],
    ['bytes', 10 * 1024 * mb, '10GB', '10GB'],
    ['minutes', 18_000, '300分钟', '300 minutes'],
    ['minutes', 119, '1分钟', '1 minute'],
    ['minutes', 0, '0分钟', '0 minutes'],
    ['count', 11, '11', '11'],
    ['percent', 80, '80%', '80%'],
    ['percent', 12.46, '12.5%', '12.5%'],
    ['percent', 300, '300%', '300%'],
    ['masked', '13812341234', '138****1234', '138****1234'],
    ['masked', '+8613812341234', '138****1234', '138****1234'],
    ['masked', '0571-87654321', '057****4321', '057****4321'],
    ['masked', '87654321', '****4321', '****4321'],
  ] as const)('%s of %o is %s or %s (NF-10)', ([name, value, zh, en]) => {
    expect(both(name, value)).toEqual([zh, en])
  })

  it.for([
    [1, '月|months', '1月|months', '1 月'],
    [1, 'month', '1month', '1 month'],
    [11, 'month', '11month', '11 months'],
    [0, 'reply|replies', '0reply|replies', '0 replies'],
    [1, 'reply|replies', '1reply|replies', '1 reply'],
  ] as const)('count of %i with "%s" is %s or %s', ([value, noun, zh, en]) => {
    expect(both('count', value, noun)).toEqual([zh, en])
  })
})

describe('dates', () => {
  it.for([
    ['date', november29, '11月29日', '29 Nov'],
    ['date', '2026-11-29', '11月29日', '29 Nov'],
    ['date', at('2027-01-03T00:00'), '2027年1月3日', '3 Jan 2027'],
    ['date', '2025-12-31', '2025年12月31日', '31 Dec 2025'],
    ['last_day', at('2026-12-01T00:00'), '11月30日', '30 Nov'],
    ['last_day', at('2027-01-01T00:00'), '12月31日', '31 Dec'],
    ['last_day', at('2026-11-30T23:59:59'), '11月30日', '30 Nov'],
    ['date_time', november29, '11月29日15:04', '15:04 on 29 Nov'],
    ['date_time', at('2027-01-03T08:05'), '2027年1月3日08:05', '08:05 on 3 Jan 2027'],
    ['time', at('2026-11-29T00:07'), '00:07', '00:07'],
    ['month', '2026-11', '11月', 'November'],
    ['month', november29, '11月', 'November'],
    ['month', '2027-01', '2027年1月', 'January 2027'],
  ] as const)('%s of %o is %s or %s (NF-22)', ([name, value, zh, en]) => {
    expect(both(name, value)).toEqual([zh, en])
  })

  it('are read in the zone of the rendering, this year too (NF-22)', () => {
    const newYear = at('2027-01-01T05:00')
    const setting = { locale: 'en', zone: 'Europe/Paris', now } as const
    expect(filters.date(newYear, setting)).toBe('31 Dec')
    expect(filters.date(newYear, { ...setting, now: newYear + 86_400_000 })).toBe('31 Dec 2026')
  })
})

describe('facts that cannot be told', () => {
  const never = [undefined, null, '', Number.NaN, Number.POSITIVE_INFINITY, true, {}, [], 1.5e300]
  const names = Object.keys(filters).filter(isFilterName)

  it.for(names.flatMap(name => never.map(value => [name, value] as const)))(
    '%s refuses %o (NF-10)',
    ([name, value]) => {
      for (const answer of both(name, name === 'percent' && value === 1.5e300 ? -1 : value)) {
        expect(answer).toHaveProperty('fault')
      }
    },
  )

  it.for([
    ['money', 9.5],
    ['money', '9.80'],
    ['money_short', 4000],
    ['bytes', -1],
    ['minutes', -60],
    ['count', 1.5],
    ['date', 1_700_000_000],
    ['date', at('9999-12-31T00:00')],
    ['date', '2099-12-31'],
    ['date', '2026-02-29'],
    ['date', '2026-11'],
    ['date', '2026-1-1'],
    ['last_day', '2026-11-29'],
    ['month', '2026-13'],
    ['month', '2099-12'],
    ['month', '2026-11-29'],
    ['masked', '661'],
    ['masked', 'a@b.cn'],
    ['masked', 13_812_341_234],
  ] as const)('%s refuses %o (NF-10)', ([name, value]) => {
    for (const answer of both(name, value)) expect(answer).toHaveProperty('fault')
  })
})

describe('units', () => {
  it('name filters only, and every filter serves one', () => {
    const used = Object.values(filtersOfUnit).flat()
    expect(used.every(name => name === null || isFilterName(name))).toBe(true)
    expect(new Set(used.filter(name => name !== null))).toEqual(new Set(Object.keys(filters)))
    expect(isFilterName('constructor')).toBe(false)
  })
})
