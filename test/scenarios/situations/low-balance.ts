import type { Customer, Profile } from '../customer.ts'
import type { Chapter, Situation } from './situation.ts'

const gotone = { brand: 'gotone', planId: 'gotone-58' } as const
const loaded = '2015-11-01 09:00'

function runsLow(
  template: string,
  [left, what]: readonly [left: number, what: string],
  profile: Partial<Profile>,
): Situation {
  const happens = (one: Customer): void => void one.isLoaded(loaded).hasLeft('2015-11-05 15:04', left)
  return { template, what, profile, happens, until: '2015-11-05 20:00' }
}

export const lowBalance: Chapter = {
  touchpoint: 'low-balance',
  points: {
    'low-balance': [/余额-?\d+/, /balance/],
    'low-balance-gotone': [/余额-?\d+/, /balance/],
    'low-balance-head': [/余额-?\d+/, /Balance CNY \d+/],
    'validity-ends': [/号码可用至\d+月\d+日/, /Your number expires/],
  },
  situations: [
    runsLow('low-balance', [9.8, 'Easyown, 9.80 yuan'], {}),
    runsLow('low-balance', [0, 'Easyown, nothing left'], {}),
    runsLow('low-balance-gotone', [19.5, 'GoTone, 19.50 yuan'], gotone),
    runsLow('low-balance-gotone', [-3.2, 'GoTone, below zero'], gotone),
    {
      template: 'low-balance-head',
      what: 'the head of a unified payment, one member',
      profile: gotone,
      happens: one => {
        one.isLoaded(loaded).tell('2015-11-02 09:00', 'payment-group.member-joined', { member: 'son' })
        one.hasLeft('2015-11-05 15:04', 48.6)
      },
      until: '2015-11-05 20:00',
    },
    {
      template: 'low-balance-head',
      what: 'nothing left for five members',
      profile: gotone,
      happens: one => {
        one.isLoaded(loaded)
        for (const n of [1, 2, 3, 4, 5]) {
          one.tell(`2015-11-02 09:0${n}`, 'payment-group.member-joined', { member: `member-${n}` })
        }
        one.hasLeft('2015-11-05 15:04', 0)
      },
      until: '2015-11-05 20:00',
    },
    {
      template: 'validity-ends',
      what: 'seven days before',
      happens: one => one.isLoaded(loaded).hasLeft('2015-11-05 15:00', 60, '2015-11-20'),
      until: '2015-11-13 20:00',
    },
  ],
}
