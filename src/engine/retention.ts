/**
 * How long we remember (design §5): the journal at least 100 days, by whole days (`journal-days.ts`); a reminder 13
 * months after it came to its end, with its attempts and texts. A reminder may therefore speak of a cause that the
 * journal no longer has; within the journal's span it must not, and that is looked at once at every start.
 */
import type { Alarm } from '../core/change.ts'
import type { Instant } from '../core/units.ts'
import { closeAlarms, raiseAlarms } from '../store/alarm.ts'
import { byIndex } from '../store/by-index.ts'
import type { Statement } from '../store/database.ts'
import { dropHanded } from '../store/handed.ts'
import { dayMs } from '../store/journal.ts'
import { dropReminders, orphansOf } from '../store/reminder-retention.ts'
import { tallyDay } from '../store/tally.ts'
import { journalKeptDays } from './journal-days.ts'
import { patiently } from './patience.ts'
import type { TurnParts } from './turn/parts.ts'

/** 13 months, as long as the marks of what has been told (`core/planning/once.ts`). */
export const remindersKeptDays = 400
/** Gateways repeat receipts for some days at most. */
export const idsKeptDays = 7

const sliceMax = 500
/** Turns wait meanwhile: a minute's worth is 10,000, more than any minute plans for long. */
const slicesMax = 20

/** Deletes old reminders, a bounded number at a time; returns how many went. Safe to repeat. */
export function dropOldReminders(parts: TurnParts, now: Instant): Promise<number> {
  const ask = { before: now - remindersKeptDays * dayMs, rowsMax: sliceMax, day: tallyDay(now) }
  return inSlices(parts, dropReminders(ask))
}

/** Deletes ids by which gateways repeat nothing any more, as above. */
export const dropOldIds = (parts: TurnParts, now: Instant): Promise<number> =>
  inSlices(parts, dropHanded({ before: now - idsKeptDays * dayMs, rowsMax: sliceMax }))

async function inSlices(parts: TurnParts, drop: Statement): Promise<number> {
  let dropped = 0
  for (let slices = 0; slices < slicesMax; slices += 1) {
    const rows = await patiently(parts, () => parts.database.transact([byIndex, drop]))
    const went = Number(rows[1]?.[0]?.['dropped'] ?? 0)
    dropped += went
    if (went < sliceMax) break
  }
  return dropped
}

/**
 * At start: do journal and reminders go together? Each gap is an alarm of kind `journal-gap` and a line in the log,
 * never a refusal to start, since what is there can be served; the alarm is closed by the first start that finds
 * nothing.
 *
 * - `reach`: days younger than 100 have been dropped (a clock that ran ahead, a hand in the database): facts older than
 *   what is left are set aside as `too-late-to-check`.
 * - `causes`: of a reminder the cause should be in the journal and is not (a partition lost, or tables restored from
 *   different backups): why it was sent can no longer be explained, and its event, should it come again, would be
 *   taken for new.
 */
export async function checkRetention(parts: TurnParts, now: Instant): Promise<readonly Alarm[]> {
  const { database, log } = parts
  const gaps = [...(await reachGap(parts, now)), ...(await causesGap(parts, now))]
  for (const { key, note } of gaps) log.error({ gap: key }, note)
  const sound = ['reach', 'causes'].filter(key => gaps.every(gap => gap.key !== key))
  const statements = [
    ...(gaps.length === 0 ? [] : [raiseAlarms(gaps)]),
    ...(sound.length === 0 ? [] : [closeAlarms('journal-gap', sound, now)]),
  ]
  await patiently(parts, () => database.transact(statements))
  return gaps
}

type Gap = Alarm & { readonly key: string }

const gapOf = (key: string, at: Instant, note: string): Gap => ({
  kind: 'journal-gap',
  key,
  account: null,
  line: null,
  at,
  note,
})

async function reachGap(parts: TurnParts, now: Instant): Promise<readonly Gap[]> {
  const { from } = parts.days
  if (from <= now - journalKeptDays * dayMs) return []
  const note = `the journal begins at ${new Date(from).toISOString()}, younger than ${journalKeptDays} days: facts from before are set aside as too-late-to-check`
  return [gapOf('reach', now, note)]
}

async function causesGap(parts: TurnParts, now: Instant): Promise<readonly Gap[]> {
  const { database, days } = parts
  const ask = { now, days: journalKeptDays, journalFrom: days.from }
  const orphans = await patiently(parts, () => orphansOf(database, ask))
  const [first] = orphans
  if (first === undefined) return []
  const { account, id, causeSource, causeId, causeTime } = first
  const cause = `${causeSource} ${causeId} of ${new Date(causeTime).toISOString()}`
  const note = `on ${orphans.length} of ${journalKeptDays} days the journal lacks what caused a reminder, such as ${account}/${id} by ${cause}`
  return [gapOf('causes', now, note)]
}
