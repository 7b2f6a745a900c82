/** The command line's own words in both languages; customer texts live in the rulebook. */
import type { SetAsideReason } from '../core/event/arrival.ts'
import type { AttemptOutcome } from '../core/event/inner.ts'
import type { Language } from '../core/event/facts.ts'
import type { ReminderState, WithheldReason } from '../core/reminder.ts'
import { withLocalTimes } from './local-time.ts'

type Pair = readonly [chinese: string, english: string]

const said = (pair: Pair, language: Language): string => pair[language === 'en' ? 1 : 0]

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
  month: ['一位客户的一个月', 'One customer’s month'],
  report: ['本月提醒报告', 'The month in reminders'],
  facts: ['条事实', 'facts'],
  turns: ['个回合', 'turns'],
  seed: ['种子', 'seed'],
  refused: ['拒收', 'refused input'],
  tooLate: ['月末之后才到、未播放的事实', 'facts that arrive after the end, not played'],
  beijing: ['北京时间', 'Beijing time'],
  blanked: ['（内容已清除）', '(blanked)'],
  erased: ['客户资料已删除', 'person erased'],
  erasedOn: [
    '此账户的客户资料已删除（缘由见 kairos erase --list）：',
    'the person behind this account was erased (kairos erase --list says why):',
  ],
  numbers: ['号码', 'numbers'],
  texts: ['短信内容', 'texts'],
  nothing: ['无', 'none'],
  asideAgain: ['再次搁置', 'set aside again'],
  asideGone: ['不在搁置中', 'not set aside'],
  rule: ['规则', 'rule'],
  noRule: ['没有规则由此触发', 'no rule starts from this'],
  cause: ['起因', 'caused by'],
  due: ['应发时间', 'due'],
  useful: ['有效至', 'useful until'],
  to: ['发给', 'told to'],
  contact: ['联系人', 'contact'],
  forgotten: ['号码已清除', 'number forgotten'],
  inputs: ['依据', 'inputs'],
  step: ['步骤', 'step'],
  noWord: ['尚无回音', 'no word yet'],
} as const satisfies Readonly<Record<string, Pair>>

export type Word = keyof typeof table

export const word = (name: Word, language: Language): string => said(table[name], language)

const reasons: Readonly<Record<WithheldReason, Pair>> = {
  'not-allowed': ['不在白名单', 'not on the allow-list'],
  'no-consent': ['未同意营销', 'no consent to marketing'],
  unsubscribed: ['客户已关闭', 'switched off by the customer'],
  blocked: ['人工屏蔽', 'blocked by staff'],
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
  erased: ['客户资料已删除', 'person erased'],
  'maybe-sent': ['恢复备份前可能已发出', 'perhaps sent before a backup was restored'],
  'held-back': ['中断恢复后人工决定不发', 'withheld by staff after an outage'],
}

/** What a rule said when it was asked, beside the reasons above. */
const answers: Readonly<Record<string, Pair>> = {
  planned: ['要发', 'to be told'],
  condition: ['条件不成立', 'its condition does not hold'],
  audience: ['不是它的受众', 'not for this customer'],
  'not-ordered': ['客户未订阅', 'not ordered by the customer'],
  'not-in-force': ['规则当日不生效', 'the rule is not in force on this day'],
  'not-a-moment': ['发布不补发已过去的', 'a publication says nothing belated'],
  'no-date': ['缺少起算日期', 'the date from which it counts is not known'],
  'no-contact': ['没有登记的联系人', 'there is no contact to tell'],
  'no-line': ['没有号码可告知', 'there is no line to tell'],
  'rule-gone': ['规则已不存在', 'the rule is no longer there'],
  secret: ['验证码和密码不重发', 'codes and passwords are not sent again'],
}

const asideReasons: Readonly<Record<SetAsideReason, Pair>> = {
  'from-the-future': ['时间在未来', 'dated ahead of now'],
  'too-late-to-check': ['太旧，无法查重', 'too old to tell whether it came before'],
  conflict: ['同一编号内容不同', 'its id came before with something else'],
  'unknown-line': ['24 小时内无此号码', 'no such line within 24 h'],
  'too-many-lines': ['账户号码已满', 'the account has all the lines it may have'],
  'number-in-use': ['号码已属他人', 'the number is another’s'],
  'decision-failed': ['决定时出错', 'deciding it failed'],
  'commit-refused': ['数据库拒收', 'the database refused it'],
}

const asideStates: Readonly<Record<string, Pair>> = {
  waiting: ['等待号码', 'waiting for its line'],
  'set-aside': ['搁置', 'set aside'],
  replayed: ['已重做', 'replayed'],
  discarded: ['已放弃', 'discarded'],
}

const states: Readonly<Record<ReminderState | AttemptOutcome, Pair>> = {
  planned: ['待发', 'planned'],
  attempted: ['已发出', 'sent'],
  delivered: ['送达', 'delivered'],
  failed: ['失败', 'failed'],
  expired: ['过期', 'expired'],
  unconfirmed: ['未确认', 'unconfirmed'],
  withheld: ['不发', 'withheld'],
  refused: ['网关拒收', 'refused by the gateway'],
  returned: ['未交出，稍后再试', 'not handed over, to be tried again'],
}

const wordIn = (words: Readonly<Record<string, Pair>>, name: string, language: Language): string => {
  const pair = Object.hasOwn(words, name) ? words[name] : undefined
  return pair === undefined ? name : said(pair, language)
}

export const reasonWord = (reason: string, language: Language): string => wordIn(reasons, reason, language)

export const asideReasonWord = (reason: string, language: Language): string =>
  wordIn(asideReasons, reason, language)

export const asideStateWord = (state: string, language: Language): string =>
  wordIn(asideStates, state, language)

export const stateWord = (state: string, language: Language): string => wordIn(states, state, language)

/** `later 2026-11-05T00:00:00.000Z` is the one answer that has a value. */
export function answerWord(answer: string, language: Language): string {
  if (answer.startsWith('later ')) return withLocalTimes(answer.replace('later', said(later, language)))
  return wordIn({ ...reasons, ...answers }, answer, language)
}

const later: Pair = ['到时再问：', 'to be asked again at']
