/** The owner's key file and the database: either may be there without the other. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { keyHash } from '../api/keys.ts'
import { serverDatabase, type TestDatabase } from '../engine/databases-suite.ts'
import { findApiKey, listApiKeys, revokeApiKey } from '../store/api-key.ts'
import type { Database } from '../store/database.ts'
import { readConfig } from './config.ts'
import { keyIn, keyPath, ownersKey } from './key-file.ts'

let prepared: TestDatabase
let database: Database
let folder: string
beforeAll(async () => {
  prepared = await serverDatabase()
})
afterAll(() => prepared.close())
beforeEach(async () => {
  database = await prepared.fresh()
  folder = mkdtempSync(join(tmpdir(), 'kairos-keys-'))
  return () => rmSync(folder, { recursive: true })
})

const config = () => readConfig({ KAIROS_DATA: folder })
const path = () => keyPath(config())
const start = (now = 1) => ownersKey(database, config(), now)
const isValid = async () => (await findApiKey(database, keyHash(keyIn(path()) ?? ''))) !== null

it('a first start makes a key that only its owner can read, a second one keeps it', async () => {
  expect(await start()).toBe('valid')
  const key = readFileSync(path(), 'utf8')
  expect(key).toMatch(/^kairos_[\w-]{43}\n$/)
  expect(statSync(path()).mode & 0o777).toBe(0o600)
  expect(await start(2)).toBe('valid')
  expect(readFileSync(path(), 'utf8')).toBe(key)
  expect(await listApiKeys(database)).toHaveLength(1)
})

it('the file was deleted: a new key; the former stays until it is revoked', async () => {
  await start()
  rmSync(path())
  expect(await start(2)).toBe('valid')
  expect(await isValid()).toBe(true)
  expect(await listApiKeys(database)).toHaveLength(2)
})

it('an empty file is none', async () => {
  writeFileSync(path(), '\n')
  expect(await start()).toBe('valid')
  expect(await isValid()).toBe(true)
})

it('the database is new and the file old: the key goes on being the owner’s', async () => {
  await start()
  database = await prepared.fresh()
  expect(await start(2)).toBe('valid')
  expect(await isValid()).toBe(true)
})

it('the file is of another database, or its key was revoked: it is left alone, and told', async () => {
  await start()
  const [row] = await listApiKeys(database)
  await database.transact([revokeApiKey(row!.name, 2)])
  const before = readFileSync(path(), 'utf8')
  expect(await start(3)).toBe('strange')
  expect(readFileSync(path(), 'utf8')).toBe(before)
  expect(await listApiKeys(database)).toHaveLength(1)
})

it('two first starts at once make one key', async () => {
  expect(await Promise.all([start(1), start(2), start(3)])).toEqual(['valid', 'valid', 'valid'])
  expect(await listApiKeys(database)).toHaveLength(1)
  expect(await isValid()).toBe(true)
})
