/**
 * Several customers' days, told in a test: the rulebook that is shipped, the pure core, and a clock that only the teller
 * moves. Whatever falls due meanwhile (moments, words between accounts, messages, receipts) is decided at its own time.
 */
import type { Event } from '../../src/core/event/event.ts'
import { fraction } from '../../src/core/fraction.ts'
import { type AgendaEntry, classes, type OpenReminder } from '../../src/core/reminder.ts'
import type { Instant } from '../../src/core/units.ts'
import type { World } from '../../src/core/world.ts'
import { at, clock } from './clock-words.ts'
import { Customer, type Profile } from './customer.ts'
import type { Receipt } from './handset.ts'
import { realRulebook } from './real-rulebook.ts'

/** Something that waits for its time. Ties leave as dispatch would take them: receipts, agenda, then by lane. */
interface Waiting {
  readonly due: Instant
  readonly turn: readonly (number | string)[]
  readonly run: () => void
}

type Surroundings = Omit<World, 'now' | 'chance'>

/** Items in one story: beyond it something goes round in circles. */
const itemsMax = 20_000

export class Story {
  surroundings: Surroundings = {
    rulebook: realRulebook,
    versions: new Map([[realRulebook.version, realRulebook]]),
    recalled: new Set(),
    pauses: [],
    sendTo: 'everyone',
    channels: new Set(['sms', 'voice', 'staff-call']),
  }
  private now: Instant = 0
  private events = 0
  private readonly customers = new Map<string, Customer>()
  private receipts: readonly (Receipt & { readonly customer: Customer })[] = []

  customer(id: string, profile: Partial<Profile> = {}): Customer {
    const customer = new Customer(this, id, profile)
    this.customers.set(id, customer)
    return customer
  }

  /** Lets time pass; what is due at that very moment happens too. */
  until(end: string): void {
    this.advance(at(end))
    this.now = Math.max(this.now, at(end))
  }

  /** A fact is told at one moment and was true at another, never later. */
  tell(
    customer: Customer,
    moment: { readonly told: string; readonly since: string },
    fact: Pick<Event, 'type' | 'body'>,
  ): void {
    this.until(moment.told)
    if (this.now > at(moment.told)) throw new Error(`the clock stands at ${clock(this.now)} already`)
    this.events += 1
    const { id, line } = customer
    const about = { source: 'boss', id: `fact-${this.events}`, time: at(moment.since), account: id, line }
    this.take(customer, { ...fact, ...about, origin: 'outside' } as Event)
  }

  private advance(end: Instant): void {
    for (let n = 0; n < itemsMax; n += 1) {
      const next = this.nextItem()
      if (next === null || next.due > end) return
      this.now = Math.max(this.now, next.due)
      next.run()
    }
    throw new Error(`more than ${itemsMax} items: going round in circles at ${clock(this.now)}`)
  }

  private nextItem(): Waiting | null {
    let first: Waiting | null = null
    for (const item of this.waiting()) if (first === null || isBefore(item, first)) first = item
    return first
  }

  private *waiting(): Generator<Waiting> {
    for (const receipt of this.receipts) {
      yield { due: receipt.at, turn: [0, receipt.attempt], run: () => this.conclude(receipt) }
    }
    for (const customer of this.customers.values()) {
      for (const entry of customer.chronicle.agenda.values()) {
        yield { due: entry.due, turn: [1, entry.id], run: () => this.wake(customer, entry) }
      }
      for (const open of customer.chronicle.account.hot.open.filter(({ state }) => state === 'planned')) {
        const { decision } = customer.chronicle.rows.get(open.id)!
        const turn = [2, classes.indexOf(open.class), decision, open.id]
        yield { due: open.due, turn, run: () => this.send(customer, open) }
      }
    }
  }

  private wake(customer: Customer, entry: AgendaEntry): void {
    customer.chronicle.agenda.delete(entry.id)
    const { id, due: time, type, account, line, body } = entry
    this.take(customer, { source: 'agenda', id, type, time, origin: 'agenda', account, line, body } as Event)
  }

  private send(customer: Customer, open: OpenReminder): void {
    const { facts } = customer.chronicle.rows.get(open.id)!
    const body = { reminder: open.id, gateway: `gateway-${open.channel}`, facts }
    const about = {
      source: 'dispatch',
      id: `${open.id}@${this.now}`,
      time: this.now,
      account: customer.id,
      line: open.line,
    }
    this.take(customer, { type: 'reminder.due', ...about, origin: 'agenda', body })
  }

  private conclude(receipt: Receipt & { readonly customer: Customer }): void {
    this.receipts = this.receipts.filter(other => other !== receipt)
    const { customer, attempt, gateway, outcome, code, at: time } = receipt
    const body = { attempt, outcome, code, at: time }
    const about = {
      source: gateway,
      id: `receipt-${attempt}`,
      time,
      account: customer.id,
      line: customer.line,
    }
    this.take(customer, { type: 'attempt.concluded', ...about, origin: 'outcome', body })
  }

  private take(customer: Customer, event: Event): void {
    const chance = (salt: string): number => fraction(`${event.source}/${event.id}/${salt}`)
    const changes = customer.chronicle.take(event, { ...this.surroundings, now: this.now, chance })
    for (const entry of changes.agenda) {
      const receiver = this.customers.get(entry.account)
      if (receiver === undefined) throw new Error(`nobody is called ${entry.account}`)
      receiver.chronicle.agenda.set(entry.id, entry)
    }
    const answers = changes.attempts.map(attempt => customer.handset.receiptOf(attempt))
    this.receipts = [
      ...this.receipts,
      ...answers.flatMap(word => (word === null ? [] : [{ ...word, customer }])),
    ]
  }
}

function isBefore(a: Waiting, b: Waiting): boolean {
  if (a.due !== b.due) return a.due < b.due
  for (const [n, mine] of a.turn.entries()) {
    const other = b.turn[n]
    if (other !== undefined && mine !== other) return mine < other
  }
  return false
}
