/** Layers of rules (TP0-19): who speaks instead of whom must be beyond doubt. */
import { isWithin, overlaps } from '../compile/override.ts'
import type { CompiledRule } from '../compile/rule.ts'
import { faultAt, type RulebookFault } from '../fault.ts'
import { placeIn } from '../yaml/item.ts'
import { replaces } from './groups.ts'

export function overrideFaults(rules: readonly CompiledRule[]): readonly RulebookFault[] {
  const byId = new Map(rules.map(compiled => [compiled.rule.id, compiled]))
  const refused = rules.flatMap(narrow =>
    (narrow.item.value['instead-of'] ?? []).flatMap((id, at) => {
      const wide = byId.get(id)
      const told = wide === undefined ? null : refusalOf(narrow, wide)
      return told === null ? [] : [faultAt(placeIn(narrow.item, 'instead-of', at), 'override-refused', told)]
    }),
  )
  return [...refused, ...ambiguousFaults(rules), ...overlapFaults(rules)]
}

function refusalOf(narrow: CompiledRule, wide: CompiledRule): { message: string; hint: string } | null {
  const id = wide.rule.id
  if (narrow === wide)
    return { message: 'a rule cannot speak instead of itself', hint: 'name the wider rule' }
  if (narrow.rule.on !== wide.rule.on) {
    return {
      message: `${id} starts from ${wide.rule.on}`,
      hint: `only rules on ${narrow.rule.on} can be replaced here`,
    }
  }
  if (narrow.rule.to !== wide.rule.to) {
    const hint = 'only a rule that tells the same people can be replaced'
    return { message: `${id} tells ${wide.rule.to === 'line' ? 'the customer' : 'contacts'}`, hint }
  }
  if (narrow.rule.from !== null || narrow.rule.until !== null) {
    return {
      message: 'a rule that speaks instead of another has no dates of its own',
      hint: `take from and until out: it holds while ${id} does`,
    }
  }
  const [a, b] = [narrow.rule.audience, wide.rule.audience]
  if (isWithin(a, b) && !isWithin(b, a)) return null
  return {
    message: `the audience is not narrower than that of ${id}`,
    hint: 'add a scope (province, then city) or a brand',
  }
}

/** Two rules that both speak instead of a third, to customers whom they may share. */
function ambiguousFaults(rules: readonly CompiledRule[]): readonly RulebookFault[] {
  return pairsOf(rules.filter(({ item }) => item.value['instead-of'] !== undefined)).flatMap(([a, b]) => {
    const shared = b.item.value['instead-of']!.find(id => a.item.value['instead-of']!.includes(id))
    if (shared === undefined || replaces(a, b) || !overlaps(a.rule.audience, b.rule.audience)) return []
    const message = `${a.rule.id} and this rule both speak instead of ${shared}, and may meet`
    const hint = `make their audiences disjoint, or let the narrower one name the other in instead-of`
    return [faultAt(placeIn(b.item, 'instead-of'), 'override-ambiguous', { message, hint })]
  })
}

/** Two rules that would tell one customer of one event twice, by all appearances without wanting to. */
function overlapFaults(rules: readonly CompiledRule[]): readonly RulebookFault[] {
  const byQuestion = Map.groupBy(
    rules,
    ({ rule }) => `${rule.on} ${rule.when?.source.replace(/\s+/g, ' ') ?? ''}`,
  )
  return [...byQuestion.values()].flatMap(same =>
    pairsOf(same)
      .filter(([a, b]) => isTwice(a, b))
      .map(([a, b]) =>
        faultAt(placeIn(b.item, 'id'), 'rules-overlap', {
          message: `${a.rule.id} asks the same: both would speak`,
          hint: 'narrow one audience, name the other in instead-of, or put both into one group',
        }),
      ),
  )
}

function isTwice(a: CompiledRule, b: CompiledRule): boolean {
  const [x, y] = [a.rule, b.rule]
  const apart =
    (x.until !== null && y.from !== null && x.until < y.from) ||
    (y.until !== null && x.from !== null && y.until < x.from)
  const related =
    [x.supersedes, x.unlessTold?.rules ?? []].flat().includes(y.id) ||
    [y.supersedes, y.unlessTold?.rules ?? []].flat().includes(x.id)
  const sameReader = x.to === y.to
  const sameMoment = JSON.stringify(x.at) === JSON.stringify(y.at)
  const grouped = x.group !== null && x.group === y.group
  return (
    sameReader &&
    sameMoment &&
    !grouped &&
    !related &&
    !apart &&
    !replaces(a, b) &&
    overlaps(x.audience, y.audience)
  )
}

function pairsOf<T>(items: readonly T[]): (readonly [T, T])[] {
  return items.flatMap((b, at) => items.slice(0, at).map(a => [a, b] as const))
}
