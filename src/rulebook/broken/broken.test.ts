import { describe, expect, it } from 'vitest'
import { faultCodes, type RulebookFault } from '../fault.ts'
import { loadBundle } from '../load.ts'
import { blueprintCases } from './blueprint-cases.ts'
import { celCases } from './cel-cases.ts'
import { ruleCases } from './rule-cases.ts'
import { shapeCases } from './shape-cases.ts'
import { sound, withEdits, type Edit } from './sound-rulebook.ts'
import { wordingCases } from './wording-cases.ts'
import { yamlCases } from './yaml-cases.ts'

const groups = {
  yaml: yamlCases,
  shape: shapeCases,
  rules: ruleCases,
  conditions: celCases,
  wording: wordingCases,
  blueprints: blueprintCases,
}
const all = Object.values(groups).flat()

const told = ({ file, line, column, code }: RulebookFault): string => `${file}:${line}:${column} ${code}`

function toldOf(edits: readonly Edit[]): readonly RulebookFault[] {
  const { faults, warnings } = loadBundle(withEdits(sound, edits))
  return [...faults, ...warnings]
}

/** Cases that neither need nor disturb each other. */
function oneCasePerFile(): readonly (typeof all)[number][] {
  const byFile = new Map<string, (typeof all)[number]>()
  for (const row of [...celCases, ...wordingCases, ...shapeCases]) {
    const [file] = row.edits[0]!
    const isAlone = row.edits.length === 1 && row.told.length === 1 && row.told[0]!.startsWith(file)
    if (isAlone && !byFile.has(file)) byFile.set(file, row)
  }
  return [...byFile.values()]
}

describe('a broken rulebook', () => {
  it('is made from one without any fault', () => {
    const { faults, warnings } = loadBundle(sound)
    expect([...faults, ...warnings].map(told)).toEqual([])
  })

  for (const [group, cases] of Object.entries(groups)) {
    it.each(cases)(`tells the fault of ${group} at its line: $name`, ({ edits, told: expected, hint }) => {
      const faults = toldOf(edits)
      expect(faults.map(told)).toEqual(expected)
      expect(faults[0]?.hint.slice(0, hint.length)).toBe(hint)
      for (const fault of faults) {
        expect(fault.message).not.toBe('')
        expect(fault.hint).not.toBe('')
      }
    })
  }

  it('tells all faults at once: one slip in each file', () => {
    const rows = oneCasePerFile()
    const { faults, warnings } = loadBundle(
      withEdits(
        sound,
        rows.flatMap(({ edits }) => edits),
      ),
    )
    expect(rows.length).toBeGreaterThanOrEqual(10)
    expect([...faults, ...warnings].map(told).toSorted()).toEqual(rows.flatMap(row => row.told).toSorted())
  })

  it('tells what else is wrong with a rule of which some field is refused', () => {
    const { faults } = loadBundle(
      withEdits(sound, [
        ['touchpoints/10-usage.yaml', 'within: PT24H', 'within: P1M'],
        ['touchpoints/10-usage.yaml', 'supersedes: [used-80]', 'supersedes: [used-8]\n      ordr: 3'],
        ['touchpoints/10-usage.yaml', 'bucket.usedPercent < 100', 'bucket.leftBytes < mb(1) && bucket.sold'],
      ]),
    )
    expect(faults.map(told)).toEqual([
      'touchpoints/10-usage.yaml:15:42 cel-name-unknown',
      'touchpoints/10-usage.yaml:19:52 value-refused',
      'touchpoints/10-usage.yaml:28:20 rule-unknown',
      'touchpoints/10-usage.yaml:29:7 field-unknown',
    ])
  })

  it('counts the parts of a message by its longest branch', () => {
    const long = 'a word of advice which is worth having, '.repeat(16)
    const text = `{% case bucket.kind %}{% when 'data' %}at home {% when 'roaming-data' %}${long}{% endcase %}For more`
    const branch = "{% case bucket.kind %}{% when 'data' %}手机{% endcase %}加购回复"
    const { faults } = loadBundle(
      withEdits(sound, [
        ['wording/en/10-usage.yaml', 'For more', text],
        ['wording/zh-CN/10-usage.yaml', '加购回复', branch],
      ]),
    )
    expect(faults.map(told)).toEqual(['wording/en/10-usage.yaml:2:3 wording.too-many-parts'])
  })

  it('has a case for every code that loading can answer with', () => {
    const inTables = new Set(all.flatMap(row => row.told.map(line => line.split(' ')[1])))
    const elsewhere = 'not-text' // folder.test.ts: a bundle is always text
    const missing = Object.keys(faultCodes).filter(code => !inTables.has(code) && code !== elsewhere)
    expect(missing).toEqual([])
  })
})
