/** One customer of a story: what happens to them is told in verbs, what they see is read from their phone. */
import type { Event, EventType } from '../../src/core/event/event.ts'
import type { FactOf } from '../../src/core/event/facts.ts'
import { type Bytes, type MicroYuan, yuan } from '../../src/core/units.ts'
import { clock } from './clock-words.ts'
import { Handset } from './handset.ts'
import type { Message } from './message.ts'
import { Chronicle } from './chronicle.ts'
import type { Story } from './story.ts'

export type Profile = Omit<FactOf<'line.opened'>, 'line' | 'joinedOn'>

/** When it is told; or when it is told and since when it has been true. */
export type When = string | readonly [told: string, since: string]

interface Usage {
  readonly allowanceMB?: number
  readonly kind?: 'data' | 'roaming-data'
  readonly bucketId?: string
}

const unremarkable: Profile = {
  brand: 'easyown',
  planId: 'easyown-18',
  packIds: [],
  payMode: 'prepaid',
  star: 0,
  vip: 'none',
  language: 'zh-CN',
  province: 'zhejiang',
  city: 'taizhou',
}

const megabytes = (n: number): Bytes => Math.round(n * 1_048_576) as Bytes
const sinceOf = (when: When): string => (typeof when === 'string' ? when : when[1])

export class Customer {
  readonly id: string
  readonly line: string
  readonly chronicle: Chronicle
  readonly handset = new Handset()
  private readonly story: Story
  private readonly profile: Profile

  constructor(story: Story, id: string, profile: Partial<Profile>) {
    this.story = story
    this.id = id
    this.line = `${id}-1`
    this.chronicle = new Chronicle(id)
    this.profile = { ...unremarkable, ...profile }
  }

  // --- what happens -------------------------------------------------------------------------------------

  tell<T extends EventType>(when: When, type: T, body: Extract<Event, { type: T }>['body']): this {
    const told = typeof when === 'string' ? when : when[0]
    this.story.tell(this, { told, since: sinceOf(when) }, { type, body })
    return this
  }

  /** Buys a number today. */
  opens(when: When): this {
    return this.tell(when, 'line.opened', { line: this.line, ...this.profile })
  }

  /** Has been a customer for long and is loaded into Kairos. */
  isLoaded(when: When, joinedOn = '2010-03-01'): this {
    return this.tell(when, 'line.opened', { line: this.line, ...this.profile, joinedOn })
  }

  pays(
    when: When,
    paid: number,
    part: Partial<FactOf<'payment.received'>> & { readonly left: number },
  ): this {
    const { left, ...rest } = part
    const body = {
      amountMicroYuan: yuan(paid),
      balanceMicroYuan: yuan(left),
      purpose: 'top-up',
      method: 'app',
    } as const
    return this.tell(when, 'payment.received', { ...body, ...rest })
  }

  hasLeft(when: When, amount: number, validUntil?: string): this {
    const balanceMicroYuan: MicroYuan = yuan(amount)
    return this.tell(
      when,
      'balance.reported',
      validUntil === undefined ? { balanceMicroYuan } : { balanceMicroYuan, validUntil },
    )
  }

  /** Counters of the calendar month in which it was true. */
  hasUsed(when: When, usedMB: number, usage: Usage = {}): this {
    return this.tell(when, 'usage.reported', this.counter(when, usedMB, usage))
  }

  hasReallyUsed(when: When, usedMB: number, usage: Usage = {}): this {
    return this.tell(when, 'usage.corrected', this.counter(when, usedMB, usage))
  }

  private counter(
    when: When,
    usedMB: number,
    { allowanceMB, kind = 'data', bucketId = kind }: Usage,
  ): FactOf<'usage.reported'> {
    const month = sinceOf(when).slice(0, 7)
    const [year = 0, number = 0] = month.split('-').map(Number)
    const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
    const period = { periodStart: `${month}-01`, periodEnd: `${month}-${last}` }
    const allowance = { usedBytes: megabytes(usedMB), allowanceBytes: megabytes(allowanceMB ?? 0) }
    return { bucketId, kind, ...period, ...allowance }
  }

  registersIn(when: When, mcc: string): this {
    return this.tell(when, 'roaming.registered', { mcc })
  }

  isLookedUp(when: When, part: Partial<FactOf<'query.performed'>> = {}): this {
    const body = { kind: 'call-detail', channel: 'web', verifiedBy: 'service-password-and-code' } as const
    return this.tell(when, 'query.performed', { ...body, ...part })
  }

  is(
    when: When,
    standing: FactOf<'standing.reported'>['standing'],
    reason: FactOf<'standing.reported'>['reason'],
  ): this {
    return this.tell(when, 'standing.reported', { standing, reason })
  }

  isPaidForBy(when: When, head: Customer): this {
    return this.tell(when, 'payment-group.joined', { headAccount: head.id })
  }

  wishes(when: When, wish: FactOf<'preference.changed'>): this {
    return this.tell(when, 'preference.changed', wish)
  }

  changes(when: When, change: FactOf<'profile.changed'>): this {
    return this.tell(when, 'profile.changed', change)
  }

  // --- what is seen -------------------------------------------------------------------------------------

  /** `11-05 10:00 sms opening-survey`, in the order in which they left. */
  get inbox(): readonly string[] {
    return this.chronicle.messages.map(
      ({ decidedAt, channel, rule }) => `${clock(decidedAt)} ${channel} ${rule}`,
    )
  }

  /** The newest message of a rule. */
  got(rule: string): Message {
    const message = this.chronicle.messages.findLast(one => one.rule === rule)
    if (message === undefined) throw new Error(`no ${rule} among ${this.inbox.join(' | ')}`)
    return message
  }

  /** What became of each reminder, sent or not: `data-used-80: delivered`, `low-balance: moot`. */
  get fates(): readonly string[] {
    return [...this.chronicle.rows.values()].map(({ id, rule }) => {
      const { state, reason } = this.chronicle.steps.get(id)!
      return `${rule}: ${reason ?? state}`
    })
  }

  /** Why the newest reminder of a rule ended as it did, as `explain` says it. */
  noteOn(rule: string): string {
    const row = [...this.chronicle.rows.values()].findLast(one => one.rule === rule)
    return row === undefined ? 'never planned' : this.chronicle.steps.get(row.id)!.note
  }
}
