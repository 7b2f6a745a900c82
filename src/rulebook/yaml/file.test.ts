import { describe, expect, it } from 'vitest'
import { fileCharactersMax } from '../bundle.ts'
import { readYaml, type Path } from './file.ts'
import { valueAt } from './item.ts'

const text = `plain: foo bar
  baz # a note
single: 'a ''b'' c'
double: "d\\"e\\n f\\u0041g"
block: |
  one two
    three
folded: >-
  when ==
    'data'
  && x
list: [x, { y: 中文 z }]
`

describe('a place', () => {
  const { file, faults } = readYaml('a.yaml', text)

  it.each<[Path, string, [number, number]]>([
    [['plain'], 'foo', [1, 8]],
    [['plain'], 'baz', [2, 3]],
    [['single'], 'b', [3, 14]],
    [['single'], 'c', [3, 18]],
    [['double'], 'e', [4, 13]],
    [['double'], 'f', [4, 17]],
    [['double'], 'g', [4, 24]],
    [['block'], 'two', [6, 7]],
    [['block'], 'three', [7, 5]],
    [['folded'], "'data'", [10, 5]],
    [['folded'], 'x', [11, 6]],
    [['list', 1, 'y'], 'z', [12, 19]],
  ])('of a word in %j %s is found however the text is written', (path, word, [line, column]) => {
    expect(faults).toEqual([])
    const value = valueAt(file.value, path) as string
    const place = file.placeWithin(path, value.indexOf(word), word.length)
    expect(place).toEqual({ file: 'a.yaml', line, column, length: word.length })
  })

  it('of a key is that of its name, of what is not there that of what is around it', () => {
    expect(file.placeOfKey(['single'])).toMatchObject({ line: 3, column: 1, length: 6 })
    expect(file.placeOf(['list', 1, 'no', 'such'])).toMatchObject({ line: 12, column: 11 })
  })
})

/** Generous for a busy machine; what compares each with each or expands aliases takes minutes. */
const limitMs = 10_000

describe('a file', () => {
  it.each([
    ['brackets', '['.repeat(60_000)],
    ['braces', '{a: '.repeat(20_000)],
    ['dashes', '- '.repeat(40_000)],
    ['quotes', '"'.repeat(40_000)],
    ['aliases', `a: &a [x]\nb: [${'*a,'.repeat(20_000)}]`],
    ['a thousand laughs', 'a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]'],
    ['too many values', `[${'1,'.repeat(60_000)}]`],
    ['indentation', Array.from({ length: 700 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
    ['characters', ' '.repeat(fileCharactersMax + 1)],
  ])('of nothing but %s is refused, and soon', (_, content) => {
    const start = performance.now()
    const { file, faults } = readYaml('bomb.yaml', content)
    expect(faults.length).toBeGreaterThan(0)
    expect(file.isReadable).toBe(false)
    expect(performance.now() - start).toBeLessThan(limitMs)
  })

  it('of many keys is read without comparing each with each', () => {
    const keys = Array.from({ length: 20_000 }, (_, at) => `k${at}: 1`).join('\n')
    const start = performance.now()
    expect(readYaml('keys.yaml', keys).faults).toEqual([])
    expect(performance.now() - start).toBeLessThan(limitMs)
  })

  it('cannot reach the prototype of anything', () => {
    const { file } = readYaml('p.yaml', '__proto__: { polluted: true }\nconstructor: 1')
    expect(Object.keys(file.value as object)).toEqual(['__proto__', 'constructor'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})
