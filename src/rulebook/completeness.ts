/**
 * What a rulebook holds and does not use (NF-11): limits that are watched though nobody tells of them, schedules that no rule asks
 * for, brands without a plan. No fault: an operator may mean it. What customers would not be told is in untold.ts.
 */
import type { Rulebook, Trigger } from '../core/rule/rule.ts'

export interface Gap {
  readonly what: 'trigger' | 'schedule' | 'ladder' | 'code' | 'brand'
  readonly id: string
  readonly note: string
}

export function gapsOf(rulebook: Rulebook): readonly Gap[] {
  return [
    ...triggerGaps(rulebook),
    ...scheduleGaps(rulebook),
    ...ladderGaps(rulebook),
    ...codeGaps(rulebook),
    ...brandGaps(rulebook),
  ]
}

function triggerGaps({ policy, byTrigger }: Rulebook): Gap[] {
  const watched: readonly [Trigger, boolean, string][] = [
    ['usage.crossed', policy.usage.length > 0, 'usage limits are watched, and no rule tells of them'],
    ['balance.crossed', policy.balance.length > 0, 'balance limits are watched, and no rule tells of them'],
    ['schedule.due', policy.schedules.length > 0, 'schedules fall due, and no rule starts from them'],
  ]
  return watched
    .filter(([trigger, isWatched]) => isWatched && !byTrigger.has(trigger))
    .map(([id, , note]) => ({ what: 'trigger', id, note }))
}

function scheduleGaps({ policy, byTrigger }: Rulebook): Gap[] {
  const conditions = (byTrigger.get('schedule.due') ?? []).map(({ when }) => when?.source ?? null)
  if (conditions.includes(null)) return []
  return policy.schedules
    .filter(({ id }) => !conditions.some(source => source!.includes(`'${id}'`)))
    .map(({ id }) => ({ what: 'schedule', id, note: 'no rule asks for it' }))
}

function ladderGaps({ policy, rules }: Rulebook): Gap[] {
  const used = new Set([...rules.values()].map(({ ladder }) => ladder))
  return Object.keys(policy.ladders)
    .filter(name => !used.has(name))
    .map(id => ({ what: 'ladder', id, note: 'no rule climbs it' }))
}

function codeGaps({ codes, templates, catalogue }: Rulebook): Gap[] {
  const entries = [...catalogue.services.values(), ...catalogue.promotions.values()].flat()
  const ways = new Set(
    entries.flatMap(({ value }) => [value.cancelCode, 'orderCode' in value ? value.orderCode : null]),
  )
  const named = new Set(
    [...templates.values()].flatMap(pair => [...pair['zh-CN'].variables, ...pair.en.variables]),
  )
  return Object.entries(codes)
    .filter(([name, code]) => !named.has(`code.${name}`) && !ways.has(code))
    .map(([id]) => id)
    .map(id => ({ what: 'code', id, note: 'no message names it' }))
}

function brandGaps({ catalogue }: Rulebook): Gap[] {
  const plans = [...catalogue.plans.values()].flat()
  return Object.keys(catalogue.brands)
    .filter(brand => !plans.some(({ value }) => value.brand === brand))
    .map(id => ({ what: 'brand', id, note: 'it has no plan' }))
}
