import { expect, test } from 'vitest'
import { hexes, numbers, texts } from './columns.ts'

test.each([
  [['a', 'b'], 'a\nb'],
  [['a', null, 'c'], 'a\n\\N\nc'],
  [[''], ''],
  [[], ''],
])('texts %j become one text', (rows, joined) => {
  expect(texts(rows, row => row)).toBe(joined)
})

test('a newline would shift the rows behind it: refused as bad input', () => {
  expect(() => texts(['a\nb'], row => row)).toThrow(expect.objectContaining({ kind: 'bad-input' }))
})

test('numbers become the text of an array, bytes become hex', () => {
  expect(numbers([1, null, -2], row => row)).toBe('{1,NULL,-2}')
  expect(numbers([], row => row)).toBe('{}')
  expect(hexes([Uint8Array.of(1, 255), null], row => row)).toBe('01ff\n\\N')
})
