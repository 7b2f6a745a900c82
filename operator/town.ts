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

  constructor(ground: Ground) {
    this.ground = ground
    this.civil = ground.civil
    this.from = ground.from
    this.until = ground.until
    this.tag = ground.civil.dayAt(ground.from).date.replaceAll('-', '')
  }

  /** Older customers come in the load at the start, new ones some day at the counter. */
  settle(customer: Customer): void {
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
    const [first, ...copies] = deliveries(this.ground, { event, at, isNewLine })
    this.underWay.push(first!.arrivesAt, first!)
    for (const copy of copies) {
      if (customer.copiesThisMonth++ < copiesMax) this.underWay.push(copy.arrivesAt, copy)
    }
  }

  next(until: Instant): Fact[] {
    const arrived: Fact[] = []
    for (let at = this.nextAt(); at !== null && at <= until; at = this.nextAt()) {
      arrived.push(this.underWay.pop().item)
    }
    return arrived
  }

  /** Nothing arrives before it was stated: the first under way is next once no earlier moment is left. */
  nextAt(): Instant | null {
    while (this.moments.firstAt <= this.underWay.firstAt && this.moments.size > 0) {
      const { at, item } = this.moments.pop()
      live({ stage: this, customer: item.customer, at }, item.errand)
    }
    return this.underWay.size === 0 ? null : this.underWay.firstAt
  }
}
