/** The demo's staff: one for each role, under its name, all with the same password. Nowhere else than in the demo. */
import { roles, type Role } from '../../api/roles.ts'
import type { Instant } from '../../core/units.ts'
import type { Database } from '../../store/database.ts'
import { insertStaff, listStaff } from '../../store/staff.ts'
import { audited, itself } from '../desk/audit.ts'
import { hashPassword } from '../staff/password.ts'

export const demoPassword = 'right word, right moment'

/** Who they are: names of people, so that records read like records. */
export const demoNames: Readonly<Record<Role, string>> = {
  viewer: '陈静',
  agent: '王丽',
  editor: '李强',
  reviewer: '张敏',
  operator: '刘洋',
  auditor: '赵磊',
  administrator: '周婷',
}

/** Made once; a second call finds them there. */
export async function demoStaff(database: Database, now: Instant): Promise<void> {
  const known = new Set((await listStaff(database)).map(({ name }) => name))
  for (const role of roles.filter(name => !known.has(name))) {
    const person = { name: role, displayName: demoNames[role], roles: [role], territories: [] }
    const password = await hashPassword(demoPassword)
    await database.transact([
      insertStaff({ ...person, locale: 'zh-CN', password, mustChange: false, createdAt: now }),
      audited(itself, now, { action: 'staff.create', object: role, reason: 'the demo' }),
    ])
  }
}

/** @param number a customer worth looking for; null when nobody was told anything. */
export const demoStaffText = (url: string, number: string | null): string =>
  [
    '',
    `Open the console: ${url}/console/`,
    `  sign in as ${roles.join(', ')}: each may do what the name says`,
    `  the password of all: ${demoPassword}`,
    ...(number === null ? [] : [`  as agent, look for ${number}`]),
  ].join('\n')
