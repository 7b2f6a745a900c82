import { yuan } from '../../../src/core/units.ts'
import type { Customer } from '../customer.ts'
import type { Chapter, Situation } from './situation.ts'

const loaded = '2015-11-01 09:00'

function stops(template: string, what: string, to: 'restricted' | 'suspended'): Situation {
  const happens = (one: Customer): void => {
    one.isLoaded(loaded).hasLeft('2015-11-05 15:04', -0.35).is('2015-11-05 15:05', to, 'arrears')
  }
  return {
    template,
    what,
    profile: { brand: 'gotone', planId: 'gotone-58' },
    happens,
    until: '2015-11-05 20:00',
  }
}

const contact = { contactId: 'C7', role: 'company', aboutMasked: '138****1234' } as const

function tellsContact(template: string, to: 'restricted' | 'suspended'): Situation {
  const happens = (one: Customer): void => {
    one.isLoaded(loaded).tell('2015-11-02 10:00', 'contact-person.named', contact)
    one.hasLeft('2015-11-05 15:04', -0.35).is('2015-11-05 15:05', to, 'arrears')
  }
  return { template, what: `the company's contact, of a number ${to}`, happens, until: '2015-11-05 20:00' }
}

export const arrears: Chapter = {
  touchpoint: 'arrears',
  points: {
    'line-restricted': [/不能拨打/, /Calls paused/],
    'line-suspended': [/停机/, /Service suspended/],
    'line-restored': [/恢复通话/, /service is back/],
    'broadband-call': [/宽带.*到期/, /ends on|broadband/],
    'contact-restricted': [/欠费/, /Calls paused/],
    'contact-suspended': [/欠费停机/, /Service suspended/],
    'contact-unpaid': [/账单未付/, /Bill unpaid/],
  },
  situations: [
    {
      template: 'broadband-call',
      what: 'broadband that ends in a month, read out by staff',
      profile: { brand: 'gotone', planId: 'gotone-58' },
      happens: one => {
        one.isLoaded(loaded).tell('2015-11-02 10:00', 'promotion.confirmed', {
          promotionId: 'broadband-100',
          startsOn: '2014-12-21',
          lastDay: '2015-12-20',
        })
      },
      until: '2015-11-25 20:00',
    },
    stops('line-restricted', 'calls paused at -0.35 yuan', 'restricted'),
    stops('line-suspended', 'suspended at -0.35 yuan', 'suspended'),
    tellsContact('contact-restricted', 'restricted'),
    tellsContact('contact-suspended', 'suspended'),
    {
      template: 'contact-unpaid',
      what: "the company's contact, on the 25th",
      profile: { brand: 'gotone', planId: 'gotone-88', payMode: 'postpaid' },
      happens: one => {
        one.isLoaded('2015-03-20 09:00').tell('2015-03-21 10:00', 'contact-person.named', contact)
        const bill = { month: '2015-03', amountMicroYuan: yuan(86.5), payBy: '2015-04-30' } as const
        one.tell('2015-04-03 08:00', 'bill.issued', { ...bill, payer: 'company' })
      },
      until: '2015-04-25 20:00',
    },
    {
      template: 'line-restored',
      what: 'paid, and back',
      happens: one => {
        one.isLoaded(loaded).hasLeft('2015-11-05 15:04', -0.35).is('2015-11-05 15:05', 'suspended', 'arrears')
        one.pays('2015-11-05 16:00', 50, { left: 49.65 }).is('2015-11-05 16:00', 'normal', 'paid')
      },
      until: '2015-11-05 20:00',
    },
    {
      template: 'line-restored',
      what: 'a lost phone found, the balance unknown',
      happens: one => {
        one.isLoaded(loaded).is('2015-11-05 15:05', 'suspended', 'lost-phone')
        one.is('2015-11-05 16:00', 'normal', 'own-wish')
      },
      until: '2015-11-05 20:00',
    },
  ],
}
