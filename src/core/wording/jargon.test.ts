import { describe, expect, it } from 'vitest'
import { jargon, jargonIn } from './jargon.ts'

describe('the table of plain words', () => {
  it.each(jargon.flatMap(term => term['zh-CN'].map(word => [word, term.zhPlain] as const)))(
    '%s is found and answered with %s (NF-07)',
    (word, plain) => {
      expect(jargonIn(`您的${word}。`, 'zh-CN')).toMatchObject([{ word, index: 2, plain }])
    },
  )

  it.each(jargon.flatMap(term => term.en.map(word => [word, term.enPlain] as const)))(
    '"%s" is found and answered with "%s" (NF-07)',
    (word, plain) => {
      expect(jargonIn(`the ${word}.`, 'en')).toMatchObject([{ word, index: 4, plain }])
    },
  )

  it('never answers with another word of the trade (NF-07)', () => {
    const answers = jargon.flatMap(term => [
      ...jargonIn(term.zhPlain, 'zh-CN'),
      ...jargonIn(term.enPlain, 'en'),
    ])
    expect(answers).toEqual([])
  })
})

describe('jargon in context', () => {
  it.for([
    ['zh-CN', '已用100KB，超出每10KB0.01元', ['KB']],
    ['zh-CN', '每10 KB 0.01元，按0.01元/10KB计', []],
    ['zh-CN', '暂时不能拨打电话，仍可接听', []],
    ['zh-CN', '叠加gprs', ['叠加', 'gprs']],
    ['zh-CN', '有效期至11月30日，返还话费已到账', []],
    ['en', 'CNY 0.01 per 10 KB, 100KB used', ['KB']],
    ['en', 'Tariffs take effect on 1 Dec', ['Tariffs', 'take effect']],
    ['en', 'the most effectively barred, VASt and KBs', ['barred']],
  ] as const)('in %s "%s" holds %o (NF-07)', ([locale, text, words]) => {
    expect(jargonIn(text, locale).map(({ word }) => word)).toEqual(words)
  })
})

describe('what can stand in place of a word of the trade', () => {
  it.for([
    ['zh-CN', '保底', ['最低消费']],
    ['zh-CN', '托收', ['由单位统一缴费', '银行代扣']],
    ['zh-CN', '生效', []],
    ['en', 'tariff', ['price']],
    ['en', 'barred', ['outgoing calls paused, you can still be called']],
    ['en', 'tenure', []],
  ] as const)('in %s "%s": %o (NF-07)', ([locale, word, words]) => {
    expect(jargonIn(word, locale)[0]?.words).toEqual(words)
  })
})
