import { describe, expect, it } from 'vitest'
import { elements, type Element, type ElementId } from './elements.ts'
import { kindRules } from './required-elements.ts'

/** Per element: words that tell it, and words that come near without telling it. */
const rows: readonly (readonly [ElementId, 'zh-CN' | 'en', readonly string[], readonly string[]])[] = [
  ['price', 'zh-CN', ['每月5元', '免费试用', '不另收费'], ['每月￼', '价格见网站']],
  ['price', 'en', ['CNY 5 a month', 'it is free'], ['freedom', 'the price is on our site']],
  ['effectiveDate', 'zh-CN', ['今日起', '从下月1日起执行', '本月起'], ['立即可用', '已开通']],
  ['effectiveDate', 'en', ['from today', 'ends today'], ['at once', 'starting']],
  [
    'cancelWay',
    'zh-CN',
    ['取消回复2120', '回复￼可取消', '如不需要，发送QXCL到10086退订'],
    ['回复2120订购', '已取消'],
  ],
  [
    'cancelWay',
    'en',
    ['To cancel, reply 2120', 'text QXCL to cancel it'],
    ['It is cancelled', 'Reply 2120 to order'],
  ],
  ['confirmWay', 'zh-CN', ['回复Y确认', '确认办理请回复Y'], ['请确认', '回复2120取消']],
  ['confirmWay', 'en', ['reply Y to confirm', 'To order, text Y'], ['please confirm', 'reply 2120']],
  ['endDate', 'zh-CN', ['11月30日到期', '可用至12月'], ['到期后', '至￼']],
  ['endDate', 'en', ['until 30 Nov', 'ends on 3 May'], ['it ends', 'until ￼']],
  ['priceAfter', 'zh-CN', ['到期后每月￼', '下月起恢复原价', '之后自动停止'], ['每月￼', '后台']],
  ['priceAfter', 'en', ['after that CNY 5', 'then ￼ a month'], ['soon after', 'thence']],
  ['monthsLeft', 'zh-CN', ['还可返￼个月', '剩余3期', '这是最后一个月'], ['还有￼', '每个月']],
  ['monthsLeft', 'en', ['3 months left', 'the last instalment'], ['at last', 'each month']],
  ['forReference', 'zh-CN', ['数据仅供参考'], ['供您查看']],
  ['forReference', 'en', ['Figures are for reference only'], ['for you']],
  ['nextStep', 'zh-CN', ['回复2651', '拨打10086', '查看 https://a.cn'], ['请注意']],
  ['nextStep', 'en', ['text 11 to 10086', 'See https://a.cn'], ['Please note', 'textile']],
  ['figureTime', 'zh-CN', ['截至￼'], ['截至目前', '￼']],
  ['figureTime', 'en', ['as of ￼'], ['as of now', '￼']],
  ['whatWorks', 'zh-CN', ['暂时不能拨打电话，仍可接听', '已恢复通话', '已停机'], ['请接听']],
  ['whatWorks', 'en', ['you can still be called', 'calls are paused', 'service is back'], ['call us back']],
  ['payWay', 'zh-CN', ['请充值', '缴费后恢复'], ['话费余额']],
  ['payWay', 'en', ['Top up to restore', 'pay in the app'], ['a paying guest', 'the top']],
  ['channel', 'zh-CN', ['通过网上营业厅', '在手机客户端app'], ['有人']],
  ['channel', 'en', ['on our website', 'by SMS'], ['somebody']],
  ['queryKind', 'zh-CN', ['通话和上网明细', '位置'], ['资费']],
  ['queryKind', 'en', ['call records', 'your location'], ['recorder']],
  ['question', 'zh-CN', ['您满意吗？', '请评价本次服务'], ['感谢']],
  ['question', 'en', ['How did we do?', 'please rate us'], ['thank you']],
  ['scale', 'zh-CN', ['回复1至10', '1非常满意，2一般', '5分为满意'], ['回复数字']],
  ['scale', 'en', ['reply 1 to 10', '1 = bad'], ['reply with a number']],
  ['validity', 'zh-CN', ['10分钟内有效', '请在￼内使用'], ['请尽快']],
  ['validity', 'en', ['valid for 10 minutes', 'Use it within ￼'], ['without', 'invalidate']],
]

/** Per element: facts whose names tell it, and facts of the same unit that do not. */
const names: readonly (readonly [ElementId, readonly string[], readonly string[]])[] = [
  [
    'price',
    [
      'plan.monthlyFeeMicroYuan',
      'plan.outOfPlanPerMBMicroYuan',
      'place.dataPerMBMicroYuan',
      'place.receivePerMinuteMicroYuan',
    ],
    ['account.balanceMicroYuan'],
  ],
]

describe('elements in facts', () => {
  it.for(names)('%s is told by %o, not by %o (NF-09)', ([id, told, untold]) => {
    const element: Element = elements[id]
    expect(told.filter(name => element.names?.test(name) !== true)).toEqual([])
    expect(untold.filter(name => element.names?.test(name) !== false)).toEqual([])
  })
})

describe('elements in words', () => {
  it.for(rows)('%s in %s is told by %o, not by %o (NF-09)', ([id, locale, told, untold]) => {
    const element: Element = elements[id]
    const pattern = element.words?.[locale]
    expect(told.filter(text => pattern?.test(text) !== true)).toEqual([])
    expect(untold.filter(text => pattern?.test(text) !== false)).toEqual([])
  })

  it('are tested in both languages, if they have words (NF-09)', () => {
    const withWords = Object.entries(elements).filter(([, element]) => 'words' in element)
    const tested = new Set(rows.map(([id, locale]) => `${id} ${locale}`))
    const wanted = withWords.flatMap(([id]) => [`${id} zh-CN`, `${id} en`])
    expect([...tested].sort()).toEqual(wanted.sort())
  })

  it('can be told somehow, and each serves a kind (NF-09)', () => {
    const used = new Set(
      Object.values(kindRules).flatMap(rule => [...rule.required, ...('wished' in rule ? rule.wished : [])]),
    )
    expect(Object.keys(elements).sort()).toEqual([...used].sort())
    for (const element of Object.values(elements)) {
      expect(['words', 'names', 'units', 'code'].some(sign => sign in element)).toBe(true)
    }
  })
})
