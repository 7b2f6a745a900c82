/** What the injected `decide` was asked, so that the order of an account's decisions is known exactly. */
import type { Decide } from '../pure/turn.ts'

export class Notebook {
  readonly #orders = new Map<string, number>()
  readonly #isCommitPoison: (source: string, id: string) => boolean
  readonly #isPoison: (source: string, id: string) => boolean

  constructor(poisoned: ReadonlySet<string>) {
    const all = [...poisoned]
    // Every other one is digestible, but what follows from it is no valid data.
    const bad = new Set(all.filter((_, n) => n % 2 === 1))
    this.#isCommitPoison = (source, id) => bad.has(`${source} ${id}`)
    this.#isPoison = (source, id) => poisoned.has(`${source} ${id}`) && !bad.has(`${source} ${id}`)
  }

  /** The last word on an event is that of the turn which committed it. */
  orderOf(event: {
    readonly account: string
    readonly source: string
    readonly id: string
    readonly time: number
  }): number {
    return this.#orders.get(keyOf(event)) ?? -1
  }

  watching(decide: Decide): Decide {
    return (account, event, world) => {
      const isOutside = event.origin === 'outside'
      if (isOutside && this.#isPoison(event.source, event.id)) throw new Error('choked')
      const changes = decide(account, event, world)
      this.#orders.set(keyOf(event), changes.account.hot.decisions)
      if (!isOutside || !this.#isCommitPoison(event.source, event.id)) return changes
      const entry = {
        id: 'no\u0000text',
        account: account.id,
        line: null,
        due: world.now,
        type: 'schedule.due',
        body: {},
      }
      return { ...changes, agenda: [...changes.agenda, entry] }
    }
  }
}

const keyOf = (event: {
  readonly account: string
  readonly source: string
  readonly id: string
  readonly time: number
}): string => `${event.account}\0${event.source}\0${event.id}\0${event.time}`
