import { expect, it } from 'vitest'
import { localDay, localTime, withLocalTimes } from './local-time.ts'

const newYear = Date.parse('2026-12-31T16:00:00Z')

it('moments are told in Beijing time', () => {
  expect(localTime(newYear)).toBe('2027-01-01 00:00:00')
  expect(localDay(newYear - 1)).toBe('2026-12-31')
})

it('moments within a text too', () => {
  expect(withLocalTimes('valid until 2026-12-31T16:00:00.000Z, facts of 2026-11-05T01:30:00Z')).toBe(
    'valid until 2027-01-01 00:00:00, facts of 2026-11-05 09:30:00',
  )
  expect(withLocalTimes('said once per line, day')).toBe('said once per line, day')
})
