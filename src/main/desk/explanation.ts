/** Why, and why not: an account's events with the rules that were asked about each. */
import type { Desk } from '../../api/desk.ts'
import { shardOf } from '../../core/account/shard.ts'
import { readHistory } from '../../store/account-history.ts'
import { readCaused } from '../../store/reminder-views.ts'
import { noteLook, refuseLook } from './access.ts'
import { erasedAt } from './erasures.ts'
import { badCursor, cursorOf, type DeskParts, pageOf, readCursor } from './parts.ts'
import { summaryOf } from './reminders.ts'

export function explanationDesk(parts: DeskParts): Pick<Desk, 'explainAccount'> {
  const { database } = parts
  return {
    async explainAccount({ account, line, from, until, after, limit }, actor) {
      const no = await refuseLook(parts, actor, account)
      if (no !== null) return no
      const cursor = readCursor(after, ['number', 'string', 'string'])
      if (cursor === 'bad') return badCursor
      const key = { shard: shardOf(account), account }
      const place = cursor && { time: cursor[0], source: cursor[1], id: cursor[2] }
      const span = { from: from ?? 0, until: until ?? Number.MAX_SAFE_INTEGER, after: place }
      const ask = { ...key, line: line ?? null, ...span, rowsMax: limit + 1 }
      const events = await readHistory(database, {
        ...ask,
        origins: ['outside', 'agenda', 'outcome', 'staff'],
      })
      const { items, next } = pageOf(events, limit, row => cursorOf(row.time, row.source, row.id))
      if (items.length > 0) await noteLook(parts, actor, { account, at: 'decisions' })
      const caused = await readCaused(database, key, items)
      const remindersOf = (event: { source: string; id: string }) =>
        caused.filter(row => row.cause.source === event.source && row.cause.id === event.id).map(summaryOf)
      return {
        items: items.map(event => ({
          ...event,
          considered: [...event.considered],
          reminders: remindersOf(event),
        })),
        next,
        erased: await erasedAt(parts, account),
      }
    },
  }
}
