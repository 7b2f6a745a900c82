/**
 * Customers of the siege, and what their operator reports about them; with each fact goes what it may lead to at most,
 * worked out here by hand and by nothing of ours.
 */
import { Dice } from '../simulation/dice.ts'

/** How many messages of a rule a fact may lead to at most. */
type Leads = Readonly<Record<string, number>>

export interface Fact {
  readonly source: string
  readonly id: string
  /** A CloudEvent as it is sent. */
  readonly event: Readonly<Record<string, unknown>>
  readonly line: Line
  readonly leads: Leads
  /** `future`: dated too far ahead, to be set aside. */
  readonly kind: 'plain' | 'future'
}

export interface Line {
  readonly account: string
  readonly line: string
  /** International. */
  readonly number: string
  /** Where the customer is while non-urgent things are told. */
  readonly zone: 'Asia/Shanghai' | 'America/New_York'
}

/** The next fact is told only when the former has been acknowledged: else the order is anybody's guess. */
interface Customer extends Line {
  readonly inTurn: boolean
  readonly told: Telling[]
}

interface Telling {
  readonly source: string
  readonly type: string
  readonly about: 'line' | 'account'
  readonly data: Readonly<Record<string, unknown>>
  readonly leads: Leads
  readonly kind?: 'future'
  /** It happened so long before it is told. */
  readonly agoMs?: number
}

const activeMax = 40
const dayMs = 86_400_000
const mb = 1_048_576

export class Customers {
  readonly #dice: Dice
  #made = 0
  #facts = 0
  /** Those about whom there is more to tell. */
  #active: Customer[] = []
  /** Lines with an unacknowledged fact. */
  readonly #waiting = new Set<string>()
  readonly lines = new Map<string, Line>()

  constructor(seed: string) {
    this.#dice = new Dice(`${seed}/customers`)
  }

  /** The next fact, true at `now`. */
  next(now: number): Fact {
    const free = this.#active.filter(customer => !customer.inTurn || !this.#waiting.has(customer.line))
    const isFull = this.#active.length >= activeMax && free.length > 0
    const customer =
      isFull || (free.length > 0 && this.#dice.happens(0.8)) ? this.#dice.pick(free) : this.#newcomer(now)
    if (customer.inTurn) this.#waiting.add(customer.line)
    return this.#tell(customer, now)
  }

  /** The openings that somebody's question still waits for. */
  owed(now: number): readonly Fact[] {
    const owing = this.#active.filter(({ told }) => told[0]?.agoMs !== undefined)
    return owing.map(customer => this.#tell(customer, now))
  }

  acknowledged({ line }: Fact): void {
    this.#waiting.delete(line.line)
  }

  #tell(customer: Customer, now: number): Fact {
    const telling = customer.told.shift()!
    if (customer.told.length === 0) this.#active = this.#active.filter(one => one !== customer)
    this.#facts += 1
    return factOf(customer, telling, { id: `${telling.type}-${this.#facts}`, now })
  }

  #newcomer(now: number): Customer {
    this.#made += 1
    const n = this.#made
    const isAbroad = n % 5 === 0
    const account = `K${n}`
    const line: Line = {
      account,
      line: `${account}-1`,
      number: `+86138${String(n).padStart(8, '0')}`,
      zone: isAbroad ? 'America/New_York' : 'Asia/Shanghai',
    }
    const told = isAbroad ? travels(line, this.#dice) : staysAtHome(line, { dice: this.#dice, now })
    // Here and there the CRM tells of a line only after its customer has asked something: that question waits.
    const isEarly = n % 7 === 3
    if (isEarly) told.splice(0, 1, query, { ...told[0]!, agoMs: 60_000 })
    const customer = { ...line, inTurn: isAbroad || isEarly || this.#dice.happens(0.5), told }
    this.#active.push(customer)
    this.lines.set(line.number, line)
    return customer
  }
}

function staysAtHome(line: Line, { dice, now }: { dice: Dice; now: number }): Telling[] {
  const usage = (percent: number, leads: Leads): Telling => used(percent, { leads, now })
  const story = [
    usage(70, {}),
    usage(85, { 'data-used-80': 1 }),
    usage(103, { 'data-used-100': 1, 'data-left-low': 1 }),
    usage(210, { 'data-used-beyond': 1 }),
    balance(25, {}),
    balance(8, { 'low-balance': 1 }),
  ].filter(() => dice.happens(0.7))
  const rest = [...story, query, query, ...(dice.happens(0.1) ? [fromTheFuture] : [])]
  return [opening(line, {}), payment, ...(dice.happens(0.5) ? rest : dice.shuffled(rest))]
}

/** An older customer, already abroad when the balance runs low. */
function travels(line: Line, dice: Dice): Telling[] {
  const arrival: Telling = {
    source: 'hlr',
    type: 'roaming.registered',
    about: 'line',
    data: { mcc: '310' },
    leads: { 'roaming-arrived-calls': 1, 'roaming-arrived-data': 1, 'roaming-arrived-data-limit': 1 },
  }
  const low = balance(8, { 'low-balance': 1 })
  return [
    opening(line, { joinedOn: '2020-02-02' }),
    arrival,
    low,
    query,
    ...(dice.happens(0.5) ? [query] : []),
  ]
}

const opening = ({ line, number }: Line, more: { joinedOn?: string }): Telling => ({
  source: 'crm',
  type: 'line.opened',
  about: 'account',
  data: {
    line,
    number,
    name: '王小明',
    brand: 'easyown',
    planId: 'easyown-18',
    packIds: ['data-10'],
    payMode: 'prepaid',
    language: 'zh-CN',
    province: 'zhejiang',
    city: 'taizhou',
    ...more,
  },
  leads:
    more.joinedOn === undefined
      ? { 'opening-pack-tariff': 1, 'opening-pack-offer': 1, 'opening-survey': 1 }
      : {},
})

const payment: Telling = {
  source: 'boss',
  type: 'payment.received',
  about: 'line',
  data: { amountMicroYuan: 50_000_000, balanceMicroYuan: 50_000_000, purpose: 'opening', method: 'counter' },
  leads: { 'opening-recharge': 1 },
}

const query: Telling = {
  source: 'crm',
  type: 'query.performed',
  about: 'line',
  data: { kind: 'call-detail', channel: 'web', verifiedBy: 'service-password', month: '2026-10' },
  leads: { 'sensitive-query': 1 },
}

const fromTheFuture: Telling = { ...query, leads: {}, kind: 'future' }

const balance = (yuan: number, leads: Leads): Telling => ({
  source: 'boss',
  type: 'balance.reported',
  about: 'line',
  data: { balanceMicroYuan: yuan * 1_000_000 },
  leads,
})

function used(percent: number, { leads, now }: { leads: Leads; now: number }): Telling {
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
  const period = { periodStart: day(now - 5 * dayMs), periodEnd: day(now + 20 * dayMs) }
  const amount = { usedBytes: percent * mb, allowanceBytes: 100 * mb }
  return {
    source: 'ocs',
    type: 'usage.reported',
    about: 'line',
    data: { bucketId: 'main', kind: 'data', ...period, ...amount },
    leads,
  }
}

function factOf(line: Line, telling: Telling, { id, now }: { id: string; now: number }): Fact {
  const { source, type, about, data, leads, kind = 'plain', agoMs = 0 } = telling
  const subject = about === 'account' ? `account:${line.account}` : `tel:${line.number}`
  const time = new Date(kind === 'future' ? now + 3_600_000 : now - agoMs).toISOString()
  const { account, line: name, number, zone } = line
  const event = { specversion: '1.0', source, id, type, time, subject, data }
  return { source, id, event, line: { account, line: name, number, zone }, leads, kind }
}
