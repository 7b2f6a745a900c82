import { expect, test } from 'vitest'
import { fromWire, wireNumber } from './number.ts'

test.each([
  [1, '8613800000001', '+8613800000001'],
  [0, '8613800000001', '+8613800000001'],
  [2, '13800000001', '+8613800000001'],
  [0, '13800000001', '+8613800000001'],
  [0, '+8613800000001', '+8613800000001'],
  [1, '+8613800000001', '+8613800000001'],
  [0, '008613800000001', '+8613800000001'],
  [2, '057188880001', '+8657188880001'],
  [1, '33612345678', '+33612345678'],
])('a handset written as %d %s is %s', (ton, written, number) => {
  expect(fromWire({ ton, npi: 1, number: written }, '86')).toBe(number)
})

test('a number goes out as digits of an international number', () => {
  expect(wireNumber('+8613800000001')).toEqual({ ton: 1, npi: 1, number: '8613800000001' })
})
