/** What was sent, and what was acknowledged: the outside view that the books must agree with. */
import { Dice } from '../simulation/dice.ts'
import { Customers, type Fact } from './customer.ts'

export interface Answer {
  readonly state: 'decided' | 'duplicate' | 'waiting' | 'set-aside' | 'refused'
  readonly reason?: string
}

/** One event on its way; several may carry the same fact. */
export interface Parcel {
  readonly event: Readonly<Record<string, unknown>>
  readonly fact: Fact
  /** `again`: of a fact acknowledged before. `conflict`: its id with another body or time. */
  readonly errand: 'first' | 'again' | 'conflict'
}

const keyOf = ({ source, id }: Fact): string => `${source}/${id}`

export class Ledger {
  readonly customers: Customers
  readonly facts = new Map<string, Fact>()
  /** First answer, by source and id. */
  readonly acknowledged = new Map<string, Answer>()
  /** Ids of which a conflicting version was answered. */
  readonly conflicts = new Set<string>()
  /** All answers received, duplicates and conflicts included. */
  readonly answers = { decided: 0, duplicate: 0, waiting: 0, 'set-aside': 0, refused: 0 }
  /** Answers that contradict earlier ones. */
  readonly contradictions: string[] = []
  sent = 0
  readonly #dice: Dice
  #unanswered: Parcel[] = []
  /** Acknowledged as decided: may be sent again. */
  readonly #decided: Fact[] = []

  constructor(seed: string) {
    this.customers = new Customers(seed)
    this.#dice = new Dice(`${seed}/ledger`)
  }

  get unanswered(): number {
    return this.facts.size - this.acknowledged.size
  }

  /** Something to send: what was not answered first of all, now and then something known, else something new. */
  draw(now: number): Parcel {
    return this.drawUnanswered() ?? this.#repeated() ?? this.#fresh(now)
  }

  drawUnanswered(): Parcel | null {
    return this.#unanswered.shift() ?? null
  }

  /** Of what was acknowledged, some again. */
  drawAgain(): Parcel | null {
    if (this.#decided.length === 0) return null
    const fact = this.#dice.pick(this.#decided)
    return { event: fact.event, fact, errand: 'again' }
  }

  /** No answer came; a repetition need not be repeated. */
  returned(parcels: readonly Parcel[]): void {
    this.#unanswered.push(...parcels.filter(parcel => parcel.errand === 'first'))
  }

  /** Nobody's question is to wait for ever: the openings that were to come are the next to be sent. */
  owe(now: number): void {
    for (const fact of this.customers.owed(now)) this.#unanswered.push(this.#firstOf(fact))
  }

  answered(parcel: Parcel, answer: Answer): void {
    const { fact, errand } = parcel
    this.answers[answer.state] += 1
    const no = contradiction(parcel, answer, this.acknowledged.get(keyOf(fact)))
    if (no !== null) this.contradictions.push(`${keyOf(fact)} (${errand}): ${no}`)
    if (errand === 'conflict') this.conflicts.add(keyOf(fact))
    if (errand !== 'first') return
    this.acknowledged.set(keyOf(fact), answer)
    this.customers.acknowledged(fact)
    if (answer.state === 'decided' || answer.state === 'duplicate') this.#decided.push(fact)
  }

  #fresh(now: number): Parcel {
    return this.#firstOf(this.customers.next(now))
  }

  #firstOf(fact: Fact): Parcel {
    this.facts.set(keyOf(fact), fact)
    return { event: fact.event, fact, errand: 'first' }
  }

  #repeated(): Parcel | null {
    const roll = this.#dice.fraction()
    if (roll > 0.08 || this.#decided.length === 0) return null
    const fact = this.#dice.pick(this.#decided)
    return {
      event: roll > 0.02 ? fact.event : otherwise(fact, this.#dice),
      fact,
      errand: roll > 0.02 ? 'again' : 'conflict',
    }
  }
}

/**
 * The same id with another body or, where no number has to be looked up by it, an earlier time. (A later time is
 * recognised only while the id is among the account's last eight: design §5, Duplicates.)
 */
function otherwise({ event }: Fact, dice: Dice): Fact['event'] {
  if (event['type'] === 'line.opened' && dice.happens(0.5)) {
    return { ...event, time: new Date(Date.parse(String(event['time'])) - 1_000).toISOString() }
  }
  const change = otherBody[String(event['type'])]!
  return { ...event, data: { ...(event['data'] as object), ...change } }
}

const otherBody: Readonly<Record<string, object>> = {
  'line.opened': { city: 'ningbo' },
  'payment.received': { amountMicroYuan: 1 },
  'query.performed': { channel: 'hotline' },
  'usage.reported': { usedBytes: 1 },
  'balance.reported': { balanceMicroYuan: 1 },
  'roaming.registered': { mcc: '440' },
}

/** What an answer may not be, given what was answered before. */
function contradiction({ fact, errand }: Parcel, answer: Answer, before: Answer | undefined): string | null {
  const said = answer.reason === undefined ? answer.state : `${answer.state} ${answer.reason}`
  if (errand === 'conflict')
    return said === 'set-aside conflict' ? null : `another version was answered "${said}"`
  if (errand === 'again') return said === 'duplicate' ? null : `decided before, then answered "${said}"`
  if (before !== undefined) return `acknowledged twice: "${before.state}", then "${said}"`
  if (fact.kind === 'future') return said === 'set-aside from-the-future' ? null : `answered "${said}"`
  return ['decided', 'duplicate', 'waiting'].includes(answer.state) ? null : `answered "${said}"`
}
