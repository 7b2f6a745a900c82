/** A message template as it is handed in for checking, and what is read out of it before the checks run. */
import type { Instant } from '../calendar/zone.ts'
import { mentionsOf, type CodeMention } from './code-mentions.ts'
import type { MessageKind } from './required-elements.ts'
import { skeletonOf, type Skeleton } from './skeleton.ts'
import type { CompiledTemplate, Facts, Locale, Rendered } from './template.ts'
import type { PrintedValue } from './template-pieces.ts'
import type { Unit } from './units.ts'

/** The classes of design §3; all but `marketing` are service messages. */
export type ReminderClass = 'code' | 'real-time' | 'notice' | 'courtesy' | 'marketing'

/** A fact that a template may use. One that may be null must be asked about before it is printed. */
export type DeclaredVariable = { readonly unit: Unit; readonly nullable?: boolean }

export type Draft = {
  readonly kind: MessageKind
  readonly class: ReminderClass
  /** Parts are counted for `sms`; other channels are checked for everything else. */
  readonly channel: string
  readonly locale: Locale
  readonly source: string
  /** What opens the message, such as `【恰时移动】` or `Kairos Mobile: `. */
  readonly signature: string
  /** By dotted path. */
  readonly variables: Readonly<Record<string, DeclaredVariable>>
  /** Facts as they usually are, and with the longest values that can occur. */
  readonly typical: Facts
  readonly worst: Facts
  readonly zone: string
  readonly now: Instant
  /** All command and reply codes that customers may be told. */
  readonly codes: readonly string[]
  /** Names from the catalogue that may stand in the words, exempt from the check for jargon. */
  readonly names?: readonly string[]
  /** Brand names, which must not stand in the words. */
  readonly brands?: readonly string[]
  /** Most SMS parts for the worst case; 4 unless told (NF-08). */
  readonly partsMax?: number
}

/** A draft that compiles, with what the checks look at. */
export type Reading = {
  readonly draft: Draft
  readonly template: CompiledTemplate
  readonly skeleton: Skeleton
  readonly printed: readonly PrintedValue[]
  readonly mentions: readonly CodeMention[]
  readonly typical: Rendered
  readonly worst: Rendered
}

/** Reads a draft whose template compiled. */
export function readDraft(draft: Draft, template: CompiledTemplate): Reading {
  const skeleton = skeletonOf(template.pieces, template.source)
  const at = { zone: draft.zone, now: draft.now }
  return {
    draft,
    template,
    skeleton,
    printed: template.pieces.filter(piece => piece.kind === 'value'),
    mentions: mentionsOf(skeleton.text, draft.locale),
    typical: template.render(draft.typical, at),
    worst: template.render(draft.worst, at),
  }
}
