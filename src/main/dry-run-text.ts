/** A dry run in a terminal: how sure it is, what would change by touchpoint and rule, why not, and the fullest hour. */
import type { z } from 'zod'
import type { dryRunResult } from '../api/shapes/dry-run.ts'
import type { Language } from '../core/event/facts.ts'
import { localTime } from './local-time.ts'
import { textTable } from './text-table.ts'
import { reasonWord } from './words.ts'

export type DryRunAnswer = z.input<typeof dryRunResult>
type Sums = DryRunAnswer['total']['before']

const words = {
  'zh-CN': {
    head: '试算',
    against: '对照',
    nothing: '没有可试算的数据：期间内没有任何客户事件，熔断不会监看此版本',
    accounts: '抽样账户',
    incomplete: '个账户的起点不完整（开户早于日志，按今天的号码资料起算）',
    leftOut: '个账户事件过多，未计入',
    failed: '次决定出错',
    outcomes: '短信结果：沿用记录',
    assumed: '，按惯常推定',
    touchpoint: '触点',
    rule: '规则（有变化）',
    brand: '品牌',
    channel: '渠道',
    reason: '不发原因',
    sent: '条',
    withheld: '不发',
    before: '现行',
    after: '草案',
    yuan: '元',
    total: '合计',
    lines: '收到过的号码',
    often: '收到 10 次以上',
    peak: '最忙一小时（抽样）',
    hourly: '推及全部账户每小时约',
    guard: '；发出超过其两倍时自动暂停',
    same: '没有变化',
    examples: '例',
    kinds: { added: '新增', removed: '不再发', changed: '文字不同' },
  },
  en: {
    head: 'Dry run',
    against: 'against',
    nothing:
      'there was nothing to try it on: no customer did anything in this time, and the blast guard will not watch this version',
    accounts: 'accounts sampled',
    incomplete:
      'accounts begin incomplete: opened before the journal, they start with their lines as they stand today',
    leftOut: 'accounts left out: too much happened to them',
    failed: 'decisions failed',
    outcomes: 'what became of messages: as recorded',
    assumed: ', assumed as usual',
    touchpoint: 'touchpoint',
    rule: 'rule (that changes)',
    brand: 'brand',
    channel: 'channel',
    reason: 'withheld because',
    sent: 'sent',
    withheld: 'withheld',
    before: 'now',
    after: 'draft',
    yuan: 'yuan',
    total: 'total',
    lines: 'lines told',
    often: 'told more than 10 times',
    peak: 'fullest hour (of the sample)',
    hourly: 'of all accounts about',
    guard: ' an hour; at more than twice as many the version pauses itself',
    same: 'nothing changes',
    examples: 'for example',
    kinds: { added: 'added', removed: 'no longer sent', changed: 'other words' },
  },
} as const satisfies Readonly<Record<Language, object>>

export function dryRunText(answer: DryRunAnswer, language: Language): string {
  const said = words[language]
  const { run, facts, rules } = answer
  const at = (moment: string): string => localTime(Date.parse(moment)).slice(0, 16)
  const head = `${said.head} ${run.version}, ${said.against} ${run.before ?? '–'}: ${at(run.from)} – ${at(run.until)}`
  if (facts === 0 && answer.total.after.messages === 0) return `${head}\n${said.nothing}`
  const changed = rules.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
  return [
    `${head}\n${sureText(answer, language)}`,
    sumsText(said.touchpoint, [...answer.touchpoints, { of: said.total, ...answer.total }], language),
    changed.length === 0 ? said.same : sumsText(said.rule, changed, language),
    sumsText(said.brand, answer.brands, language),
    sumsText(said.channel, answer.channels, language),
    reasonsText(answer, language),
    burdenText(answer, language),
    ...examplesText(answer, language),
  ]
    .filter(text => text !== '')
    .join('\n\n')
}

function sureText(answer: DryRunAnswer, language: Language): string {
  const said = words[language]
  const { accounts, startIncomplete, leftOut, failed, outcomes, run } = answer
  return [
    `${accounts} / ${run.accounts ?? accounts} ${said.accounts}`,
    ...(startIncomplete === 0 ? [] : [`${startIncomplete} ${said.incomplete}`]),
    ...(leftOut === 0 ? [] : [`${leftOut} ${said.leftOut}`]),
    ...(failed === 0 ? [] : [`${failed} ${said.failed}`]),
    `${said.outcomes} ${outcomes.recorded}${said.assumed} ${outcomes.assumed}`,
  ].join('\n')
}

function sumsText(
  title: string,
  rows: readonly { readonly of: string; readonly before: Sums; readonly after: Sums }[],
  language: Language,
): string {
  const { before, after, sent, withheld, yuan } = words[language]
  const yuanOf = ({ costMicroYuan }: Sums): string => (costMicroYuan / 1e6).toFixed(2)
  const columns = [sent, withheld, yuan].flatMap(name => [`${name} ${before}`, after])
  return textTable(
    [title, ...columns],
    rows.map(row => [
      row.of,
      ...[row.before.messages, change(row.before.messages, row.after.messages)],
      ...[row.before.withheld, change(row.before.withheld, row.after.withheld)],
      ...[yuanOf(row.before), yuanOf(row.after)],
    ]),
  )
}

/** `12 (+3)` */
function change(before: number, after: number): string {
  const by = after - before
  return by === 0 ? String(after) : `${after} (${by > 0 ? '+' : '−'}${Math.abs(by)})`
}

function reasonsText({ reasons }: DryRunAnswer, language: Language): string {
  if (reasons.length === 0) return ''
  const { reason, before, after } = words[language]
  const rows = reasons.map(one => [
    reasonWord(one.reason, language),
    one.before,
    change(one.before, one.after),
  ])
  return textTable([reason, before, after], rows)
}

function burdenText({ lines, peak, run }: DryRunAnswer, language: Language): string {
  const said = words[language]
  const { before, after } = lines
  const most = (one: DryRunAnswer['peak']['before']): number => one?.messages ?? 0
  const hourly = run.hourlyMax === null ? [] : [`${said.hourly} ${run.hourlyMax}${said.guard}`]
  return [
    `${said.lines}: ${before.told} → ${after.told}; ${said.often}: ${before.often} → ${after.often}`,
    `${said.peak}: ${most(peak.before)} → ${most(peak.after)}`,
    ...hourly,
  ].join('\n')
}

const shownMax = 10

function examplesText({ examples }: DryRunAnswer, language: Language): readonly string[] {
  if (examples.length === 0) return []
  const said = words[language]
  const lines = examples
    .slice(0, shownMax)
    .map(
      ({ account, rule, kind, at }) =>
        `  ${localTime(Date.parse(at))}  ${account}  ${rule}: ${said.kinds[kind]}`,
    )
  return [`${said.examples}\n${lines.join('\n')}`]
}
