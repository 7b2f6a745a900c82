import { describe, expect, it } from 'vitest'
import { Life } from '../sample/life.ts'
import { rule, rulebook } from '../sample/rulebook.ts'
import { megabytes } from '../units.ts'

const told = rule({
  id: 'told',
  on: 'usage.crossed',
  class: 'real-time',
  oncePer: ['line', 'bucket', 'period', 'limit'],
})
const usage = (usedMB: number, allowanceMB: number) => ({
  bucketId: 'd',
  kind: 'data' as const,
  periodStart: '2026-11-01',
  periodEnd: '2026-11-30',
  usedBytes: megabytes(usedMB),
  allowanceBytes: megabytes(allowanceMB),
})

/** Limits named by the decision about the second figure, with nothing withheld. */
function namedBy(
  how: 'usage.reported' | 'usage.corrected',
  before: number[],
  now: number[],
): readonly unknown[] {
  const life = new Life(rulebook([told]))
  life.opened('2026-11-01 09:00')
  life.fact('2026-11-02 10:00', 'usage.reported', usage(before[0] ?? 0, before[1] ?? 0))
  const { reminders } = life.fact('2026-11-02 11:00', how, usage(now[0] ?? 0, now[1] ?? 0))
  return reminders.map(({ facts }) => {
    const { measure, limit } = facts['event'] as { measure: string; limit: number }
    return measure === 'percent' ? limit : measure
  })
}

describe('limits passed without use', () => {
  const rows: readonly (readonly [
    what: string,
    how: 'reported' | 'corrected',
    from: number[],
    to: number[],
    named: unknown[],
  ])[] = [
    ['a correction goes up past a limit', 'corrected', [390, 500], [410, 500], [80]],
    ['a correction goes up between limits', 'corrected', [410, 500], [450, 500], []],
    ['a correction goes down', 'corrected', [410, 500], [390, 500], []],
    ['a pack ends, and the plan alone is nearly used', 'reported', [450, 1000], [450, 500], [80]],
    ['a pack ends, and the plan alone is used up', 'reported', [600, 1000], [600, 500], [80, 100, 'left']],
    ['a pack comes', 'reported', [410, 500], [410, 1000], []],
    ['a pack comes and is used at once', 'reported', [300, 500], [810, 1000], [80]],
    ['little is left when a pack ends', 'reported', [496, 1000], [496, 500], [80, 'left']],
  ]
  it.each(rows)('SI-18 TP10-07: %s', (...row) => {
    const [, how, from, to, named] = row
    expect(namedBy(`usage.${how}`, from, to)).toEqual(named)
  })
})
