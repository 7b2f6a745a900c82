import { expect, it } from 'vitest'
import { AddressBackOff } from './back-off.ts'

/** Attempts until the first that is refused. */
function triesFrom(addresses: AddressBackOff, address: string): number {
  for (let tries = 0; ; tries += 1) if (addresses.begin(address, 0) !== null) return tries
}

it('five are free; one household counts as one, two are two', () => {
  const addresses = new AddressBackOff()
  expect(triesFrom(addresses, '2001:db8:1:2:3::4')).toBe(5)
  expect(addresses.begin('2001:db8:1:2:ffff::1', 0)).toBe(30_000)
  expect(addresses.begin('2001:db8:1:3::1', 0)).toBeNull()
  expect(triesFrom(addresses, '10.0.0.1')).toBe(5)
  expect(addresses.begin('10.0.0.2', 0)).toBeNull()
  expect(triesFrom(addresses, '::ffff:10.0.0.1')).toBe(5)
})

it('what was no failure is taken back, what went well is forgotten, and so is what is a day old', () => {
  const addresses = new AddressBackOff()
  for (let i = 0; i < 20; i += 1) {
    expect(addresses.begin('a', 0)).toBeNull()
    addresses.takeBack('a')
  }
  expect(triesFrom(addresses, 'a')).toBe(5)
  addresses.forget('a')
  expect(triesFrom(addresses, 'a')).toBe(5)
  const later = 24 * 3_600_000 + 1
  expect(addresses.begin('a', later)).toBeNull()
  expect(addresses.begin('a', later)).toBeNull()
})

it('many addresses cost no more than so much memory: the oldest are forgotten', () => {
  const addresses = new AddressBackOff()
  triesFrom(addresses, 'first')
  for (let i = 0; i < 10_000; i += 1) addresses.begin(`a${i}`, 0)
  expect(addresses.begin('first', 0)).toBeNull()
})
