import { expect, it } from 'vitest'
import { cellsOf } from './sheet.ts'

it('every cell of a sheet is text, and none begins like a formula', () => {
  const [head, row] = cellsOf(['时间', 'note'], [['2026-11-20', '=HYPERLINK("http://evil")']])
  expect(head!.map(({ value }) => value)).toEqual(['时间', 'note'])
  expect(row).toEqual([
    { value: '2026-11-20', type: String },
    { value: `'=HYPERLINK("http://evil")`, type: String },
  ])
})
