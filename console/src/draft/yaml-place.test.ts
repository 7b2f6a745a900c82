import { describe, expect, it } from 'vitest'
import { placeAt } from './yaml-place.ts'

const rules = `touchpoint: data-usage
rules:
  - id: data-used-80
    on: usage.crossed
    # a comment
    when: >-
      bucket.kind == 'data'
      && bucket.us‸
    send:
      template: a
      unless-told:
        rules:
          - b
`

const place = (text: string) => {
  const at = text.indexOf('‸')
  return placeAt(text.replace('‸', ''), at)
}

describe('where the cursor stands', () => {
  it.each([
    ['a: ‸', ['a'], 'value', ''],
    ['a: x‸', ['a'], 'value', 'x'],
    ['‸', [], 'key', ''],
    ['a:\n  b‸', ['a'], 'key', 'b'],
    ['a:\n  - b: 1\n    c‸', ['a', 0], 'key', 'c'],
    ['a:\n  - b: 1\n  - c‸', ['a', 0], 'key', 'c'],
    ['a:\n  - b: 1\n    c: x‸', ['a', 0, 'c'], 'value', 'x'],
    ['a:\n  - b: 1\n    c:\n      d: x‸', ['a', 0, 'c', 'd'], 'value', 'x'],
    ['a:\n  - b: 1\n    c:\n      d: x\n    e‸', ['a', 0], 'key', 'e'],
    ['a: { b: 1, c‸', ['a'], 'key', 'c'],
    ['a: { b: 1, c: x‸', ['a', 'c'], 'value', 'x'],
    ['a: { b: [x, y‸', ['a', 'b', 0], 'value', 'y'],
    ['a: [x, y‸', ['a', 0], 'value', 'y'],
    ['- a: 1\n  b: x‸', [0, 'b'], 'value', 'x'],
  ])('%j', (...[text, path, writes, word]) => {
    expect(place(text)).toMatchObject({ path, writes, word })
  })

  it('in a condition over several lines, all of it so far', () => {
    expect(place(rules)).toEqual({
      path: ['rules', 0, 'when'],
      writes: 'value',
      word: 'bucket.us',
      value: "bucket.kind == 'data' && bucket.us",
    })
  })

  it('deep below an entry of a list', () => {
    expect(place(`${rules.replace('‸', '')}      la‸`)?.path).toEqual(['rules', 0, 'send'])
    expect(place(`${rules.replace('‸', '')}    fr‸`)?.path).toEqual(['rules', 0])
  })

  it('nothing inside a comment', () => {
    expect(place('a: 1 # b‸')).toBeNull()
  })
})
