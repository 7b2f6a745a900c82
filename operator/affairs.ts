/** What customers set about on any day, at a counter or at home, with its chance; and the rarer papers. */
import { dayMs, minuteMs, type CivilDay } from './civil.ts'
import { callHotline, lookAtService, placeOrder, waitInHall } from './care.ts'
import type { DataOf } from './envelope.ts'
import { type Errand, type Life, step } from './errand.ts'
import { surge } from './monitor.ts'
import { enterCompanyNet, leaveCompanyNet } from './nets.ts'
import { wantPlan } from './plan-change.ts'
import { giveUpOffer, wantOffer } from './promotions.ts'
import { momentOfDay, officeMoment } from './rhythm.ts'
import { giveUpService, wantService, watchTelevision } from './services.ts'

type Affair = readonly [take: (life: Life) => void, perDay: number]

const atHome: readonly Affair[] = [
  [wantService, 0.0025],
  [giveUpService, 0.002],
  [watchTelevision, 0.001],
  [lookAtService, 0.0015],
  [callHotline, 0.004],
  [surge, 0.0006],
]

const atTheCounter: readonly Affair[] = [
  [wantPlan, 0.0014],
  [wantOffer, 0.0014],
  [giveUpOffer, 0.0004],
  [waitInHall, 0.001],
  [placeOrder, 0.0008],
  [enterCompanyNet, 0.002],
  [leaveCompanyNet, 0.0003],
  [changeAccount, 0.0004],
  [takeOver, 0.0001],
  [handOver, 0.00006],
]

export function planAffairs(life: Life, day: CivilDay): void {
  const { stage, customer, at } = life
  const { chance, person } = customer
  const wake = (moment: number, errand: Errand): void => {
    if (moment > at) stage.wake(customer, moment, errand)
  }
  for (const [take, perDay] of atHome) {
    if (chance.yes(perDay)) wake(day.start + momentOfDay(person.way, day.weekday, chance), step(take))
  }
  for (const [take, perDay] of atTheCounter) {
    if (chance.yes(perDay)) wake(day.start + officeMoment(chance), step(take))
  }
}

function changeAccount(life: Life): void {
  const { stage, customer, at } = life
  const what = customer.chance.pick<DataOf<'account.changed'>['what']>(['payer', 'bank-debit', 'address'])
  const startsOn = stage.civil.dayAt(at + dayMs).date
  stage.state(life, { source: 'crm', about: 'account', type: 'account.changed', data: { what, startsOn } })
}

/** The number was a parent's or a colleague's until now: the account stays, its owner is another. */
function takeOver(life: Life): void {
  transfer(life, 'new')
}

/** The number goes to somebody else, who opens it under an account of their own. */
function handOver(life: Life): void {
  const { stage, customer, at } = life
  if (customer.person.family.role !== 'single') return
  transfer(life, 'former')
  stage.wake(customer, stage.civil.day(stage.civil.dayAt(at).number + 1).start + minuteMs, {
    kind: 'closing',
  })
}

function transfer(life: Life, side: DataOf<'ownership.transferred'>['side']): void {
  const { stage, at } = life
  const startsOn = stage.civil.dayAt(at + dayMs).date
  stage.state(life, { source: 'crm', about: 0, type: 'ownership.transferred', data: { side, startsOn } })
}
