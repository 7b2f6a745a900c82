/**
 * One event tried on one customer, by `decide` alone: which rules were asked and what each said, and what would be told,
 * in each language. Moments that it enters on the agenda are looked into as well, each at its own time. Nothing is kept.
 */
import type { Account } from '../../core/account/account.ts'
import type { Considered } from '../../core/change.ts'
import { decide } from '../../core/decide.ts'
import type { Event } from '../../core/event/event.ts'
import type { Language } from '../../core/event/facts.ts'
import { language } from '../../core/event/facts.ts'
import { keptFrom } from '../../core/planning/intend.ts'
import { lineBehind } from '../../core/account/contact.ts'
import type { ReminderRow } from '../../core/reminder.ts'
import type { Rulebook } from '../../core/rule/rule.ts'
import { viewOf } from '../../core/rule/view-tree.ts'
import type { Instant } from '../../core/units.ts'
import { smsParts } from '../../core/wording/sms-parts.ts'
import type { World } from '../../core/world.ts'

export interface Asked extends Considered {
  /** When it was asked: at once, or when its moment comes. */
  readonly at: Instant
  /** Null where the rule has none, or was turned down before it was asked. */
  readonly condition: { readonly source: string; readonly holds: boolean } | null
}

export type TrialText =
  | {
      readonly language: Language
      readonly text: string
      readonly parts: number
      readonly encoding: 'gsm7' | 'ucs2'
    }
  | { readonly language: Language; readonly fault: string }

export interface TriedReminder {
  readonly row: ReminderRow
  readonly texts: readonly TrialText[]
}

export interface RuleTrial {
  readonly rules: readonly Asked[]
  readonly reminders: readonly TriedReminder[]
  /** As the event leaves it. */
  readonly account: Account
}

/** Moments looked into; a single fact enters a handful. */
const momentsMax = 50

/** @throws whatever `decide` throws */
export function tryEvent(account: Account, event: Event, world: World): RuleTrial {
  const now = decide(account, event, world)
  const rules = [...asked(now.considered, world)]
  const reminders = now.reminders.map(row => tried(row, now.account, world.rulebook))
  const moments = now.agenda.filter(entry => entry.type === 'moment.due' && entry.account === account.id)
  for (const { id, due, line, body } of moments.slice(0, momentsMax)) {
    const about = { source: '/kairos/agenda', id: `${id}@0`, type: 'moment.due', time: due }
    const moment = { ...about, origin: 'agenda', account: account.id, line, body } as Event
    const then = { ...world, now: due }
    const later = decide(now.account, moment, then)
    rules.push(...asked(later.considered, then))
    reminders.push(...later.reminders.map(row => tried(row, later.account, world.rulebook)))
  }
  return { rules, reminders, account: now.account }
}

/** Said before a rule's condition is looked at. */
const unasked: ReadonlySet<string> = new Set([
  'no-line',
  'no-contact',
  'audience',
  'not-ordered',
  'not-in-force',
  'rule-gone',
])

const asked = (considered: readonly Considered[], { rulebook, now: at }: World): readonly Asked[] =>
  considered.map(({ rule, outcome }) => {
    const when = rulebook.rules.get(rule)?.when ?? null
    const condition =
      when === null || unasked.has(outcome) ? null : { source: when.source, holds: outcome !== 'condition' }
    return { rule, outcome, at, condition }
  })

/** In the words that it would have when it falls due, were nothing to change until then. */
function tried(row: ReminderRow, account: Account, rulebook: Rulebook): TriedReminder {
  const line = lineBehind(account.cold, row.line)
  if (line === null || row.step.state === 'withheld') return { row, texts: [] }
  const now = row.step.due
  const template = rulebook.templates.get(row.template)
  const texts = language.options.map((of): TrialText => {
    const speaking = { ...line, id: row.line, language: of }
    const view = viewOf({ account, line: speaking, kept: keptFrom(row.facts), rulebook, now })
    const rendered = template?.[of].render(view, { zone: rulebook.policy.zone, now })
    if (rendered === undefined) return { language: of, fault: `no template ${row.template}` }
    if (!rendered.ok) return { language: of, fault: rendered.fault }
    const text = rulebook.policy.signature[of] + rendered.text
    const { count, encoding } = smsParts(text)
    return { language: of, text, parts: count, encoding }
  })
  return { row, texts }
}
