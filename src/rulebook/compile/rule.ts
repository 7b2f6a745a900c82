/** One rule as the core evaluates it, with the faults of its conditions told at their characters. */
import type { Condition, Rule, Trigger } from '../../core/rule/rule.ts'
import type { ReminderClass } from '../../core/reminder.ts'
import { compileCondition, type CelScope } from '../cel/condition.ts'
import { faultAt, type RulebookFault } from '../fault.ts'
import { audienceOf } from '../format/audience.ts'
import type { WrittenRule } from '../format/touchpoint.ts'
import type { RuleItem } from '../manuscript.ts'

/** How long a reminder is of use unless its rule says otherwise (design §3). */
export const usefulForMs: Readonly<Record<ReminderClass, number>> = {
  code: 5 * 60_000,
  'real-time': 2 * 3_600_000,
  notice: 24 * 3_600_000,
  courtesy: 72 * 3_600_000,
  marketing: 72 * 3_600_000,
}

/** A rule is made even where a condition has a fault, so that others can refer to it; it is never used then. */
export interface CompiledRule {
  readonly rule: Rule
  readonly item: RuleItem
  readonly faults: readonly RulebookFault[]
}

export function compileRule(item: RuleItem, scope: (trigger: Trigger) => CelScope): CompiledRule {
  const { value } = item
  const cel = scope(value.on)
  const when = conditionOf(item, ['when'], cel)
  const still = conditionOf(item, ['send', 'still'], cel)
  const rule: Rule = {
    id: value.id,
    touchpoint: item.touchpoint,
    on: value.on,
    when: when.condition,
    audience: audienceOf(value.audience),
    from: value.from ?? null,
    until: value.until ?? null,
    source: value.source,
    ...sendOf(value.send),
    still: still.condition,
  }
  return { rule, item, faults: [...when.faults, ...still.faults] }
}

function sendOf(send: WrittenRule['send']) {
  const told = send['unless-told']
  return {
    to: send.to,
    at: send.at,
    template: send.template,
    class: send.class,
    usefulForMs: send['useful-for'] ?? usefulForMs[send.class],
    factsNotOlderThanMs: send['facts-not-older-than'] ?? null,
    oncePer: send['once-per'] ?? [],
    supersedes: send.supersedes ?? [],
    unlessTold: told === undefined ? null : { rules: told.rules, withinMs: told.within },
    group: send.group ?? null,
    order: send.order ?? 0,
    ladder: send.ladder,
    choice: send.choice ?? null,
    warnsOfArrears: send['warns-of-arrears'],
    mandatory: send.mandatory,
    priority: send.priority,
  }
}

type Field = readonly ['when'] | readonly ['send', 'still']

function conditionOf(
  item: RuleItem,
  field: Field,
  cel: CelScope,
): { condition: Condition | null; faults: RulebookFault[] } {
  const source = field.length === 1 ? item.value.when : item.value.send.still
  if (source === undefined) return { condition: null, faults: [] }
  const { condition, faults } = compileCondition(source, cel)
  const path = [...item.path, ...field]
  return {
    condition,
    faults: faults.map(fault =>
      faultAt(item.file.placeWithin(path, fault.start, fault.end - fault.start), fault.code, fault),
    ),
  }
}
