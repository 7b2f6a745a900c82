import { expect, test } from 'vitest'
import { chanceOf } from './chance.ts'

const secret = new Uint8Array(32).fill(1)
const event = { source: '/boss', id: 'e1' }

test('chance is in [0, 1), the same at every replay, and another for each salt, event and secret', () => {
  const values = [
    chanceOf(secret, event)('a'),
    chanceOf(secret, event)('b'),
    chanceOf(secret, { ...event, id: 'e2' })('a'),
    chanceOf(new Uint8Array(32).fill(2), event)('a'),
  ]
  expect(new Set(values).size).toBe(4)
  expect(values.every(value => value >= 0 && value < 1)).toBe(true)
  expect(chanceOf(secret, event)('a')).toBe(values[0])
})
