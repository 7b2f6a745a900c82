import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { roleMeanings, roles } from '../../api/roles.ts'
import { serverDatabase, type TestDatabase } from '../../engine/databases-suite.ts'
import { noon } from '../../engine/small-world-suite.ts'
import { Staffed } from '../desk/staffed-suite.ts'
import { firstAdministrator } from '../staff/first-administrator.ts'
import { weaknessOf } from '../staff/password.ts'
import { demoPassword, demoStaff, demoStaffText } from './staff.ts'

let prepared: TestDatabase
beforeAll(async () => (prepared = await serverDatabase()))
afterAll(() => prepared.close())

it('the demo’s staff are one for each role, who sign in as the README says', async () => {
  const staffed = await Staffed.open(await prepared.fresh())
  await demoStaff(staffed.database, noon)
  await demoStaff(staffed.database, noon)
  for (const role of roles) {
    expect((await staffed.signIn(role, demoPassword)).body.staff).toMatchObject({
      roles: [role],
      scopes: roleMeanings[role].scopes,
      mustChangePassword: false,
    })
    expect(weaknessOf(demoPassword, role)).toBeNull()
  }
  expect(await firstAdministrator(staffed.database, noon)).toBeNull()
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
  for (const word of [...roles, demoPassword]) expect(readme).toContain(`\`${word}\``)
  expect(demoStaffText('http://127.0.0.1:1', null)).toContain(demoPassword)
})

it('no other part of the program makes them', () => {
  for (const file of [
    'serve.ts',
    'installation.ts',
    'offline.ts',
    'commands/operate.ts',
    'commands/staff.ts',
  ])
    expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).not.toMatch(/demo\/staff|demoStaff/)
})
