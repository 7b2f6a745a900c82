/**
 * The service blueprint of a touchpoint (BP-01…06): what the customer does, what is seen of us, what works behind, where it can fail
 * and who answers for that. It stands beside the rulebook of its version and is read by people only: nothing is decided by it.
 */
import type { Language } from '../core/event/facts.ts'

/** From top to bottom (BP-01). */
export const lanes = ['customer', 'frontstage', 'backstage', 'support', 'evidence'] as const
export type Lane = (typeof lanes)[number]

/** Each lies under the lane of the same place in `lanes`: the first under the customer (BP-02). */
export const lineNames = [
  'outer-interaction',
  'visibility',
  'inner-interaction',
  'information-technology',
] as const
export type LineName = (typeof lineNames)[number]
/** Arrears alone has the fourth. */
export const requiredLines: readonly LineName[] = ['outer-interaction', 'visibility', 'inner-interaction']

/** First responsible (TP0-16): rules and content; settings and generation; sending. */
export const departments = ['marketing', 'business-support', 'network'] as const
export type Department = (typeof departments)[number]

/** What a step of the system has figures of (NF-02). */
export const stages = ['triggered', 'generated', 'submitted', 'delivered', 'known'] as const
export type Stage = (typeof stages)[number]

export type Names = Readonly<Record<Language, string>>

export interface BlueprintStep {
  /** Unique in its blueprint. */
  readonly id: string
  readonly lane: Lane
  /** Column, from 1; no other step of the lane has it. */
  readonly order: number
  readonly title: Names
  /** Steps of the same column or later ones. */
  readonly to: readonly string[]
  readonly department: Department | null
  /** What can go wrong: the step is a failure point F, and has a department. */
  readonly failure: Names | null
  /** Of the blueprint's indicators. */
  readonly indicator: string | null
  readonly toBeAdded: boolean
  readonly measures: Stage | null
  /** Ids of rules. */
  readonly rules: readonly string[]
}

export interface Blueprint {
  readonly touchpoint: string
  readonly title: Names
  readonly scenario: Names
  readonly lines: readonly LineName[]
  readonly indicators: readonly { readonly id: string; readonly title: Names }[]
  readonly steps: readonly BlueprintStep[]
  /** Requirement IDs. */
  readonly source: readonly string[]
}

/** By touchpoint, in the order of the files. */
export type Blueprints = ReadonlyMap<string, Blueprint>

export const failurePoints = ({ steps }: Blueprint): readonly BlueprintStep[] =>
  steps.filter(({ failure }) => failure !== null)
