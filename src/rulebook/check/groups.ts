/** Groups: members leave in order, so no two that one customer may get have the same place in it (G3). */
import { overlaps } from '../compile/override.ts'
import type { CompiledRule } from '../compile/rule.ts'
import { faultAt, type RulebookFault } from '../fault.ts'
import { didYouMean } from '../nearest-word.ts'
import { placeIn } from '../yaml/item.ts'

/** `isWhole` is false when some rule was refused: it may be the other member. */
export function groupFaults(rules: readonly CompiledRule[], isWhole: boolean): readonly RulebookFault[] {
  const groups = Map.groupBy(
    rules.filter(({ item }) => item.value.send.group !== undefined),
    ({ rule }) => rule.group!,
  )
  return [...groups].flatMap(([group, members]) => [
    ...(isWhole ? aloneFaults(group, members, [...groups.keys()]) : []),
    ...members.flatMap((member, at) => orderFaults(member, members.slice(0, at))),
  ])
}

function aloneFaults(
  group: string,
  members: readonly CompiledRule[],
  groups: readonly string[],
): RulebookFault[] {
  const [only] = members
  if (only === undefined || members.length > 1) return []
  const others = groups.filter(name => name !== group)
  const hint = didYouMean(group, others, 'a group of one needs no group')
  const place = placeIn(only.item, 'send', 'group')
  return [faultAt(place, 'group-alone', { message: `"${group}" has only this member`, hint })]
}

function orderFaults(member: CompiledRule, before: readonly CompiledRule[]): RulebookFault[] {
  const { order } = member.item.value.send
  const same = before.find(
    other =>
      order !== undefined &&
      other.rule.order === order &&
      overlaps(member.rule.audience, other.rule.audience) &&
      !replaces(member, other),
  )
  if (same === undefined) return []
  const message = `${same.rule.id} has the same place ${order} in the group "${member.rule.group}"`
  return [
    faultAt(placeIn(member.item, 'send', 'order'), 'group-order-twice', {
      message,
      hint: 'number the members 1, 2, 3 …',
    }),
  ]
}

/** Whether one of two rules speaks instead of the other. */
export function replaces(a: CompiledRule, b: CompiledRule): boolean {
  const names = (from: CompiledRule, to: CompiledRule): boolean =>
    from.item.value['instead-of']?.includes(to.rule.id) === true
  return names(a, b) || names(b, a)
}
