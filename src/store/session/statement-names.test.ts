import { expect, it } from 'vitest'
import { StatementNames } from './statement-names.ts'

it('gives a text the same name each time, and each text another, within the 63 bytes that PostgreSQL keeps', () => {
  const names = new StatementNames()
  const texts = ['select 1', 'select  1', `select ${'x'.repeat(10_000)}`]
  const given = texts.map(text => names.of(text)!)
  expect(texts.map(text => names.of(text))).toEqual(given)
  expect(new Set(given).size).toBe(3)
  expect(Math.max(...given.map(name => name.length))).toBeLessThanOrEqual(63)
})

it('gives new names after renew', () => {
  const names = new StatementNames()
  const before = names.of('select 1')
  names.renew()
  expect(names.of('select 1')).not.toBe(before)
})

it('gives none beyond 1,000 texts, so that a text that is always new does not fill the server', () => {
  const names = new StatementNames()
  const given = Array.from({ length: 1_001 }, (_, n) => names.of(`select ${n}`))
  expect(given.at(-2)).toBeDefined()
  expect(given.at(-1)).toBeUndefined()
})
