/** Once per line, counter, period …: the key of what a reminder says (G2, NF-15). */
import { markOf, markTold, reminderOf } from '../account/told.ts'
import { dayOf, monthOf, startOfNextDay, startOfNextMonth } from '../calendar/zone.ts'
import type { Draft } from '../draft.ts'
import { itemOf } from '../rule/event-view.ts'
import { meterOf } from '../rule/view-tree.ts'
import type { FactValue } from '../reminder.ts'
import type { OncePer } from '../rule/rule.ts'
import type { Instant } from '../units.ts'
import type { Intent } from './plan.ts'

/** How long a mark without an end of its own is kept: as long as the reminders are (13 months). */
const keepMs = 400 * 86_400_000

/** The parts that name it, in the rule's order; empty when the rule has no `once-per`. */
function partsOf(draft: Draft, intent: Intent): readonly string[] {
  return intent.rule.oncePer.flatMap(name => partOf(draft, intent, name))
}

function partOf(draft: Draft, { line, kept }: Intent, name: OncePer): readonly string[] {
  const { zone } = draft.world.rulebook.policy
  switch (name) {
    case 'line':
      return [line.id]
    case 'bucket':
      return [kept.bucket ?? '-']
    case 'period': {
      const meter = meterOf(draft.hot.meters, line.id, kept.bucket)
      return [meter === undefined ? monthOf(kept.at, zone) : dayOf(meter.from, zone)]
    }
    case 'limit':
      return [textOf(kept.event['limit'] ?? kept.event['limitMicroYuan'])]
    case 'day':
      return [dayOf(kept.at, zone)]
    case 'month':
      return [monthOf(kept.at, zone)]
    case 'place':
      return [kept.place ?? '-']
    case 'item':
      return [itemOf(kept.event) ?? '-']
    case 'spell':
    case 'ever':
      return []
  }
}

const textOf = (value: FactValue | undefined): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : '-'

export const keyOf = (draft: Draft, intent: Intent): string =>
  [intent.rule.id, ...partsOf(draft, intent)].join('/')

/** Whether it has been said in this period or spell. */
export function hasBeenSaid(draft: Draft, intent: Intent): boolean {
  if (intent.rule.oncePer.length === 0) return false
  return markOf(draft, keyOf(draft, intent))?.armed === false
}

/** Marks it as said and gives the reminder's id: the key, numbered from the second time on. */
export function say(draft: Draft, intent: Intent): string {
  const { rule, line, kept } = intent
  const at = draft.world.now
  if (rule.oncePer.length === 0) return `${rule.id}/${line.id}/${draft.hot.decisions}`
  const key = keyOf(draft, intent)
  const { measure, limit } = kept.event
  const about = measure === 'percent' || measure === 'used' || measure === 'left' ? measure : null
  const period = meterOf(draft.hot.meters, line.id, kept.bucket)?.from ?? null
  const mark = {
    key,
    rule: rule.id,
    line: line.id,
    bucket: kept.bucket,
    period,
    at,
    until: endOf(draft, intent),
  }
  const times = markTold(draft, { ...mark, measure: about, limit: typeof limit === 'number' ? limit : null })
  return reminderOf({ key, times })
}

/** No mark goes while another rule may still ask after it (`unless-told`). */
const endOf = (draft: Draft, intent: Intent): Instant =>
  Math.max(endOfPeriod(draft, intent), draft.world.now + askedAfterMs(draft, intent))

function askedAfterMs({ world }: Draft, { rule }: Intent): number {
  let longestMs = 0
  for (const { unlessTold } of world.rulebook.rules.values())
    if (unlessTold?.rules.includes(rule.id)) longestMs = Math.max(longestMs, unlessTold.withinMs)
  return longestMs
}

/** A period's mark may go once late reports of it are no longer taken; others are kept for 13 months. */
function endOfPeriod(draft: Draft, { rule, line, kept }: Intent): Instant {
  const { zone } = draft.world.rulebook.policy
  const has = (name: OncePer): boolean => rule.oncePer.includes(name)
  const meter = meterOf(draft.hot.meters, line.id, kept.bucket)
  const late = 3 * 86_400_000
  if (has('period') && meter !== undefined) return meter.until + late
  if (has('day')) return startOfNextDay(kept.at, zone) + late
  if (has('month') || has('period')) return startOfNextMonth(kept.at, zone) + late
  return draft.world.now + keepMs
}
