/** A message template as it is handed in for checking, and what is read out of it before the checks run. */
import type { Instant } from '../calendar/zone.ts'
import type { ReminderClass } from '../reminder.ts'
import { mentionsOf, type CodeMention } from './code-mentions.ts'
import type { MessageKind } from './required-elements.ts'
import { skeletonOf, type Skeleton } from './skeleton.ts'
import type { CompiledTemplate, Facts, Locale, Rendered } from './template.ts'
import type { PrintedValue } from './template-pieces.ts'
import type { Unit } from './units.ts'

/** A fact that a template may use. One that may be null must be asked about before it is printed. */
export type DeclaredVariable = { readonly unit: Unit; readonly nullable?: boolean }

export type Proposal = {
  readonly kind: MessageKind
  /** All classes but `marketing` are service messages. */
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

/** A proposal that compiles, with what the checks look at. */
export type Reading = {
  readonly proposal: Proposal
  readonly template: CompiledTemplate
  readonly skeleton: Skeleton
  readonly printed: readonly PrintedValue[]
  readonly mentions: readonly CodeMention[]
  readonly typical: Rendered
  readonly worst: Rendered
}

/** Reads a proposal whose template compiled. */
export function readProposal(proposal: Proposal, template: CompiledTemplate): Reading {
  const skeleton = skeletonOf(template.pieces, template.source)
  const at = { zone: proposal.zone, now: proposal.now }
  return {
    proposal,
    template,
    skeleton,
    printed: template.pieces.filter(piece => piece.kind === 'value'),
    mentions: mentionsOf(skeleton.text, proposal.locale),
    typical: template.render(proposal.typical, at),
    worst: template.render(proposal.worst, at),
  }
}
