/**
 * Two plans side by side, for the customer who is about to choose (TP2-20, TP2-24): the plan of today as the catalogue has it
 * on its last day, the new one as on its first. What the catalogue does not know is null, never guessed.
 */
import type { Subscription } from '../account/account.ts'
import { isMonth } from '../calendar/months.ts'
import { addDays, dayOf, startOfDay } from '../calendar/zone.ts'
import type { Instant } from '../units.ts'
import { planOf, promotionOf } from './catalogue.ts'
import type { Plan, Rulebook } from './rule.ts'

/** In micro-yuan a month, bytes, minutes, micro-yuan a MB. */
export type FigureName = 'monthlyFee' | 'dataBytes' | 'voiceMinutes' | 'outOfPlanPerMB'

export interface PlanFigure {
  readonly what: FigureName
  readonly before: number | null
  readonly after: number | null
  /** `better` and `worse` for the customer: a lower price, a larger allowance; `unknown` where one side is. */
  readonly change: 'better' | 'worse' | 'same' | 'unknown'
}

/** A contract that the line holds and that does not end with its plan. */
export interface ContractHeld {
  readonly id: string
  readonly name: Plan['name']
  /** Last day or month, as it is known. */
  readonly until: string | null
  /** Calendar months still to come, that of the change included; null where no end is known. */
  readonly monthsLeft: number | null
  /** Micro-yuan a month. */
  readonly minimum: number | null
}

export interface PlanComparison {
  /** First day of the new plan, and last of the old. */
  readonly startsOn: string
  readonly lastDay: string
  readonly before: Plan | null
  readonly after: Plan | null
  readonly figures: readonly PlanFigure[]
  readonly contracts: readonly ContractHeld[]
}

interface Asked {
  /** Null when nobody knows what it was. */
  readonly from: string | null
  readonly to: string
  /** The first moment of the new plan. */
  readonly start: Instant
  readonly held: readonly Subscription[]
}

const figureNames: readonly FigureName[] = ['monthlyFee', 'dataBytes', 'voiceMinutes', 'outOfPlanPerMB']
const isPrice: ReadonlySet<FigureName> = new Set(['monthlyFee', 'outOfPlanPerMB'])

export function comparePlans(rulebook: Rulebook, { from, to, start, held }: Asked): PlanComparison {
  const { zone } = rulebook.policy
  const lastMoment = startOfDay(start, zone) - 1
  const before = from === null ? null : planOf(rulebook, from, lastMoment)
  const after = planOf(rulebook, to, start)
  return {
    startsOn: dayOf(start, zone),
    lastDay: dayOf(addDays(start, -1, zone), zone),
    before,
    after,
    figures: figureNames.map(what => figureOf(what, before, after)),
    contracts: held.flatMap(one => contractOf(one, rulebook, start)),
  }
}

function figureOf(what: FigureName, before: Plan | null, after: Plan | null): PlanFigure {
  const [was, is] = [before?.[what] ?? null, after?.[what] ?? null]
  if (was === null || is === null) return { what, before: was, after: is, change: 'unknown' }
  if (was === is) return { what, before: was, after: is, change: 'same' }
  const isBetter = isPrice.has(what) ? is < was : is > was
  return { what, before: was, after: is, change: isBetter ? 'better' : 'worse' }
}

function contractOf(one: Subscription, rulebook: Rulebook, start: Instant): readonly ContractHeld[] {
  const promotion = one.kind === 'promotion' ? promotionOf(rulebook, one.id, start) : null
  if (promotion?.kind !== 'contract') return []
  const until = one.lastDay ?? one.lastMonth
  const monthsLeft = until === null ? null : monthsUntil(dayOf(start, rulebook.policy.zone), until)
  if (monthsLeft !== null && monthsLeft <= 0) return []
  return [{ id: one.id, name: promotion.name, until, monthsLeft, minimum: promotion.minimum }]
}

/** From the month of a day to that of an end, both included; none when the end has passed. */
function monthsUntil(day: string, end: string): number {
  if (!isMonth(end) && end < day) return 0
  const month = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
  return month(end) - month(day) + 1
}
