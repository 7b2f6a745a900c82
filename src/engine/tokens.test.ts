import { expect, test } from 'vitest'
import { Tokens } from './tokens.ts'

test.each([
  // parts/s, spent at 0, asked at ms, whole tokens
  [10, 0, 0, 10],
  [10, 10, 0, 0],
  [10, 10, 450, 4],
  [10, 10, 60_000, 10],
  [10, 14, 300, 0],
  [10, 14, 500, 1],
  [0.5, 1, 1_000, 0],
  [0.5, 1, 2_000, 1],
])('at %d parts/s, %d spent, after %d ms there are %d', (...[perSecond, spent, at, whole]) => {
  const tokens = new Tokens(perSecond, 0)
  tokens.spend(spent)
  expect(tokens.whole(at)).toBe(whole)
})
