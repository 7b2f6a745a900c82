import type { Edit } from './sound-rulebook.ts'

/** One slip in a sound rulebook, and all that loading tells of it: nothing more, nothing less. */
export interface BrokenCase {
  readonly name: string
  readonly edits: readonly Edit[]
  /** `file:line:column code`, in reading order, errors before warnings. */
  readonly told: readonly string[]
  /** How the first hint begins. */
  readonly hint: string
}
