/**
 * The state of one account, as `decide` sees it: immutable, each change gives a new one.
 *
 * Cold changes on orders, hot on usage; they are two rows in the store (see `state-text.ts`).
 */
import type { AccountId, LineId } from '../event/event.ts'
import type {
  Brand,
  BucketKind,
  ChannelName,
  ChargeKind,
  FactOf,
  Language,
  PayMode,
  StandingState,
} from '../event/facts.ts'
import type { OpenReminder } from '../reminder.ts'
import type { Bytes, Instant, MicroYuan } from '../units.ts'

export const linesMax = 16

export interface Preferences {
  readonly channel: ChannelName | null
  readonly activeHours: { readonly from: string; readonly to: string } | null
  readonly marketingConsent: boolean
  readonly subscribed: readonly string[]
  readonly unsubscribed: readonly string[]
  /** When each of these was last spoken of, kinds as `kind/<id>`: an older word never overrides a newer one. */
  readonly since: readonly (readonly [what: string, at: Instant])[]
}

/** A service or promotion that a line holds. */
export interface Subscription {
  readonly id: string
  readonly kind: 'service' | 'promotion'
  readonly since: string
  /** Last day or month, where one is known; for a service the last day of its trial. */
  readonly lastDay: string | null
  readonly lastMonth: string | null
  /** Of a monthly return: the day of the month that BOSS named for it; null where it named none. */
  readonly returnDay: number | null
}

/** Subscriptions per line; the oldest go first. */
export const subscriptionsMax = 64

export interface Line {
  readonly id: LineId
  readonly brand: Brand
  readonly planId: string
  readonly packIds: readonly string[]
  readonly payMode: PayMode
  readonly star: number
  readonly vip: FactOf<'line.opened'>['vip']
  readonly language: Language
  readonly province: string
  readonly city: string
  readonly birthYear: number | null
  readonly openedAt: Instant
  readonly closedAt: Instant | null
  readonly preferences: Preferences
  readonly subscriptions: readonly Subscription[]
}

/** Head of unified payment (TP2-03…07): members are accounts of their own, linked by id. */
export interface PaymentGroup {
  readonly role: 'single' | 'head' | 'member'
  readonly head: AccountId | null
  readonly members: number
}

/** A family net has few members; so each change of it stays within one fan-out. */
export const familyMax = 99

/** Head and members are accounts of their own (TP2-10…19); only the head knows the others. */
export interface FamilyNet {
  readonly head: AccountId | null
  readonly members: readonly AccountId[]
}

/** Contacts per account, those who have been removed with them. */
export const contactsMax = 16

/** Somebody who is no customer and has no line here, but is told of arrears (TP9-04); see `contact.ts`. */
export interface Contact {
  readonly id: string
  /** How often it has been named: each time perhaps with another number, and so another recipient. */
  readonly times: number
  /** The line that it is for; null for the account as a whole. */
  readonly line: LineId | null
  readonly role: FactOf<'contact-person.named'>['role']
  readonly aboutMasked: string
  /** The newest word of it; one who was removed stays, so that older words do not bring them back. */
  readonly asOf: Instant
  readonly removed: boolean
}

/** Blocks per account; those that have ended are forgotten with the next one. */
export const blocksMax = 32

/** What staff may keep from a customer for a time: a touchpoint's reminders, or those of one rule. */
export type BlockKind = 'touchpoint' | 'rule'

/** Reminders that staff keep from a customer for a time (NF-12): asked for by one, approved by another. */
export interface Block {
  /** That of the request which was approved. */
  readonly id: string
  readonly kind: BlockKind
  readonly value: string
  /** Null for all lines. */
  readonly line: LineId | null
  /** Ends by itself. */
  readonly until: Instant
  readonly askedBy: string
  readonly approvedBy: string
}

export interface Cold {
  readonly lines: readonly Line[]
  readonly payment: PaymentGroup
  readonly family: FamilyNet
  /** Accounts whose broadband stops with this one's number (TP9-12). */
  readonly dependents: readonly AccountId[]
  readonly contacts: readonly Contact[]
  readonly blocks: readonly Block[]
}

/** The newest bill that is to be paid (post-paid). */
export interface Bill {
  readonly month: string
  readonly due: MicroYuan
  readonly payBy: string
  /** Null for a bill from before this was kept: then nobody is dunned for it on a guess. */
  readonly payer: FactOf<'bill.issued'>['payer'] | null
  /** The line that it was stated for; null: the account. */
  readonly line: LineId | null
  readonly issuedAt: Instant
}

/** What one kind of use has cost since a day. */
export interface Charges {
  readonly line: LineId
  readonly kind: ChargeKind
  readonly since: string
  readonly amount: MicroYuan
}

export interface Meter {
  readonly bucket: string
  readonly line: LineId
  readonly kind: BucketKind
  /** First instant of the period and first instant after it. */
  readonly from: Instant
  readonly until: Instant
  readonly used: Bytes
  readonly allowance: Bytes
  /** Event time of the newest report that it contains. */
  readonly asOf: Instant
}

/**
 * Something has been said: `key` names rule, line and period or spell; kept until `until`.
 * `armed` means that it may be said once more (the balance rose again, a bigger bucket, a correction);
 * `times` then numbers the next reminder's id.
 */
export interface Told {
  readonly key: string
  readonly rule: string
  readonly line: LineId
  /** The counter and limit it spoke of, null for rules that are not about usage. */
  readonly bucket: string | null
  readonly measure: 'percent' | 'used' | 'left' | null
  readonly limit: number | null
  /** First instant of the counter's period, null for rules that are not about usage. */
  readonly period: Instant | null
  /** 0 when its reminder was withheld before it left, so that nothing has been said. */
  readonly at: Instant
  readonly until: Instant
  readonly times: number
  readonly armed: boolean
}

export interface Hot {
  /** Number of events decided: the account's own decision number. */
  readonly decisions: number
  /** How far the account has been advanced. */
  readonly time: Instant
  /** Hashes of the last eight (source, id), newest last, with their times; see `duplicates.ts`. */
  readonly ring: readonly RingEntry[]
  readonly floor: Instant
  readonly balance: { readonly amount: MicroYuan; readonly asOf: Instant } | null
  readonly validity: { readonly untilDay: string; readonly asOf: Instant } | null
  /** `asOf`: the newest report of it, which need not have changed it. */
  readonly standing: { readonly state: StandingState; readonly since: Instant; readonly asOf: Instant }
  /** When a warning of the present spell of low balance reached the handset (G6). */
  readonly warnedAt: Instant | null
  readonly meters: readonly Meter[]
  /** Lines registered abroad: where, since when. */
  readonly abroad: readonly { readonly line: LineId; readonly mcc: string; readonly asOf: Instant }[]
  readonly told: readonly Told[]
  /** Capped reminders planned for a local day, for the frequency cap. */
  readonly days: readonly { readonly line: LineId; readonly day: string; readonly count: number }[]
  /** Failures in a row by channel: the reach history that orders the ladder. */
  readonly misses: readonly { readonly channel: ChannelName; readonly count: number }[]
  readonly open: readonly OpenReminder[]
  readonly bill: Bill | null
  readonly charges: readonly Charges[]
}

export interface RingEntry {
  /** 32 bits of source and id, see `eventHash`. */
  readonly hash: number
  readonly time: Instant
}

export interface Account {
  readonly id: AccountId
  readonly cold: Cold
  readonly hot: Hot
}

export const emptyCold: Cold = {
  lines: [],
  payment: { role: 'single', head: null, members: 0 },
  family: { head: null, members: [] },
  dependents: [],
  contacts: [],
  blocks: [],
}
export const emptyHot: Hot = {
  decisions: 0,
  time: 0,
  ring: [],
  floor: 0,
  balance: null,
  validity: null,
  standing: { state: 'normal', since: 0, asOf: 0 },
  warnedAt: null,
  meters: [],
  abroad: [],
  told: [],
  days: [],
  misses: [],
  open: [],
  bill: null,
  charges: [],
}

/** An account of which nothing is known yet. */
export const newAccount = (id: AccountId): Account => ({ id, cold: emptyCold, hot: emptyHot })
