import { expect, it } from 'vitest'
import { bytesIn, spanIn, yuanIn } from './measure.ts'

it.each([
  [0, '0 sec'],
  [3_100, '3.1 sec'],
  [59_000, '59 sec'],
  [60_000, '1 min'],
  [840_000, '14 min'],
  [9_000_000, '2.5 hr'],
  [172_800_000, '2 days'],
])('%i ms is read as %s', (ms, text) => {
  expect(spanIn('en')(ms)).toBe(text)
})

it('money and sizes are read in their units', () => {
  expect(yuanIn('en')(169_200_000)).toBe('¥169.20')
  expect(bytesIn('en')(1_203_000_000)).toBe('1.2 GB')
  expect(bytesIn('zh-CN')(32_000_000)).toMatch(/^32\s?(MB|兆字节)$/)
})
