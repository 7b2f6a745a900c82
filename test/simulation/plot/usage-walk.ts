/** A data counter that grows through the days, starts anew with the month, and is at times wrong. */
import type { FactOf } from '../../../src/core/event/facts.ts'
import type { Dice } from '../dice.ts'
import { type Diary, hour, minute, monthOf, type Who } from './diary.ts'

type Body = FactOf<'usage.reported'>

const mb = 1_048_576
const asBytes = (n: number): Body['usedBytes'] => Math.max(0, Math.floor(n)) as Body['usedBytes']

export function walkUsage(diary: Diary, dice: Dice, who: Who): void {
  const allowances = [0, 20 * mb, 500 * mb]
  let allowance = dice.pick(allowances)
  let used = 0
  let month = ''
  const pace = dice.pick([0.04, 0.15, 0.4])
  const step = (): number => dice.between(20 * minute, 8 * hour)
  for (let at = diary.span.from + dice.between(10 * hour, 20 * hour); at < diary.span.until; at += step()) {
    const period = monthOf(at)
    if (period.periodStart !== month) used = 0
    month = period.periodStart
    used += (allowance === 0 ? 3 * mb : allowance) * dice.fraction() * pace
    const report = (type: 'usage.reported' | 'usage.corrected', figure: number): void => {
      const figures = { usedBytes: asBytes(figure), allowanceBytes: asBytes(allowance) }
      diary.note({ at, who }, type, { bucketId: 'plan', kind: 'data', ...period, ...figures })
    }
    const odd = dice.fraction()
    if (odd < 0.05) report('usage.reported', used * 0.9)
    else if (odd < 0.1) report('usage.corrected', (used *= dice.fraction()))
    else {
      if (odd < 0.14) allowance *= 2
      else if (odd < 0.18) allowance = Math.floor(allowance * 0.6)
      report('usage.reported', used)
    }
  }
}
