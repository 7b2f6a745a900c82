import { describe, expect, it } from 'vitest'
import { listed, nearest } from './nearest-word.ts'

describe('the nearest word', () => {
  const known = ['useful-for', 'template', 'class', 'group', 'order']
  it.each([
    ['tempalte', 'template'], // neighbours swapped
    ['clas', 'class'],
    ['Group', 'group'],
    ['usefulfor', 'useful-for'],
    ['useful', 'useful-for'], // cut short
    ['colour', null],
    ['', null],
    ['x'.repeat(5000), null],
  ])('to %s is %s', (word, expected) => {
    expect(nearest(word, known)).toBe(expected)
  })

  it('is one of many only when they can be listed', () => {
    expect(listed(['a', 'b', 'c'], 2)).toBe('a, b … (3 in all)')
    expect(listed(['a', 'b'])).toBe('a, b')
  })
})
