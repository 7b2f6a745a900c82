import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { isFault } from './fault.ts'
import { parseMoment, resolveMoment, type Anchor, type Moment } from './moment.ts'
import { defaultRestHours } from './rest-hours.ts'

const zone = 'Asia/Shanghai'
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds

function parsed(text: string): Moment {
  const moment = parseMoment(text)
  if (isFault(moment)) throw new Error(`${moment.fault}; ${moment.hint}`)
  return moment
}

describe('moments after the event', () => {
  it.for([
    ['now', '2026-11-20T23:10', '2026-11-20T23:10'],
    ['next 08:00', '2026-11-20T07:59', '2026-11-20T08:00'],
    ['next 08:00', '2026-11-20T08:00', '2026-11-20T08:00'],
    ['next 08:00', '2026-11-20T08:01', '2026-11-21T08:00'],
    ['next 08:00', '2026-12-31T21:00', '2027-01-01T08:00'],
    ['+2d 15:00', '2026-11-20T00:01', '2026-11-22T15:00'],
    ['+2d 15:00', '2026-11-20T23:59', '2026-11-22T15:00'],
    ['+2d 00:00', '2026-11-29T10:00', '2026-12-01T00:00'],
    ['+7d', '2026-11-29T10:30', '2026-12-06T10:30'],
    ['+0d 15:00', '2026-11-29T16:00', '2026-11-29T15:00'],
    ['+3h', '2026-11-29T23:00', '2026-11-30T02:00'],
    ['+30m', '2026-11-29T23:45', '2026-11-30T00:15'],
    ['+1 month', '2026-01-31T10:00', '2026-02-28T10:00'],
    ['  +3   months  09:00 ', '2026-11-30T10:00', '2027-02-28T09:00'],
  ] as const)('"%s" for an event at %s is %s (TP1-06, CO-14)', ([text, now, answer]) => {
    expect(parsed(text).anchor).toBeNull()
    expect(resolveMoment(parsed(text), { now: at(now), zone })).toBe(at(answer))
  })

  it('falls 39 to 63 hours after joining for any hour of the day (TP1-06)', () => {
    const distances = Array.from({ length: 24 }, (_, hour) => {
      const now = at('2026-11-20T00:00') + hour * 3_600_000
      return (resolveMoment(parsed('+2d 15:00'), { now, zone }) - now) / 3_600_000
    })
    expect([Math.max(...distances), Math.min(...distances)]).toEqual([63, 40])
  })
})

describe('moments by a fact', () => {
  const rows: [string, Anchor, string, string][] = [
    ['-1 month before promotion.endsAt', at('2027-03-31T00:00'), 'promotion.endsAt', '2027-02-28T00:00'],
    ['-1 month before contract.endsIn', '2026-11', 'contract.endsIn', '2026-10-01T00:00'],
    ['-1 month before broadband.endsOn', '2027-05-01', 'broadband.endsOn', '2027-04-01T00:00'],
    ['-15d before broadband.endsOn', '2027-05-01', 'broadband.endsOn', '2027-04-16T00:00'],
    ['-7d before balance.validUntil', at('2026-11-30T23:00'), 'balance.validUntil', '2026-11-23T23:00'],
    ['-7d 09:00 before balance.validUntil', at('2026-11-30T23:00'), 'balance.validUntil', '2026-11-23T09:00'],
    ['-2h before trial.endsAt', at('2026-11-30T01:00'), 'trial.endsAt', '2026-11-29T23:00'],
    ['-10m before trial.endsAt', at('2026-11-30T00:05'), 'trial.endsAt', '2026-11-29T23:55'],
    ['at balance.validUntil', at('2026-11-30T23:00'), 'balance.validUntil', '2026-11-30T23:00'],
    ['+3d after balance.validUntil', at('2026-11-30T23:00'), 'balance.validUntil', '2026-12-03T23:00'],
    ['+3d 09:00 after since', at('2026-11-30T23:00'), 'since', '2026-12-03T09:00'],
  ]
  it.for(rows)('"%s" of %s asks for %s and is %s (CO-14, TP9-09)', ([text, anchor, path, answer]) => {
    const moment = parsed(text)
    expect(moment.anchor).toBe(path)
    expect(resolveMoment(moment, { now: 0, zone, anchor })).toBe(at(answer))
  })

  it('throws when its fact is absent or no date', () => {
    const moment = parsed('-7d before balance.validUntil')
    expect(() => resolveMoment(moment, { now: 0, zone })).toThrow(/balance\.validUntil/)
    expect(() => resolveMoment(moment, { now: 0, zone, anchor: 'soon' })).toThrow(
      /neither an instant nor a date/,
    )
  })
})

describe('moments and rest hours', () => {
  it.for([
    ['+2d 00:00', '2026-11-20T10:00', '2026-11-22T08:00'],
    ['now', '2026-11-20T00:00', '2026-11-20T08:00'],
    ['now', '2026-11-20T21:00', '2026-11-21T08:00'],
    ['+2d 15:00', '2026-11-20T10:00', '2026-11-22T15:00'],
  ] as const)(
    '"%s" for an event at %s moves to the first allowed time %s (CO-05, CO-15)',
    ([text, now, answer]) => {
      expect(resolveMoment(parsed(text), { now: at(now), zone, restHours: defaultRestHours })).toBe(
        at(answer),
      )
    },
  )
})

describe('texts that are no moment', () => {
  it.for([
    ['', 'write now'],
    ['08:00', 'next 08:00'],
    ['at 08:00', 'next 08:00'],
    ['next 8:00', 'HH:MM'],
    ['next 24:00', 'HH:MM'],
    ['2d 15:00', '+2d 15:00'],
    ['+2d 15:60', 'HH:MM'],
    ['+2h 15:00', 'days or months'],
    ['-7d', 'before'],
    ['-7d after a.b', 'before'],
    ['+7d before a.b', 'after'],
    ['+2 weeks', 'months, d, h or m'],
    ['+99999d', 'at most 3660 days'],
    ['at balance..until', 'dotted path'],
    ['-1 month before 5x', 'dotted path'],
    ['tomorrow', 'write now'],
    ['+1d '.repeat(60), '100 characters'],
  ] as const)('answers "%s" with a hint that says "%s"', ([text, hint]) => {
    const fault = parseMoment(text)
    expect(isFault(fault) && fault.hint).toContain(hint)
  })
})
