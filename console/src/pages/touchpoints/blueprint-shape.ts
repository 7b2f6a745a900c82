/** A service blueprint as `GET /blueprints/:touchpoint` gives it: what is drawn of it. */

/** From top to bottom (BP-01). */
export const lanes = ['customer', 'frontstage', 'backstage', 'support', 'evidence'] as const
export type Lane = (typeof lanes)[number]

/** Each lies under the lane of the same place: the first under the customer (BP-02). */
export const lineNames = [
  'outer-interaction',
  'visibility',
  'inner-interaction',
  'information-technology',
] as const
export type LineName = (typeof lineNames)[number]

export type Language = 'zh-CN' | 'en'
export type Names = Readonly<Record<Language, string>>
export type Department = 'marketing' | 'business-support' | 'network'
export type Stage = 'triggered' | 'generated' | 'submitted' | 'delivered' | 'known'

export interface BlueprintStep {
  readonly id: string
  readonly lane: Lane
  /** Column, from 1; no other step of the lane has it. */
  readonly order: number
  readonly title: Names
  /** Steps of the same column or later ones. */
  readonly to: readonly string[]
  readonly department: Department | null
  /** A failure point F: what can go wrong. */
  readonly failure: Names | null
  readonly indicator: string | null
  readonly toBeAdded: boolean
  readonly measures: Stage | null
}

export interface BlueprintShape {
  readonly title: Names
  readonly scenario: Names
  readonly lines: readonly LineName[]
  readonly indicators: readonly { readonly id: string; readonly title: Names }[]
  readonly steps: readonly BlueprintStep[]
}
