/**
 * The kinds of message and what each must tell (NF-09, wording.md: five moves), what it should tell, how many SMS parts are its
 * norm (one is the aim, two the norm for orders and price lists, NF-08), and the words that carry its point when no figure does.
 */
import type { ElementId } from './elements.ts'
import type { Locale } from './filter.ts'

export type KindRule = {
  readonly required: readonly ElementId[]
  readonly wished?: readonly ElementId[]
  readonly partsNorm: 1 | 2
  /** Words that are a point by themselves within the first 20 characters. */
  readonly keyWords: Readonly<Record<Locale, RegExp>>
  /** Exclamation marks are allowed. */
  readonly isGoodNews?: true
  /** Answers are numbers, not registered codes. */
  readonly hasScale?: true
}

const nothing = { 'zh-CN': /^$/, en: /^$/ }

export const kindRules = {
  order: {
    required: ['price', 'effectiveDate', 'cancelWay'],
    partsNorm: 2,
    keyWords: {
      'zh-CN': /开通|订购|办理|变更|更换|加入/,
      en: /\b(now have|ordered|opened|joined|changes?|is yours|added)\b/i,
    },
  },
  /** Who pays, who belongs to what, whose it is: no price of its own. */
  change: {
    required: [],
    partsNorm: 2,
    keyWords: {
      'zh-CN': /付费|套餐|短号|亲情网|过户|退出|加入/,
      en: /\b(pays?|plan|group|number|family|joined|leaves?)\b/i,
    },
  },
  confirm: {
    required: ['price', 'confirmWay'],
    wished: ['effectiveDate'],
    partsNorm: 2,
    keyWords: { 'zh-CN': /确认|开通|办理/, en: /\bconfirm|\border/i },
  },
  cancelled: {
    required: ['effectiveDate'],
    partsNorm: 1,
    keyWords: { 'zh-CN': /取消|退订|退出/, en: /\b(cancelled|left|ended|removed)\b/i },
  },
  expiry: {
    required: ['endDate', 'priceAfter'],
    wished: ['nextStep'],
    partsNorm: 1,
    keyWords: { 'zh-CN': /到期|结束|截止/, en: /\b(ends?|runs? out|expires?)\b/i },
  },
  rebate: {
    required: ['amount', 'monthsLeft'],
    partsNorm: 1,
    isGoodNews: true,
    keyWords: { 'zh-CN': /到账|返还/, en: /\b(credit|returned|arrived)\b/i },
  },
  'top-up': {
    required: ['amount'],
    wished: ['nextStep'],
    partsNorm: 1,
    isGoodNews: true,
    keyWords: { 'zh-CN': /充值|到账|缴费/, en: /\b(top-up|topped up|payment|received)\b/i },
  },
  usage: {
    required: ['forReference', 'nextStep'],
    wished: ['endDate'],
    partsNorm: 1,
    keyWords: { 'zh-CN': /已用|还剩|用完|用量/, en: /\b(used|left|data)\b/i },
  },
  balance: {
    required: ['figureTime', 'nextStep'],
    wished: ['payWay'],
    partsNorm: 1,
    keyWords: { 'zh-CN': /余额|话费/, en: /\bbalance\b/i },
  },
  bill: {
    required: ['amount', 'nextStep'],
    wished: ['endDate', 'payWay'],
    partsNorm: 1,
    keyWords: { 'zh-CN': /账单/, en: /\bbill\b/i },
  },
  tariff: {
    required: ['price'],
    partsNorm: 2,
    keyWords: { 'zh-CN': /套餐|价格|月费/, en: /\b(plan|prices?|calls?)\b/i },
  },
  roaming: {
    required: ['price'],
    wished: ['nextStep'],
    partsNorm: 2,
    keyWords: { 'zh-CN': /漫游|境外|国际/, en: /\b(abroad|roaming|welcome to)\b/i },
  },
  arrears: {
    required: ['whatWorks', 'payWay'],
    wished: ['nextStep'],
    partsNorm: 1,
    keyWords: { 'zh-CN': /余额|停机|欠费|不能/, en: /\b(balance|paused|suspended|owe|unpaid)\b/i },
  },
  restored: {
    required: ['whatWorks'],
    partsNorm: 1,
    isGoodNews: true,
    keyWords: { 'zh-CN': /恢复/, en: /\bback\b/i },
  },
  'notice-of-query': {
    required: ['when', 'channel', 'queryKind'],
    wished: ['nextStep'],
    partsNorm: 1,
    keyWords: { 'zh-CN': /查询/, en: /\b(asked|viewed|query|queried|opened)\b/i },
  },
  survey: {
    required: ['question', 'scale'],
    partsNorm: 1,
    hasScale: true,
    keyWords: { 'zh-CN': /满意|评价|打分/, en: /\b(how|rate|happy|satisfied)\b/i },
  },
  tips: {
    required: ['knownCode'],
    partsNorm: 2,
    keyWords: {
      'zh-CN': /查询|用法|短信|发送|密码|不用等|境外|国际/,
      en: /\b(text|check|how to|password|wait|abroad|international)\b/i,
    },
  },
  code: {
    required: ['secret', 'validity'],
    partsNorm: 1,
    keyWords: { 'zh-CN': /验证码|密码|动态码/, en: /\b(code|password)\b/i },
  },
  points: {
    required: ['quantity', 'nextStep'],
    wished: ['endDate'],
    partsNorm: 1,
    keyWords: { 'zh-CN': /积分/, en: /\bpoints\b/i },
  },
  promotion: {
    required: ['price', 'endDate', 'cancelWay'],
    partsNorm: 2,
    isGoodNews: true,
    keyWords: nothing,
  },
  care: {
    required: [],
    partsNorm: 1,
    isGoodNews: true,
    keyWords: {
      'zh-CN': /感谢|祝|申请|安装|报修/,
      en: /\b(thank|happy|years?|request|broadband|repair)\b/i,
    },
  },
  notice: { required: [], partsNorm: 1, keyWords: nothing },
} as const satisfies Readonly<Record<string, KindRule>>

/** What a message is about; `notice` is the kind without demands of its own. */
export type MessageKind = keyof typeof kindRules

/** The rule of a kind. */
export function kindRule(kind: MessageKind): KindRule {
  return kindRules[kind]
}
