/** Keys of before can do after the split of scopes what they could do before it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeSchema } from '../../test/postgres/schema.ts'
import { insertApiKey, listApiKeys } from './api-key.ts'
import type { Database } from './database.ts'
import { openDatabase } from './open.ts'

const folder = join(import.meta.dirname, 'migrations')
let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  const made = await makeSchema()
  drop = made.drop
  database = await openDatabase(made)
})
afterAll(async () => {
  await database.close()
  await drop()
})

it('reading keys still see customers, keys that make keys see to staff and the audit log', async () => {
  const files = readdirSync(folder).toSorted()
  const at = files.indexOf('0011-staff.sql')
  const apply = (file: string) => database.exec(readFileSync(join(folder, file), 'utf8'))
  for (const file of files.slice(0, at)) await apply(file)
  const before = {
    owner: ['events:write', 'read', 'operate', 'rulebook:write', 'rulebook:review', 'erase', 'admin'],
    crm: ['read'],
    billing: ['events:write'],
    reviewer: ['rulebook:review', 'read'],
  }
  for (const [name, scopes] of Object.entries(before))
    await database.transact([insertApiKey({ hash: name, name, scopes, createdAt: 1 })])
  await apply(files[at]!)
  const after = (await listApiKeys(database)).map(({ name, scopes }) => [name, scopes])
  expect(Object.fromEntries(after)).toEqual({
    owner: [...before.owner, 'customers', 'staff', 'audit'],
    crm: ['read', 'customers'],
    billing: ['events:write'],
    reviewer: [...before.reviewer, 'customers'],
  })
})
