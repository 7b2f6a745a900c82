/** Journeys: networks register again and again, flap at borders, and count data abroad. */
import type { FactOf } from '../../../src/core/event/facts.ts'
import type { Dice } from '../dice.ts'
import { day, dayText, type Diary, hour, minute, monthOf, type Who } from './diary.ts'

/** 999 is a place that the catalogue does not know. */
const places = ['520', '440', '424', '999'] as const
const mb = 1_048_576

export function travel(diary: Diary, dice: Dice, who: Who): void {
  if (dice.happens(0.55)) return
  let at = diary.span.from + dice.between(12 * hour, 3 * day)
  const register = (mcc: string): void => diary.note({ at, who }, 'roaming.registered', { mcc })
  const from = dice.pick(places)
  const stay = dice.between(2, 10)
  let used = 0
  const daily = dice.happens(0.4)
  for (let n = 0; n < stay; n += 1) {
    register(dice.happens(0.15) ? dice.pick(places) : from)
    at += dice.between(2 * minute, 9 * hour)
    used += dice.fraction() * 30 * mb
    if (dice.happens(0.6)) countAbroad(diary, { at, who }, { used, daily })
    at += dice.between(1 * minute, 3 * hour)
    if (dice.happens(0.1)) register('460')
    at += dice.between(1 * minute, 2 * hour)
  }
  register('460')
  if (dice.happens(0.3)) register('460')
}

/** A counter of the day counts what the day brought; here it is never set back, which is as good. */
function countAbroad(
  diary: Diary,
  when: { at: number; who: Who },
  { used, daily }: { used: number; daily: boolean },
): void {
  const today = dayText(when.at)
  const period = daily ? { periodStart: today, periodEnd: today } : monthOf(when.at)
  const bytes = Math.floor(used) as FactOf<'usage.reported'>['usedBytes']
  const none = 0 as FactOf<'usage.reported'>['allowanceBytes']
  const body = {
    bucketId: 'abroad',
    kind: 'roaming-data',
    ...period,
    usedBytes: bytes,
    allowanceBytes: none,
  } as const
  diary.note(when, 'usage.reported', body)
}
