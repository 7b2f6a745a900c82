import { describe, expect, it } from 'vitest'
import { base } from './lint-cases.ts'
import { lintWording, type FindingCode, type Proposal } from './lint.ts'
import { kindRules, type MessageKind } from './required-elements.ts'

function codesOf(proposal: Partial<Proposal>): FindingCode[] {
  return lintWording({ ...base, ...proposal }).map(({ code }) => code)
}

describe('each kind', () => {
  const facts = {
    variables: {
      price: { unit: 'money' },
      startsAt: { unit: 'instant' },
      endsAt: { unit: 'instant' },
      newPrice: { unit: 'money' },
      monthsLeft: { unit: 'count' },
      asOf: { unit: 'instant' },
      secret: { unit: 'code' },
    },
    typical: {
      price: 5_000_000,
      startsAt: base.now,
      endsAt: base.now,
      newPrice: 5_000_000,
      monthsLeft: 11,
      asOf: base.now,
      secret: '482913',
    },
  } as const

  const fit: readonly (readonly [MessageKind, string])[] = [
    ['order', '已开通，每月{{ price | money }}，{{ startsAt | date }}起收费，取消回复QXCL'],
    ['confirm', '开通每月{{ price | money }}，回复2651确认'],
    ['change', '今日起由您付费'],
    ['cancelled', '已取消，{{ startsAt | date }}起不再收费'],
    ['expiry', '优惠{{ endsAt | date }}到期，之后每月{{ newPrice | money }}'],
    ['rebate', '返还话费{{ price | money }}已到账，还可返{{ monthsLeft | count: "个月" }}'],
    ['top-up', '充值{{ price | money }}已到账'],
    ['usage', '已用100MB，查询发送1561到10086，仅供参考'],
    ['balance', '截至{{ asOf | date_time }}余额{{ price | money }}，查询发送11到10086'],
    ['bill', '账单{{ price | money }}，查询发送11到10086'],
    ['tariff', '套餐每月{{ price | money }}'],
    ['roaming', '漫游每分钟{{ price | money }}'],
    ['arrears', '余额不足，暂时不能拨打电话，仍可接听。请充值'],
    ['restored', '已恢复通话'],
    ['notice-of-query', '{{ asOf | date_time }}有人在网站查询通话和上网明细'],
    ['survey', '满意吗？回复1至10'],
    ['tips', '查询余额发送11到10086'],
    ['code', '验证码{{ secret }}，10分钟内有效'],
    ['points', '积分{{ monthsLeft | count: "分" }}，查询发送11到10086'],
    ['promotion', '每月{{ price | money }}，{{ endsAt | date }}止，取消回复2120'],
    ['care', '感谢'],
    ['notice', '1'],
  ]

  it.for(fit)('%s is content with "%s" (NF-09)', ([kind, source]) => {
    expect(codesOf({ kind, source, ...facts, worst: facts.typical })).not.toContain('missing-element')
  })

  it.for(fit)('%s asks for its elements one by one (NF-09)', ([kind]) => {
    const missing = codesOf({ kind, source: '请看' }).filter(code => code === 'missing-element')
    expect(missing).toHaveLength(kindRules[kind].required.length)
  })

  it('is tested (NF-09)', () => {
    expect(fit.map(([kind]) => kind).sort()).toEqual(Object.keys(kindRules).sort())
  })
})
