/** What the thread of the workbench is asked, and what it answers: plain values that can be handed over. */
import type { Language } from '../../core/event/facts.ts'
import type { Bundle } from '../../rulebook/bundle.ts'
import { checkDraft, type CheckedDraft } from '../../rulebook/workbench/checked.ts'
import { type Completeness, completenessOf } from '../../rulebook/workbench/complete.ts'
import { type Preview, type PreviewAsk, previewOf } from '../../rulebook/workbench/preview.ts'

export interface Jobs {
  check: { readonly ask: { readonly language: Language }; readonly answer: CheckedDraft }
  preview: { readonly ask: PreviewAsk; readonly answer: Preview | null }
  complete: { readonly ask: { readonly day: string }; readonly answer: Completeness | null }
}

export type JobName = keyof Jobs

type Done = { readonly [K in JobName]: (bundle: Bundle, ask: Jobs[K]['ask']) => Jobs[K]['answer'] }

export const jobs: Done = {
  check: (bundle, { language }) => checkDraft(bundle, language),
  preview: previewOf,
  complete: (bundle, { day }) => completenessOf(bundle, day),
}
