/** A change of plan for the second screen (TP2-24): before and after, and the words that go with it. */
import type { Desk } from '../../api/desk.ts'
import { shardOf } from '../../core/account/shard.ts'
import type { Account, Line } from '../../core/account/account.ts'
import { firstLine } from '../../core/account/contact.ts'
import { coldFrom, hotFrom } from '../../core/account/state-text.ts'
import { instantOf, startOfDay } from '../../core/calendar/zone.ts'
import type { Language } from '../../core/event/facts.ts'
import type { Facts } from '../../core/reminder.ts'
import { comparePlans } from '../../core/rule/plan-comparison.ts'
import type { Plan, Rulebook } from '../../core/rule/rule.ts'
import { viewOf } from '../../core/rule/view-tree.ts'
import type { Instant } from '../../core/units.ts'
import { loadAccounts } from '../../store/account.ts'
import { type DecidedEvent, readDecided } from '../../store/account-history.ts'
import { readCaused } from '../../store/reminder-views.ts'
import { noteLook, refuseLook } from './access.ts'
import { shownLines } from './customers.ts'
import { type DeskParts, refuse } from './parts.ts'

/** A change as it was decided. */
interface Change {
  readonly event: DecidedEvent
  readonly type: 'plan.change-ordered' | 'plan.changed'
  readonly from: string | null
  readonly to: string
  /** The first moment of the new plan. */
  readonly start: Instant
}

export function planChangesDesk(parts: DeskParts): Pick<Desk, 'comparePlanChange'> {
  const { database, surroundings, clock } = parts
  return {
    async comparePlanChange({ account: id, eventId }, actor) {
      const no = await refuseLook(parts, actor, id)
      if (no !== null) return no
      const key = { shard: shardOf(id), account: id }
      const event = await readDecided(database, { ...key, eventId })
      const [row] = await loadAccounts(database, [key])
      const rulebook = surroundings.rulebookAt(clock.now())
      const change = event === null ? null : changeOf(event, await formerPlan(parts, key, event), rulebook)
      const account = row === undefined ? null : { id, cold: coldFrom(row.cold), hot: hotFrom(row.hot) }
      const line = account === null ? null : lineOf(account, event?.line ?? null)
      if (change === null || account === null || line === null)
        return refuse('not-found', `${eventId} is no change of plan of this account`)
      await noteLook(parts, actor, { account: id, at: 'plan-change' })
      const shown = await shownLines(parts, { account: id, line: null }, account.cold)
      const { type, from, to, start } = change
      const { before, after, figures, ...rest } = comparePlans(rulebook, {
        from,
        to,
        start,
        held: line.subscriptions,
      })
      return {
        eventId,
        type,
        at: change.event.time,
        numberMasked: shown.find(one => one.line === line.id)?.numberMasked ?? null,
        language: line.language,
        ...rest,
        contracts: [...rest.contracts],
        figures: [...figures],
        before: from === null ? null : planView(from, before),
        after: planView(to, after),
        spoken: {
          'zh-CN': spokenText(change, { account, line, rulebook }, 'zh-CN'),
          en: spokenText(change, { account, line, rulebook }, 'en'),
        },
      }
    },
  }
}

const lineOf = ({ cold }: Account, name: string | null): Line | null =>
  name === null ? firstLine(cold) : (cold.lines.find(({ id }) => id === name) ?? null)

const planView = (id: string, plan: Plan | null) => ({
  id,
  name: plan?.name ?? { 'zh-CN': id, en: id },
  offer: plan?.offer ?? null,
})

/** What it was changed from: as BOSS said it, or as it stood when that was decided; else nobody knows. */
async function formerPlan(
  { database }: DeskParts,
  key: { readonly shard: number; readonly account: string },
  event: DecidedEvent,
): Promise<string | null> {
  const told = event.body['fromPlanId']
  if (typeof told === 'string') return told
  const facts = (await readCaused(database, key, [event])).map(row => row.facts['event'] as Facts)
  return facts.map(one => one['fromPlanId']).find(id => typeof id === 'string') ?? null
}

function changeOf(event: DecidedEvent, from: string | null, { policy }: Rulebook): Change | null {
  const { type, body, time } = event
  const { planId: to, startsOn } = body
  if (typeof to !== 'string' || (type !== 'plan.change-ordered' && type !== 'plan.changed')) return null
  const [year = 0, month = 0, day = 0] = typeof startsOn === 'string' ? startsOn.split('-').map(Number) : []
  const start = day === 0 ? time : instantOf({ year, month, day }, policy.zone)
  return { event, type, from, to, start }
}

interface Around {
  readonly account: Account
  readonly line: Line
  readonly rulebook: Rulebook
}

/** By the catalogue of the same days as the sheet beside it; null when something in it is not known. */
function spokenText(
  { event, type, from, start }: Change,
  { account, line, rulebook }: Around,
  language: Language,
): string | null {
  const template = rulebook.spoken.get(type)?.[language]
  if (template === undefined) return null
  const kept = { trigger: type, event: { ...event.body, fromPlanId: from }, bucket: null, place: null }
  const seen = (now: Instant): Facts =>
    viewOf({ account, line: { ...line, language }, kept: { ...kept, at: event.time }, rulebook, now })
  const { zone } = rulebook.policy
  const view = { ...seen(start), planBefore: seen(startOfDay(start, zone) - 1)['planBefore'] ?? null }
  const rendered = template.render(view, { zone, now: start })
  return rendered.ok ? rendered.text : null
}
