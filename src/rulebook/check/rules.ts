/** What is wrong with a rule by itself: its moment, its dates, what it is told once per. */
import { faultAt, type RulebookFault } from '../fault.ts'
import { didYouMean, listed } from '../nearest-word.ts'
import { kindOf, namesOf, oncePerOf, viewOf, type ViewShape } from '../trigger.ts'
import type { RuleItem } from '../manuscript.ts'
import { placeIn } from '../yaml/item.ts'

export function ownFaults(item: RuleItem): readonly RulebookFault[] {
  return [...momentFaults(item), ...oncePerFaults(item), ...dateFaults(item), ...groupFaults(item)]
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
