import { createHmac, hkdfSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { Vault } from './vault.ts'

const master = new Uint8Array(32).fill(1)
const vault = new Vault(master)

test('what is sealed under a customer’s key opens again, at its own place only', () => {
  const { key } = vault.newKey('A1')
  const sealed = vault.seal(key, '王小明', 'person/name/A1')
  expect(vault.unseal(key, sealed, 'person/name/A1')).toBe('王小明')
  expect(() => vault.unseal(key, sealed, 'person/name/A2')).toThrow(/authenticate data/)
  expect(() => vault.unseal(vault.newKey('A2').key, sealed, 'person/name/A1')).toThrow(/authenticate data/)
})

test('a changed envelope does not open', () => {
  const { key } = vault.newKey('A1')
  const sealed = Uint8Array.from(vault.seal(key, 'text', 'p'))
  sealed[sealed.length - 1]! ^= 1
  expect(() => vault.unseal(key, sealed, 'p')).toThrow(/authenticate data/)
  sealed[0] = 9
  expect(() => vault.unseal(key, sealed, 'p')).toThrow('not an envelope of version 1')
})

test('the same text is never sealed to the same bytes', () => {
  const { key } = vault.newKey('A1')
  const sealed = Array.from({ length: 2_000 }, () => Buffer.from(vault.seal(key, 'x', 'p')).toString('hex'))
  expect(new Set(sealed).size).toBe(2_000)
})

test('a wrapped key opens under its own master key and account only', () => {
  const { key, wrapped } = vault.newKey('A1')
  expect(new Vault(master).key('A1', wrapped).equals(key)).toBe(true)
  expect(() => new Vault(master).key('A2', wrapped)).toThrow(/authenticate data/)
  expect(() => new Vault(new Uint8Array(32).fill(2)).key('A1', wrapped)).toThrow(/authenticate data/)
})

test('a new key is not remembered before its row is committed; an unwrapped one is, until it is forgotten', () => {
  const { wrapped } = vault.newKey('A7')
  expect(vault.known('A7')).toBeUndefined()
  vault.key('A7', wrapped)
  expect(vault.known('A7')).toBeDefined()
  vault.forget('A7')
  expect(vault.known('A7')).toBeUndefined()
})

test('number hashes are HMAC-SHA256 under a key derived from the master key, cut to 16 bytes', () => {
  const key = new Uint8Array(hkdfSync('sha256', master, new Uint8Array(0), 'kairos/index', 32))
  for (const number of ['+8613800000001', '', '10086', '+'.repeat(3_000)]) {
    const expected = createHmac('sha256', key).update(number).digest().subarray(0, 16)
    expect(Buffer.from(vault.numberHash(number)).toString('hex')).toBe(expected.toString('hex'))
  }
})
