import { describe, expect, it } from 'vitest'
import { span, textTable, width } from './text-table.ts'

describe('a table in a terminal', () => {
  it.each([
    ['abc', 3],
    ['触点', 4],
    ['a触', 3],
    ['，。（）', 8],
    ['–·%', 3],
    ['', 0],
  ])('%j takes %i places', (text, places) => {
    expect(width(text)).toBe(places)
  })

  it('columns stand under each other, also in Chinese', () => {
    const table = textTable(
      ['触点', '送达'],
      [
        ['国际漫游', 12],
        ['opening', 3],
      ],
    )
    expect(table).toBe(['触点      送达', '────────  ────', '国际漫游    12', 'opening      3'].join('\n'))
    expect(new Set(table.split('\n').map(width)).size).toBe(1)
  })

  it('without rows there is the head alone', () => {
    expect(textTable(['a'], [])).toBe('a\n─')
  })
})

it.each([
  [null, '–'],
  [0, '0ms'],
  [999, '999ms'],
  [1_000, '1.0s'],
  [59_940, '59.9s'],
  [59_960, '60.0s'],
  [60_000, '1min'],
  [3_599_000, '60min'],
  [3_600_000, '1.0h'],
])('a span of %s ms is %s', (ms, text) => {
  expect(span(ms)).toBe(text)
})
