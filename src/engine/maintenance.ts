/** What must be done now and then, between turns. */
import { durationText } from '../core/calendar/duration.ts'
import type { Instant } from '../core/units.ts'
import { closeAlarms, raiseAlarms } from '../store/alarm.ts'
import { readSources } from '../store/source-seen.ts'
import { pruneStrays } from '../store/stray-receipt.ts'
import { patiently } from './patience.ts'
import { dropOldIds, dropOldReminders } from './retention.ts'
import type { TurnParts } from './turn/parts.ts'
import { giveUp } from './waiting.ts'

const hourMs = 3_600_000
/** Strays are kept so long, and so many at most. */
export const strayKeptMs = 48 * hourMs
export const straysMax = 100_000

/**
 * Every minute: quiet sources, events that have waited long enough, the oldest reminders and ids, a bounded number.
 *
 * @param watches whether sources are there that should be heard of
 */
export async function tidyOften(parts: TurnParts, now: Instant, watches = true): Promise<void> {
  await giveUp(parts, now)
  if (watches) await watchSources(parts, now)
  await dropOldReminders(parts, now)
  await dropOldIds(parts, now)
}

/** Every hour: what is old enough to go, and tomorrow's partition. */
export async function tidySeldom(parts: TurnParts, now: Instant): Promise<void> {
  await patiently(parts, () => parts.days.make([now, now + 24 * hourMs]))
  await patiently(parts, () => parts.days.dropOld(now))
  const prune = pruneStrays({ since: now - strayKeptMs, rowsMax: straysMax })
  await patiently(parts, () => parts.database.transact([prune]))
}

/** A source that has been quiet for longer than policy allows raises an alarm; its next word closes it (G13). */
export async function watchSources(parts: TurnParts, now: Instant): Promise<void> {
  const limits = Object.entries(parts.surroundingsAt(now).rulebook.policy.sources)
  if (limits.length === 0) return
  const seen = new Map(
    (await patiently(parts, () => readSources(parts.database))).map(row => [row.source, row]),
  )
  const known = limits.flatMap(([source, { quietAfterMs }]) => {
    const row = seen.get(source)
    return row === undefined ? [] : [{ source, quietMs: now - row.lastArrival, quietAfterMs }]
  })
  const quiet = known.filter(row => row.quietMs > row.quietAfterMs)
  const heard = known.filter(row => row.quietMs <= row.quietAfterMs)
  const alarms = quiet.map(({ source, quietMs }) => ({
    kind: 'source-quiet' as const,
    key: source,
    account: null,
    line: null,
    at: now,
    note: `${source} has said nothing for ${durationText(quietMs)}`,
  }))
  const statements = [
    ...(alarms.length === 0 ? [] : [raiseAlarms(alarms)]),
    ...(heard.length === 0
      ? []
      : [
          closeAlarms(
            'source-quiet',
            heard.map(row => row.source),
            now,
          ),
        ]),
  ]
  if (statements.length > 0) await patiently(parts, () => parts.database.transact(statements))
}
