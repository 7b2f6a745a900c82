/**
 * Where the customers live: moments fall due, systems state facts, facts are under way.
 *
 * One heap holds the moments, another the facts under way, so what is kept grows with the number of
 * customers, never with the length of the span.
 */
import type { Instant } from '../src/core/units.ts'
import { Chance } from './chance.ts'
import type { Civil } from './civil.ts'
import type { Customer } from './customer.ts'
import { deliveries, type Dirt } from './dirt.ts'
import type { Envelope, Fact, Statement } from './envelope.ts'
import type { Errand, Life, Stage } from './errand.ts'
import { deedsOf, type Reading } from './heed.ts'
import { Heap } from './heap.ts'
import { live } from './life.ts'
import type { Person } from './person.ts'
import { loadMs } from './opening.ts'
import { officeMoment } from './rhythm.ts'

/** Facts of one customer in one calendar month: so many statements, and so many that come again. */
const statementsMax = 95
const copiesMax = 5
export const factsMax = statementsMax + copiesMax
/** The last of them are kept for what must not go unsaid: standing, payments, openings, closings. */
const ceilings: Partial<Record<Statement['type'], number>> = {
  'usage.reported': 70,
  'roaming.registered': 80,
  'balance.reported': 85,
}

export interface Ground {
  readonly seed: string
  readonly civil: Civil
  readonly from: Instant
  readonly until: Instant
  readonly dirt: Dirt
  readonly person: (index: number) => Person
  /** Told of every statement as it was made, before its way to the door does anything to it. */
  readonly witness: (event: Envelope) => void
}

export class Town implements Stage {
  readonly civil: Civil
  readonly from: Instant
  readonly until: Instant
  private readonly ground: Ground
  /** Begins every id, so that the facts of two spans never share one. */
  private readonly tag: string
  private readonly moments = new Heap<{ readonly customer: Customer; readonly errand: Errand }>()
  private readonly underWay = new Heap<Fact>()
  /** By number: the customer, and for whom it is named as a contact. */
  private readonly readers = new Map<string, Customer[]>()
  /** Everything up to here has been lived. */
  private lived: Instant

  constructor(ground: Ground) {
    this.ground = ground
    this.civil = ground.civil
    this.from = ground.from
    this.until = ground.until
    this.lived = ground.from
    this.tag = ground.civil.dayAt(ground.from).date.replaceAll('-', '')
  }

  /** Older customers come in the load at the start, new ones some day at the counter. */
  settle(customer: Customer): void {
    this.know(customer)
    const chance = Chance.of(this.ground.seed, 'arrival', customer.person.index)
    if (customer.person.months > 0) {
      return this.wake(customer, this.from + chance.unit() * loadMs, { kind: 'load' })
    }
    const day = this.civil.dayAt(chance.between(this.from, this.until))
    this.wake(customer, Math.max(this.from, day.start + officeMoment(chance)), { kind: 'join' })
  }

  person(index: number): Person {
    return this.ground.person(index)
  }

  wake(customer: Customer, at: Instant, errand: Errand): void {
    const moment = Math.round(at)
    if (moment < this.until) this.moments.push(moment, { customer, errand })
  }

  state({ customer, at }: Life, statement: Statement): void {
    const isNewLine = statement.type === 'line.opened' && customer.person.months === 0
    if (customer.statementsThisMonth >= (ceilings[statement.type] ?? statementsMax)) return
    customer.statementsThisMonth++
    const { source, about, type, data, since } = statement
    const { person } = customer
    const event = {
      specversion: '1.0',
      id: `${this.tag}.${person.account}.${++customer.serial}`,
      source,
      type,
      subject: about === 'account' ? `account:${person.account}` : `tel:${person.numbers[about]!}`,
      time: this.civil.stamp(since === undefined ? at : Math.round(since)),
      datacontenttype: 'application/json',
      data,
    } as Envelope
    this.ground.witness(event)
    const [first, ...copies] = deliveries(this.ground, { event, at, isNewLine })
    this.underWay.push(first!.arrivesAt, first!)
    for (const copy of copies) {
      if (customer.copiesThisMonth++ < copiesMax) this.underWay.push(copy.arrivesAt, copy)
    }
  }

  next(until: Instant, horizon: Instant = Infinity): Fact[] {
    const arrived: Fact[] = []
    for (let at = this.nextAt(horizon); at !== null && at <= until; at = this.nextAt(horizon)) {
      arrived.push(this.underWay.pop().item)
    }
    return arrived
  }

  /**
   * Nothing arrives before it was stated: the first under way is next once no earlier moment is left. What lies after the
   * horizon is not lived yet.
   */
  nextAt(horizon: Instant = Infinity): Instant | null {
    while (this.moments.firstAt <= Math.min(this.underWay.firstAt, horizon) && this.moments.size > 0) {
      const { at, item } = this.moments.pop()
      this.lived = Math.max(this.lived, at)
      live({ stage: this, customer: item.customer, at }, item.errand)
    }
    return this.underWay.size === 0 ? null : this.underWay.firstAt
  }

  /** Nothing is to be lived and nothing under way. */
  get isOver(): boolean {
    return this.moments.size === 0 && this.underWay.size === 0
  }

  /** A handset showed this, now or at a moment to come. What was lived already is not lived anew. */
  read(reading: Reading): void {
    for (const customer of this.readers.get(reading.number) ?? []) {
      for (const { at, errand } of deedsOf(this, customer, reading))
        this.wake(customer, Math.max(at, this.lived), errand)
    }
  }

  private know(customer: Customer): void {
    const { numbers, contact } = customer.person
    const later = contact?.later
    const contacts =
      contact === null ? [] : [contact.number, later?.change === 'replaced' ? later.number : '']
    for (const number of [...numbers, ...contacts])
      this.readers.set(number, [...(this.readers.get(number) ?? []), customer])
  }
}
