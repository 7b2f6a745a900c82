import { describe, expect, it } from 'vitest'
import { sound, withEdits } from './broken/sound-rulebook.ts'
import { listing, listingJson } from './listing.ts'
import { loadBundle } from './load.ts'

const bundle = withEdits(sound, [
  ['wording/zh-CN/10-usage.yaml', '{{ code.dataBooster }}', '{{ code.dataBoster }}'],
  ['touchpoints/08-balance.yaml', 'yuan(10)', '10'],
])

describe('a listing', () => {
  it('shows place, line, mark and hint, as compilers do', () => {
    expect(listing(loadBundle(bundle), bundle))
      .toBe(`touchpoints/08-balance.yaml:6:38: error: the number 10 has no unit [cel-unit]
    6 |     when: account.balanceMicroYuan < 10
      |                                      ^^
      = write money as yuan(10)

wording/zh-CN/10-usage.yaml:5:14: error: there is no code "dataBoster" [code-unknown]
    5 |       加购回复{{ code.dataBoster }}。数据仅供参考。
      |                  ^^^^^^^^^^^^^^^
      = did you mean "dataBooster"?

2 errors, 0 warnings`)
  })

  it('is told in Chinese where that is asked for', () => {
    const lines = listing(loadBundle(bundle), bundle, 'zh-CN').split('\n')
    expect(lines[0]).toBe(
      'touchpoints/08-balance.yaml:6:38: 错误：条件的单位不符：the number 10 has no unit [cel-unit]',
    )
    expect(lines.at(-1)).toBe('2 处错误，0 处警告')
  })

  it('is one object a line for machines', () => {
    const lines = listingJson(loadBundle(bundle)).split('\n')
    expect(lines.map(line => JSON.parse(line) as object)).toMatchObject([
      {
        file: 'touchpoints/08-balance.yaml',
        line: 6,
        column: 38,
        length: 2,
        severity: 'error',
        code: 'cel-unit',
      },
      { file: 'wording/zh-CN/10-usage.yaml', line: 5 },
    ])
  })

  it('says when there is nothing to say', () => {
    expect(listing(loadBundle(sound), sound)).toBe('no faults')
  })
})
