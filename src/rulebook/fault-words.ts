/**
 * Faults in Chinese, for editors who ask for it (`--lang zh-CN`): what each code means, and in full what is wrong with a
 * template, which is what they write most. Names, figures and the rest of a sentence stay as the check found them.
 */
import type { Language } from '../core/event/facts.ts'
import type { FaultCode, RulebookFault, Severity, WordingCode } from './fault.ts'
import { lintInChinese } from './lint-words.ts'

/** `message` begins with how bad it is. */
type Told = Pick<RulebookFault, 'message' | 'hint'>

export function faultIn(fault: RulebookFault, language: Language): Told {
  const { message, hint } = plainFaultIn(fault, language)
  const { severity } = fault
  const head = language === 'en' ? `${severity}: ` : `${severities[severity]}：`
  return { message: `${head}${message}`, hint }
}

/** The same without how bad it is, for those who show that by a mark. */
export function plainFaultIn(
  { code, message, hint }: Pick<RulebookFault, 'code' | 'message' | 'hint'>,
  language: Language,
): Told {
  if (language === 'en') return { message, hint }
  const said = inChinese(message)
  return { message: said === message ? `${meanings[code]}：${message}` : said, hint: inChinese(hint) }
}

const severities: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告' }

export const countIn = (errors: number, warnings: number, language: Language): string =>
  language === 'en'
    ? `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`
    : `${errors} 处错误，${warnings} 处警告`

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

const meanings: Readonly<Record<FaultCode | WordingCode, string>> = {
  'file-unknown': '规则库没有这样的文件',
  'file-missing': '缺少必需的文件',
  'too-big': '超出大小、数量或层数的上限',
  'yaml-syntax': 'YAML 写法有误',
  'yaml-alias': '不能使用锚点、别名和标签',
  'not-text': '不是 UTF-8 文本',
  'field-unknown': '没有这个字段',
  'field-missing': '缺少字段',
  'value-refused': '值不对',
  'name-twice': '名称重复',
  'dates-reversed': '起止日期颠倒',
  'trigger-unknown': '没有这个触发事件',
  'rule-unknown': '没有这条规则',
  'template-unknown': '没有这个模板',
  'template-unused': '模板没有规则使用',
  'ladder-unknown': '没有这个渠道阶梯',
  'ladder-refused': '夜间不能安排人工外呼',
  'schedule-unknown': '没有这个日程',
  'wording-missing': '缺少另一种语言的文案',
  'moment-refused': '时刻写法有误',
  'once-per-refused': 'once-per 不适用于这个事件',
  'unless-told-unmarked': '没有 once-per 的规则不记得自己说过',
  'contacts-refused': '不能告知联系人',
  'group-order-missing': '分组和次序要一起写',
  'group-order-twice': '同组次序重复',
  'group-alone': '分组里只有一条',
  'override-refused': '不能代替那条规则',
  'override-ambiguous': '代替关系不明确',
  'rules-overlap': '两条规则会同时说话',
  'cel-syntax': '条件写法有误',
  'cel-type': '条件的类型不符',
  'cel-name-unknown': '条件里没有这个名称',
  'cel-refused': '条件不能这样写',
  'cel-unit': '条件的单位不符',
  'cel-value-unknown': '条件里的值永远不会出现',
  'code-unknown': '没有这个业务代码',
  'code-twice': '业务代码重复',
  'template-syntax': '模板写法有误',
  'variable-unknown': '没有这个事实',
  'kind-unknown': '没有规则提供这类提醒',
  'touchpoint-unknown': '没有这个触点',
  'step-unknown': '蓝图里没有这个步骤',
  'link-backwards': '蓝图的连线往回走',
  'cell-taken': '同一泳道同一列已有步骤',
  'indicator-unknown': '蓝图里没有这个感知指标',
  'blueprint-missing': '触点没有服务蓝图',
  'wording.syntax': '模板写法有误',
  'wording.does-not-render': '典型或最长的情形无法生成文本',
  'wording.jargon': '客户听不懂的行话',
  'wording.too-many-parts': '短信条数过多',
  'wording.above-norm': '短信条数多于惯例',
  'wording.above-350': '超过 350 个字符',
  'wording.costly-character': '英文里有一个费条数的字符',
  'wording.missing-element': '缺少必须告知的内容',
  'wording.wished-element': '缺少最好告知的内容',
  'wording.unknown-variable': '没有这个事实',
  'wording.unused-variable': '声明的事实没有用到',
  'wording.wrong-filter': '单位不对',
  'wording.unguarded-null': '可能为空的事实没有先判断',
  'wording.half-width': '中文里有半角标点',
  'wording.informal': '称呼太随便',
  'wording.exclamation': '不是好消息却用感叹号',
  'wording.vague': '该写数字或日期的地方用词含糊',
  'wording.capitals': '用大写表示强调',
  'wording.greeting': '以客套话开头',
  'wording.signature-typed': '签名由设置加上，不写在模板里',
  'wording.brand-typed': '品牌名来自目录，不写在模板里',
  'wording.late-point': '前 20 个字没有要点',
  'wording.unknown-code': '没有登记的业务代码',
  'wording.too-many-actions': '一条短信里操作太多',
  'wording.marketing-word': '服务短信里有广告',
  'wording.pair-variables': '两种语言的事实不一致',
  'wording.pair-codes': '两种语言的业务代码不一致',
}

/** What compiling a template may answer, LiquidJS's own words among it; `$1` stands for what the brackets caught. */
const chinese: readonly (readonly [told: RegExp, said: string])[] = [
  [/^the template is empty$/, '模板是空的'],
  [/^write the message$/, '请写上文案'],
  [/^the template has (\d+) characters$/, '模板有 $1 个字符，太长'],
  [/^the template has too many tags and outputs, (\d+)$/, '标签和输出太多，共 $1 个'],
  [/^write at most (\d+)$/, '至多 $1'],
  [/^the tag "(.*)" is not allowed$/, '不能使用标签“$1”'],
  [/^the tags are if, unless and case$/, '可用的标签：if、unless、case'],
  [/^"(.+)" would be sent as it stands$/, '“$1”会原样发出'],
  [/^write a fact as (.+)$/, '事实写成 $1'],
  [/^the filter "(.+)" does not exist$/, '没有过滤器“$1”'],
  [/^the filters are (.+)$/, '可用的过滤器：$1'],
  [/^an output prints one fact$/, '一处输出只打印一个事实'],
  [/^write (\{\{.+\}\}) or (\{\{.+\}\})$/, '写成 $1 或 $2'],
  [/^an output takes one filter$/, '一处输出只用一个过滤器'],
  [/^keep the filter that fits the unit of the fact$/, '留下符合事实单位的那一个'],
  [/^a condition must not use a filter$/, '条件里不能用过滤器'],
  [/^compare the fact itself$/, '直接比较事实本身'],
  [/^a condition must not use a range$/, '条件里不能用区间'],
  [/^compare with two limits$/, '分别与上下限比较'],
  [/^a closing mark stands alone and would be sent$/, '多出一个结束符，会原样发出'],
  [/^open it, or take it out$/, '补上开头，或删去'],
  [/^the filter (\S+) does not take this$/, '过滤器 $1 不能这样用'],
  [/^only count takes one word: (.+)$/, '只有 count 带一个词：$1'],
  [/^"(.+)" is not the path of a fact$/, '“$1”不是事实的名称'],
  [/^write names joined by dots, such as (\S+)$/, '用点连接名称，例如 $1'],
  [/^(?:tag|output) "?(.+?)"? not closed$/, '“$1”没有结束'],
  [/^tag "(.+)" not found$/, '“$1”没有与之对应的开头'],
  [/^invalid value expression: "(.*)"$/, '“$1”不是可用的表达式'],
  [/^see that every (\S+), (\S+) and quote is closed$/, '检查每个 $1、$2 和引号是否都有结束'],
  ...lintInChinese,
]

function inChinese(told: string): string {
  for (const [pattern, said] of chinese) if (pattern.test(told)) return told.replace(pattern, said)
  // Findings on a template begin with its name.
  const [, name, rest] = /^([a-z][a-z0-9-]*): (.+)$/s.exec(told) ?? []
  const said = rest === undefined ? undefined : inChinese(rest)
  return said === undefined || said === rest ? told : `${name}：${said}`
}
