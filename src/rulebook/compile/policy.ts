/** The policy files in the core's shape. */
import type { BalanceLimit, ChargeLimits, Policy, Schedule, UsageLimits } from '../../core/rule/rule.ts'
import type { Bytes, MicroYuan } from '../../core/units.ts'
import { audienceOf } from '../format/audience.ts'
import type { Manuscript } from '../manuscript.ts'

/** Null where planning.yaml is missing or refused; that is told elsewhere. */
export function compilePolicy(written: Manuscript): Policy | null {
  const planning = written.planning?.value
  if (planning === undefined) return null
  const sources = Object.entries(written.sources?.value.sources ?? {})
  const rungs = Object.entries(planning.ladders)
  return {
    zone: planning.zone,
    signature: planning.signature,
    rest: planning['rest-hours'],
    anyHour: planning['any-hour'],
    lastHandOverMs: planning['last-hand-over'],
    spreadMs: planning.spread,
    capPerDay: planning['cap-per-day'],
    capped: planning.capped,
    waitMaxMs: planning['wait-max'],
    ladders: Object.fromEntries(
      rungs.map(([name, ladder]) => [
        name,
        ladder.map(rung => ({ channel: rung.channel, waitMs: rung.wait })),
      ]),
    ),
    usage: written.usage.map(({ value }) => usageOf(value)),
    balance: written.balance.map(({ value }) => balanceOf(value)),
    charges: written.charges.map(({ value }) => chargesOf(value)),
    schedules: written.schedules.map(({ value }) => scheduleOf(value)),
    sources: Object.fromEntries(
      sources.map(([source, { 'quiet-after': quietAfterMs }]) => [source, { quietAfterMs }]),
    ),
    partsMax: planning['parts-max'],
    costPerPart: planning['cost-per-part'],
  }
}

function usageOf(limits: Manuscript['usage'][number]['value']): UsageLimits {
  return {
    kind: limits.kind,
    allowance: limits.allowance,
    percent: ascending(limits.percent ?? []),
    percentEvery: limits['percent-every'],
    usedBytes: ascending(limits.used ?? []),
    usedEveryBytes: limits['used-every'] ?? (0 as Bytes),
    leftBytes: ascending(limits.left ?? []),
  }
}

const ascending = <N extends number>(numbers: readonly N[]): readonly N[] => numbers.toSorted((a, b) => a - b)

function balanceOf(limit: Manuscript['balance'][number]['value']): BalanceLimit {
  return { audience: audienceOf(limit.audience), atOrBelow: limit['at-or-below'] }
}

function chargesOf(limits: Manuscript['charges'][number]['value']): ChargeLimits {
  return { kind: limits.kind, at: ascending(limits.at ?? []), every: limits.every ?? (0 as MicroYuan) }
}

function scheduleOf(schedule: Manuscript['schedules'][number]['value']): Schedule {
  return {
    id: schedule.id,
    kind: schedule.kind ?? null,
    monthDays: schedule['month-days'] ?? [],
    weekDays: schedule['week-days'] ?? [],
    time: schedule.time,
    spreadMs: schedule.spread,
  }
}
