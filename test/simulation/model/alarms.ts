/** A restriction for arrears without a delivered warning of its own spell is flagged, and no other (G6). */
import type { AttemptSeen, Decided, Moment } from '../chronicle.ts'
import { type Casebook, type File, nameOf } from './casebook.ts'
import { truthOf } from './past.ts'
import { lowness } from './telling.ts'

export function checkAlarms(book: Casebook): void {
  checkSilence(book)
  for (const file of book.files) {
    const raised = book.chronicle.alarms.filter(
      ({ account, kind }) => account === file.account && kind === 'restricted-unwarned',
    )
    const due = file.past.standings().filter(({ entry }) => isRestriction(file, entry))
    for (const { entry } of due) {
      const warned = wasWarned(book, file, entry)
      const isRaised = raised.some(({ at }) => at === truthOf(entry))
      if (warned === 'no' && !isRaised)
        book.blame('G6', entry.at, `${file.account} was restricted unwarned, and nobody was told`)
      if (warned === 'yes' && isRaised)
        book.blame('G6', entry.at, `${file.account} had been warned, and yet there was an alarm`)
    }
    const times = new Set(due.map(({ entry }) => truthOf(entry)))
    const stray = raised.filter(({ at }) => !times.has(at))
    for (const { at } of stray) book.blame('G6', at, `${file.account}: an alarm without a restriction`)
  }
}

function isRestriction(file: File, entry: Decided): boolean {
  const before = file.past.upTo(entry.order - 1)
  return (
    before.standing() === 'normal' &&
    entry.body['standing'] !== 'normal' &&
    entry.body['reason'] === 'arrears'
  )
}

/** A warning planned in this spell had arrived when the line was restricted, whatever else had become of its reminder. */
function wasWarned(book: Casebook, file: File, entry: Decided): 'yes' | 'no' | 'maybe' {
  const past = file.past.upTo(entry.order)
  const recovered = past.entries.findLast(({ order }) => lowness(past.upTo(order)) === 'fine')?.order ?? -1
  const ofSpell = file.rows.filter(
    row => ['low', 'low-head'].includes(row.rule) && row.decision > recovered && row.decision <= entry.order,
  )
  const arrivals = ofSpell
    .flatMap(row => [
      ...row.trail.filter(step => step.state === 'delivered').map(step => step.at),
      ...(file.attempts.get(row.id) ?? []).flatMap(attempt => broughtAt(book, attempt)),
    ])
    .filter(at => at <= entry.at)
  if (arrivals.some(at => at < entry.at)) return 'yes'
  return arrivals.length > 0 ? 'maybe' : 'no'
}

/** When word came that it had arrived. */
const broughtAt = (book: Casebook, { account, id }: AttemptSeen): readonly Moment[] =>
  book.chronicle.brought
    .filter(
      one => one.kept && one.outcome === 'delivered' && nameOf(one) === nameOf({ account, attempt: id }),
    )
    .map(({ at }) => at)

/** Days of quiet at the end: the source that policy watches must have been missed (G13). */
function checkSilence(book: Casebook): void {
  const { alarms, decided, end, watchesSources } = book.chronicle
  if (!watchesSources || !decided.some(({ source }) => source === 'boss')) return
  if (alarms.some(({ kind }) => kind === 'source-quiet')) return
  book.blame('G13', end, 'nobody missed the source that fell silent')
}
