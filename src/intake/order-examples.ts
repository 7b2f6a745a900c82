/** Meaning and example of the facts about orders, money and contacts; `event-examples.ts` has the others. */
import type { contactFacts } from '../core/event/contact-facts.ts'
import type { moneyFacts } from '../core/event/money-facts.ts'
import type { orderFacts } from '../core/event/order-facts.ts'
import type { EventExample } from './event-examples.ts'

type Examples<F> = Readonly<Record<keyof F, EventExample>>

const number = 'tel:+8613800138000'
const account = 'account:A17'
const masked = { headMasked: '138****1234', memberMasked: '139****5678' }
const takenUp = {
  promotionId: 'return-thanks',
  startsOn: '2026-12-01',
  lastDay: '2027-11-30',
  monthlyReturnMicroYuan: 10_000_000,
  months: 12,
  returnDay: 13,
  lastDigit: 3,
}

export const orderExamples: Examples<typeof orderFacts> = {
  'plan.change-ordered': {
    means: 'Another plan was ordered; it holds from `startsOn`.',
    subject: number,
    data: { planId: 'easyown-28', startsOn: '2026-12-01' },
  },
  'plan.changed': {
    means: 'The new plan is in force. `fromPlanId` is needed where `profile.changed` came before.',
    subject: number,
    data: { planId: 'easyown-28', fromPlanId: 'easyown-18' },
  },
  'plan.change-cancelled': {
    means: 'An ordered change of plan was taken back.',
    subject: number,
    data: { planId: 'easyown-28' },
  },
  'payment-group.opened': {
    means: 'The account may now pay for others (unified payment).',
    subject: account,
    data: {},
  },
  'payment-group.joined': {
    means: 'From now on another account pays for this one. Numbers come with their middle hidden.',
    subject: account,
    data: { headAccount: 'A2', ...masked },
  },
  'payment-group.left': { means: 'The account pays for itself again.', subject: account, data: masked },
  'family-net.created': {
    means: 'The account created a family net and is its head.',
    subject: number,
    data: { shortNumber: '661', minutes: 200 },
  },
  'family-net.joined': {
    means: 'The line joined the family net of another account.',
    subject: number,
    data: { headAccount: 'A2', headMasked: '138****1234', shortNumber: '663', minutes: 200 },
  },
  'family-net.left': {
    means: 'The line was removed from its family net, today or from the next month on.',
    subject: number,
    data: { when: 'next-cycle', lastDay: '2026-11-30', ...masked, shortNumber: '663' },
  },
  'virtual-net.joined': {
    means: "The line joined a company's short-number net.",
    subject: number,
    data: {
      netName: '海风渔业',
      shortNumber: '66123',
      monthlyFeeMicroYuan: 5_000_000,
      minutes: 300,
      startsOn: '2026-11-20',
    },
  },
  'virtual-net.left': {
    means: "The line left a company's short-number net.",
    subject: number,
    data: { netName: '海风渔业', lastDay: '2026-11-30' },
  },
  'ownership.transferred': {
    means: 'A number went from one owner to another; sent once for each, under their own accounts.',
    subject: account,
    data: { side: 'new', startsOn: '2026-11-20' },
  },
  'account.changed': {
    means: 'Who pays, how it is paid, or where bills go was changed.',
    subject: account,
    data: { what: 'bank-debit', startsOn: '2026-12-01' },
  },
  'service.requested': {
    means: 'A service was asked for by text and waits for the customer to confirm.',
    subject: number,
    data: { serviceId: 'weather', startsOn: '2026-11-20' },
  },
  'service.ordered': {
    means: 'A service was opened, or a trial became an order (then without `trialUntil`).',
    subject: number,
    data: { serviceId: 'ring-back-tone', startsOn: '2026-11-20', priceMicroYuan: 3_000_000 },
  },
  'service.cancelled': {
    means: 'A service was cancelled: by the customer, by us, or because its trial ended (SI-22).',
    subject: number,
    data: { serviceId: 'weather', lastDay: '2026-11-30', by: 'customer' },
  },
  'service.used': {
    means: 'How often an ordered service was used in a month.',
    subject: number,
    data: { serviceId: 'ring-back-tone', month: '2026-10', times: 0 },
  },
  'promotion.confirmed': {
    means: 'A promotion or contract was taken up; its end is known to the day or to the month.',
    subject: number,
    data: takenUp,
  },
  'promotion.started': {
    means: 'A promotion taken up before holds from now on.',
    subject: number,
    data: takenUp,
  },
  'promotion.ended': {
    means: 'A promotion no longer holds, whatever its last day was to be.',
    subject: number,
    data: { promotionId: 'return-thanks' },
  },
  'promotion.credited': {
    means:
      "A promotion's monthly return, campaign recharge or gift was booked; the balance is the one after it.",
    subject: number,
    data: {
      promotionId: 'return-thanks',
      how: 'return',
      amountMicroYuan: 10_000_000,
      balanceMicroYuan: 42_500_000,
      monthsLeft: 11,
      returnDay: 13,
      lastDigit: 3,
    },
  },
}

export const moneyExamples: Examples<typeof moneyFacts> = {
  'bill.issued': {
    means: 'The bill of a month stands; `payBy` is there where it is to be paid.',
    subject: account,
    data: { month: '2026-10', amountMicroYuan: 86_500_000, payBy: '2026-11-30', payer: 'self' },
  },
  'bill.settled': { means: 'The bill of a month was paid.', subject: account, data: { month: '2026-10' } },
  'minimum-spend.due': {
    means: "Last month's spend was below the agreed minimum, and the difference is being collected.",
    subject: number,
    data: {
      month: '2026-10',
      minimumMicroYuan: 58_000_000,
      amountMicroYuan: 12_400_000,
      balanceMicroYuan: 3_100_000,
    },
  },
  'overdraft.used': {
    means: 'The account lives on its overdraft: used so far, and how far it reaches.',
    subject: account,
    data: { usedMicroYuan: 12_000_000, limitMicroYuan: 50_000_000 },
  },
  'charges.reported': {
    means: 'What one kind of use has cost since a day, as a total (not an increment).',
    subject: number,
    data: { kind: 'roaming', since: '2026-11-18', amountMicroYuan: 104_000_000 },
  },
  'spending.reported': {
    means:
      'What the line has spent from one day to another, both counted; told by the week to those who ordered it.',
    subject: number,
    data: {
      since: '2026-11-09',
      until: '2026-11-15',
      amountMicroYuan: 26_500_000,
      balanceMicroYuan: 33_500_000,
    },
  },
  'usage.surged': {
    means: 'Far more data within some hours than this customer ever uses.',
    subject: number,
    data: { usedBytes: 3_221_225_472, hours: 3 },
  },
  'broadband.linked': {
    means: "This account's broadband stops when the number of `payerAccount` is in arrears.",
    subject: account,
    data: { payerAccount: 'A2' },
  },
  'broadband.balance-low': {
    means: 'What is left for broadband runs out.',
    subject: account,
    data: { balanceMicroYuan: 8_000_000 },
  },
  'points.changed': {
    means: 'Points were gained or spent since the last report.',
    subject: number,
    data: { gained: 120, spent: 0, total: 2380 },
  },
  'points.expiring': {
    means: 'Points that end on a day unless they are used.',
    subject: number,
    data: { expiring: 900, total: 2380, lastDay: '2026-12-31' },
  },
}

export const contactExamples: Examples<typeof contactFacts> = {
  'roaming.opened': {
    means: 'Roaming was opened before leaving; `mcc` is the destination where it was named.',
    subject: number,
    data: { mcc: '520' },
  },
  'order.progressed': {
    means: 'An installation, repair or complaint reached a stage.',
    subject: number,
    data: {
      orderId: 'W-20261120-7',
      kind: 'broadband-install',
      stage: 'scheduled',
      visitOn: '2026-11-22',
      visitFrom: '09:00',
      visitTo: '11:00',
    },
  },
  'contact.recorded': {
    means: 'Somebody asked the hotline, waited in a shop, or looked at a page without ordering.',
    subject: number,
    data: { channel: 'hotline', about: 'bill', amountMicroYuan: 86_500_000, balanceMicroYuan: 12_300_000 },
  },
  'contact-person.named': {
    means:
      'Somebody who is no customer is to be told when this account (or, by its number, this line) is in arrears. The number is kept encrypted and never stands for the account; named again under the same `contactId` it takes the place of the former.',
    subject: account,
    data: { contactId: 'C7', number: '13900139000', role: 'company', aboutMasked: '138****8000' },
  },
  'contact-person.removed': {
    means: 'A contact is to be told no more: the number is forgotten, and what waits is not sent.',
    subject: account,
    data: { contactId: 'C7' },
  },
  'reply.received': {
    means:
      'A customer wrote to us. The words are kept encrypted; rules see the code that they consist of, if it is one. Gateways bring replies by themselves: send this fact only for a channel of your own.',
    subject: number,
    data: { channel: 'sms', text: '2651', to: '10086' },
  },
  'campaign.launched': {
    means: 'A campaign is for this customer too.',
    subject: number,
    data: { promotionId: 'spring-data' },
  },
}
