import { expect, it } from 'vitest'
import { hashPassword, isOutdated, isPassword, oneTimePassword, weaknessOf } from './password.ts'

it('a kept password is argon2id with 19 MiB, two passes and one lane, each with a salt of its own', async () => {
  const [one, other] = await Promise.all([hashPassword('three words 7'), hashPassword('three words 7')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(one).not.toBe(other)
  expect(isOutdated(one)).toBe(false)
  expect(await isPassword('three words 7', one)).toBe(true)
  expect(await isPassword('three words 8', one)).toBe(false)
  expect(await isPassword('three words 7', null)).toBe(false)
})

it('is what the reference implementation makes', async () => {
  // argon2 of phc-winner-argon2, test.c: "password", "somesalt", version 0x13.
  const kept = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  expect(await isPassword('password', kept)).toBe(true)
  expect(await isPassword('differentpassword', kept)).toBe(false)
  expect(isOutdated(kept)).toBe(true)
})

it('the same letters from another keyboard are the same', async () => {
  expect(await isPassword('cafe\u0301 au lait 7', await hashPassword('caf\u00e9 au lait 7'))).toBe(true)
})

it('what is kept in no known form is a fault, not a no', async () => {
  await expect(isPassword('x', '$2b$10$abc')).rejects.toThrow('not in PHC form')
})

it.each([
  ['eleven long', 'it has less than 12 characters'],
  ['八个字的密码太短', 'it has less than 12 characters'],
  ['abababababababab', 'it repeats few characters'],
  ['wangli-20261', 'it is hardly more than the name'],
  ['WangLi1234567', 'it is hardly more than the name'],
  ['password2026!', 'it is among those that are tried first'],
  ['Kairos123456', 'it is among those that are tried first'],
  ['admin, three words and 7', null],
  ['早晨的雨落在台州的石板路上', null],
])('%s: %s', (password, weakness) => {
  expect(weaknessOf(password, 'wangli')).toBe(weakness)
})

it('one for one use is never the same, and strong enough itself', () => {
  const made = new Set(Array.from({ length: 200 }, oneTimePassword))
  expect(made.size).toBe(200)
  for (const one of made) expect(weaknessOf(one, 'wangli')).toBeNull()
})
