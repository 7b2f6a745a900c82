/** Each errand and who sees to it. */
import { checkCredit, checkValidity, replaceCard, reopen, reportLoss } from './credit-control.ts'
import { correctUsage, useData } from './data-use.ts'
import { dawn } from './day.ts'
import type { Errand, Life } from './errand.ts'
import { register, useDataAbroad } from './journey.ts'
import { join, load } from './opening.ts'
import { changeProfile, close, joinGroup, leaveGroup, orderPack, prefer, query } from './requests.ts'
import { payAsPlanned, payOpening } from './payment.ts'
import { chargeCalls, chargeMonthlyFee, correctBalance, reportBalance } from './wallet.ts'

/** A customer that has left does nothing more. */
export function live(life: Life, errand: Errand): void {
  const { customer, at } = life
  if (customer.presence === 'gone') return
  customer.chance = customer.chanceOf(errand.kind, at)
  doErrand(life, errand)
}

function doErrand(life: Life, errand: Errand): void {
  switch (errand.kind) {
    case 'load':
      return load(life)
    case 'join':
      return join(life)
    case 'dawn':
      return dawn(life)
    case 'session':
      return useData(life, errand)
    case 'session-abroad':
      return useDataAbroad(life, errand)
    case 'registration':
      return register(life, errand)
    case 'calls':
      return chargeCalls(life, errand.yuan)
    case 'step':
      return errand.take(life)
    default:
      return paperwork(life, errand.kind)
  }
}

type Paperwork = Exclude<
  Errand['kind'],
  'load' | 'join' | 'dawn' | 'session' | 'session-abroad' | 'registration' | 'calls' | 'step'
>

const papers: Readonly<Record<Paperwork, (life: Life) => void>> = {
  'monthly-fee': chargeMonthlyFee,
  'opening-payment': payOpening,
  payment: payAsPlanned,
  'balance-report': reportBalance,
  'balance-correction': correctBalance,
  'usage-correction': correctUsage,
  'credit-check': checkCredit,
  'validity-check': checkValidity,
  reopening: reopen,
  loss: reportLoss,
  replacement: replaceCard,
  query,
  preference: prefer,
  profile: changeProfile,
  'pack-order': orderPack,
  closing: close,
  'group-joining': joinGroup,
  'group-leaving': leaveGroup,
}

const paperwork = (life: Life, kind: Paperwork): void => papers[kind](life)
