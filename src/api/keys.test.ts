import { expect, test } from 'vitest'
import type { KeyRecord } from './keys.ts'
import { KeyRing, keyHash, keyText } from './keys.ts'

const key = keyText(new Uint8Array(32).fill(7))
const record: KeyRecord = { id: 'k1', name: 'wang', scopes: ['read'], hash: keyHash(key) }

function ringOver(rows: Map<string, KeyRecord>) {
  const asked: string[] = []
  const time = { now: 0 }
  const find = async (hash: string) => {
    asked.push(hash)
    return rows.get(hash) ?? null
  }
  return { ring: new KeyRing({ find }, () => time.now), asked, time }
}

test('a key is 43 characters of base64url after its prefix, and its hash is SHA-256', () => {
  expect(key).toMatch(/^kairos_[A-Za-z0-9_-]{43}$/)
  expect(keyHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('the store is asked by hash, once in five seconds', async () => {
  const { ring, asked, time } = ringOver(new Map([[record.hash, record]]))
  expect(await ring.actorOf(`Bearer ${key}`)).toEqual({
    kind: 'key',
    id: 'k1',
    name: 'wang',
    scopes: ['read'],
    territories: [],
  })
  time.now = 4_999
  await ring.actorOf(`bearer  ${key}`)
  expect(asked).toEqual([record.hash])
  time.now = 5_000
  await ring.actorOf(`Bearer ${key}`)
  expect(asked).toHaveLength(2)
})

test('a revoked key is refused after five seconds at the latest, a new one is known at once', async () => {
  const rows = new Map<string, KeyRecord>()
  const { ring, time } = ringOver(rows)
  expect(await ring.actorOf(`Bearer ${key}`)).toBeNull()
  rows.set(record.hash, record)
  expect(await ring.actorOf(`Bearer ${key}`)).not.toBeNull()
  rows.clear()
  time.now = 5_000
  expect(await ring.actorOf(`Bearer ${key}`)).toBeNull()
})

test('a store that answers with another key opens nothing', async () => {
  const { ring } = ringOver(new Map([[record.hash, { ...record, hash: keyHash('other') }]]))
  expect(await ring.actorOf(`Bearer ${key}`)).toBeNull()
})

test('what has not the form of a key never reaches the store', async () => {
  const { ring, asked } = ringOver(new Map())
  for (const header of [
    undefined,
    '',
    'Bearer',
    'Bearer x',
    `Bearer ${key} ${key}`,
    `Bearer ${'x'.repeat(100_000)}`,
  ]) {
    expect(await ring.actorOf(header)).toBeNull()
  }
  expect(asked).toEqual([])
})
