/** The rulebook that simulated months are lived under: each mechanism of the product at least once, texts that tell their figures. */
import type { Facts } from '../../src/core/reminder.ts'
import type { Audience, Place, Policy, Rule, Rulebook } from '../../src/core/rule/rule.ts'
import {
  condition,
  everyone,
  moment,
  policy as samplePolicy,
  rule,
  rulebook as sampleRulebook,
} from '../../src/core/sample/rulebook.ts'
import type { Bytes, MicroYuan } from '../../src/core/units.ts'
import { compileTemplate, type CompiledTemplate } from '../../src/core/wording/template.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const mb = 1_048_576
const yuan = 1_000_000

type Tree = Readonly<Record<string, number & string & boolean>>
const part = (view: Facts, name: string): Tree => (view[name] ?? {}) as unknown as Tree
const when = (source: string, test: (view: (name: string) => Tree) => boolean) =>
  condition(source, view => test(name => part(view, name)))

const joinedToday = when('joined today', view => view('event')['joinedToday'] === true)
const open = when('open', view => view('line')['open'] === true)
const percentIs = (wanted: (limit: number) => boolean) =>
  when('percent', view => {
    const { kind } = view('bucket')
    const { measure, limit } = view('event')
    return kind === 'data' && measure === 'percent' && wanted(limit ?? 0)
  })
const single: Audience = { ...everyone, roles: ['single'] }
const stillLow = when('low', view => view('account')['balanceMicroYuan']! <= view('event')['limitMicroYuan']!)
const stillThere = when('there', view => view('line')['abroad'] === view('place')['mcc'])

const openings: readonly Rule[] = [
  rule({ id: 'open-1', on: 'line.opened', when: joinedToday, order: 1, priority: 10 }),
  rule({ id: 'open-2', on: 'line.opened', when: joinedToday, order: 2, priority: 11 }),
  rule({
    id: 'open-3',
    on: 'payment.received',
    when: when('opening', view => view('event')['purpose'] === 'opening'),
    order: 3,
    priority: 12,
  }),
  rule({
    id: 'open-4',
    on: 'line.opened',
    when: joinedToday,
    at: moment('+15m'),
    class: 'courtesy',
    usefulForMs: 2 * day,
    ladder: 'single',
    order: 4,
    priority: 60,
  }),
].map(one => ({ ...one, still: open, oncePer: ['line', 'ever'], group: 'opening' }) as const)

const tips = rule({
  id: 'tips',
  on: 'line.opened',
  when: joinedToday,
  at: moment('+2d 10:00'),
  class: 'courtesy',
  usefulForMs: 3 * day,
  still: open,
  oncePer: ['line', 'ever'],
  ladder: 'single',
  priority: 70,
})

const usage: readonly Rule[] = [
  rule({
    id: 'used-80',
    on: 'usage.crossed',
    when: percentIs(limit => limit === 80),
    usefulForMs: 2 * hour,
    still: when('80', view => view('bucket')['usedPercent']! >= 80 && view('bucket')['usedPercent']! < 100),
    factsNotOlderThanMs: 3 * hour,
    oncePer: ['line', 'bucket', 'period'],
    unlessTold: { rules: ['left-low'], withinMs: day },
    choice: { kind: 'alerts', default: 'on' },
  }),
  rule({
    id: 'used-100',
    on: 'usage.crossed',
    when: percentIs(limit => limit === 100),
    usefulForMs: 4 * hour,
    still: when('100', view => view('bucket')['usedPercent']! >= 100 && view('bucket')['usedPercent']! < 200),
    factsNotOlderThanMs: 5 * hour,
    oncePer: ['line', 'bucket', 'period'],
    supersedes: ['used-80', 'left-low'],
  }),
  rule({
    id: 'used-more',
    on: 'usage.crossed',
    when: percentIs(limit => limit > 100),
    usefulForMs: 4 * hour,
    still: when('more', view => view('bucket')['usedPercent']! >= view('event')['limit']!),
    factsNotOlderThanMs: 5 * hour,
    oncePer: ['line', 'bucket', 'period', 'limit'],
    supersedes: ['used-80', 'used-100', 'used-more', 'left-low'],
  }),
  rule({
    id: 'left-low',
    on: 'usage.crossed',
    when: when('left', view => {
      const { kind, leftBytes } = view('bucket')
      return kind === 'data' && view('event')['measure'] === 'left' && leftBytes! > 0
    }),
    usefulForMs: 2 * hour,
    still: when('left', view => {
      const left = view('bucket')['leftBytes']!
      return left > 0 && left <= view('event')['limitBytes']!
    }),
    factsNotOlderThanMs: 3 * hour,
    oncePer: ['line', 'bucket', 'period'],
    unlessTold: { rules: ['used-80', 'used-100'], withinMs: day },
    choice: { kind: 'alerts', default: 'on' },
  }),
  rule({
    id: 'used-no-plan',
    on: 'usage.crossed',
    when: when('no plan', view => {
      const { kind, allowanceBytes } = view('bucket')
      return kind === 'data' && view('event')['measure'] === 'used' && allowanceBytes === 0
    }),
    usefulForMs: 2 * hour,
    factsNotOlderThanMs: 3 * hour,
    oncePer: ['line', 'bucket', 'period', 'limit'],
    supersedes: ['used-no-plan'],
  }),
  rule({
    id: 'step-abroad',
    on: 'usage.crossed',
    when: when('abroad', view => view('bucket')['kind'] === 'roaming-data'),
    usefulForMs: 2 * hour,
    factsNotOlderThanMs: 3 * hour,
    oncePer: ['line', 'bucket', 'period', 'limit'],
    supersedes: ['step-abroad'],
  }),
].map(one => ({ ...one, class: 'real-time', ladder: 'quick' }) as const)

const retracted = rule({
  id: 'retracted',
  on: 'usage.retracted',
  factsNotOlderThanMs: 2 * day,
  supersedes: ['used-80', 'used-100', 'used-more', 'left-low'],
})

const low = rule({
  id: 'low',
  on: 'balance.crossed',
  audience: single,
  still: stillLow,
  factsNotOlderThanMs: 36 * hour,
  oncePer: ['spell'],
  ladder: 'persistent',
  warnsOfArrears: true,
  priority: 5,
})

const money: readonly Rule[] = [
  low,
  { ...low, id: 'low-head', template: 'low-head', audience: { ...everyone, roles: ['head'] }, priority: 4 },
  rule({
    id: 'validity',
    on: 'validity.changed',
    at: moment('-3d 09:00 before event.validUntil'),
    usefulForMs: 2 * day,
    still: when('same day', view => view('account')['validUntil'] === view('event')['validUntil']),
    ladder: 'persistent',
    priority: 6,
  }),
]

const abroad: readonly Rule[] = [
  ...(['arrived-calls', 'arrived-data'] as const).map((id, n) =>
    rule({
      id,
      on: 'roaming.arrived',
      class: 'real-time',
      usefulForMs: 6 * hour,
      still: stillThere,
      oncePer: ['line', 'place', 'day'],
      group: 'arrival',
      order: n + 1,
      ladder: 'quick',
    }),
  ),
  rule({
    id: 'welcome-back',
    on: 'roaming.returned',
    class: 'courtesy',
    usefulForMs: day,
    still: when('home', view => view('line')['abroad'] === ''),
    oncePer: ['line', 'day'],
    ladder: 'single',
    choice: { kind: 'welcome-back', default: 'on' },
    priority: 80,
  }),
]

const standing = (id: string, to: string, supersedes: readonly string[]): Rule =>
  rule({
    id,
    on: 'standing.changed',
    when: when(to, view => view('event')['to'] === to),
    class: 'real-time',
    usefulForMs: 12 * hour,
    still: when(to, view => view('account')['standing'] === to),
    supersedes,
    ladder: 'persistent',
    priority: 2,
  })

const summary = (id: string, choice: Rule['choice']): Rule =>
  rule({
    id,
    on: 'schedule.due',
    when: when(id, view => view('event')['schedule'] === id && view('bucket')['allowanceBytes']! > 0),
    class: 'courtesy',
    usefulForMs: 10 * hour,
    factsNotOlderThanMs: 2 * day,
    oncePer: ['line', 'day'],
    unlessTold: { rules: ['used-80', 'used-100', 'used-more', 'left-low'], withinMs: day },
    choice,
    ladder: 'single',
    priority: 65,
  })

const rules: readonly Rule[] = [
  ...openings,
  tips,
  ...usage,
  retracted,
  ...money,
  ...abroad,
  rule({
    id: 'query',
    on: 'query.performed',
    class: 'real-time',
    usefulForMs: day,
    ladder: 'persistent',
    priority: 1,
  }),
  standing('restricted', 'restricted', ['low', 'low-head', 'restored']),
  standing('suspended', 'suspended', ['low', 'low-head', 'restricted', 'restored']),
  standing('restored', 'normal', ['restricted', 'suspended']),
  rule({
    id: 'advert',
    on: 'profile.changed',
    class: 'marketing',
    usefulForMs: 3 * day,
    ladder: 'single',
    priority: 90,
  }),
  summary('summary', { kind: 'summary', default: 'on' }),
  summary('weekly', { kind: 'weekly', default: 'off' }),
]

/** What a text tells beside its own name: figures of the moment at which it leaves. */
const figures: Readonly<Record<string, string>> = {
  low: ' {{ account.balanceMicroYuan | money }}',
  'low-head': ' {{ account.balanceMicroYuan | money }}',
  'used-80': ' {{ bucket.usedPercent | percent }}',
  'used-100': ' {{ bucket.usedPercent | percent }}',
  'used-more': ' {{ bucket.usedPercent | percent }}',
  'arrived-calls': ' {{ place.name }}',
}

function template(id: string, locale: 'zh-CN' | 'en'): CompiledTemplate {
  const compiled = compileTemplate(`${id}${figures[id] ?? ''}`, locale)
  if (Array.isArray(compiled)) throw new Error(compiled[0]?.fault)
  return compiled
}

const noLimit = { percent: [], percentEvery: 0, usedBytes: [], usedEveryBytes: 0 as Bytes, leftBytes: [] }
const bytes = (n: number): Bytes => n as Bytes
const atOrBelow = (n: number): { readonly atOrBelow: MicroYuan } => ({ atOrBelow: (n * yuan) as MicroYuan })

const policy: Partial<Policy> = {
  capPerDay: 4,
  ladders: {
    default: [
      { channel: 'sms', waitMs: 6 * hour },
      { channel: 'voice', waitMs: hour },
    ],
    quick: [{ channel: 'sms', waitMs: 40 * minute }],
    persistent: [
      { channel: 'sms', waitMs: 6 * hour },
      { channel: 'voice', waitMs: 2 * hour },
    ],
    single: [{ channel: 'sms', waitMs: day }],
  },
  usage: [
    {
      ...noLimit,
      kind: 'data',
      allowance: 'some',
      percent: [80, 100],
      percentEvery: 100,
      leftBytes: [bytes(5 * mb)],
    },
    {
      ...noLimit,
      kind: 'data',
      allowance: 'none',
      usedBytes: [bytes(102_400), bytes(2 * mb), bytes(5 * mb)],
    },
    { ...noLimit, kind: 'roaming-data', allowance: 'any', usedEveryBytes: bytes(20 * mb) },
  ],
  balance: [
    { audience: { ...everyone, roles: ['head'] }, ...atOrBelow(50) },
    { audience: { ...single, brands: ['gotone'] }, ...atOrBelow(20) },
    { audience: { ...single, brands: ['easyown', 'm-zone'] }, ...atOrBelow(10) },
  ],
  schedules: [
    { id: 'summary', kind: null, monthDays: [1, 28], weekDays: [], time: '10:00', spreadMs: 2 * hour },
    { id: 'weekly', kind: 'weekly', monthDays: [], weekDays: [1, 4], time: '09:00', spreadMs: hour },
  ],
  sources: { boss: { quietAfterMs: 2 * hour } },
}

const place = (mcc: string, name: string, zone: string): Place => ({
  mcc,
  name: { 'zh-CN': name, en: name },
  zone,
  callLocalPerMinute: 1 as MicroYuan,
  callHomePerMinute: 1 as MicroYuan,
  receivePerMinute: 1 as MicroYuan,
  smsHome: 1 as MicroYuan,
  dataPerMB: 1 as MicroYuan,
  dayPack: 0 as MicroYuan,
  police: '1',
  ambulance: '2',
})

const places = [
  place('520', 'Thailand', 'Asia/Bangkok'),
  place('440', 'Japan', 'Asia/Tokyo'),
  place('424', 'Dubai', 'Asia/Dubai'),
]

export function simulationRulebook(version: string): Rulebook {
  const made = sampleRulebook(rules, policy, version)
  const texts = rules.map(
    ({ id }) => [id, { 'zh-CN': template(id, 'zh-CN'), en: template(id, 'en') }] as const,
  )
  const dated = places.map(value => [value.mcc, [{ from: '2000-01-01', value }]] as const)
  return {
    ...made,
    policy: { ...samplePolicy, ...policy },
    templates: new Map(texts),
    catalogue: { ...made.catalogue, places: new Map(dated) },
  }
}
