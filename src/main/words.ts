/** The command line's own words in both languages; customer texts live in the rulebook. */
import type { Language } from '../core/event/facts.ts'

const table = {
  touchpoint: ['触点', 'touchpoint'],
  triggered: ['触发', 'triggered'],
  sent: ['发送', 'sent'],
  delivered: ['送达', 'delivered'],
  failed: ['失败', 'failed'],
  expired: ['过期', 'expired'],
  unconfirmed: ['未确认', 'unconfirmed'],
  withheld: ['不发', 'withheld'],
  open: ['在途', 'in flight'],
  parts: ['条数', 'parts'],
  delay: ['到达时长 p50/p99', 'delay p50/p99'],
  total: ['合计', 'total'],
  reason: ['不发原因', 'withheld because'],
  books: ['对账', 'Reconciliation'],
  holds: ['账平', 'the books balance'],
  broken: ['账不平', 'THE BOOKS DO NOT BALANCE'],
  accepted: ['已收事件', 'events accepted'],
  decided: ['已决定', 'decided'],
  duplicate: ['重复', 'duplicate'],
  setAside: ['搁置', 'set aside'],
  planned: ['计划', 'reminders planned'],
  inFlight: ['在途', 'in flight'],
  month: ['一位客户的一个月', "one customer's month"],
  report: ['本月提醒报告', 'The month in reminders'],
  refused: ['拒收', 'refused input'],
  alarms: ['告警', 'alarms'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>

export type Word = keyof typeof table

export const word = (name: Word, language: Language): string => table[name][language === 'en' ? 1 : 0]

const reasons: Readonly<Record<string, readonly [string, string]>> = {
  'not-allowed': ['不在白名单', 'not on the allow-list'],
  'no-consent': ['未同意营销', 'no consent to marketing'],
  unsubscribed: ['客户已关闭', 'switched off by the customer'],
  'once-per': ['本期已说过', 'said already'],
  superseded: ['被更新的代替', 'superseded'],
  merged: ['已合并', 'merged'],
  'told-recently': ['近日刚说过', 'told recently'],
  'frequency-cap': ['当日已够多', 'enough for the day'],
  moot: ['已不成立', 'no longer true'],
  'too-late': ['已过时', 'too late to be of use'],
  'published-late': ['发布时已过期', 'past when published'],
  'stale-facts': ['数据太旧', 'facts too old'],
  recalled: ['规则已撤回', 'rule recalled'],
  paused: ['已暂停', 'paused'],
  'no-channel': ['无可用渠道', 'no channel'],
  incomplete: ['内容缺项', 'incomplete'],
  'too-long': ['太长', 'too long'],
  'line-closed': ['已销户', 'line closed'],
}

export const reasonWord = (reason: string, language: Language): string =>
  reasons[reason]?.[language === 'en' ? 1 : 0] ?? reason
