/**
 * What is open in the simulated time ahead, by account (for the discrete clock): facts of the feed, agenda
 * entries, planned reminders, outcomes. A round takes the earliest of every account.
 */
import type { AccountId } from '../core/event/event.ts'
import type { Instant } from '../core/units.ts'
import type { DueReminder } from '../store/reminder.ts'
import type { Item } from './turn/item.ts'

export interface Open {
  /** What it is: `entry/<account>/<id>`, `due/<account>/<id>`; a later one under the name replaces it. */
  readonly name: string
  readonly account: AccountId
  /** When it falls due: its own `now`. */
  readonly at: Instant
  /** Order among equals: outcomes, reminders by lane, agenda, facts. */
  readonly rank: number
  readonly make: (at: Instant, gateway: string) => Item
  /** For reminders: they also need room at a gateway. */
  readonly reminder: DueReminder | null
  readonly done?: () => void
}

interface Placed extends Open {
  readonly order: number
}

const before = (a: Placed, b: Placed): number => a.at - b.at || a.rank - b.rank || a.order - b.order

export class Pool {
  readonly #byAccount = new Map<AccountId, Placed[]>()
  readonly #byName = new Map<string, Placed>()
  #orders = 0

  get size(): number {
    return this.#byName.size
  }

  put(open: Open): void {
    this.remove(open.name)
    const placed: Placed = { ...open, order: this.#orders }
    this.#orders += 1
    this.#byName.set(open.name, placed)
    const list = this.#byAccount.get(open.account)
    if (list === undefined) this.#byAccount.set(open.account, [placed])
    else list.splice(placeOf(list, placed), 0, placed)
  }

  remove(name: string): void {
    const known = this.#byName.get(name)
    if (known === undefined) return
    this.#byName.delete(name)
    const list = this.#byAccount.get(known.account)!
    list.splice(list.indexOf(known), 1)
    if (list.length === 0) this.#byAccount.delete(known.account)
  }

  get(name: string): Open | undefined {
    return this.#byName.get(name)
  }

  /** The earliest of every account due before `end`, in order of time. */
  earliest(end: Instant): readonly Open[] {
    const firsts: Placed[] = []
    for (const [first] of this.#byAccount.values()) {
      if (first !== undefined && first.at < end) firsts.push(first)
    }
    return firsts.sort(before)
  }

  next(): Instant | null {
    let next: Instant | null = null
    for (const [first] of this.#byAccount.values()) {
      if (first !== undefined && (next === null || first.at < next)) next = first.at
    }
    return next
  }
}

/** Lists are short and mostly grow at their end. */
function placeOf(list: readonly Placed[], placed: Placed): number {
  let at = list.length
  while (at > 0 && before(placed, list[at - 1]!) < 0) at -= 1
  return at
}
