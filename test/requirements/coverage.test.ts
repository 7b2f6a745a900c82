/** docs/coverage.md says what is true: a row is served when a test that runs names it. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { shippedRulebook } from '../../src/rulebook/touchpoint-docs/write.ts'
import { nothingAsked, toCome } from './open.ts'
import { rows } from './rows.ts'
import { coverage, coverageFile, coverageText, idsOf, requirementLines } from './table.ts'
import { namesIn, testNames } from './test-names.ts'

const names = testNames()
const table = coverage(names)

it('docs/coverage.md is current; else run: node test/requirements/table.ts', () => {
  expect(existsSync(coverageFile) ? readFileSync(coverageFile, 'utf8') : '').toBe(coverageText(table))
})

it('every row has its line in docs/requirements.md', () => {
  const lines = requirementLines()
  expect(rows.filter(id => !lines.has(id))).toEqual([])
})

it('what is said to be missing is missing: strike from test/requirements/open.ts what a test serves', () => {
  const open = [...toCome, ...nothingAsked].flatMap(([, ids]) => idsOf(ids))
  const unserved = new Set(table.filter(({ state }) => state !== 'served').map(({ id }) => id))
  expect(open.filter(id => !unserved.has(id))).toEqual([])
  expect(open.length).toBe(new Set(open).size)
})

it('a requirement that a rule serves has a test: rules alone are no proof', () => {
  const untested = table.filter(({ state, rules }) => state === 'to come' && rules.length > 0)
  expect(untested.map(({ id }) => id)).toEqual([])
})

it('TP0-01 CO-01: the ten touchpoints keep their order; bill, points, promotion and care follow', () => {
  expect([...shippedRulebook().titles.keys()]).toEqual([
    'opening',
    'business-change',
    'vas',
    'expiry',
    'rebate',
    'roaming',
    'sensitive-query',
    'low-balance',
    'arrears',
    'data-usage',
    'bill',
    'points',
    'promotion',
    'care',
  ])
})

describe('names of tests', () => {
  it.each<[what: string, source: string, names: readonly string[]]>([
    [
      'plain ones and their groups',
      "describe('a', () => { it('b', () => {}); test(`c ${1} d`, () => {}) })",
      ['a', 'b', 'c   d'],
    ],
    ['a table in place', "it.each([['x', 1], ['y', 2]])('of %s', () => {})", ['of %s', 'x', 'y']],
    [
      'a table apart, with types',
      "const t: readonly [string][] = [['x']]\nit.for<[string]>(t)('of %s', () => {})",
      ['of %s', 'x'],
    ],
    ['a table of figures gives no names', "it.each([['x', 1]])('of %d', () => {})", ['of %d']],
    [
      'not what is skipped, with all that is in it',
      "describe.skip('a', () => { it('b', () => {}) })\nit.todo('c')",
      [],
    ],
    [
      'not what runs on a condition',
      "if (long) it('a', () => {})\nit.skipIf(x)('b', () => {})\ndescribe.runIf(x)('c', () => { it('d', () => {}) })",
      [],
    ],
    [
      'not what only looks like one',
      "const s = \"it('a')\" // it('b', () => {})\nawait('c')\nsplit('d')",
      [],
    ],
  ])('%s', (_, source, expected) => {
    expect(namesIn(source)).toEqual(expected)
  })

  it('those of this project are found', () => {
    expect(names.get('test/requirements/coverage.test.ts')).toContain('those of this project are found')
    expect([...names.values()].flat().length).toBeGreaterThan(1_000)
  })
})
