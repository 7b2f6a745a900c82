/** "What did we tell this customer, and did it arrive?": a line's conversation, newest first. */
import type { z } from 'zod'
import type { Desk } from '../../api/desk.ts'
import type { timelineEntry } from '../../api/shapes/timeline.ts'
import { shardOf } from '../../core/account/shard.ts'
import { readHistory } from '../../store/account-history.ts'
import { findLines } from '../../store/line-directory.ts'
import { readAttempts, readReminders, type ReminderView } from '../../store/reminder-views.ts'
import { badCursor, type DeskParts, pageOf, readCursor, refuse } from './parts.ts'
import { keyOf, outerId, textOf } from './reminders.ts'

type Entry = z.output<typeof timelineEntry>

/** Of each kind, before merging: a line's month fits. */
const rowsMax = 1_000

export function timelineDesk(parts: DeskParts): Pick<Desk, 'timeline'> {
  return {
    async timeline({ number, at, after, limit }, actor) {
      const { database, vault, clock, log } = parts
      const cursor = readCursor(after, 2)
      if (cursor === 'bad') return badCursor
      const [held] = await findLines(database, [{ hash: vault.numberHash(number), time: at ?? clock.now() }])
      if (held === undefined) return refuse('not-found', 'nobody holds this number at that time')
      log.info({ account: held.account, line: held.line, by: actor.name }, 'a timeline was looked up')
      const entries = (await entriesOf(parts, held)).sort((a, b) => b.at - a.at)
      const skip = cursor?.[0] ?? 0
      const { items, next } = pageOf(entries.slice(skip), limit, () => `${skip + limit}.0`)
      return { account: held.account, line: held.line, items, next }
    },
  }
}

/** Everything about a line that people would call its conversation. */
export async function entriesOf(
  parts: Pick<DeskParts, 'database' | 'vault'>,
  held: { account: string; line: string },
): Promise<Entry[]> {
  const { database } = parts
  const { account, line } = held
  const key = { shard: shardOf(account), account }
  const ask = { ...key, line, before: Number.MAX_SAFE_INTEGER, from: 0, rowsMax }
  const events = await readHistory(database, { ...ask, origins: ['outside'] })
  const reminders = await readReminders(database, { ...key, line, state: null, after: null, rowsMax })
  const sendings = await sendingsOf(parts, held)
  return [
    ...events.map(event => eventEntry(event)),
    ...reminders.flatMap(row => (row.state === 'withheld' ? [reminderEntry(row)] : [])),
    ...sendings,
  ]
}

const blank = { channel: null, text: null, reminder: null, eventId: null }

function eventEntry(event: { time: number; type: string; source: string; id: string; body: object }): Entry {
  return {
    ...blank,
    at: event.time,
    kind: 'event',
    what: event.type,
    note: gist(event.body),
    eventId: `${event.source}/${event.id}`,
  }
}

const gist = (body: object): string =>
  Object.entries(body)
    .filter(([, value]) => typeof value !== 'object')
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ')

function reminderEntry(row: ReminderView): Entry {
  const note = `${row.reason ?? ''}: ${row.trail.at(-1)?.note ?? ''}`
  return {
    ...blank,
    at: row.concludedAt ?? row.plannedAt,
    kind: 'withheld',
    what: row.rule,
    note,
    reminder: outerId(row),
  }
}

async function sendingsOf(
  parts: Pick<DeskParts, 'database' | 'vault'>,
  { account, line }: { account: string; line: string },
): Promise<Entry[]> {
  const key = { shard: shardOf(account), account, reminder: null }
  const attempts = (await readAttempts(parts.database, key, rowsMax)).filter(row => row.line === line)
  const customerKey = await keyOf(parts, account)
  return attempts.flatMap(row => {
    const reminder = outerId({ account, id: row.reminder })
    const rule = row.reminder.split('/')[0] ?? row.reminder
    const text = textOf({ account, row, key: customerKey, vault: parts.vault })
    const common = { ...blank, channel: row.channel, reminder }
    const sent: Entry = {
      ...common,
      at: row.decidedAt,
      kind: 'sent',
      what: rule,
      text,
      note: `${row.parts} parts by ${row.gateway}`,
    }
    if (row.concludedAt === null) return [sent]
    const outcome: Entry = {
      ...common,
      at: row.concludedAt,
      kind: 'outcome',
      what: row.outcome ?? '',
      note: row.code ?? '',
    }
    return [sent, outcome]
  })
}
