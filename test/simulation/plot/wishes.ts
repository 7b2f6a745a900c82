/** Customers say how they want to be reached, look things up, pay together, and leave. */
import type { Dice } from '../dice.ts'
import type { Customer } from './customers.ts'
import { day, type Diary, hour, type Who } from './diary.ts'

const kinds = ['alerts', 'welcome-back', 'summary', 'weekly']
/** Hours that some customers like, a few of which never meet those in which we may call. */
const activeHours = [
  null,
  { from: '09:00', to: '12:00' },
  { from: '18:00', to: '23:30' },
  { from: '20:50', to: '23:00' },
  { from: '20:35', to: '22:00' },
  { from: '22:00', to: '06:00' },
]

export function wish(diary: Diary, dice: Dice, who: Who): void {
  const whenever = (): number => diary.span.from + dice.between(14 * hour, 6 * day)
  for (let n = dice.between(0, 3); n > 0; n -= 1) {
    diary.note({ at: whenever(), who }, 'query.performed', {
      kind: dice.pick(['call-detail', 'location', 'name']),
      channel: 'web',
      verifiedBy: 'service-password',
    })
  }
  for (let n = dice.between(0, 3); n > 0; n -= 1) prefer(diary, dice, { at: whenever(), who })
  for (let n = dice.between(0, 2); n > 0; n -= 1) {
    diary.note({ at: whenever(), who }, 'profile.changed', { star: dice.between(1, 5) })
  }
  if (dice.happens(0.08))
    diary.note({ at: diary.span.from + dice.between(2 * day, 6 * day), who }, 'line.closed', {})
}

function prefer(diary: Diary, dice: Dice, when: { at: number; who: Who }): void {
  const kind = dice.pick(kinds)
  switch (dice.between(0, 4)) {
    case 0:
      return diary.note(when, 'preference.changed', { channel: dice.pick(['sms', 'voice', null] as const) })
    case 1:
      return diary.note(when, 'preference.changed', { activeHours: dice.pick(activeHours) })
    case 2:
      return diary.note(when, 'preference.changed', { marketingConsent: dice.happens(0.7) })
    case 3:
      return diary.note(when, 'preference.changed', { subscribe: [kind] })
    default:
      return diary.note(when, 'preference.changed', { unsubscribe: [kind] })
  }
}

/** The second customer's bills are paid by the first, for a while. */
export function payTogether(diary: Diary, dice: Dice, customers: readonly Customer[]): void {
  const [head, member] = customers
  if (head === undefined || member === undefined || !dice.happens(0.4)) return
  const who = { account: member.account, line: null }
  const at = diary.span.from + dice.between(day, 3 * day)
  diary.note({ at, who }, 'payment-group.joined', { headAccount: head.account })
  if (dice.happens(0.5)) diary.note({ at: at + dice.between(hour, 3 * day), who }, 'payment-group.left', {})
}
