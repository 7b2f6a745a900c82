import { yuan } from '../../../src/core/units.ts'
import type { Customer } from '../customer.ts'
import type { Chapter, Situation } from './situation.ts'

const loaded = '2015-03-20 09:00'
const bill = { month: '2015-03', amountMicroYuan: yuan(86.5), payBy: '2015-04-30', payer: 'self' } as const
const postpaid = { brand: 'gotone', planId: 'gotone-88', payMode: 'postpaid' } as const
const easyown = { brand: 'easyown', planId: 'easyown-18', payMode: 'postpaid' } as const

interface Occasion extends Pick<Situation, 'template' | 'what' | 'until'> {
  readonly profile?: Situation['profile']
}

function billed(
  { profile = postpaid, ...rest }: Occasion,
  then: (one: Customer) => unknown = () => null,
): Situation {
  const happens = (one: Customer): void => {
    one.isLoaded(loaded).tell('2015-04-03 08:00', 'bill.issued', bill)
    then(one)
  }
  return { ...rest, profile, happens }
}

function stopped(template: string, to: 'restricted' | 'suspended'): Situation {
  return billed({ template, what: `from 1 May ${to}`, until: '2015-05-01 20:00' }, one =>
    one.is('2015-05-01 09:00', to, 'arrears'),
  )
}

function issued(template: string, part: object): Situation {
  const happens = (one: Customer): void =>
    void one.isLoaded(loaded).tell('2015-04-03 08:00', 'bill.issued', { ...bill, ...part })
  return { template, what: 'on the 3rd', profile: postpaid, happens, until: '2015-04-25 20:00' }
}

const prepaid = { month: '2015-03', amountMicroYuan: yuan(31.2), payer: 'self' } as const

export const bills: Chapter = {
  touchpoint: 'bill, dunning, post-paid arrears',
  points: {
    'bill-due': [/3月账单86/, /Your March bill/],
    'bill-company': [/3月账单86/, /Your March bill/],
    'bill-paid': [/3月账单31/, /Your March bill/],
    'dun-call': [/3月账单86/, /Your March bill/],
    'dun-text': [/3月账单86/, /Your March bill/],
    'dun-company': [/单位.+3月话费/, /Bill of March/],
    'bill-restricted': [/不能拨打/, /Calls paused/],
    'bill-suspended': [/停机/, /Service suspended/],
    'minimum-spend': [/3月消费不到/, /^March: below/],
    overdraft: [/余额已用完/, /Balance used up/],
    'top-up': [/充值50/, /Your top-up of CNY/],
  },
  situations: [
    issued('bill-due', {}),
    issued('bill-company', { payer: 'company' }),
    issued('dun-company', { payer: 'company' }),
    {
      template: 'bill-paid',
      what: 'paid ahead',
      happens: one => void one.isLoaded(loaded).tell('2015-04-03 08:00', 'bill.issued', prepaid),
      until: '2015-04-03 20:00',
    },
    billed({ template: 'dun-call', what: 'on the 25th', until: '2015-04-25 20:00' }),
    billed({ template: 'dun-text', what: 'GoTone', until: '2015-04-25 20:00' }),
    billed({ template: 'dun-text', what: 'the others', profile: easyown, until: '2015-04-25 20:00' }),
    stopped('bill-restricted', 'restricted'),
    stopped('bill-suspended', 'suspended'),
    {
      template: 'minimum-spend',
      what: 'the balance does not hold it',
      happens: one =>
        void one.isLoaded(loaded).tell('2015-04-03 10:00', 'minimum-spend.due', {
          month: '2015-03',
          minimumMicroYuan: yuan(58),
          amountMicroYuan: yuan(12.4),
          balanceMicroYuan: yuan(3.1),
        }),
      until: '2015-04-03 20:00',
    },
    {
      template: 'overdraft',
      what: '12 of 50 yuan',
      profile: { brand: 'gotone', planId: 'gotone-58' },
      happens: one =>
        void one
          .isLoaded(loaded)
          .tell('2015-04-03 10:00', 'overdraft.used', { usedMicroYuan: yuan(12), limitMicroYuan: yuan(50) }),
      until: '2015-04-03 20:00',
    },
    {
      template: 'top-up',
      what: 'fifty yuan',
      happens: one => void one.isLoaded(loaded).pays('2015-04-03 10:00', 50, { left: 59.8 }),
      until: '2015-04-03 20:00',
    },
  ],
}
