/**
 * What a decision gives reason to tell, in the plainest words: compare the world before it with the world after it.
 * Whether it is then said at all, and when, is asked in `planning.ts`.
 */
import type { Decided, Moment } from '../chronicle.ts'
import { dayText, day, hour, minute, startOf } from './civil.ts'
import { type Past, truthOf, type UsageSeen } from './past.ts'

export interface Telling {
  readonly rule: string
  readonly line: string
  /** From when its usefulness counts. */
  readonly moment: Moment
  /** Named once: two tellings with the same key say the same thing; null when each is a thing of its own. */
  readonly key: string | null
  /** Tells limits of one counter apart. */
  readonly limit: number | null
  readonly bucket: string | null
  /** Never of use after this, whatever its rule says. */
  readonly notAfter: Moment
}

interface Step {
  readonly entry: Decided
  readonly before: Past
  readonly after: Past
}

/** `at` null: at once. */
const telling = (step: Step, rule: string, part: Partial<Telling> & Pick<Telling, 'line'>): Telling => ({
  rule,
  moment: truthOf(step.entry),
  key: null,
  limit: null,
  bucket: null,
  notAfter: Infinity,
  ...part,
})

export function tellingsOf(step: Step): readonly Telling[] {
  switch (step.entry.type) {
    case 'line.opened':
      return ofOpening(step)
    case 'payment.received':
      return [...ofBalance(step), ...ofValidity(step), ...ofFirstPayment(step)]
    case 'balance.reported':
    case 'balance.corrected':
      return [...ofBalance(step), ...ofValidity(step)]
    case 'usage.reported':
    case 'usage.corrected':
      return ofUsage(step)
    case 'roaming.registered':
      return ofRegistration(step)
    case 'query.performed':
      return [telling(step, 'query', { line: step.entry.line! })]
    case 'standing.reported':
      return ofStanding(step)
    case 'profile.changed':
      return [telling(step, 'advert', { line: step.entry.line! })]
    case 'line.closed':
    case 'payment-group.joined':
    case 'payment-group.left':
    case 'payment-group.member-joined':
    case 'payment-group.member-left':
      return ofBalance(step)
    default:
      return []
  }
}

/** Openings are told at once; two of their four messages have moments of their own. */
export const laterMoments = (opened: Moment): Readonly<Record<'open-4' | 'tips', Moment>> => ({
  'open-4': opened + 15 * minute,
  tips: startOf(dayText(opened)) + 2 * day + 10 * hour,
})

function ofOpening(step: Step): readonly Telling[] {
  const { entry, before, after } = step
  const id = String(entry.body['line'])
  const line = after.line(id)!
  if (before.line(id) !== undefined || !line.joinedToday) return []
  const now = ['open-1', 'open-2'].map(rule => telling(step, rule, { line: id, key: `${rule}/${id}` }))
  const later = Object.entries(laterMoments(truthOf(entry)))
  const passed = later.filter(([, moment]) => moment <= entry.at)
  return [
    ...now,
    ...passed.map(([rule, moment]) => telling(step, rule, { line: id, moment, key: `${rule}/${id}` })),
  ]
}

function ofFirstPayment(step: Step): readonly Telling[] {
  const { body, line } = step.entry
  if (body['purpose'] !== 'opening') return []
  const about = line ?? step.after.line(null)!.id
  return [telling(step, 'open-3', { line: about, key: `open-3/${about}` })]
}

/** Low, not low, or nobody knows. */
export function lowness(past: Past): 'low' | 'fine' | 'unknown' {
  const [balance, limit] = [past.balance(), past.limit()]
  if (balance === undefined || limit === null) return 'unknown'
  return balance.amount <= limit ? 'low' : 'fine'
}

function ofBalance(step: Step): readonly Telling[] {
  const { before, after } = step
  if (lowness(after) !== 'low' || lowness(before) === 'low') return []
  return [ofLowness(step)]
}

/** What is told of a low balance now, whoever it is. */
export function ofLowness(step: Step): Telling {
  const rule = step.after.role() === 'head' ? 'low-head' : 'low'
  return telling(step, rule, { line: step.after.line(null)!.id, key: rule })
}

export const validityMoment = (untilDay: string): Moment => startOf(untilDay) - 3 * day + 9 * hour

function ofValidity(step: Step): readonly Telling[] {
  const { entry, before, after } = step
  const now = after.validities().at(-1)
  if (now?.entry !== entry || before.validities().at(-1)?.untilDay === now.untilDay) return []
  const moment = validityMoment(now.untilDay)
  if (moment > entry.at) return []
  const notAfter = startOf(now.untilDay) + day
  return [
    telling(step, 'validity', {
      line: after.line(null)!.id,
      moment: Math.max(moment, truthOf(entry)),
      notAfter,
    }),
  ]
}

function ofRegistration(step: Step): readonly Telling[] {
  const { entry, before, after } = step
  const line = entry.line!
  const [from, to] = [before.whereabouts(line), after.whereabouts(line)]
  if (from === to) return []
  const today = dayText(truthOf(entry))
  if (to === '460') return [telling(step, 'welcome-back', { line, key: `welcome-back/${line}/${today}` })]
  return ['arrived-calls', 'arrived-data'].map(rule =>
    telling(step, rule, { line, key: `${rule}/${line}/${to}/${today}` }),
  )
}

const standingRules: Readonly<Record<string, string>> = {
  normal: 'restored',
  restricted: 'restricted',
  suspended: 'suspended',
}

function ofStanding(step: Step): readonly Telling[] {
  const { entry, before, after } = step
  if (before.standing() === after.standing()) return []
  return [telling(step, standingRules[after.standing()]!, { line: entry.line! })]
}

function ofUsage(step: Step): readonly Telling[] {
  const { entry, before, after } = step
  const [line, bucket] = [entry.line!, String(entry.body['bucketId'])]
  const now = after.usage(line, bucket)
  if (now?.entry !== entry) return []
  const earlier = before.usages(line, bucket).findLast(seen => seen.from === now.from) ?? null
  const about = (rule: string, limit: number, part: Partial<Telling> = {}): Telling => {
    const key = `${rule}/${line}/${bucket}/${now.from}`
    return telling(step, rule, { line, bucket, limit, key, ...part })
  }
  return passed(earlier, now).map(({ rule, limit, isEach }) =>
    about(rule, limit, isEach ? { key: `${rule}/${line}/${bucket}/${now.from}/${limit}` } : {}),
  )
}

interface Passed {
  readonly rule: string
  readonly limit: number
  /** Each of its limits is told once, not the rule as a whole. */
  readonly isEach: boolean
}

export const percentOf = (used: number, allowance: number): number => Math.floor((used * 100) / allowance)

const mb = 1_048_576

/** Limits that lay ahead before, by the bucket of then or of now, and do no longer. */
function passed(earlier: UsageSeen | null, now: UsageSeen): readonly Passed[] {
  const used = earlier?.used ?? 0
  const each = (rule: string, limits: readonly number[]): readonly Passed[] =>
    limits.filter(limit => used < limit && limit <= now.used).map(limit => ({ rule, limit, isEach: true }))
  if (now.kind === 'roaming-data') return each('step-abroad', steps(20 * mb, now.used)).slice(-8)
  if (now.allowance === 0) return each('used-no-plan', [102_400, 2 * mb, 5 * mb])
  const widest = Math.max(earlier?.allowance ?? 0, now.allowance)
  const [from, to] = [percentOf(used, widest), percentOf(now.used, now.allowance)]
  const percents = [80, 100, ...steps(100, to).slice(1).slice(-8)].filter(
    limit => from < limit && limit <= to,
  )
  const told: Passed[] = percents.map(limit => ({
    rule: limit === 80 ? 'used-80' : limit === 100 ? 'used-100' : 'used-more',
    limit,
    isEach: limit > 100,
  }))
  const left = now.allowance - now.used
  const isLeftLow = widest - used > 5 * mb && left > 0 && left <= 5 * mb
  return isLeftLow ? [...told, { rule: 'left-low', limit: 5 * mb, isEach: false }] : told
}

const steps = (step: number, to: number): readonly number[] =>
  Array.from({ length: Math.floor(to / step) }, (_, n) => (n + 1) * step)
