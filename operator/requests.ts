/** What customers ask of the operator, at a counter, by phone or on its pages, and what CRM records of it. */
import { dayMs } from './civil.ts'
import { hasValidity } from './customer.ts'
import { resize } from './data-use.ts'
import type { DataOf } from './envelope.ts'
import type { Life } from './errand.ts'
import { masked } from './numbers.ts'
import { dataPacks } from './plans.ts'
import { charge, fen, reportBalance } from './wallet.ts'

/** Data that only the customer may see: what was asked for, where, how the asker proved to be the customer. */
export function query(life: Life): void {
  const { stage, customer, at } = life
  const { chance } = customer
  const kind = chance.share(queryKinds)
  const data = { kind, channel: chance.share(queryChannels), verifiedBy: chance.share(proofs) }
  const month = stage.civil.dayAt(at - chance.pick([0, 31, 62]) * dayMs).month
  stage.state(life, {
    source: 'crm',
    about: 0,
    type: 'query.performed',
    data: kind === 'call-detail' ? { ...data, month } : data,
  })
}

const queryKinds = [
  ['call-detail', 75],
  ['location', 8],
  ['name', 5],
  ['id-number', 4],
  ['family-net', 5],
  ['virtual-net', 3],
] as const
const queryChannels = [
  ['web', 50],
  ['app', 25],
  ['hall', 12],
  ['hotline', 8],
  ['kiosk', 5],
] as const
const proofs = [
  ['service-password-and-code', 80],
  ['service-password', 10],
  ['id-document', 10],
] as const

/** Wishes about being told things; the kinds are those that CRM offers for choice. */
export function prefer(life: Life): void {
  const { customer, stage, at } = life
  const data = customer.chance.share(preferences)
  if (data.subscribe?.includes('spending-weekly') === true)
    customer.week ??= { since: stage.civil.dayAt(at).number, amountYuan: 0 }
  stage.state(life, { source: 'crm', about: 0, type: 'preference.changed', data })
}

const preferences: readonly (readonly [DataOf<'preference.changed'>, share: number])[] = [
  [{ subscribe: ['data-weekly'] }, 20],
  [{ subscribe: ['spending-weekly'] }, 15],
  [{ unsubscribe: ['data-summary'] }, 20],
  [{ activeHours: { from: '12:00', to: '20:00' } }, 12],
  [{ activeHours: { from: '18:00', to: '21:00' } }, 8],
  [{ channel: 'push' }, 10],
  [{ channel: 'email' }, 5],
  [{ channel: 'voice' }, 3],
  [{ marketingConsent: true }, 7],
  [{ marketingConsent: false }, 5],
]

export function agreeToOffers(life: Life): void {
  const data = { marketingConsent: true }
  life.stage.state(life, { source: 'crm', about: 'account', type: 'preference.changed', data })
}

export function changeProfile(life: Life): void {
  const { customer, stage } = life
  const { chance, person } = customer
  const data: DataOf<'profile.changed'> = chance.share([
    [{ city: chance.pick(['taizhou', 'hangzhou', 'ningbo']) }, 5],
    [{ language: person.language === 'en' ? 'zh-CN' : 'en' }, 1],
    [{ star: Math.min(5, person.star + 1) }, person.star > 0 ? 4 : 0],
  ])
  stage.state(life, { source: 'crm', about: 0, type: 'profile.changed', data })
}

/** The next larger data pack; what it costs is charged at once. */
export function orderPack(life: Life): void {
  const { customer, stage } = life
  const line = customer.lines[0]!
  const held = dataPacks.findIndex(pack => line.packs.includes(pack))
  const wanted = dataPacks[held + 1]
  if (wanted === undefined || customer.standing !== 'normal') return
  line.packs = [...line.packs.filter(pack => !dataPacks.includes(pack)), wanted]
  const packIds = line.packs.map(pack => pack.id)
  stage.state(life, { source: 'crm', about: 0, type: 'profile.changed', data: { packIds } })
  charge(life, wanted.feeYuan)
  resize(life)
}

/** Whoever pays for a family stays. */
export function close(life: Life): void {
  const { customer, stage } = life
  if (customer.person.family.role === 'head') return
  for (const about of customer.lines.length === 1 ? [0 as const] : [0 as const, 1 as const]) {
    stage.state(life, { source: 'crm', about, type: 'line.closed', data: {} })
  }
  customer.presence = 'gone'
}

/** The head may have others' charges booked on this account from now on. */
export function openGroup(life: Life): void {
  life.stage.state(life, { source: 'boss', about: 'account', type: 'payment-group.opened', data: {} })
}

/** `since` for a family that is older than the load. */
export function joinGroup(life: Life, since?: number): void {
  const { customer, stage } = life
  const { family } = customer.person
  if (family.role !== 'member') return
  customer.paidBy = family.headAccount
  const data = { headAccount: family.headAccount, ...maskedBoth(life) }
  const statement = { source: 'boss', about: 'account', type: 'payment-group.joined', data } as const
  stage.state(life, since === undefined ? statement : { ...statement, since })
}

function maskedBoth({ customer, stage }: Life) {
  const { family, numbers } = customer.person
  if (family.role !== 'member') return {}
  const head = stage.person(family.headIndex)
  return { headMasked: masked(head.numbers[0]!), memberMasked: masked(numbers[0]!) }
}

/** Pays alone again, from what was left in the account. */
export function leaveGroup(life: Life): void {
  const { customer, stage, at } = life
  const { chance, person } = customer
  if (customer.paidBy === null) return
  customer.paidBy = null
  customer.balance = fen(person.payMode === 'prepaid' ? chance.between(5, 60) : 0)
  if (hasValidity(customer)) customer.validDay = stage.civil.dayAt(at).number + 60
  const data = maskedBoth(life)
  stage.state(life, { source: 'boss', about: 'account', type: 'payment-group.left', data })
  reportBalance(life)
}
