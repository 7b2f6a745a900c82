/**
 * What planning and sending noted down, in Chinese. Decisions note in English, once and for good, so that a journal is
 * read alike everywhere; it is put into the reader's words where it is shown. A note that is not known here is shown as
 * it stands, and a test reads the core's sources for such.
 */
import type { Language } from '../core/event/facts.ts'
import { withLocalTimes } from './local-time.ts'

/** `$1` stands for what the brackets caught, `$*1` for that as a note of its own. */
const chinese: readonly (readonly [note: RegExp, said: string])[] = [
  [/^(.+); next: (\S+)$/, '$*1；接着用 $2'],
  [/^(.+), useful until (\S+)$/, '$*1，有效至 $2'],
  [/^passed: (.+)$/, '已通过：$*1'],
  [/^allowed, (.+)$/, '可发送、$*1'],
  [/^consent, (.+)$/, '已同意、$*1'],
  [/^not-blocked, (.+)$/, '未屏蔽、$*1'],
  [
    /^(\S+) (\S+) is blocked until (\S+): asked for by (\S+), approved by (\S+)$/,
    '$1 $2 屏蔽至 $3：$4 申请，$5 批准',
  ],
  [/^once-per, (.+)$/, '未重复、$*1'],
  [/^told-recently, (.+)$/, '近日未说过、$*1'],
  [/^useful$/, '仍有用'],
  [/^time: (.+)$/, '时间：$*1'],
  [/^channel: (.+)$/, '渠道：$1'],
  [/^now$/, '即刻'],
  [/^at any hour$/, '任何时间都可发'],
  [/^the customer waits for it$/, '客户正等着'],
  [/^asked for again: (.+)$/, '应要求再发：$1'],
  [/^sent again (\d+) times today$/, '今日已再发 $1 次'],
  [/^held by rest hours$/, '因免打扰时段顺延'],
  [/^put off: (\d+) a day are enough on (\S+)$/, '推迟：$2 当日已满 $1 条'],
  [/^(\d+) a day, and no later day within its use$/, '每日至多 $1 条，有效期内没有别的日子'],
  [/^for (\S+): (.+)$/, '定于 $1：$*2'],
  [/^said once per (.+)$/, '每次只说一遍，按 $1 计'],
  [/^true since (\S+)$/, '自 $1 起成立'],
  [/^useful until (\S+)$/, '有效至 $1'],
  [/^ladder (\S+)$/, '渠道阶梯 $1'],
  [/^the number is not on the allow-list$/, '号码不在白名单'],
  [/^the customer has not agreed to marketing$/, '客户未同意接收营销信息'],
  [/^the customer switched (\S+) off$/, '客户已关闭 $1'],
  [/^by (\S+) in the same moment$/, '同一时刻由 $1 代替'],
  [/^(\S+) said so already$/, '$1 已说过'],
  [/^its moment had passed when it was published$/, '发布时其时刻已过'],
  [/^no longer true, before it left$/, '发出之前已不成立'],
  [/^no longer true: (.*)$/, '已不成立：$1'],
  [/^version (\S+) is no longer here$/, '版本 $1 已不存在'],
  [/^version (\S+) was taken back$/, '版本 $1 已撤回'],
  [/^the line was closed$/, '号码已销户'],
  [/^no longer a contact of this account$/, '已不是此账户的联系人'],
  [/^the person was erased$/, '客户资料已删除'],
  [/^by (\S+) (\S+) until it was of no use$/, '被 $1 $2 暂停，直到失效'],
  [/^paused: (\S+) (\S+)$/, '已暂停：$1 $2'],
  [/^waits for the former of its group$/, '等待同组的前一条'],
  [/^(\S+) has come to its end: now this one$/, '$1 已有结果，轮到这一条'],
  [/^facts of (\S+)$/, '数据截至 $1'],
  [/^no template (\S+)$/, '没有模板 $1'],
  [/^(\d+) parts$/, '共 $1 条短信'],
  // What rendering a template may refuse (NF-10).
  [/^the text is empty$/, '文案为空'],
  [/^the text has (\d+) characters, over (\d+)$/, '文案有 $1 个字符，超过 $2'],
  [/^([\w.]+): empty$/, '$1 为空'],
  [/^([\w.]+): not among the facts$/, '没有事实 $1'],
  [/^([\w.]+): a condition asks about it, but it is not among the facts .*$/, '条件问到 $1，但没有这个事实'],
  [/^([\w.]+): not a date$/, '$1 不是日期'],
  [/^([\w.]+): not an instant$/, '$1 不是时刻'],
  [/^([\w.]+): not a month$/, '$1 不是月份'],
  [/^([\w.]+): not a percentage$/, '$1 不是百分数'],
  [/^([\w.]+): not a whole number$/, '$1 不是整数'],
  [/^([\w.]+): neither a text nor a number$/, '$1 既不是文字也不是数字'],
  [/^([\w.]+): below (-?\d+)$/, '$1 小于 $2'],
  [/^(\S+) by (\S+), valid until (\S+)$/, '经 $2 发出（$1），有效至 $3'],
  [/^by (\S+), after all$/, '由 $1 送达，回执迟到'],
  [/^by (\S+)$/, '由 $1'],
  [/^no word of it, and it can no longer arrive$/, '没有回音，也不可能再到达'],
  [/^expired at the centre$/, '在短信中心过期'],
  [/^rest hours had cut it short$/, '因免打扰时段提前过期'],
  [/^returned: (.*)$/, '未交出：$1'],
  [/^failed: (.*)$/, '失败：$1'],
  [/^refused: (.*)$/, '网关拒收：$1'],
  [/^(\S+) has been planned already$/, '$1 已计划过'],
  [/^set aside: (.*)$/, '已搁置：$1'],
  // Of events that were set aside.
  [/^no such line or account appeared within (\d+) h$/, '$1 小时内没有出现这个号码或账户'],
  [/^older than the oldest day of the journal: .*$/, '早于日志中最早的一天，无法判断是否已处理过'],
  [/^another line holds this number since later$/, '此后该号码已属另一户'],
  [/^the account holds (\d+) lines$/, '账户已有 $1 个号码'],
  [/^more than (\d+) min ahead$/, '时间超前 $1 分钟以上'],
  [/^this source and id came before with another body$/, '同一来源和编号此前来过，内容不同'],
  [/^this source and id came before with time (\S+)$/, '同一来源和编号此前来过，时间是 $1'],
  [/^the journal has no room for another day$/, '日志没有余地再开一天'],
  // Of database and engine.
  [/^answered$/, '有应答'],
  [/^running$/, '运行中'],
  [/^stopped$/, '已停止'],
  [/^no engine runs$/, '引擎没有运行'],
  // Of an alarm.
  [/^restricted for arrears although no warning .*$/, '欠费呼限，但本次欠费前没有一条提醒送达'],
  [/^suspended for arrears although no warning .*$/, '欠费停机，但本次欠费前没有一条提醒送达'],
  [
    /^the journal begins at (\S+), younger than (\d+) days: .*$/,
    '日志从 $1 开始，不足 $2 天：更早的事实会被搁置（太旧，无法查重）',
  ],
  [
    /^on (\d+) of (\d+) days the journal lacks what caused a reminder, such as (\S+) by (.+)$/,
    '$2 天中有 $1 天，日志里缺少提醒的起因，例如 $3，起因 $4',
  ],
  [/^(.+) has said nothing for (.+)$/, '$1 已 $*2没有消息'],
  [/^(\d+) d (\d+) h$/, '$1 天 $2 小时'],
  [/^(\d+) d$/, '$1 天'],
  [/^(\d+) h (\d+) min$/, '$1 小时 $2 分钟'],
  [/^(\d+) h$/, '$1 小时'],
  [/^(\d+) min$/, '$1 分钟'],
  // As a timeline tells it, behind its reason.
  [
    /^(moot|too-late|blocked|frequency-cap|told-recently|superseded|merged|paused|held-back|maybe-sent|unsubscribed|no-consent|stale-facts|published-late|recalled|line-closed|erased|no-channel|incomplete|too-long|not-allowed): (.+)$/,
    '$1：$*2',
  ],
]

/** A note in the reader's language, moments in local time. */
export const noteText = (note: string, language: Language): string =>
  withLocalTimes(language === 'en' ? note : inChinese(note))

function inChinese(note: string): string {
  for (const [pattern, said] of chinese) {
    const found = pattern.exec(note)
    if (found === null) continue
    return said.replaceAll(/\$(\*?)(\d)/g, (_, inner: string, at: string) => {
      const caught = found[Number(at)] ?? ''
      return inner === '' ? caught : inChinese(caught)
    })
  }
  return note
}
