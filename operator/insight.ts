/**
 * What a message tells its reader that calls for something: by its words alone, in Chinese or English, whoever sent it and
 * by whatever rule. A message in words that only the trade understands tells fewer of its readers.
 */
import { balanceIn, markIn, tradeWords, wayOut, words } from './recognition.ts'

export const insights = [
  'money-low',
  'bill-unpaid',
  'stopped',
  'data-low',
  'offer-ends',
  'data-abroad',
  'much-spent',
] as const
export type Insight = (typeof insights)[number]

const calm =
  /已到账|成功缴费|已恢复|已复机|已从余额|由单位|不必付款|is in,|received|is back|reopened|from your balance|your company pays/i
const stop =
  /停机|不能拨打|影响|缴费|不够|suspen|service (?:may )?stops?|calls (?:may )?pause|affect|please pay|top up/i
const credit = /透支|信用额度|overdraft|a credit of/i
const validity = /可用至.*停机|有效期|expires after .*service stops|is valid until/i
const unpaid = /未付|未缴|还没有付|付清|unpaid|please pay by/i
const dataLow =
  /流量.*(?:已用\d+%|已用完|超出套餐|只剩|剩余不足)|流量只剩|套餐不含流量|套外0|used \d+% of|used up|beyond your plan; |only .* left|less than 5 MB|your plan has no data|beyond 0\.01/i
const ends = /到期|协议将于|\bends (?:on|in)|\bexpires on|is completed in/i
const abroad =
  /(?:上网|GPRS).*(?:元\/MB|包天)|境外(?:上网|GPRS)|data .*(?:per MB|abroad)|GPRS .*(?:per MB|abroad)|abroad.*data/i
const muchSpent = /费用已达|远超平时|far more than usual|charges .*reached|beyond your plan since/i

const isMoneyLow = (text: string): boolean =>
  (balanceIn(text) !== null || markIn(text) !== null || credit.test(text) || validity.test(text)) &&
  (stop.test(text) || validity.test(text)) &&
  !/宽带|broadband/i.test(text)

const tests: Readonly<Record<Insight, (text: string) => boolean>> = {
  'money-low': text => isMoneyLow(text) && !words.stoppedNow.test(text),
  'bill-unpaid': text => words.bill.test(text) && unpaid.test(text) && !words.stoppedNow.test(text),
  stopped: text => words.stoppedNow.test(text),
  'data-low': text => dataLow.test(text) && !/境外|abroad/i.test(text),
  'offer-ends': text => ends.test(text),
  'data-abroad': text => abroad.test(text),
  'much-spent': text => muchSpent.test(text),
}

export const insightsIn = (text: string): readonly Insight[] =>
  calm.test(text) ? [] : insights.filter(insight => tests[insight](text))

/** Share of its readers who know what to do after reading: plain words, and something to do named in them (NF-07, TP0-05). */
export const clarity = (text: string): number =>
  (tradeWords.test(text) ? 0.6 : 1) * (wayOut.test(text) ? 1 : 0.7)
