import type { Customer, Profile } from '../customer.ts'
import type { Chapter, Situation } from './situation.ts'

const surf = { brand: 'm-zone', planId: 'm-zone-28' } as const
const homely = { brand: 'easyown', planId: 'easyown-home' } as const
/** Not in the catalogue: the price beyond the plan is unknown. */
const strange = { brand: 'easyown', planId: 'easyown-unheard-of' } as const
const loaded = '2015-09-01 08:00'

interface Use {
  readonly usedMB: readonly number[]
  readonly allowanceMB?: number
  readonly profile?: Partial<Profile>
}

/** Counters on the 3rd, 5th, 7th … of September at 19:20. */
function uses(template: string, what: string, { usedMB, allowanceMB = 500, profile = surf }: Use): Situation {
  const happens = (one: Customer): void => {
    one.isLoaded(loaded)
    for (const [n, used] of usedMB.entries())
      one.hasUsed(`2015-09-0${3 + n * 2} 19:20`, used, { allowanceMB })
  }
  return { template, what, profile, happens, until: '2015-09-09 20:00' }
}

/** Counters up to the evening before Monday the 14th or Tuesday the 15th, with the weekly reminder or without. */
function sums(
  template: string,
  what: string,
  { usedMB: [first = 0, last = 0], allowanceMB = 500, profile = surf }: Use,
): Situation {
  const isWeekly = template.startsWith('data-weekly')
  const happens = (one: Customer): void => {
    one.isLoaded(loaded)
    if (isWeekly) one.wishes('2015-09-01 09:00', { subscribe: ['data-weekly'] })
    one.hasUsed('2015-09-10 19:20', first, { allowanceMB })
    one.hasUsed(`2015-09-1${isWeekly ? 3 : 4} 19:20`, last, { allowanceMB })
  }
  return { template, what, profile, happens, until: `2015-09-1${isWeekly ? 4 : 5} 20:00` }
}

const holding = (pack: string): Partial<Profile> => ({ ...surf, packIds: [pack] })

export const dataUsage: Chapter = {
  touchpoint: 'data-usage',
  points: {
    'data-used-80': [/流量已用\d+%/, /You have used \d+%/],
    'data-used-100': [/流量\d+(MB|GB)已用完/, /Your plan's \d+(MB|GB)/],
    'data-used-beyond': [/超出套餐\d+/, /You are [\d.]+(MB|GB)/],
    'data-left-low': [/只剩\d+/, /Only \d+MB/],
    'data-used-no-plan': [/已用[\d.]+MB|已用不到/, /You have used/],
    'data-corrected': [/更正：流量实际已用\d+/, /Correction: \d+MB/],
    'data-summary': [/流量已用[\d.]+/, /Plan data: [\d.]+/],
    'data-weekly-much': [/流量已用[\d.]+/, /Plan data: [\d.]+/],
    'data-weekly-little': [/流量已用[\d.]+/, /Plan data: [\d.]+/],
    'data-weekly-upgrade': [/流量已用[\d.]+/, /Plan data: [\d.]+/],
  },
  situations: [
    uses('data-used-80', '401.5 of 500 MB', { usedMB: [401.5] }),
    uses('data-used-80', '2.6 of 3 GB', { usedMB: [2662], allowanceMB: 3072 }),
    uses('data-used-100', 'all of 500 MB', { usedMB: [500] }),
    uses('data-used-100', 'a plan that is not in the catalogue', { usedMB: [500], profile: strange }),
    uses('data-used-beyond', '1024 of 500 MB', { usedMB: [1024] }),
    uses('data-used-beyond', 'a plan that is not in the catalogue', { usedMB: [1700], profile: strange }),
    uses('data-left-low', '4 MB left, days after 80 %', { usedMB: [400, 496] }),
    uses('data-left-low', 'a plan that is not in the catalogue', { usedMB: [400, 496], profile: strange }),
    uses('data-used-no-plan', 'the first 100 KB', { usedMB: [0.1], allowanceMB: 0, profile: homely }),
    uses('data-used-no-plan', '2.3 MB', { usedMB: [2.3], allowanceMB: 0, profile: homely }),
    uses('data-used-no-plan', 'a plan that is not in the catalogue', {
      usedMB: [5.5],
      allowanceMB: 0,
      profile: strange,
    }),
    {
      template: 'data-corrected',
      what: '80 % told, 300 of 500 MB true',
      profile: surf,
      happens: one => {
        one.isLoaded(loaded).hasUsed('2015-09-05 10:00', 410, { allowanceMB: 500 })
        one.hasReallyUsed('2015-09-05 11:00', 300, { allowanceMB: 500 })
      },
      until: '2015-09-05 20:00',
    },
    {
      template: 'data-corrected',
      what: '200 % told, 600 of 500 MB true',
      profile: surf,
      happens: one => {
        one.isLoaded(loaded).hasUsed('2015-09-05 10:00', 1010, { allowanceMB: 500 })
        one.hasReallyUsed('2015-09-05 11:00', 600, { allowanceMB: 500 })
      },
      until: '2015-09-05 20:00',
    },
    sums('data-summary', '120 of 500 MB', { usedMB: [80, 120] }),
    sums('data-summary', 'all of 500 MB, to the byte', { usedMB: [500, 500] }),
    sums('data-summary', 'beyond the plan', { usedMB: [640, 650] }),
    sums('data-weekly-much', '100 of 500 MB', { usedMB: [80, 100] }),
    sums('data-weekly-little', '405 of 500 MB', { usedMB: [400, 405] }),
    sums('data-weekly-little', 'beyond the plan', { usedMB: [640, 650] }),
    sums('data-weekly-upgrade', 'with the 2-yuan pack', { usedMB: [400, 405], profile: holding('data-2') }),
    sums('data-weekly-upgrade', 'with the 5-yuan pack', {
      usedMB: [25, 26],
      allowanceMB: 30,
      profile: holding('data-5'),
    }),
    sums('data-weekly-upgrade', 'with the 10-yuan pack, beyond it', {
      usedMB: [510, 520],
      profile: holding('data-10'),
    }),
    sums('data-weekly-upgrade', 'with the 20-yuan pack', { usedMB: [400, 496], profile: holding('data-20') }),
  ],
}
