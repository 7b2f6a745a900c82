/** Starting for the first time, and again, on a real server: who comes second finds what the first made. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeSchema, type TestSchema } from '../../test/postgres/schema.ts'
import { listApiKeys } from '../store/api-key.ts'
import { listVersions } from '../store/rulebook-version.ts'
import { type Config, readConfig } from './config.ts'
import { type Installation, openInstallation } from './installation.ts'

let schema: TestSchema
let folder: string
const opened: Installation[] = []
beforeEach(async () => {
  schema = await makeSchema()
  folder = mkdtempSync(join(tmpdir(), 'kairos-first-'))
})
afterEach(async () => {
  for (const { database } of opened.splice(0)) await database.close()
  await schema.drop()
  rmSync(folder, { recursive: true })
})

const config = (name: string, more: Record<string, string> = {}): Config =>
  readConfig({
    KAIROS_DATA: join(folder, name),
    DATABASE_URL: schema.url,
    KAIROS_SCHEMA: schema.schema,
    ...more,
  })

async function start(settings: Config): Promise<Installation> {
  const installation = await openInstallation(settings, { now: () => 1_800_000_000_000 })
  opened.push(installation)
  return installation
}

it('two first starts at once in one folder make one installation', async () => {
  const [a, b] = await Promise.all([start(config('a')), start(config('a'))])
  expect(Buffer.from(a.install.secret)).toEqual(Buffer.from(b.install.secret))
  expect(a.vault.keyId).toBe(b.vault.keyId)
  expect(await listVersions(a.database)).toHaveLength(1)
  expect(await listApiKeys(a.database)).toHaveLength(1)
  expect(readdirSync(join(folder, 'a')).toSorted()).toEqual(['api-key', 'master.key'])
})

it('of two first starts at once in two folders one is refused: it has another master key', async () => {
  const starts = await Promise.allSettled([start(config('a')), start(config('b'))])
  const refused = starts.filter(outcome => outcome.status === 'rejected')
  expect(refused).toHaveLength(1)
  expect((refused[0]!.reason as Error).name).toBe('MasterKeyMissing')
})

it('a master key that is named must be there: none is made in its place', async () => {
  const path = join(folder, 'secret')
  await expect(start(config('a', { KAIROS_MASTER_KEY_FILE: path }))).rejects.toThrow(
    `there is no master key at ${path}: put it there, or make a first one with "openssl rand -hex 32`,
  )
  expect(readdirSync(folder)).toEqual([])
})

it('a database that cannot be reached is told with what to check', async () => {
  const unreachable = readConfig({
    KAIROS_DATA: join(folder, 'a'),
    DATABASE_URL: 'postgres://127.0.0.1:1/none',
  })
  await expect(start(unreachable)).rejects.toThrow(
    /the database cannot be used: .*ECONNREFUSED.*; check DATABASE_URL/,
  )
})
