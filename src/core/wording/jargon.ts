/**
 * Words of the trade and what customers call the same thing (NF-07, GM-02 factor 2; the table of shared wording.md). Prices per
 * 10 KB, registered codes and names from the catalogue are exempt; the caller blanks out codes and names.
 */
import type { Locale } from './filter.ts'

/** What is not to be said, and what to say instead, in each language. */
export type Term = {
  readonly 'zh-CN': readonly string[]
  readonly zhPlain: string
  readonly en: readonly string[]
  readonly enPlain: string
}

/** A word of the trade found in a text; `words` can stand in its place, none where the sentence is to be written anew. */
export type Jargon = {
  readonly word: string
  readonly index: number
  readonly plain: string
  readonly words: readonly string[]
}

const rows: readonly [string, string, string, string][] = [
  ['保底', '最低消费', 'minimum guarantee|guaranteed minimum|guaranteed spend', 'minimum spend'],
  [
    '托收',
    '由单位统一缴费、银行代扣',
    'collective collection|entrusted collection|collection account',
    'paid by your company, direct debit',
  ],
  [
    '呼限|单向停机',
    '暂时不能拨打电话，仍可接听',
    'barred|barring|call restriction|one-way suspension',
    'outgoing calls paused, you can still be called',
  ],
  ['双停|双向停机', '已停机（不能拨打和接听）', 'two-way suspension|full suspension', 'service suspended'],
  ['复机', '已恢复通话、已恢复上网', 'reactivated|reactivation|reinstated|reinstatement', 'service is back'],
  ['返充|返还到账', '返还话费已到账', 'recharge return|back-credit|rebated', 'your credit has arrived'],
  ['GPRS|数据业务', '手机上网', 'GPRS|packet data|data service|data services', 'mobile data'],
  ['套外|超套', '套餐外', 'out-of-bundle|out of bundle|out-of-plan|overage', 'beyond your plan'],
  ['叠加|加油包', '加购流量包', 'booster|boosters|bolt-on|add-on pack|stackable', 'extra data pack'],
  [
    '生效',
    '从……起可用（价格、套餐：从……起执行）',
    'effective|takes effect|take effect|in effect|into effect',
    'from …',
  ],
  ['失效', '可用至……', 'lapse|lapses|lapsed|ceases to be valid|invalidated', 'until …'],
  ['资费', '价格', 'tariff|tariffs', 'price'],
  ['点播', '按次付费', 'on-demand|on demand', 'pay per use'],
  ['增值业务', '直接说服务的名字', 'value-added service|value-added services|VAS', "the service's name"],
  ['统一支付', '由……统一付费', 'unified payment', 'paid for by …'],
  ['虚拟网', '单位短号网', 'virtual network|virtual net|VPMN', 'company short numbers'],
  ['网龄', '已入网……个月', 'network age|tenure', 'with us for … months'],
  [
    '受理',
    '已收到您的申请',
    'accepted for processing|being processed|has been processed',
    'we have your request',
  ],
  ['主叫', '拨打', 'originating|mobile-originated|outbound calls', 'calls made'],
  ['被叫', '接听', 'terminating|mobile-terminated|inbound calls', 'calls received'],
  ['详单', '通话和上网明细', 'call detail records|detail records|CDR|CDRs', 'call and data records'],
  ['二次确认', '请再确认一次', 'second confirmation|double confirmation', 'please confirm'],
  ['KB', '换算成MB（“每10KB”的价格除外）', 'KB|kilobyte|kilobytes', 'MB (prices per 10 KB excepted)'],
  ['次次日|T+2|月底前', '写出日期，如11月29日', 'T+2|in due course', 'the date, such as 29 Nov'],
]

/** The table, row by row. */
export const jargon: readonly Term[] = rows.map(([zh, zhPlain, en, enPlain]) => ({
  'zh-CN': zh.split('|'),
  zhPlain,
  en: en.split('|'),
  enPlain,
}))

const priceUnit = /(?:每|per\s|\/)\s?10\s?KB/gi

type Finder = readonly [finder: RegExp, plain: string, words: readonly string[]]

const finders: Readonly<Record<Locale, readonly Finder[]>> = {
  'zh-CN': jargon.map(term => [finderOf(term['zh-CN']), term.zhPlain, wordsIn(term.zhPlain, /、/)] as const),
  en: jargon.map(term => [finderOf(term.en), term.enPlain, wordsIn(term.enPlain, /, (?!you )/)] as const),
}

/** Advice is no word: it leaves something open, or says what to do. */
function wordsIn(plain: string, between: RegExp): readonly string[] {
  if (/…|^(直接|换算|写出)|^the |excepted/.test(plain)) return []
  return plain.split(between)
}

/** Every word of the trade in a text, in order, with what to say instead. */
export function jargonIn(text: string, locale: Locale): Jargon[] {
  const rest = text.replace(priceUnit, exempt => '·'.repeat(exempt.length))
  return finders[locale]
    .flatMap(([finder, plain, words]) =>
      Array.from(rest.matchAll(finder), match => ({ word: match[0], index: match.index, plain, words })),
    )
    .sort((a, b) => a.index - b.index)
}

function finderOf(words: readonly string[]): RegExp {
  return new RegExp(words.map(pattern).join('|'), 'gi')
}

/** Latin words count whole and in either case, but may touch digits (100KB) and Chinese. */
function pattern(word: string): string {
  const before = /^[A-Za-z]/.test(word) ? '(?<![A-Za-z])' : ''
  const after = /[A-Za-z]$/.test(word) ? '(?![A-Za-z])' : ''
  return before + word.replace(/[+.]/g, String.raw`\$&`) + after
}
