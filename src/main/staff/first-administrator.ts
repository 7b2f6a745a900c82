/** Where nobody can sign in yet, one administrator is made, with a password for one use. */
import type { Instant } from '../../core/units.ts'
import type { Database } from '../../store/database.ts'
import { insertStaff, listStaff } from '../../store/staff.ts'
import { audited, itself } from '../desk/audit.ts'
import { hashPassword, oneTimePassword } from './password.ts'

export const firstName = 'admin'

/** @returns the password, to be shown once; null when there is staff already */
export async function firstAdministrator(database: Database, now: Instant): Promise<string | null> {
  if ((await listStaff(database)).length > 0) return null
  const once = oneTimePassword()
  const password = await hashPassword(once)
  const person = { name: firstName, displayName: firstName, roles: ['administrator'], territories: [] }
  const deed = { action: 'staff.create', object: firstName, reason: 'first start' }
  try {
    await database.transact([
      insertStaff({ ...person, locale: 'zh-CN', password, mustChange: true, createdAt: now }),
      audited(itself, now, deed),
    ])
    return once
  } catch (error) {
    // Of two first starts at once, one is enough.
    if ((await listStaff(database)).length === 0) throw error
    return null
  }
}
