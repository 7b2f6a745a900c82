/** What the operator asked for, written down by hand a second time: the model trusts no rulebook. */
import { day, hour, minute } from './civil.ts'

export interface Wanted {
  readonly class: 'real-time' | 'notice' | 'courtesy' | 'marketing'
  readonly usefulMs: number
  /** Channels in turn and how long each is waited for. */
  readonly ladder: readonly (readonly [channel: string, waitMs: number])[]
  readonly supersedes: readonly string[]
  /** Not said when one of these spoke within a day. */
  readonly unless: readonly string[]
  /** Facts older than this are not told. */
  readonly staleMs: number
  /** Group and place in it. */
  readonly group: readonly [name: string, place: number] | null
  /** A kind that customers switch off (or order first). */
  readonly kind: string | null
}

const usual: Wanted = {
  class: 'notice',
  usefulMs: day,
  ladder: [
    ['sms', 6 * hour],
    ['voice', hour],
  ],
  supersedes: [],
  unless: [],
  staleMs: Infinity,
  group: null,
  kind: null,
}
const quick = [['sms', 40 * minute]] as const
const single = [['sms', day]] as const
const persistent = [
  ['sms', 6 * hour],
  ['voice', 2 * hour],
] as const

const usage = (usefulMs: number, staleMs: number, rest: Partial<Wanted>): Wanted => ({
  ...usual,
  class: 'real-time',
  ladder: quick,
  usefulMs,
  staleMs,
  ...rest,
})
const low: Wanted = { ...usual, ladder: persistent, staleMs: 36 * hour }
const arrival: Wanted = { ...usual, class: 'real-time', usefulMs: 6 * hour, ladder: quick }
const standing = (supersedes: readonly string[]): Wanted => ({
  ...usual,
  class: 'real-time',
  usefulMs: 12 * hour,
  ladder: persistent,
  supersedes,
})
const summary: Wanted = {
  ...usual,
  class: 'courtesy',
  usefulMs: 10 * hour,
  ladder: single,
  staleMs: 2 * day,
  unless: ['used-80', 'used-100', 'used-more', 'left-low'],
}

export const wanted: Readonly<Record<string, Wanted>> = {
  'open-1': { ...usual, group: ['opening', 1] },
  'open-2': { ...usual, group: ['opening', 2] },
  'open-3': { ...usual, group: ['opening', 3] },
  'open-4': { ...usual, class: 'courtesy', usefulMs: 2 * day, ladder: single, group: ['opening', 4] },
  tips: { ...usual, class: 'courtesy', usefulMs: 3 * day, ladder: single },
  'used-80': usage(2 * hour, 3 * hour, { unless: ['left-low'], kind: 'alerts' }),
  'used-100': usage(4 * hour, 5 * hour, { supersedes: ['used-80', 'left-low'] }),
  'used-more': usage(4 * hour, 5 * hour, { supersedes: ['used-80', 'used-100', 'used-more', 'left-low'] }),
  'left-low': usage(2 * hour, 3 * hour, { unless: ['used-80', 'used-100'], kind: 'alerts' }),
  'used-no-plan': usage(2 * hour, 3 * hour, { supersedes: ['used-no-plan'] }),
  'step-abroad': usage(2 * hour, 3 * hour, { supersedes: ['step-abroad'] }),
  retracted: { ...usual, staleMs: 2 * day, supersedes: ['used-80', 'used-100', 'used-more', 'left-low'] },
  low,
  'low-head': low,
  validity: { ...usual, usefulMs: 2 * day, ladder: persistent },
  'arrived-calls': { ...arrival, group: ['arrival', 1] },
  'arrived-data': { ...arrival, group: ['arrival', 2] },
  'welcome-back': { ...usual, class: 'courtesy', ladder: single, kind: 'welcome-back' },
  query: { ...usual, class: 'real-time', ladder: persistent },
  restricted: standing(['low', 'low-head', 'restored']),
  suspended: standing(['low', 'low-head', 'restricted', 'restored']),
  restored: standing(['restricted', 'suspended']),
  advert: { ...usual, class: 'marketing', usefulMs: 3 * day, ladder: single },
  summary: { ...summary, kind: 'summary' },
  weekly: { ...summary, kind: 'weekly' },
}

export const canWait = (rule: string): boolean => wanted[rule]?.class !== 'real-time'
/** Reminders of a class that can wait, per line and local day. */
export const capPerDay = 4
export const waitMaxMs = 10 * minute
export const spreadMs = 30 * minute
export const silenceMs = 10 * minute
