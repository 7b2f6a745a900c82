import type { Customer, Profile } from '../customer.ts'
import type { Chapter, Situation } from './situation.ts'

const loaded = '2015-09-01 09:00'
const now = '2015-09-05 10:00'
const until = '2015-09-06 20:00'
const leaving = {
  lastDay: '2015-09-30',
  headMasked: '138****1234',
  memberMasked: '139****5678',
  shortNumber: '663',
} as const
const plan: Partial<Profile> = { brand: 'gotone', planId: 'gotone-58' }

type Happening = (one: Customer) => unknown

function on(template: string, what: string, tell: Happening): Situation {
  const happens = (one: Customer): void => void tell(one.isLoaded(loaded, '2010-03-01'))
  return { template, what, profile: plan, happens, until }
}

/** A head who joined so many months ago. */
function family(template: string, what: string, joinedOn: string): Situation {
  const happens = (one: Customer): void =>
    void one.isLoaded(loaded, joinedOn).tell(now, 'family-net.created', { shortNumber: '661', minutes: 200 })
  return { template, what, happens, until }
}

function left(audience: 'leaver' | 'others' | 'head'): readonly Situation[] {
  const type = {
    leaver: 'family-net.left',
    others: 'family-net.other-left',
    head: 'family-net.member-left',
  } as const
  return (['now', 'next-cycle'] as const).map(when =>
    on(`family-left-${when === 'now' ? 'now' : 'next'}-${audience}`, when, one =>
      one.tell(now, type[audience], { when, ...leaving, member: 'x' }),
    ),
  )
}

const account = (what: 'payer' | 'pay-mode' | 'bank-debit' | 'address'): Situation =>
  on('account-changed', what, one => one.tell(now, 'account.changed', { what, startsOn: '2015-10-01' }))

const owner = (side: 'new' | 'former'): Situation =>
  on(`owner-${side}`, side, one => one.tell(now, 'ownership.transferred', { side, startsOn: '2015-09-05' }))

const net = { netName: 'HF88', shortNumber: '66123', startsOn: '2015-09-05' }
const masked = { headMasked: '138****1234', memberMasked: '139****5678' }

export const businessChange: Chapter = {
  touchpoint: 'business-change',
  points: {
    'plan-change-ordered': [/套餐10月1日起换为/, /From 1 Oct/],
    'plan-changed': [/套餐已换为/, /Your plan is now/],
    'plan-how-to': [/查询新套餐/, /check your new plan|To check your new/],
    'plan-change-cancelled': [/套餐更换已取消/, /Plan change cancelle/],
    'pay-head-open': [/统一付费已开通/, /Pay for your family/],
    'pay-joined-head': [/今日起您为/, /From today you pay/],
    'pay-joined-member': [/今日起您的费用/, /Paid for by/],
    'pay-left-head': [/不再由|今日起|成员/, /139\*\*\*\*5678|A member/],
    'pay-left-member': [/费用由您自己支付/, /You pay your own/],
    'family-new-12': [/亲情网已建好/, /Your family group/],
    'family-new-36': [/亲情网已建好/, /Your family group/],
    'family-new': [/亲情网已建好/, /Your family group/],
    'family-joined': [/您已加入/, /You joined/],
    'family-left-now-leaver': [/您已退出/, /You left/],
    'family-left-next-leaver': [/您将退出/, /You leave/],
    'family-left-now-others': [/139\*\*\*\*5678/, /139\*\*\*\*5678/],
    'family-left-next-others': [/139\*\*\*\*5678/, /139\*\*\*\*5678/],
    'family-left-now-head': [/139\*\*\*\*5678/, /139\*\*\*\*5678/],
    'family-left-next-head': [/139\*\*\*\*5678/, /139\*\*\*\*5678/],
    'company-net-joined': [/9月5日起加入/, /From 5 Sep/],
    'company-net-left': [/您已退出/, /You left/],
    'owner-new': [/过户给您/, /number is now yours|The number is now/],
    'owner-former': [/号码已过户/, /A number of yours/],
    'account-changed': [/10月1日起/, /From 1 Oct/],
  },
  situations: [
    on('plan-change-ordered', 'up', one =>
      one.tell(now, 'plan.change-ordered', { planId: 'gotone-88', startsOn: '2015-10-01' }),
    ),
    on('plan-changed', 'in force', one => one.tell(now, 'plan.changed', { planId: 'gotone-88' })),
    on('plan-how-to', 'the day after', one => one.tell(now, 'plan.changed', { planId: 'gotone-88' })),
    on('plan-change-cancelled', 'taken back', one =>
      one.tell(now, 'plan.change-cancelled', { planId: 'gotone-88' }),
    ),
    on('pay-head-open', 'opened', one => one.tell(now, 'payment-group.opened', {})),
    on('pay-joined-head', 'number shown', one =>
      one.tell(now, 'payment-group.member-joined', { member: 'x', memberMasked: '139****5678' }),
    ),
    on('pay-joined-head', 'number not sent', one =>
      one.tell(now, 'payment-group.member-joined', { member: 'x' }),
    ),
    on('pay-joined-member', 'number shown', one =>
      one.tell(now, 'payment-group.joined', { headAccount: 'somebody', ...masked }),
    ),
    on('pay-left-head', 'number shown', one =>
      one.tell(now, 'payment-group.member-left', { member: 'x', memberMasked: '139****5678' }),
    ),
    on('pay-left-member', 'number shown', one =>
      one
        .tell('2015-09-02 10:00', 'payment-group.joined', { headAccount: 'somebody', ...masked })
        .tell(now, 'payment-group.left', masked),
    ),
    family('family-new-12', '6 months', '2015-03-01'),
    family('family-new-36', '18 months', '2014-03-01'),
    family('family-new', '5 years', '2010-03-01'),
    on('family-joined', 'a member', one =>
      one.tell(now, 'family-net.joined', {
        headAccount: 'somebody',
        headMasked: '138****1234',
        shortNumber: '663',
        minutes: 500,
      }),
    ),
    ...left('leaver'),
    ...left('others'),
    ...left('head'),
    on('company-net-joined', 'fee and minutes known', one =>
      one.tell(now, 'virtual-net.joined', { ...net, monthlyFeeMicroYuan: 5_000_000 as never, minutes: 300 }),
    ),
    on('company-net-joined', 'nothing but the number', one => one.tell(now, 'virtual-net.joined', net)),
    on('company-net-left', 'left', one =>
      one.tell(now, 'virtual-net.left', { netName: 'HF88', lastDay: '2015-09-30' }),
    ),
    owner('new'),
    owner('former'),
    account('payer'),
    account('pay-mode'),
    account('bank-debit'),
    account('address'),
  ],
}
