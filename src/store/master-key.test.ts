import { mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { formerPath, MasterKeyMissing, type Needed, nextVault, openVault } from './master-key.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kairos-key-'))
  path = join(folder, 'master.key')
})
afterEach(() => rmSync(folder, { recursive: true }))
const needed = (keyId: string): Needed => ({ keyId, indexKeyEnc: null })

test('the first start makes a key that only its owner can read; later starts find it', async () => {
  const first = await openVault(path, null)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect((await openVault(path, needed(first.keyId))).keyId).toBe(first.keyId)
})

test('a start without the key that the data needs is refused with a clear line', async () => {
  await expect(openVault(path, needed('abc'))).rejects.toThrow('the master key abc is missing: put it at')
})

test('a start with another key is refused', async () => {
  await openVault(path, null)
  await expect(openVault(path, needed('abc'))).rejects.toThrow(MasterKeyMissing)
})

test('a file that is no key is refused, not overwritten', async () => {
  writeFileSync(path, 'hello')
  await expect(openVault(path, null)).rejects.toThrow('64 hex digits expected')
})

test('a new key waits beside the present one, and takes its place once the data needs it', async () => {
  const first = await openVault(path, null)
  const next = await nextVault(path, undefined)
  expect((await nextVault(path, undefined)).keyId).toBe(next.keyId)
  expect((await openVault(path, needed(first.keyId))).keyId).toBe(first.keyId)
  expect((await openVault(path, needed(next.keyId))).keyId).toBe(next.keyId)
  const former = formerPath(path, first.keyId)
  expect(readdirSync(folder).toSorted()).toEqual([basename(path), basename(former)].toSorted())
  expect((await openVault(former, needed(first.keyId))).keyId).toBe(first.keyId)
})

test('whoever was killed between moving the one away and the other into its place is caught up with', async () => {
  const first = await openVault(path, null)
  const next = await nextVault(path, undefined)
  renameSync(path, formerPath(path, first.keyId))
  expect((await openVault(path, needed(next.keyId))).keyId).toBe(next.keyId)
})

test('a dry run leaves no file', async () => {
  await openVault(path, null)
  await nextVault(path, undefined, true)
  expect(readdirSync(folder)).toEqual([basename(path)])
})

test('a key that is named must be there', async () => {
  await expect(nextVault(path, join(folder, 'none'))).rejects.toThrow('there is no key file at')
})
