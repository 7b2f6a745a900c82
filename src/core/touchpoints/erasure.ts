/**
 * A person is erased by decision of staff. What the account still meant to tell is withheld; of its state only what
 * keeps duplicates and numbering right stays. What had been handed over already goes to its end: it can be unmade no
 * more, and the books need its outcome. Whoever is opened under this account later begins anew.
 */
import { type Account, emptyCold, emptyHot } from '../account/account.ts'
import type { Draft } from '../draft.ts'
import { withholdOpen } from '../planning/withhold.ts'

export function erasePerson(draft: Draft): void {
  withholdOpen(draft, { which: () => true, reason: 'erased', note: 'the person was erased' })
  const { cold, hot } = forgotten({ id: draft.id, cold: draft.cold, hot: draft.hot })
  draft.cold = cold
  draft.hot = hot
  draft.coldChanged = true
  draft.occurrences.length = 0
}

/** The account without whoever it was about. */
export function forgotten({ id, hot }: Account): Account {
  const { decisions, time, ring, floor, open } = hot
  const attempted = open.filter(reminder => reminder.state === 'attempted')
  return { id, cold: emptyCold, hot: { ...emptyHot, decisions, time, ring, floor, open: attempted } }
}
