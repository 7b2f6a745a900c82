import type { Desk } from '../../api/desk.ts'
import { listAlarms } from '../../store/alarm.ts'
import { badCursor, cursorOf, type DeskParts, pageOf, readCursor } from './parts.ts'

export function alarmsDesk({ database }: DeskParts): Pick<Desk, 'listAlarms'> {
  return {
    async listAlarms({ open, after, limit }) {
      const cursor = readCursor(after, ['number'])
      if (cursor === 'bad') return badCursor
      const before = cursor?.[0] ?? Number.MAX_SAFE_INTEGER
      const rows = await listAlarms(database, { open: open === 'true', before, rowsMax: limit + 1 })
      const { items, next } = pageOf(rows, limit, row => cursorOf(row.seq))
      return {
        items: items.map(({ seq, kind, account, line, at, note, closedAt }) => ({
          id: String(seq),
          kind,
          account,
          line,
          at,
          note,
          closedAt,
        })),
        next,
      }
    },
  }
}
