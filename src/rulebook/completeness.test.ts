import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sound, withEdits, type Edit } from './broken/sound-rulebook.ts'
import { gapsOf } from './completeness.ts'
import { loadRulebook } from './folder.ts'
import { loadBundle } from './load.ts'

function gaps(edits: readonly Edit[] = []): string[] {
  return gapsOf(loadBundle(withEdits(sound, edits)).rulebook!).map(({ what, id }) => `${what} ${id}`)
}

describe('completeness (NF-11)', () => {
  const idle = ['brand easyown', 'brand m-zone']

  it('tells what is there and not used', () => {
    expect(gaps()).toEqual(idle)
  })

  it.each<[string, readonly Edit[], string]>([
    [
      'limits without a rule',
      [['touchpoints/08-balance.yaml', 'on: balance.crossed', 'on: balance.reported']],
      'trigger balance.crossed',
    ],
    [
      'a schedule that no rule asks for',
      [
        [
          'policy/schedules.yaml',
          'schedules:\n',
          "schedules:\n  - { id: noon, week-days: [2], time: '12:00' }\n",
        ],
      ],
      'schedule noon',
    ],
    [
      'a ladder that no rule climbs',
      [['touchpoints/08-balance.yaml', '      ladder: persistent\n', '']],
      'ladder persistent',
    ],
    [
      'a code that no message names',
      [
        [
          'codes.yaml',
          'codes:\n',
          "codes:\n  spare: { code: '99', to: reply, meaning: { zh-CN: 无, en: none } }\n",
        ],
      ],
      'code spare',
    ],
  ])('tells of %s', (_, edits, gap) => {
    expect(gaps(edits)).toContain(gap)
  })

  it('a code that the catalogue hands out is no spare one', () => {
    const promotions = `promotions:
  - id: gift
    from: 2012-01-01
    name: { zh-CN: 礼, en: Gift }
    kind: prepay-gift
    cancel: spare
`
    const codes = "codes:\n  spare: { code: '99', to: reply, meaning: { zh-CN: 无, en: none } }\n"
    const bundle = withEdits(sound, [['codes.yaml', 'codes:\n', codes]])
    const { rulebook } = loadBundle({ ...bundle, 'catalogue/promotions.yaml': promotions })
    expect(gapsOf(rulebook!).map(({ what, id }) => `${what} ${id}`)).toEqual(idle)
  })

  it('TP3-08: the shipped rulebook leaves no code unused but the answers of a scale', () => {
    const { rulebook } = loadRulebook(fileURLToPath(new URL('../../rulebook/', import.meta.url)))
    const untold = gapsOf(rulebook!).filter(({ id }) => !id.startsWith('survey'))
    expect(untold).toEqual([])
  })
})
