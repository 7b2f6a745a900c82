/** What is wrong with a draft, told while it is written. */
import type { Language } from '../../core/event/facts.ts'
import type { Bundle } from '../bundle.ts'
import { inReadingOrder, type RulebookFault } from '../fault.ts'
import { plainFaultIn } from '../fault-words.ts'
import { loadBundle } from '../load.ts'

/** More than anybody reads; the first of each file count. */
export const faultsToldMax = 500

export interface CheckedDraft {
  /** It could be submitted. */
  readonly usable: boolean
  readonly errors: number
  readonly warnings: number
  readonly faults: readonly RulebookFault[]
}

export function checkDraft(bundle: Bundle, language: Language): CheckedDraft {
  const { rulebook, faults, warnings } = loadBundle(bundle)
  const all = inReadingOrder([...faults, ...warnings]).slice(0, faultsToldMax)
  return {
    usable: rulebook !== null,
    errors: faults.length,
    warnings: warnings.length,
    faults: all.map(fault => ({ ...fault, ...plainFaultIn(fault, language) })),
  }
}
