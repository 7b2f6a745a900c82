/** The completeness report of one version (NF-11): moments that nobody would be told of, and what is held and not used. */
import { type Gap, gapsOf } from '../completeness.ts'
import type { Bundle } from '../bundle.ts'
import { loadBundle } from '../load.ts'
import { type Untold, untoldOf } from '../untold.ts'

export interface Completeness {
  readonly untold: readonly Untold[]
  readonly gaps: readonly Gap[]
}

/** Null for a version that no longer loads. `day` is local. */
export function completenessOf(bundle: Bundle, day: string): Completeness | null {
  const { rulebook } = loadBundle(bundle)
  return rulebook === null ? null : { untold: untoldOf(rulebook, day), gaps: gapsOf(rulebook) }
}
