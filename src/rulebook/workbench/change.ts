/** A draft under way: what its writer changed in the files of a version. */
import type { Bundle } from '../bundle.ts'

/** New text by path; null takes the file out. */
export type Changes = Readonly<Record<string, string | null>>

export function changed(bundle: Bundle, changes: Changes): Bundle {
  const kept = Object.entries({ ...bundle, ...changes }).filter(([, text]) => text !== null)
  return Object.fromEntries(kept) as Bundle
}
