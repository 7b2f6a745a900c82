/** When something can happen next: the clock jumps there once the engine has come to rest. */
import type { Database } from '../../../src/store/database.ts'
import type { Centre } from '../centre.ts'
import type { Moment } from '../chronicle.ts'
import type { Plot } from '../plot/plot.ts'
import type { CentreGateway } from './centre-gateway.ts'

const answerWithinMs = 60_000
const dayMs = 86_400_000
/** What is due and free to go is looked at again after this. */
const soonMs = 50

interface Planned {
  readonly due: Moment
  readonly usefulUntil: Moment
  readonly channel: string
  readonly rule: string
  readonly city: string | null
  /** Its line has a message that may still be unanswered. */
  readonly busy: boolean
}

const queries = {
  agenda: 'select min(due) as due from agenda',
  planned: `
    select due, useful_until as "usefulUntil", channel, rule, city, exists (
      select from attempt where attempt.shard = reminder.shard and attempt.account = reminder.account
        and attempt.line = reminder.line and attempt.state = 'decided') as busy
    from reminder where state = 'planned'`,
  waiting: `select min(since) as since from set_aside where state = 'waiting'`,
} as const

interface Asked {
  readonly plot: Plot
  readonly centres: readonly Centre[]
  readonly gateways: readonly CentreGateway[]
  readonly now: Moment
}

export async function nextMoment(database: Database, asked: Asked): Promise<Moment> {
  const texts = Object.values(queries)
  const answers = await database.snapshot(texts.map(text => ({ text, values: [] })))
  const [agenda, planned, waiting] = answers as unknown as [
    readonly { due: Moment | null }[],
    readonly Planned[],
    readonly { since: Moment | null }[],
  ]
  const { now, centres, gateways } = asked
  const soon = now + soonMs
  const since = waiting[0]?.since ?? null
  return Math.min(
    Math.max(agenda[0]?.due ?? Infinity, soon),
    ...planned.map(one => Math.max(opensAt(one, asked), soon)),
    ...centres.map(centre => centre.next() ?? Infinity),
    ...gateways.flatMap(gateway => [...gateway.unanswered].map(at => Math.max(at + answerWithinMs, soon))),
    since === null ? Infinity : Math.max(since + dayMs + 61_000, soon),
  )
}

/** A reminder can go when it is due, not paused, and its gateway is open; who waits for an answer waits for that. */
function opensAt(one: Planned, { plot, centres, now }: Asked): Moment {
  if (one.busy) return Infinity
  const { pauses } = plot.setting
  const at = Math.max(one.due, now)
  const pause = pauses.find(({ kind, value, from, until }) => {
    const isOf = {
      all: true,
      rule: value === one.rule,
      channel: value === one.channel,
      scope: value === `city/${one.city}`,
    }[kind]
    return isOf === true && from <= at && at < until
  })
  const free = pause === undefined ? at : Math.max(at, Math.min(pause.until, one.usefulUntil))
  return centres.find(({ gateway }) => gateway === one.channel)?.opensAt(free) ?? free
}
