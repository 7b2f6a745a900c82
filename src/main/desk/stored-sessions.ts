/** Looks sessions up for the API's guard. */
import { isRole } from '../../api/roles.ts'
import type { Sessions } from '../../api/sessions.ts'
import type { Clock } from '../../engine/clock.ts'
import type { Database } from '../../store/database.ts'
import { findSession, rotateSession, seeSession, sessionHashes } from '../../store/staff-session.ts'
import { KnownHashes } from './known-hashes.ts'
import { localeOf } from './sessions.ts'

export function storedSessions(database: Database, clock: Pick<Clock, 'elapsed'>): Sessions {
  const known = new KnownHashes(() => sessionHashes(database), clock)
  return {
    async find(hash) {
      if (!(await known.has(hash))) return null
      const row = await findSession(database, hash)
      if (row === null) return null
      const { staff: name, roles, locale, mustChange: mustChangePassword, ...rest } = row
      return { ...rest, name, roles: roles.filter(isRole), locale: localeOf(locale), mustChangePassword }
    },
    async rotate(record, next) {
      const [rows] = await database.transact([rotateSession(record, next)])
      if (rows!.length > 0) known.add(next.tokenHash)
      return rows!.length > 0
    },
    async seen(id, at) {
      await database.transact([seeSession(id, at)])
    },
  }
}
