/**
 * The rulebook as the core uses it: compiled, frozen, of one version.
 *
 * `src/rulebook` makes it from YAML; the core only evaluates. Conditions are CEL (side-effect free,
 * type-checked when loaded), moments and templates are compiled once.
 */
import type { Moment } from '../calendar/moment.ts'
import type { RestHours } from '../calendar/rest-hours.ts'
import type { DerivedType } from '../event/derived.ts'
import type { EventType } from '../event/event.ts'
import type { Brand, BucketKind, ChannelName, ChargeKind, Language, PayMode } from '../event/facts.ts'
import type { ReminderClass } from '../reminder.ts'
import type { Bytes, MicroYuan } from '../units.ts'
import type { CompiledTemplate } from '../wording/template.ts'
import type { PaymentGroup } from '../account/account.ts'
import type { View } from './view.ts'

/** What a rule may start from. */
export type Trigger = EventType | DerivedType | 'schedule.due'

export interface Condition {
  /** CEL text, for `explain`. */
  readonly source: string
  /** Never throws for a checked expression; a fault of evaluation is a bug and does throw. */
  test(view: View): boolean
}

export interface Audience {
  readonly brands: readonly Brand[] | null
  readonly payModes: readonly PayMode[] | null
  readonly roles: readonly PaymentGroup['role'][] | null
  readonly stars: readonly number[] | null
  /** `province/zhejiang`, `city/taizhou`, or null for everywhere; narrower rules override wider (TP0-19). */
  readonly scope: string | null
}

/** What `once-per` may name; together with rule and line they make the key. */
export type OncePer =
  'line' | 'bucket' | 'period' | 'limit' | 'day' | 'month' | 'spell' | 'place' | 'item' | 'ever'

export interface Rule {
  readonly id: string
  readonly touchpoint: string
  readonly on: Trigger
  readonly when: Condition | null
  readonly audience: Audience
  /** Whom it speaks to: the line that it is about, or the contacts named for that line (TP9-04). */
  readonly to: 'line' | 'contacts'
  /** When the intent is planned; a later moment waits on the agenda. */
  readonly at: Moment
  readonly template: string
  readonly class: ReminderClass
  readonly usefulForMs: number
  /** Asked again at the moment of sending. */
  readonly still: Condition | null
  readonly factsNotOlderThanMs: number | null
  readonly oncePer: readonly OncePer[]
  /** Open reminders of these rules for the same line are withheld as `superseded`. */
  readonly supersedes: readonly string[]
  /** Not said when one of these rules spoke to the line within the span (CO-39). */
  readonly unlessTold: { readonly rules: readonly string[]; readonly withinMs: number } | null
  readonly group: string | null
  readonly order: number
  readonly ladder: string
  /** A kind that customers order or cancel (SI-17); null = mandatory or governed by class alone. */
  readonly choice: { readonly kind: string; readonly default: 'on' | 'off' } | null
  /** A delivered reminder of this rule counts as the warning before restriction (G6). */
  readonly warnsOfArrears: boolean
  /** The rulebook says that every customer must be told: staff cannot block it (NF-12); see `mandatory.ts`. */
  readonly mandatory: boolean
  /** Among reminders that meet the frequency cap the lower number goes first. */
  readonly priority: number
  /** Effective dates, local days; null = open. */
  readonly from: string | null
  readonly until: string | null
  /** Requirement IDs. */
  readonly source: readonly string[]
}

export interface UsageLimits {
  readonly kind: BucketKind
  readonly allowance: 'some' | 'none' | 'any'
  /** Whole percentages of the allowance. */
  readonly percent: readonly number[]
  /** Each further multiple of so many percent above the last of `percent`; 0 = none. */
  readonly percentEvery: number
  readonly usedBytes: readonly Bytes[]
  readonly usedEveryBytes: Bytes
  readonly leftBytes: readonly Bytes[]
}

export interface BalanceLimit {
  readonly audience: Audience
  readonly atOrBelow: MicroYuan
}

/** Steps of what one kind of use costs: the amounts named, then each further multiple (TP6-19). */
export interface ChargeLimits {
  readonly kind: ChargeKind
  readonly at: readonly MicroYuan[]
  readonly every: MicroYuan
}

export interface Schedule {
  readonly id: string
  /** Only for lines that ordered this kind of reminder; null = for every line. */
  readonly kind: string | null
  /** Days of the month (29–31 clip), or weekdays 1 = Monday; one of them is empty. */
  readonly monthDays: readonly number[]
  readonly weekDays: readonly number[]
  /** Local time HH:MM and the span over which accounts are spread. */
  readonly time: string
  readonly spreadMs: number
}

export interface Rung {
  readonly channel: ChannelName
  /** How long to wait for word of this rung before the next is taken. */
  readonly waitMs: number
}

export interface Policy {
  readonly zone: string
  readonly signature: Readonly<Record<Language, string>>
  readonly rest: RestHours
  /** Classes that may be sent at any hour (NF-04). */
  readonly anyHour: readonly ReminderClass[]
  /** Nothing not urgent is handed over in so many ms before rest begins (G5). */
  readonly lastHandOverMs: number
  /** The morning's and other bursts are spread over so many ms. */
  readonly spreadMs: number
  readonly capPerDay: number
  readonly capped: readonly ReminderClass[]
  readonly waitMaxMs: number
  readonly ladders: Readonly<Record<string, readonly Rung[]>>
  readonly usage: readonly UsageLimits[]
  readonly balance: readonly BalanceLimit[]
  readonly charges: readonly ChargeLimits[]
  readonly schedules: readonly Schedule[]
  /** Sources of facts and how long they may be quiet before an alarm (G13). */
  readonly sources: Readonly<Record<string, { readonly quietAfterMs: number }>>
  readonly partsMax: number
  /** What one part costs, for figures; a channel that is not named has no known price. */
  readonly costPerPart: Readonly<Partial<Record<ChannelName, MicroYuan>>>
}

export interface Plan {
  readonly id: string
  readonly name: Readonly<Record<Language, string>>
  readonly brand: Brand
  readonly monthlyFee: MicroYuan
  readonly dataBytes: Bytes
  readonly voiceMinutes: number
  readonly outOfPlanPerMB: MicroYuan
  /** One plain sentence on the offer, by language. */
  readonly offer: Readonly<Record<Language, string>>
}

export interface Pack {
  readonly id: string
  readonly name: Readonly<Record<Language, string>>
  readonly monthlyFee: MicroYuan
}

/** How a service is charged (TP3-01…03): by the month, by use, or by the month and at once. */
export type Charging = 'monthly' | 'per-use' | 'at-once'

export interface Service {
  readonly id: string
  readonly name: Readonly<Record<Language, string>>
  readonly charging: Charging
  /** Own monthly services: A is charged at once, B is free for 72 hours (TP1-04, TP1-05). */
  readonly class: 'A' | 'B' | null
  readonly price: MicroYuan
  readonly cancelCode: string | null
  /** One or two plain sentences on what it does and how to use it (TP3-12). */
  readonly features: Readonly<Record<Language, string>> | null
}

export type PromotionKind =
  'plan-fee' | 'service' | 'prepay-gift' | 'contract' | 'return' | 'broadband' | 'campaign'

export interface Promotion {
  readonly id: string
  readonly name: Readonly<Record<Language, string>>
  readonly kind: PromotionKind
  /** Monthly price while it lasts and afterwards; null where it is no matter of price. */
  readonly price: MicroYuan | null
  readonly priceAfter: MicroYuan | null
  /** Minimum spend of a contract. */
  readonly minimum: MicroYuan | null
  readonly orderCode: string | null
  readonly cancelCode: string | null
  /** What a campaign promises, in one plain sentence, and until when it may be taken up. */
  readonly offer: Readonly<Record<Language, string>> | null
  readonly offerUntil: string | null
}

export interface Place {
  readonly mcc: string
  readonly name: Readonly<Record<Language, string>>
  readonly zone: string
  readonly callLocalPerMinute: MicroYuan
  readonly callHomePerMinute: MicroYuan
  readonly receivePerMinute: MicroYuan
  readonly smsHome: MicroYuan
  readonly dataPerMB: MicroYuan
  /** Price of the day pack there, 0 where none is offered (CO-23). */
  readonly dayPack: MicroYuan
  readonly police: string
  readonly ambulance: string
}

/** Entries carry `from` (local day, inclusive); the one in force is the latest not after the day (CO-21). */
export interface Dated<T> {
  readonly from: string
  readonly value: T
}

export interface Catalogue {
  readonly brands: Readonly<Record<Brand, Readonly<Record<Language, string>>>>
  readonly plans: ReadonlyMap<string, readonly Dated<Plan>[]>
  readonly packs: ReadonlyMap<string, readonly Dated<Pack>[]>
  readonly places: ReadonlyMap<string, readonly Dated<Place>[]>
  /** What calls from home to other countries cost with the cheap prefix, in plain words (TP6-02). */
  readonly callsAbroad: readonly Dated<Readonly<Record<Language, string>>>[]
  readonly services: ReadonlyMap<string, readonly Dated<Service>[]>
  readonly promotions: ReadonlyMap<string, readonly Dated<Promotion>[]>
}

/** Command and reply codes by name, e.g. `dataBooster` → `2651` (appendix L). */
export type Codes = Readonly<Record<string, string>>

export interface Rulebook {
  readonly version: string
  /** What touchpoints are called. */
  readonly titles: ReadonlyMap<string, Readonly<Record<Language, string>>>
  readonly rules: ReadonlyMap<string, Rule>
  readonly byTrigger: ReadonlyMap<string, readonly Rule[]>
  readonly templates: ReadonlyMap<string, Readonly<Record<Language, CompiledTemplate>>>
  /** By trigger: what staff say aloud while it is being done (TP2-24). */
  readonly spoken: ReadonlyMap<string, Readonly<Record<Language, CompiledTemplate>>>
  readonly policy: Policy
  readonly catalogue: Catalogue
  readonly codes: Codes
}
