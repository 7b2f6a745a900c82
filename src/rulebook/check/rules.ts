/** What is wrong with a rule by itself: its moment, its dates, what it is told once per. */
import { faultAt, type RulebookFault } from '../fault.ts'
import { didYouMean, listed } from '../nearest-word.ts'
import { kindOf, namesOf, oncePerOf, viewOf, type ViewShape } from '../trigger.ts'
import type { RuleItem } from '../manuscript.ts'
import { placeIn } from '../yaml/item.ts'

export function ownFaults(item: RuleItem): readonly RulebookFault[] {
  return [
    ...momentFaults(item),
    ...oncePerFaults(item),
    ...dateFaults(item),
    ...groupFaults(item),
    ...contactFaults(item),
  ]
}

/**
 * Contacts are no customers (TP9-04): they are told codes and arrears, nothing else. They cannot order or cancel a kind of
 * reminder, and that they know is no warning of the customer.
 */
function contactFaults(item: RuleItem): readonly RulebookFault[] {
  const { to, kind, class: one, choice, 'warns-of-arrears': warns } = item.value.send
  const refused = (
    field: 'to' | 'choice' | 'warns-of-arrears',
    message: string,
    hint: string,
  ): RulebookFault => faultAt(placeIn(item, 'send', field), 'contacts-refused', { message, hint })
  if (to === 'line') {
    const asks = [item.value.when, item.value.send.still].some(source => /\bcontact\./.test(source ?? ''))
    const message = 'a condition on the contact, but the rule tells the customer'
    return asks ? [faultAt(placeIn(item, 'id'), 'contacts-refused', { message, hint: 'to: contacts' })] : []
  }
  const isAllowed = one === 'code' || kind === 'arrears'
  return [
    ...(isAllowed
      ? []
      : [refused('to', `contacts are not told what is of kind ${kind}`, 'kind: arrears, or class: code')]),
    ...(choice === undefined
      ? []
      : [refused('choice', 'a contact orders and cancels nothing', 'take choice out')]),
    ...(warns
      ? [refused('warns-of-arrears', 'a contact who knows is no customer who was warned', 'take it out')]
      : []),
  ]
}

const dateKinds = new Set(['instant', 'day', 'month'])

function momentFaults(item: RuleItem): readonly RulebookFault[] {
  const { anchor } = item.value.send.at
  if (anchor === null) return []
  const shape = viewOf(item.value.on)
  const kind = kindOf(shape, anchor)
  if (kind !== null && dateKinds.has(kind)) return []
  const dates = datesOf(shape)
  const message =
    kind === null ? `there is no "${anchor}" here` : `${anchor} (${kind}) is no time to count from`
  const hint = didYouMean(anchor, dates, `times of ${item.value.on}: ${listed(dates)}`)
  return [faultAt(placeIn(item, 'send', 'at'), 'moment-refused', { message, hint })]
}

function datesOf(shape: ViewShape): string[] {
  return namesOf(shape).filter(name => name !== 'now' && dateKinds.has(kindOf(shape, name) ?? ''))
}

function oncePerFaults(item: RuleItem): readonly RulebookFault[] {
  const allowed = oncePerOf(item.value.on)
  return (item.value.send['once-per'] ?? []).flatMap((name, at) => {
    if (allowed.includes(name)) return []
    const message = `${item.value.on} has no ${name} to be told once per`
    return [
      faultAt(placeIn(item, 'send', 'once-per', at), 'once-per-refused', {
        message,
        hint: `one of: ${listed(allowed)}`,
      }),
    ]
  })
}

function dateFaults(item: RuleItem): readonly RulebookFault[] {
  const { from, until } = item.value
  if (from === undefined || until === undefined || from <= until) return []
  const message = `the rule ends (${until}) before it begins (${from})`
  return [
    faultAt(placeIn(item, 'until'), 'dates-reversed', { message, hint: 'until is the last day in force' }),
  ]
}

function groupFaults(item: RuleItem): readonly RulebookFault[] {
  const { group, order } = item.value.send
  if ((group === undefined) === (order === undefined)) return []
  const [field, message] =
    group === undefined
      ? (['order', 'an order without a group'] as const)
      : (['group', `the rule has no order in the group "${group}"`] as const)
  return [
    faultAt(placeIn(item, 'send', field), 'group-order-missing', {
      message,
      hint: 'group and order go together: group: opening, order: 1',
    }),
  ]
}
