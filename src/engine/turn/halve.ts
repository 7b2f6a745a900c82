/** A batch in two, to find the item that the database refuses (G10). */
import type { AccountId } from '../../core/event/event.ts'
import { accountOf, type Item } from './item.ts'

/**
 * By account, each half in the order of the whole, so that no account's events change places; a batch of one
 * account is cut in the middle, its first half to be committed first.
 */
export function halves(
  items: readonly Item[],
  holderOf: (item: Item) => AccountId | null,
): readonly [readonly Item[], readonly Item[]] {
  const subjects = new Map(items.map(item => [item, subjectOf(item, holderOf(item))]))
  const distinct = [...new Set(subjects.values())]
  if (distinct.length === 1) {
    const middle = Math.ceil(items.length / 2)
    return [items.slice(0, middle), items.slice(middle)]
  }
  const first = new Set(distinct.slice(0, Math.ceil(distinct.length / 2)))
  const inFirst = (item: Item): boolean => first.has(subjects.get(item)!)
  return [items.filter(inFirst), items.filter(item => !inFirst(item))]
}

/** The account, or the number as long as nobody holds it. */
function subjectOf(item: Item, holder: AccountId | null): string {
  const account = holder ?? accountOf(item)
  if (account !== null) return `account:${account}`
  return item.kind === 'arrival' && item.arrival.subject.kind === 'number'
    ? `tel:${item.arrival.subject.number}`
    : ''
}
