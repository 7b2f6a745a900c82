import { expect, it } from 'vitest'
import { csvOf } from './csv.ts'

it.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
  ['+8613800138000', "'+8613800138000"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-1+2', "'-1+2"],
  ['-12.5', '-12.5'],
  ['余额', '余额'],
])('%j stands in a file as %s', (text, cell) => {
  expect(csvOf(['head'], [[text]])).toBe(`\uFEFFhead\r\n${cell}`)
})
