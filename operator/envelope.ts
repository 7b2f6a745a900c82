/** What leaves the operator's systems: CloudEvents 1.0 in JSON, with the types and data of `facts.ts`. */
import type { z } from 'zod'
import type { FactType, facts } from '../src/core/event/facts.ts'
import type { Instant } from '../src/core/units.ts'

/** Billing, customer records, online charging and the network's register of locations. */
export type Source = 'boss' | 'crm' | 'ocs' | 'hlr'

/** The payload before it is checked: amounts are plain numbers, defaults may be left out. */
export type DataOf<T extends FactType> = z.input<(typeof facts)[T]>

type EnvelopeOf<T extends FactType> = {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: Source
  readonly type: T
  /** `tel:+86…` or `account:A…`. */
  readonly subject: string
  /** RFC 3339. */
  readonly time: string
  readonly datacontenttype: 'application/json'
  readonly data: DataOf<T>
}

/** Discriminated by `type`. */
export type Envelope<T extends FactType = FactType> = T extends FactType ? EnvelopeOf<T> : never

/** A fact and the moment at which it reaches the door. */
export interface Fact {
  readonly arrivesAt: Instant
  readonly event: Envelope
}

/** What a system states about a line (its place in the account: 0, 1) or about the whole account. */
export type Statement = {
  [T in FactType]: {
    readonly source: Source
    readonly about: 0 | 1 | 'account'
    readonly type: T
    readonly data: DataOf<T>
    /** When it was true first, where that is not now: what a load tells of the past. */
    readonly since?: Instant
  }
}[FactType]
