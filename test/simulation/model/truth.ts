/** Is what a reminder says still so, and how old is what it rests on? Asked of the facts decided by then. */
import type { Moment, ReminderSeen } from '../chronicle.ts'
import { type Past, truthOf } from './past.ts'
import { percentOf } from './telling.ts'

interface Said {
  readonly event: Readonly<Record<string, unknown>>
  readonly bucket: string | null
  readonly place: string | null
  readonly at: Moment
}

export const saidOf = (row: ReminderSeen): Said => row.facts as unknown as Said

/** Whether it would be true to say it now. */
export function isStillTrue(row: ReminderSeen, past: Past): boolean {
  const { event, bucket, place } = saidOf(row)
  const balance = past.balance()?.amount ?? 0
  const counter = bucket === null ? undefined : past.usage(row.line, bucket)
  const percent = counter === undefined ? 0 : percentOf(counter.used, counter.allowance)
  const left = counter === undefined ? 0 : counter.allowance - counter.used
  switch (row.rule) {
    case 'low':
    case 'low-head':
      return balance <= Number(event['limitMicroYuan'])
    case 'validity':
      return past.validities().at(-1)?.untilDay === event['validUntil']
    case 'used-80':
      return percent >= 80 && percent < 100
    case 'used-100':
      return percent >= 100 && percent < 200
    case 'used-more':
      return percent >= Number(event['limit'])
    case 'left-low':
      return left > 0 && left <= Number(event['limitBytes'])
    case 'arrived-calls':
    case 'arrived-data':
      return past.whereabouts(row.line) === place
    case 'welcome-back':
      return past.whereabouts(row.line) === '460'
    case 'restricted':
    case 'suspended':
      return past.standing() === row.rule
    case 'restored':
      return past.standing() === 'normal'
    default:
      return true
  }
}

/** The time of the facts that the message tells; for ever ago when nobody knows any. */
export function factsFrom(row: ReminderSeen, past: Past): Moment {
  const { bucket, at } = saidOf(row)
  const isAboutMoney = row.rule === 'low' || row.rule === 'low-head'
  if (bucket === null && !isAboutMoney) return at
  const told = isAboutMoney ? past.balance() : past.usage(row.line, bucket ?? '')
  return told === undefined ? -Infinity : truthOf(told.entry)
}

const names: Readonly<Record<string, string>> = { '520': 'Thailand', '440': 'Japan', '424': 'Dubai' }

/** What the text must say: null when there is a figure in it that nobody knows. */
export function wordsOf(row: ReminderSeen, past: Past): string | null {
  const { bucket, place } = saidOf(row)
  const balance = past.balance()?.amount ?? 0
  const counter = bucket === null ? undefined : past.usage(row.line, bucket)
  switch (row.rule) {
    case 'low':
    case 'low-head':
      return `${row.rule} ${(balance / 1_000_000).toFixed(2)}元`
    case 'used-80':
    case 'used-100':
    case 'used-more':
      return `${row.rule} ${percentOf(counter?.used ?? 0, counter?.allowance ?? 0)}%`
    case 'arrived-calls':
      return place !== null && names[place] !== undefined ? `${row.rule} ${names[place]}` : null
    default:
      return row.rule
  }
}
