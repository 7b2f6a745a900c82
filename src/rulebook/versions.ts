/**
 * The life of one version of a rulebook
 *
 *     draft ──► reviewed ──► published ──► recalled
 *
 * `draft` is entered by submitting and left by a review of somebody else (NF-20). `reviewed` is left by publishing at a time,
 * now or later. `published` is left only by recalling, which is one step back: the version before it is in force again, and
 * reminders planned under this one are withheld as `recalled`. A recalled version stays so; its content may be submitted anew.
 *
 * Pure: who, when and the other versions are arguments.
 */
import type { Instant } from '../core/units.ts'

/** Somebody did something at a time. */
export interface Act {
  readonly by: string
  readonly at: Instant
}

interface Submitted {
  readonly version: string
  readonly submitted: Act
}
export type Draft = Submitted & { readonly state: 'draft' }
export type Reviewed = Submitted & { readonly state: 'reviewed'; readonly reviewed: Act }
export type Published = Submitted & {
  readonly state: 'published'
  readonly reviewed: Act
  readonly published: Act
  /** In force from then on. */
  readonly from: Instant
}
export type Recalled = Omit<Published, 'state'> & { readonly state: 'recalled'; readonly recalled: Act }
export type RulebookVersion = Draft | Reviewed | Published | Recalled

export const stepRefusals = {
  'version-known': 'this content has been submitted already',
  'not-draft': 'only a draft can be reviewed',
  'same-person': 'somebody else than the submitter has to review',
  'not-reviewed': 'only a reviewed version can be published',
  'in-the-past': 'a version is published now or later, never backwards',
  'time-taken': 'another version is published for the same time',
  'not-published': 'only a published version can be recalled',
  'not-latest': 'a later version has been published: recall that one first',
  'nothing-before': 'there is no version to go back to: publish another one',
} as const

export type StepRefusal = keyof typeof stepRefusals

/** The new record, or why there is none. */
export type Step<V extends RulebookVersion> =
  | { readonly ok: true; readonly version: V }
  | { readonly ok: false; readonly refusal: StepRefusal; readonly message: string }

export function submit(version: string, act: Act, known: readonly RulebookVersion[]): Step<Draft> {
  const isOpen = known.some(other => other.version === version && other.state !== 'recalled')
  return isOpen ? refused('version-known') : done({ state: 'draft', version, submitted: act })
}

export function review(version: RulebookVersion, act: Act): Step<Reviewed> {
  if (version.state !== 'draft') return refused('not-draft')
  if (act.by === version.submitted.by) return refused('same-person')
  return done({ ...version, state: 'reviewed', reviewed: act })
}

/** `from` is when it comes into force, by default at once. */
export function publish(
  version: RulebookVersion,
  act: Act & { readonly from?: Instant },
  known: readonly RulebookVersion[],
): Step<Published> {
  const from = act.from ?? act.at
  if (version.state !== 'reviewed') return refused('not-reviewed')
  if (from < act.at) return refused('in-the-past')
  if (publishedOf(known).some(other => other.from === from)) return refused('time-taken')
  return done({ ...version, state: 'published', published: { by: act.by, at: act.at }, from })
}

/** One step back. A version that is not yet in force can always be recalled: nothing rests on it. */
export function recall(
  version: RulebookVersion,
  act: Act,
  known: readonly RulebookVersion[],
): Step<Recalled> {
  if (version.state !== 'published') return refused('not-published')
  const others = publishedOf(known).filter(other => other.version !== version.version)
  const isInForce = version.from <= act.at
  if (isInForce && others.some(other => other.from > version.from && other.from <= act.at))
    return refused('not-latest')
  if (isInForce && !others.some(other => other.from < version.from)) return refused('nothing-before')
  return done({ ...version, state: 'recalled', recalled: act })
}

/** The published version that counts at an instant; null before the first. */
export function inForce(known: readonly RulebookVersion[], at: Instant): Published | null {
  const begun = publishedOf(known).filter(({ from }) => from <= at)
  return begun.toSorted((a, b) => b.from - a.from)[0] ?? null
}

function publishedOf(known: readonly RulebookVersion[]): Published[] {
  return known.filter(version => version.state === 'published')
}

function done<V extends RulebookVersion>(version: V): Step<V> {
  return { ok: true, version }
}

function refused<V extends RulebookVersion>(refusal: StepRefusal): Step<V> {
  return { ok: false, refusal, message: stepRefusals[refusal] }
}
