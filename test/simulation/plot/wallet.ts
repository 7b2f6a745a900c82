/** Money runs down, is topped up too little or enough; the line is restricted and comes back. */
import type { FactOf } from '../../../src/core/event/facts.ts'
import type { Dice } from '../dice.ts'
import { day, dayText, type Diary, hour, minute, type Who } from './diary.ts'

type Yuan = FactOf<'balance.reported'>['balanceMicroYuan']
const micro = (yuan: number): Yuan => (Math.round(yuan * 100) * 10_000) as Yuan

interface Purse {
  readonly diary: Diary
  readonly dice: Dice
  readonly who: Who
  readonly line: string
  yuan: number
  validUntil: string | null
  standing: 'normal' | 'restricted' | 'suspended'
}

export function spend(diary: Diary, dice: Dice, who: { account: string; line: string }): void {
  const { account, line } = who
  const purse: Purse = {
    diary,
    dice,
    who: { account, line: dice.happens(0.5) ? null : line },
    line,
    yuan: dice.between(5, 80),
    validUntil: null,
    standing: 'normal',
  }
  const step = (): number => dice.between(30 * minute, 11 * hour)
  for (let at = diary.span.from + dice.between(10 * hour, 24 * hour); at < diary.span.until; at += step()) {
    live(purse, at)
  }
}

function live(purse: Purse, at: number): void {
  const { dice } = purse
  purse.yuan -= dice.fraction() * dice.pick([1, 5, 25])
  if (purse.yuan < 15 && dice.happens(0.35)) return pay(purse, at)
  if (purse.yuan < 0 && dice.happens(0.5)) restrict(purse, at)
  if (dice.happens(0.02)) {
    purse.yuan += 30
    return purse.diary.note({ at, who: purse.who }, 'balance.corrected', figures(purse, at))
  }
  purse.diary.note({ at, who: purse.who }, 'balance.reported', figures(purse, at))
}

function figures(purse: Purse, at: number): FactOf<'balance.reported'> {
  const { dice } = purse
  if (dice.happens(0.15)) purse.validUntil = dayText(at + dice.between(1, 9) * day)
  const validity = purse.validUntil === null ? {} : { validUntil: purse.validUntil }
  return { balanceMicroYuan: micro(purse.yuan), ...validity }
}

function pay(purse: Purse, at: number): void {
  const { dice } = purse
  const amount = dice.pick([2, 5, 30, 50, 100])
  purse.yuan += amount
  const paid = {
    ...figures(purse, at),
    amountMicroYuan: micro(amount),
    purpose: dice.pick(['top-up', 'arrears'] as const),
    method: 'app',
  } as const
  purse.diary.note({ at, who: purse.who }, 'payment.received', paid)
  if (purse.yuan > 0 && purse.standing !== 'normal')
    stand(purse, at + dice.between(1, 5) * minute, ['normal', 'paid'])
}

function restrict(purse: Purse, at: number): void {
  const reason = purse.dice.pick(['arrears', 'arrears', 'arrears', 'own-wish'] as const)
  const to = purse.standing === 'normal' ? 'restricted' : 'suspended'
  stand(purse, at + minute, [to, reason])
  if (purse.dice.happens(0.4)) stand(purse, at + 5 * minute, [to, reason])
}

function stand(
  purse: Purse,
  at: number,
  [standing, reason]: [Purse['standing'], FactOf<'standing.reported'>['reason']],
): void {
  purse.standing = standing
  const who = { account: purse.who.account, line: purse.line }
  purse.diary.note({ at, who }, 'standing.reported', { standing, reason })
}
