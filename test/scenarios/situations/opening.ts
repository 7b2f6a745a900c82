import type { Customer, Profile } from '../customer.ts'
import type { Chapter, Situation } from './situation.ts'

const opened = '2015-09-05 10:00'
const opens = (one: Customer): void => void one.opens(opened)

function onJoining(template: string, what: string, profile: Partial<Profile>): Situation {
  return { template, what, profile, happens: opens, until: '2015-09-12 20:00' }
}

const plan = (planId: string, packIds: string[] = []): Partial<Profile> => ({
  brand: planId.startsWith('gotone') ? 'gotone' : planId.startsWith('m-zone') ? 'm-zone' : 'easyown',
  planId,
  packIds,
})

export const opening: Chapter = {
  touchpoint: 'opening',
  points: {
    'opening-pack-tariff': [/入网.+/, /You are on .+/],
    'opening-pack-offer': [/月费\d+/, /^CNY \d+/],
    'opening-recharge': [/入网充值/, /We received/],
    'opening-survey': [/满意/, /How was your sign-up/],
    'opening-plan-tariff': [/价格/, /.+ prices|.+ price/],
    'opening-tips': [/常用查询/, /Handy texts/],
  },
  situations: [
    onJoining('opening-pack-tariff', 'a plan alone', plan('easyown-18')),
    onJoining('opening-pack-tariff', 'a plan and a data pack', plan('gotone-58', ['data-5'])),
    onJoining(
      'opening-pack-tariff',
      'a plan and three packs',
      plan('m-zone-38', ['data-10', 'weather', 'call-alert']),
    ),
    onJoining('opening-pack-offer', 'data and minutes', plan('gotone-58')),
    onJoining('opening-pack-offer', 'minutes only', plan('easyown-changting')),
    onJoining('opening-pack-offer', 'data only', plan('m-zone-16')),
    onJoining('opening-pack-offer', 'neither', plan('easyown-home')),
    onJoining('opening-pack-offer', 'the longest offer', plan('gotone-338')),
    {
      template: 'opening-recharge',
      what: 'fifty yuan at the counter',
      happens: one => {
        const paid = { left: 50, purpose: 'opening', method: 'counter' } as const
        one.opens(opened).pays('2015-09-05 10:02', 50, paid)
      },
      until: '2015-09-05 20:00',
    },
    onJoining('opening-survey', 'a quarter of an hour after opening', plan('easyown-18')),
    onJoining('opening-plan-tariff', 'two days later', plan('m-zone-28')),
    onJoining('opening-plan-tariff', 'the longest offer', plan('gotone-338')),
    onJoining('opening-tips', 'a week later', plan('easyown-18')),
  ],
}
