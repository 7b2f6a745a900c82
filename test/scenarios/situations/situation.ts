/** A small true-to-life occasion on which one template speaks; played for a reader of each language. */
import type { Customer, Profile } from '../customer.ts'

export interface Situation {
  readonly template: string
  /** As the list of messages calls it. */
  readonly what: string
  readonly profile?: Partial<Profile>
  /** What happens; the message looked at is the template's newest. */
  readonly happens: (customer: Customer) => void
  readonly until: string
}

/** What a lock screen must show within twenty characters, in each language. */
export type Point = readonly [zh: RegExp, en: RegExp]

export interface Chapter {
  readonly touchpoint: string
  readonly points: Readonly<Record<string, Point>>
  readonly situations: readonly Situation[]
}
