/** A batch in two, to find the item that the database refuses (G10). */
import type { AccountId } from '../../core/event/event.ts'
import { accountOf, type Item } from './item.ts'
import { numberOf } from './resolve.ts'

/**
 * By account, each half in the order of the whole, so that no account's events change places; a batch of one
 * account is cut in the middle, its first half to be committed first.
 */
export function halves(
  items: readonly Item[],
  holderOf: (item: Item) => AccountId | null,
): readonly [readonly Item[], readonly Item[]] {
  const subjects = subjectsOf(items, holderOf)
  const distinct = [...new Set(subjects.values())]
  if (distinct.length === 1) {
    const middle = Math.ceil(items.length / 2)
    return [items.slice(0, middle), items.slice(middle)]
  }
  const first = new Set(distinct.slice(0, Math.ceil(distinct.length / 2)))
  const inFirst = (item: Item): boolean => first.has(subjects.get(item)!)
  return [items.filter(inFirst), items.filter(item => !inFirst(item))]
}

/**
 * The account, or the number as long as nobody holds it. A number that is opened within the batch ties its former
 * holder and its new one together: which of them an event means depends on what came before it.
 */
function subjectsOf(
  items: readonly Item[],
  holderOf: (item: Item) => AccountId | null,
): ReadonlyMap<Item, string> {
  const tied = new Map<string, string>()
  const end = (name: string): string => {
    const next = tied.get(name)
    return next === undefined ? name : end(next)
  }
  const tie = (a: string, b: string): void => {
    if (end(a) !== end(b)) tied.set(end(a), end(b))
  }
  for (const item of items) {
    if (item.kind !== 'arrival' || item.arrival.type !== 'line.opened') continue
    const account = holderOf(item)
    if (account !== null) tie(`tel:${numberOf(item.arrival)}`, `account:${account}`)
  }
  const subjects = new Map<Item, string>()
  for (const item of items) {
    const account = holderOf(item) ?? accountOf(item)
    const number =
      item.kind === 'arrival' && item.arrival.subject.kind === 'number' ? item.arrival.subject.number : null
    const [own, other] = [
      account === null ? '' : `account:${account}`,
      number === null ? '' : `tel:${number}`,
    ]
    if (own !== '' && tied.has(other)) tie(own, other)
    subjects.set(item, own || other)
  }
  return new Map([...subjects].map(([item, name]) => [item, end(name)]))
}
