/** Proposals for the tests of the lint: a neutral one, three realistic ones, and for each finding one that has it and one that has not. */
import type { FindingCode, Proposal } from './lint.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)

export const base: Proposal = {
  kind: 'notice',
  class: 'notice',
  channel: 'sms',
  locale: 'zh-CN',
  source: '',
  signature: '【恰时移动】',
  variables: {},
  typical: {},
  worst: {},
  zone: 'Asia/Shanghai',
  now: at('2026-11-20T10:00'),
  codes: ['5060', '2651', '2120', '11', 'QXCL', '1561', 'KTGJGPRS1'],
  brands: ['全球通'],
}

export const english = { locale: 'en', signature: 'Kairos Mobile: ' } as const

export const order: Partial<Proposal> = {
  kind: 'order',
  variables: {
    'service.name': { unit: 'text' },
    'service.price': { unit: 'money' },
    'service.chargedFrom': { unit: 'instant' },
  },
  typical: { service: { name: '视频彩铃', price: 5_000_000, chargedFrom: base.now } },
  worst: {
    service: { name: '来电名片尊享年包（家庭版）', price: 19_800_000, chargedFrom: at('2027-12-31T00:00') },
  },
}

export const usage: Partial<Proposal> = {
  kind: 'usage',
  class: 'real-time',
  variables: {
    'bucket.usedPercent': { unit: 'percent' },
    'bucket.left': { unit: 'bytes' },
    'bucket.endsAt': { unit: 'instant' },
  },
  typical: { bucket: { usedPercent: 80, left: 104_857_600, endsAt: at('2026-12-01T00:00') } },
  worst: { bucket: { usedPercent: 100, left: 1_048_576_000, endsAt: at('2027-12-31T00:00') } },
}

export const arrears: Partial<Proposal> = {
  kind: 'arrears',
  ...english,
  variables: { balance: { unit: 'money' } },
  typical: { balance: 0 },
  worst: { balance: -123_456_780_000 },
}

export const name = {
  variables: { name: { unit: 'text' } },
  typical: { name: '甲' },
  worst: { name: '甲' },
} as const

/** Finding, what it is about, a proposal that has it, and one that has not. */
export const rows: readonly (readonly [FindingCode, string, Partial<Proposal>, Partial<Proposal>])[] = [
  ['syntax', 'a tag left open', { source: '1{% if a %}' }, { source: '1' }],
  [
    'does-not-render',
    'a worst case without the fact (NF-10)',
    { ...name, source: '1{{ name }}', worst: {} },
    { ...name, source: '1{{ name }}' },
  ],
  ['jargon', 'a word of the trade (NF-07)', { source: '1张详单' }, { source: '1张详单', names: ['详单'] }],
  ['jargon', 'a registered code is none', { source: '1GPRS' }, { source: '1次，发送KTGJGPRS1到10086' }],
  [
    'too-many-parts',
    'a worst case of five parts (NF-08)',
    { ...name, source: '1{{ name }}', worst: { name: '字'.repeat(265) } },
    { ...name, source: '1{{ name }}', worst: { name: '字'.repeat(261) } },
  ],
  [
    'too-many-parts',
    'more parts than its rule allows (NF-08)',
    { source: `1${'字'.repeat(64)}`, partsMax: 1 },
    { source: `1${'字'.repeat(63)}`, partsMax: 1 },
  ],
  [
    'above-norm',
    'over 70 characters (NF-08)',
    { source: `1${'字'.repeat(64)}` },
    { source: `1${'字'.repeat(63)}` },
  ],
  [
    'above-norm',
    'parts on a channel that has them (NF-08)',
    { source: `1${'字'.repeat(64)}` },
    { source: `1${'字'.repeat(64)}`, channel: 'email' },
  ],
  [
    'above-350',
    'over 350 characters on any channel (NF-08)',
    { source: `1${'字'.repeat(344)}`, channel: 'email' },
    { source: `1${'字'.repeat(343)}`, channel: 'email' },
  ],
  [
    'costly-character',
    'a curly quote in English (NF-08)',
    { ...english, source: '1 day’s use' },
    { ...english, source: "1 day's use" },
  ],
  [
    'missing-element',
    'a usage message without 仅供参考 (NF-27)',
    { kind: 'usage', source: '已用1次，请回复2651' },
    { kind: 'usage', source: '已用1次，请回复2651，仅供参考' },
  ],
  [
    'missing-element',
    'tips whose code is not registered (NF-09)',
    { kind: 'tips', source: '查询：发送12到10086' },
    { kind: 'tips', source: '查询：发送11到10086' },
  ],
  [
    'wished-element',
    'a usage message without end date (NF-09)',
    { ...usage, source: '已用1次，请回复2651，仅供参考' },
    { ...usage, source: '已用1次，可用到{{ bucket.endsAt | last_day }}，请回复2651，仅供参考' },
  ],
  [
    'unknown-variable',
    'a fact not declared (NF-10)',
    { source: '1{{ nmae }}' },
    { ...name, source: '1{{ name }}' },
  ],
  ['unused-variable', 'a fact not told', { ...name, source: '1' }, { ...name, source: '1{{ name }}' }],
  [
    'wrong-filter',
    'an amount without its unit (NF-10)',
    { ...arrears, source: 'balance {{ balance }}' },
    { ...arrears, source: 'balance {{ balance | money }}' },
  ],
  [
    'wrong-filter',
    'bytes printed as money (NF-10)',
    { ...usage, source: '1{{ bucket.left | money }}' },
    { ...usage, source: '1{{ bucket.left | bytes }}' },
  ],
  [
    'wrong-filter',
    'a flag printed (NF-10)',
    { source: '1{{ isNew }}', variables: { isNew: { unit: 'flag' } } },
    {
      source: '1{% if isNew %}2{% endif %}',
      variables: { isNew: { unit: 'flag' } },
      typical: { isNew: true },
      worst: { isNew: false },
    },
  ],
  [
    'unguarded-null',
    'a fact that may be absent (NF-10)',
    { ...name, variables: { name: { unit: 'text', nullable: true } }, source: '1{{ name }}' },
    {
      ...name,
      variables: { name: { unit: 'text', nullable: true } },
      source: '1{% if name %}{{ name }}{% endif %}',
    },
  ],
  [
    'half-width',
    'a comma in Chinese',
    { source: '1日起,请' },
    { source: '1日起，请于15:04看https://a.cn/x?y=9.80' },
  ],
  [
    'half-width',
    'a colon after a fact',
    { ...name, source: '1{{ name }}:好' },
    { ...name, source: '1{{ name }}：好' },
  ],
  ['half-width', 'a full stop at the end', { source: '1日起.' }, { source: '9.80元起。' }],
  ['informal', '你', { source: '1你' }, { source: '1您' }],
  ['informal', '亲', { source: '1亲，' }, { source: '1位亲友加入亲情网，父亲' }],
  ['exclamation', 'no good news', { source: '停机1天！' }, { source: '停机1天。' }],
  ['exclamation', 'not in good news', { source: '1元！' }, { source: '1元！', kind: 'care' }],
  ['vague', 'soon in English', { ...english, source: '1 day soon' }, { ...english, source: '1 sooner' }],
  [
    'capitals',
    'shouting',
    { ...english, source: '1 FREE' },
    { ...english, source: '1 free SMS, text QXCL to 10086' },
  ],
  ['greeting', 'a greeting', { source: '尊敬的客户，1' }, { source: '1' }],
  [
    'greeting',
    'a greeting in English',
    { ...english, source: 'Dear customer, 1' },
    { ...english, source: 'High 1' },
  ],
  [
    'greeting',
    'a greeting by name',
    { ...name, ...english, source: 'Dear {{ name }}, 1' },
    { ...name, ...english, source: '{{ name }}, 1' },
  ],
  ['signature-typed', 'the signature', { source: '【恰时移动】1' }, { source: '1【新】' }],
  ['brand-typed', 'a brand', { source: '全球通1' }, { source: '1' }],
  [
    'late-point',
    'nothing at first',
    { source: '我们很高兴地告诉您一件您一定会喜欢的事：1元' },
    { source: '我们很高兴：1元' },
  ],
  [
    'late-point',
    'a key word of the kind counts',
    { kind: 'care', source: '我们很高兴' },
    { kind: 'care', source: '感谢您' },
  ],
  ['unknown-code', 'a code not registered (CO-52)', { source: '1，回复9999' }, { source: '1，回复2651' }],
  [
    'unknown-code',
    'numbers of a survey are none',
    { source: '满意吗？回复1至10' },
    { kind: 'survey', source: '满意吗？回复1至10' },
  ],
  ['too-many-actions', 'three codes', { source: '1，回复2651、2120或5060' }, { source: '1，回复2651或2120' }],
  [
    'marketing-word',
    'in a service message (NF-19)',
    { source: '1超值' },
    { source: '1超值', class: 'marketing' },
  ],
]
