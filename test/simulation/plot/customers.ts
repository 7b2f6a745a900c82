/** Who is there: a few accounts with one or two lines each. */
import type { FactOf } from '../../../src/core/event/facts.ts'
import type { Dice } from '../dice.ts'
import { dayText, type Diary, hour, minute, day } from './diary.ts'

export interface LinePlan {
  readonly id: string
  readonly number: string
  readonly openedAt: number
  readonly joinedToday: boolean
}

export interface Customer {
  readonly account: string
  readonly lines: readonly LinePlan[]
}

export function settle(dice: Dice, diary: Diary): readonly Customer[] {
  const count = dice.between(1, 3)
  return Array.from({ length: count }, (_, n) => customer(dice, diary, n + 1))
}

function customer(dice: Dice, diary: Diary, n: number): Customer {
  const account = `A${n}`
  const lines = Array.from({ length: dice.happens(0.25) ? 2 : 1 }, (_, m) => {
    const later = m === 0 ? 0 : dice.between(0, 2 * day)
    const line = {
      id: `L${n}${m + 1}`,
      number: `+86138000001${n}${m + 1}`,
      openedAt: diary.span.from + dice.between(0, 9 * hour) + later,
      joinedToday: dice.happens(0.6),
    }
    open(diary, { account, line }, dice)
    return line
  })
  return { account, lines }
}

type Opening = FactOf<'line.opened'> & { readonly number: string }

function open(diary: Diary, who: { account: string; line: LinePlan }, dice: Dice): void {
  const { account, line } = who
  const body: Opening = {
    line: line.id,
    number: line.number,
    brand: dice.pick(['gotone', 'easyown', 'm-zone']),
    planId: 'p',
    packIds: [],
    payMode: 'prepaid',
    star: dice.between(0, 5),
    vip: 'none',
    language: 'zh-CN',
    province: 'zhejiang',
    city: dice.pick(['taizhou', 'hangzhou']),
    ...(line.joinedToday ? {} : { joinedOn: dayText(diary.span.from - 40 * day) }),
  }
  diary.note({ at: line.openedAt, who: { account, line: null } }, 'line.opened', body)
  if (line.joinedToday && dice.happens(0.7)) {
    const at = line.openedAt + dice.pick([3 * minute, 20 * minute, 30 * hour])
    const amount = (dice.between(1, 10) * 10_000_000) as FactOf<'payment.received'>['amountMicroYuan']
    const paid = {
      amountMicroYuan: amount,
      balanceMicroYuan: amount,
      purpose: 'opening',
      method: 'counter',
    } as const
    diary.note({ at, who: { account, line: line.id } }, 'payment.received', paid)
  }
}
