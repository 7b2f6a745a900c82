import { describe, expect, it } from 'vitest'
import { sound, withEdits, type Edit } from './broken/sound-rulebook.ts'
import type { Bundle } from './bundle.ts'
import { diffText } from './diff-text.ts'
import { diffRulebooks, type RulebookDiff } from './diff.ts'
import { type Edition, loadBundle } from './load.ts'

function diffOf(edits: readonly Edit[]): RulebookDiff {
  return diffRulebooks(editionOf(sound, 'before'), editionOf(withEdits(sound, edits), 'after'))
}

function editionOf(bundle: Bundle, version?: string): Edition {
  const loaded = loadBundle(bundle, version)
  if (loaded.rulebook === null) throw new Error(loaded.faults.map(({ message }) => message).join('\n'))
  return loaded
}

const edits: readonly Edit[] = [
  ['touchpoints/10-usage.yaml', 'still: bucket.usedPercent < 100', 'still: bucket.usedPercent < 90'],
  ['touchpoints/10-usage.yaml', '  - id: weekly', '  - id: each-week'],
  ['wording/zh-CN/10-usage.yaml', '加购回复', '要加购，请回复'],
  ['catalogue/plans.yaml', 'monthly-fee: 58.00', 'monthly-fee: 48.00'],
  ['policy/planning.yaml', '{ channel: sms, wait: PT6H }', '{ channel: sms, wait: PT4H }'],
  ['codes.yaml', '2651', '2652'],
]

describe('a difference', () => {
  it('is told field by field, by part and id', () => {
    const { changes } = diffOf(edits)
    expect(changes.map(({ part, id, kind }) => `${part} ${id} ${kind}`)).toEqual([
      'rule each-week added',
      'rule used-80 changed',
      'rule weekly removed',
      'wording used changed',
      'code dataBooster changed',
      'catalogue plan gotone-58 from 2012-01-01 changed',
      'policy ladders changed',
    ])
    expect(changes[1]?.fields).toEqual([
      { field: 'still', before: 'bucket.usedPercent < 100', after: 'bucket.usedPercent < 90' },
    ])
    expect(changes[3]?.fields.map(({ field }) => field)).toEqual(['zh-CN'])
    expect(changes[5]?.fields).toEqual([{ field: 'monthlyFee', before: 58_000_000, after: 48_000_000 }])
    expect(changes[6]?.fields).toEqual([
      { field: 'default[0].waitMs', before: 21_600_000, after: 14_400_000 },
    ])
  })

  it('tells of services, whose price a reviewer must see', () => {
    const bundle = (price: string) => ({
      ...sound,
      'catalogue/services.yaml': `services:
  - { id: view, from: 2012-01-01, name: { zh-CN: 看, en: View }, charging: per-use, price: ${price} }
`,
    })
    const [old, current] = ['1.00', '2.00'].map(price => editionOf(bundle(price)))
    const { changes } = diffRulebooks(old!, current!)
    expect(changes.map(({ part, id }) => `${part} ${id}`)).toEqual(['catalogue service view from 2012-01-01'])
  })

  it('BP-06: tells of blueprints step by step, wherever in its file a step stands', () => {
    const { changes } = diffOf([
      ['blueprints/08-balance.yaml', 'department: network', 'department: marketing'],
      [
        'blueprints/08-balance.yaml',
        '  - { id: read, lane: customer, order: 2,',
        '  - { id: read, lane: customer, order: 3,',
      ],
      ['blueprints/10-usage.yaml', null, null],
      [
        'blueprints/11-more.yaml',
        null,
        sound['blueprints/10-usage.yaml']!.replace(', to-be-added: true', ''),
      ],
    ])
    expect(changes).toEqual([
      {
        part: 'blueprint',
        id: 'data-usage',
        kind: 'changed',
        fields: [{ field: 'steps.read.toBeAdded', before: true, after: false }],
      },
      {
        part: 'blueprint',
        id: 'low-balance',
        kind: 'changed',
        fields: [
          { field: 'steps.tell.department', before: 'network', after: 'marketing' },
          { field: 'steps.read.order', before: 2, after: 3 },
        ],
      },
    ])
    const text = diffText({ before: 'a', after: 'b', changes })
    expect(text).toContain('Blueprints\n~ data-usage\n    steps.read.toBeAdded: true → false')
  })

  it('is JSON as it stands', () => {
    const diff = diffOf(edits)
    expect(JSON.parse(JSON.stringify(diff))).toEqual(diff)
  })

  it('reads like a change list, wording with before and after', () => {
    const text = diffText(diffOf(edits))
    expect(text).toContain('before → after')
    expect(text).toContain('Rules\n+ each-week\n')
    expect(text).toContain('~ used-80\n    still: bucket.usedPercent < 100 → bucket.usedPercent < 90')
    expect(text).toContain('Wording\n~ used\n    zh-CN - 本月流量已用')
    expect(text).toContain('- weekly')
  })

  it('is none when only comments, order or layout change', () => {
    const { changes } = diffOf([['codes.yaml', 'codes:\n', '# ours\ncodes:\n']])
    expect(changes).toEqual([])
    expect(diffText({ before: 'a', after: 'b', changes })).toBe('a → b\n\nno difference')
  })
})
