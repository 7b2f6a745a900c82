import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MasterKeyMissing, openVault } from './master-key.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kairos-key-'))
  path = join(folder, 'master.key')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the first start makes a key that only its owner can read; later starts find it', async () => {
  const first = await openVault(path, null)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect((await openVault(path, first.keyId)).keyId).toBe(first.keyId)
})

test('a start without the key that the data needs is refused with a clear line', async () => {
  await expect(openVault(path, 'abc')).rejects.toThrow('the master key abc is missing: put it at')
})

test('a start with another key is refused', async () => {
  await openVault(path, null)
  await expect(openVault(path, 'abc')).rejects.toThrow(MasterKeyMissing)
})

test('a file that is no key is refused, not overwritten', async () => {
  writeFileSync(path, 'hello')
  await expect(openVault(path, null)).rejects.toThrow('64 hex digits expected')
})
