import type { Customer } from '../customer.ts'
import type { Chapter, Situation } from './situation.ts'

const profile = { brand: 'gotone', planId: 'gotone-88' } as const

/** Landing somewhere at ten in the morning. */
function arrival(template: string, what: string, [day, mcc]: readonly [day: string, mcc: string]): Situation {
  const happens = (one: Customer): void => void one.isLoaded(`${day} 08:00`).registersIn(`${day} 10:00`, mcc)
  return { template, what, profile, happens, until: `${day} 20:00` }
}

export const roaming: Chapter = {
  touchpoint: 'roaming',
  points: {
    'roaming-arrived-calls': [/您已到.{2,}：/, /You are in \w+/],
    'roaming-arrived-calls-back': [/您已到.{2,}：/, /You are in \w+/],
    'roaming-arrived-data': [/.{2,}上网\d+/, /Data in \w+/],
    'roaming-arrived-data-pack': [/.{2,}上网\d+/, /Data in \w+/],
    'roaming-arrived-data-limit': [/.{2,}上网\d+/, /Data in \w+/],
    'roaming-arrived-unknown': [/境外/, /abroad/],
    'roaming-data-step': [/境外上网已用\d+/, /Data used abroad|abroad/],
    'roaming-welcome-back': [/欢迎回来/, /Welcome back/],
  },
  situations: [
    arrival('roaming-arrived-calls', 'Hong Kong', ['2015-08-03', '454']),
    arrival('roaming-arrived-calls', 'Saudi Arabia, the longest name and prices', ['2015-08-03', '420']),
    arrival('roaming-arrived-calls-back', 'Thailand', ['2015-08-03', '520']),
    arrival('roaming-arrived-data', 'the United States, no day pack', ['2015-08-03', '310']),
    arrival('roaming-arrived-data-pack', 'Thailand in 2012', ['2012-08-03', '520']),
    arrival('roaming-arrived-data-limit', 'Thailand since June 2015', ['2015-08-03', '520']),
    arrival('roaming-arrived-data-limit', 'Saudi Arabia', ['2015-08-03', '420']),
    arrival('roaming-arrived-unknown', 'Peru, not in the catalogue', ['2015-08-03', '716']),
    {
      template: 'roaming-data-step',
      what: '41 MB in Thailand',
      profile,
      happens: one => {
        one.isLoaded('2015-08-03 08:00').registersIn('2015-08-03 10:00', '520')
        one.hasUsed('2015-08-04 09:30', 41, { kind: 'roaming-data' })
      },
      until: '2015-08-04 20:00',
    },
    {
      template: 'roaming-welcome-back',
      what: 'home again',
      profile,
      happens: one => {
        one.isLoaded('2015-08-03 08:00').registersIn('2015-08-03 10:00', '520')
        one.registersIn('2015-08-09 16:00', '460')
      },
      until: '2015-08-09 20:00',
    },
  ],
}
