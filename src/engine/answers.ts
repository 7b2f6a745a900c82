/** Submit answers: accepted ones are recorded in batches, without `decide` (design §7). */
import { acceptAttempts, doubtAttempts } from '../store/attempt.ts'
import { byIndex } from '../store/by-index.ts'
import type { Outgoing } from './outgoing.ts'
import { patiently } from './patience.ts'
import type { Receipts } from './receipts.ts'
import type { TurnParts } from './turn/parts.ts'

/** Not fenced: what a gateway said stays true whoever writes it, and the account's state is not touched. */
export async function recordAnswers(parts: TurnParts, outgoing: Outgoing, receipts: Receipts): Promise<void> {
  const accepted = outgoing.takeAccepted()
  const doubtful = outgoing.overdue()
  if (accepted.length === 0 && doubtful.length === 0) return
  const statements = [
    byIndex,
    ...(accepted.length === 0 ? [] : acceptAttempts(accepted)),
    ...(doubtful.length === 0 ? [] : [doubtAttempts(doubtful)]),
  ]
  await patiently(parts, () => parts.database.transact(statements))
  for (const row of accepted) receipts.remember(row, row)
  if (doubtful.length > 0) receipts.doubted()
}
