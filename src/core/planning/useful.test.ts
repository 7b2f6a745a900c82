import { expect, it } from 'vitest'
import { at, Life } from '../sample/life.ts'
import { moment, rule, rulebook } from '../sample/rulebook.ts'
import { yuan } from '../units.ts'

const ends = rule({
  id: 'ends',
  on: 'validity.changed',
  at: moment('-7d 09:00 before event.validUntil'),
  usefulForMs: 5 * 86_400_000,
})

/** Last day of validity, when that is learnt, and what follows: due and useful until, or the reason for silence. */
const rows: readonly (readonly [lastDay: string, told: string, outcome: string])[] = [
  ['2026-11-20', '2026-11-02 10:00', '2026-11-13 09:00 … 2026-11-18 09:00'],
  ['2026-11-05', '2026-11-02 10:00', '2026-11-02 10:00 … 2026-11-06 00:00'],
  ['2026-11-02', '2026-11-02 10:00', '2026-11-02 10:00 … 2026-11-03 00:00'],
  ['2026-11-02', '2026-11-02 22:00', 'too-late'],
  ['2026-11-01', '2026-11-02 10:00', 'too-late'],
]

it.each(rows)('TP8-01: valid until %s, learnt at %s: %s', (lastDay, told, outcome) => {
  const life = new Life(rulebook([ends]))
  life.opened('2026-11-01 09:00')
  life.fact(told, 'balance.reported', { balanceMicroYuan: yuan(50), validUntil: lastDay })
  life.until('2026-11-13 09:00')
  const [row] = life.rows.values()
  const when = (instant: number | undefined): string =>
    new Date((instant ?? 0) - at('1970-01-01 00:00')).toISOString().slice(0, 16).replace('T', ' ')
  const { reason, due, usefulUntil } = row!.step
  expect(reason ?? `${when(due)} … ${when(usefulUntil)}`).toBe(outcome)
})
