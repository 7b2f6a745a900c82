import { describe, expect, it } from 'vitest'
import { findingCodes } from './finding.ts'
import { arrears, base, name, order, rows, usage } from './lint-cases.ts'
import { lintWording, pairFindings, type FindingCode, type Proposal } from './lint.ts'

function codesOf(proposal: Partial<Proposal>): FindingCode[] {
  return lintWording({ ...base, ...proposal }).map(({ code }) => code)
}

describe('the pairs of wording.md', () => {
  it('finds nothing in the good ones (NF-07, NF-08, NF-09, NF-27)', () => {
    const goods: Partial<Proposal>[] = [
      {
        ...order,
        source:
          '已为您开通{{ service.name }}，每月{{ service.price | money_short }}，{{ service.chargedFrom | date }}起收费。取消回复QXCL；有疑问请在1小时内回复5060，我们72小时内联系您。',
      },
      {
        ...usage,
        source:
          '本月套餐流量已用{{ bucket.usedPercent | percent }}，还剩{{ bucket.left | bytes }}，可用到{{ bucket.endsAt | last_day }}。如需加购流量包，请回复2651。数据仅供参考。',
      },
      {
        ...arrears,
        source:
          'your balance is {{ balance | money }}, so outgoing calls are paused; you can still be called. Top up to restore them. To see charges, text 11 to 10086.',
      },
    ]
    expect(goods.map(good => lintWording({ ...base, ...good }))).toEqual([[], [], []])
  })

  it('says what is wrong with the bad ones (NF-07, NF-09)', () => {
    const bads: Partial<Proposal>[] = [
      {
        ...order,
        source:
          '尊敬的客户，您已成功受理{{ service.name }}业务订购，资费{{ service.price | money_short }}/月，生效方式立即生效，详询10086。',
      },
      { kind: 'usage', class: 'real-time', source: '您的流量即将用尽，请注意。' },
      {
        ...arrears,
        variables: {},
        source: 'You have exceeded the credit threshold; barring will be executed.',
      },
    ]
    expect(bads.map(codesOf)).toEqual([
      [
        'unused-variable',
        'missing-element',
        'missing-element',
        'jargon',
        'jargon',
        'jargon',
        'jargon',
        'greeting',
      ],
      ['missing-element', 'missing-element', 'wished-element', 'vague', 'late-point'],
      ['missing-element', 'missing-element', 'wished-element', 'jargon', 'late-point'],
    ])
  })
})

describe('each finding', () => {
  it.for(rows)('%s: %s', ([code, , bad, good]) => {
    expect(codesOf(bad)).toContain(code)
    expect(codesOf(good)).not.toContain(code)
  })

  it('has a case here or below', () => {
    const pairs = ['pair-variables', 'pair-codes']
    expect([...new Set(rows.map(([code]) => code)), ...pairs].sort()).toEqual(
      Object.keys(findingCodes).sort(),
    )
  })

  it('knows its place in the source', () => {
    const [finding] = lintWording({ ...base, ...name, source: '1{{ name }}\n{% if name %}好{% endif %}详单' })
    expect(finding).toMatchObject({ code: 'jargon', at: { line: 2, column: 26 } })
  })
})

describe('a greeting', () => {
  it('is an error when it costs a part, else a warning (NF-08)', () => {
    const levels = [57, 58].map(length => {
      const source = `您好，1${'字'.repeat(length)}`
      return lintWording({ ...base, kind: 'order', source }).find(({ code }) => code === 'greeting')?.level
    })
    const source = `您好，1${'字'.repeat(61)}`
    const costly = lintWording({ ...base, kind: 'order', source }).find(({ code }) => code === 'greeting')
    expect([...levels, costly?.level]).toEqual(['warning', 'warning', 'error'])
  })
})

describe('a pair of languages', () => {
  it.for([
    ['{{ a | money }}，回复2651', 'reply 2651: {{ a | money }}', []],
    ['{% if b %}{{ a }}{% endif %}', '{{ a }}', ['pair-variables']],
    ['{{ a }}', '{{ b }}', ['pair-variables', 'pair-variables']],
    ['回复2651', 'call us', ['pair-codes']],
    ['回复2651', 'reply 2120', ['pair-codes', 'pair-codes']],
    ['{{ a', '{{ b }}', []],
  ] as const)('"%s" and "%s": %o (NF-23)', ([zh, en, codes]) => {
    expect(pairFindings(zh, en).map(({ code }) => code)).toEqual(codes)
  })
})
