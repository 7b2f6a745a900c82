/** The naive model: reads a chronicle and says what in it breaks a promise. It shares no code with the product. */
import type { Chronicle } from '../chronicle.ts'
import { checkAlarms } from './alarms.ts'
import { checkBooks } from './books.ts'
import { Casebook, type Violation } from './casebook.ts'
import { checkEnds } from './ends.ts'
import { checkDecisions } from './expected.ts'
import { checkOrder } from './order.ts'
import { checkSending } from './sending.ts'
import { checkTimers } from './timers.ts'

export type { Violation } from './casebook.ts'

const checks: readonly ((book: Casebook) => void)[] = [
  checkBooks,
  checkDecisions,
  checkTimers,
  checkSending,
  checkEnds,
  checkOrder,
  checkAlarms,
]

export function judge(chronicle: Chronicle): readonly Violation[] {
  const book = new Casebook(chronicle)
  for (const check of checks) check(book)
  return book.violations
}
