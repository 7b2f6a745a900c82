/** The naive model: reads a chronicle and says what in it breaks a promise. It shares no code with the product. */
import type { Chronicle } from '../chronicle.ts'
import { Casebook, type Violation } from './casebook.ts'
import { checkDecisions } from './expected.ts'
import { checkSending } from './sending.ts'

export type { Violation } from './casebook.ts'

const checks: readonly ((book: Casebook) => void)[] = [checkDecisions, checkSending]

export function judge(chronicle: Chronicle): readonly Violation[] {
  const book = new Casebook(chronicle)
  for (const check of checks) check(book)
  return book.violations
}
