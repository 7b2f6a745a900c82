/** A small rulebook without any fault: what the broken ones are made from. */
import type { Bundle } from '../bundle.ts'

export const sound: Bundle = {
  'touchpoints/08-balance.yaml': `touchpoint: low-balance
title: { zh-CN: 余额不足, en: Low balance }
rules:
  - id: low-balance
    on: balance.crossed
    when: account.balanceMicroYuan < yuan(10)
    audience: { brands: [easyown, m-zone] }
    send:
      template: low-balance
      kind: balance
      class: notice
      at: next 09:00
      ladder: persistent
      once-per: [line, spell]
      warns-of-arrears: true
    source: [TP8-01]
`,
  'touchpoints/10-usage.yaml': `touchpoint: data-usage
title: { zh-CN: 套餐流量, en: Data usage }
rules:
  - id: used-80
    on: usage.crossed
    when: >-
      bucket.kind == 'data'
      && event.limit == 80
    from: 2012-10-01
    until: 2013-12-31
    send:
      template: used
      kind: usage
      class: real-time
      still: bucket.usedPercent < 100
      once-per: [line, bucket, period]
      group: data
      order: 1
      unless-told: { rules: [low-balance], within: PT24H }
    source: [TP10-11]
  - id: used-100
    on: usage.crossed
    when: "bucket.kind == 'data' && event.limit == 100"
    send:
      template: used
      kind: usage
      class: real-time
      supersedes: [used-80]
      group: data
      order: 2
    source: [TP10-11]
  - id: weekly
    on: schedule.due
    when: event.schedule == 'monday'
    send:
      template: used
      kind: usage
      class: courtesy
      choice: { kind: weekly, default: off }
    source: [TP10-03]
`,
  'wording/zh-CN/08-balance.yaml': `templates:
  low-balance:
    text: 余额{{ account.balanceMicroYuan | money }}（截至{{ account.balanceAsOf | date_time }}），请充值。查询发送{{ code.balance }}到10086。
    for: [TP8-15]
`,
  'wording/zh-CN/10-usage.yaml': `templates:
  used:
    text: |
      本月流量已用{{ bucket.usedPercent | percent }}，可用至{{ bucket.periodEnd | date }}。
      加购回复{{ code.dataBooster }}。数据仅供参考。
`,
  'wording/en/08-balance.yaml': `templates:
  low-balance:
    text: 'Balance {{ account.balanceMicroYuan | money }} as of {{ account.balanceAsOf | date_time }}. Please top up. To ask, text {{ code.balance }} to 10086.'
`,
  'wording/en/10-usage.yaml': `templates:
  used:
    text: >-
      {{ bucket.usedPercent | percent }} of data used, for use until {{ bucket.periodEnd | date }}.
      For more, reply {{ code.dataBooster }}. For reference only.
`,
  'blueprints/08-balance.yaml': `touchpoint: low-balance
scenario: { zh-CN: 余额快用完。, en: The balance runs out. }
lines: [outer-interaction, visibility, inner-interaction]
indicators:
  - { id: in-time, title: { zh-CN: 提醒及时, en: Told in time } }
steps:
  - { id: fall, lane: backstage, order: 1, title: { zh-CN: 余额下降, en: Balance falls }, to: [tell], measures: triggered }
  - id: tell
    lane: backstage
    order: 2
    title: { zh-CN: 发送提醒, en: Send the reminder }
    to: [read]
    department: network
    failure: { zh-CN: 提醒没有送达, en: It does not arrive }
    indicator: in-time
    measures: delivered
    rules: [low-balance]
  - { id: read, lane: customer, order: 2, title: { zh-CN: 看到提醒, en: Read it } }
source: [TP8-18]
`,
  'blueprints/10-usage.yaml': `touchpoint: data-usage
scenario: { zh-CN: 流量快用完。, en: The data runs out. }
lines: [outer-interaction, visibility, inner-interaction]
indicators:
  - { id: in-time, title: { zh-CN: 提醒及时, en: Told in time } }
steps:
  - { id: read, lane: customer, order: 1, title: { zh-CN: 看到提醒, en: Read it }, to-be-added: true }
source: [BP-01]
`,
  'catalogue/brands.yaml': `brands:
  gotone: { zh-CN: 全球通, en: GoTone }
  easyown: { zh-CN: 神州行, en: Easyown }
  m-zone: { zh-CN: 动感地带, en: M-Zone }
`,
  'catalogue/plans.yaml': `plans:
  - id: gotone-58
    from: 2012-01-01
    brand: gotone
    name: { zh-CN: 58元套餐, en: Plan 58 }
    monthly-fee: 58.00
    data-mb: 150
    voice-minutes: 100
    out-of-plan-per-mb: 0.29
    offer: { zh-CN: 每月含100分钟。, en: With 100 minutes a month. }
`,
  'catalogue/packs.yaml': `packs:
  - { id: data-5, from: 2012-01-01, name: { zh-CN: 5元包, en: Pack 5 }, monthly-fee: '5.00' }
`,
  'catalogue/places.yaml': `places:
  - mcc: '520'
    from: 2012-01-01
    name: { zh-CN: 泰国, en: Thailand }
    zone: Asia/Bangkok
    call-local-per-minute: 1.99
    call-home-per-minute: 6.99
    receive-per-minute: 1.99
    sms-home: 0.99
    data-per-mb: 20.48
    day-pack: 98
    police: '191'
    ambulance: '1669'
`,
  'policy/planning.yaml': `zone: Asia/Shanghai
signature: { zh-CN: 【恰时移动】, en: 'Kairos Mobile: ' }
rest-hours: { from: '21:00', to: 08:00 }
any-hour: [code, real-time]
cap-per-day: 3
capped: [notice, courtesy, marketing]
ladders:
  default:
    - { channel: sms, wait: PT6H }
  persistent:
    - { channel: sms, wait: PT2H }
    - { channel: voice, wait: PT1H }
`,
  'policy/limits.yaml': `usage:
  - { kind: data, allowance: some, percent: [100, 80], percent-every: 100, left: [5MB] }
  - { kind: data, allowance: none, used: [100KB, 2 MB], used-every: 20MB }
balance:
  - { audience: { brands: [gotone] }, at-or-below: 20.00 }
  - { at-or-below: 10 }
`,
  'policy/schedules.yaml': `schedules:
  - { id: monday, kind: weekly, week-days: [1], time: '10:00', spread: PT2H }
`,
  'policy/sources.yaml': `sources:
  boss: { quiet-after: PT1H }
`,
  'codes.yaml': `codes:
  balance: { code: '11', to: '10086', meaning: { zh-CN: 查余额, en: balance }, source: [TP2-26] }
  data-booster: { code: '2651', to: reply, meaning: { zh-CN: 加购流量包, en: more data } }
`,
}

/** File, a piece of its text that stands there once, and what stands there instead; no piece = the whole file, null = no file. */
export type Edit = readonly [file: string, from: string | null, to: string | null]

/** A bundle with some pieces replaced; throws when a piece does not stand exactly once in its file. */
export function withEdits(bundle: Bundle, edits: readonly Edit[]): Bundle {
  const edited: Record<string, string> = { ...bundle }
  for (const [file, from, to] of edits) {
    const text = edited[file] ?? ''
    if (to === null) delete edited[file]
    else if (from === null) edited[file] = to
    else if (text.split(from).length === 2) edited[file] = text.replace(from, () => to)
    else throw new Error(`"${from}" stands not once in ${file}`)
  }
  return edited
}
