import { describe, expect, it } from 'vitest'
import { Life } from '../sample/life.ts'
import { rule, rulebook } from '../sample/rulebook.ts'

const notice = rule({ id: 'n', on: 'query.performed', ladder: 'sms', usefulForMs: 3 * 86_400_000 })
const query = { kind: 'name', channel: 'web', verifiedBy: 'service-password' } as const

describe("BS-03 NF-17 G5: the customer's own hours, within those in which a message may leave", () => {
  /** Hours that a customer likes, when something is to be told, and when it leaves; the chance is one half. */
  const rows: readonly (readonly [from: string, to: string, told: string, leaves: string])[] = [
    ['09:00', '12:00', '11-02 10:00', '11-02 10:00'],
    ['09:00', '12:00', '11-02 13:00', '11-03 09:15'],
    ['18:00', '23:30', '11-02 13:00', '11-02 18:15'],
    // ten minutes are left before the last quarter of an hour: spread within them
    ['20:35', '22:00', '11-02 13:00', '11-02 20:40'],
    ['18:00', '18:10', '11-02 13:00', '11-02 18:05'],
    // never within the hours in which it may leave: as if nothing was said
    ['20:50', '23:00', '11-02 13:00', '11-02 13:00'],
    ['22:00', '06:00', '11-02 20:50', '11-03 08:15'],
  ]
  it.each(rows)('from %s to %s: told at %s, leaves at %s', (...[from, to, told, leaves]) => {
    const life = new Life(rulebook([notice]))
    life.opened('2026-11-01 09:00')
    life.fact('2026-11-02 09:00', 'preference.changed', { activeHours: { from, to } })
    life.fact(`2026-${told}`, 'query.performed', query)
    life.until('2026-11-05 23:00')
    expect(life.left).toEqual([`n ${leaves}`])
  })
})
