/** A small rulebook and a life for tests of the core: no YAML, no database, a clock that is told. */
import { parseMoment } from '../calendar/moment.ts'
import type { Language } from '../event/facts.ts'
import type { Facts } from '../reminder.ts'
import type { Audience, Condition, Policy, Rule, Rulebook } from '../rule/rule.ts'
import { type Bytes, megabytes, yuan } from '../units.ts'
import { compileTemplate, type CompiledTemplate } from '../wording/template.ts'

export const everyone: Audience = { brands: null, payModes: null, roles: null, stars: null, scope: null }

const hour = 3_600_000

/** A condition from a TypeScript predicate: conditions in CEL are tested with the loader. */
export const condition = (source: string, test: (view: Facts) => boolean): Condition => ({ source, test })

export function rule(part: Partial<Rule> & Pick<Rule, 'id' | 'on'>): Rule {
  return {
    touchpoint: 'sample',
    when: null,
    audience: everyone,
    to: 'line',
    at: moment('now'),
    template: part.id,
    class: 'notice',
    usefulForMs: 24 * hour,
    still: null,
    factsNotOlderThanMs: null,
    oncePer: [],
    supersedes: [],
    unlessTold: null,
    group: null,
    order: 0,
    ladder: 'default',
    choice: null,
    warnsOfArrears: false,
    mandatory: false,
    priority: 50,
    from: null,
    until: null,
    source: [],
    ...part,
  }
}

export function moment(text: string): Rule['at'] {
  const parsed = parseMoment(text)
  if ('fault' in parsed) throw new Error(parsed.fault)
  return parsed
}

const noLimit = { percent: [], percentEvery: 0, usedBytes: [], usedEveryBytes: 0 as Bytes, leftBytes: [] }

export const policy: Policy = {
  zone: 'Asia/Shanghai',
  signature: { 'zh-CN': '【恰时移动】', en: 'Kairos Mobile: ' },
  rest: { from: '21:00', to: '08:00' },
  anyHour: ['code', 'real-time'],
  lastHandOverMs: hour / 4,
  spreadMs: hour / 2,
  capPerDay: 3,
  capped: ['notice', 'courtesy', 'marketing'],
  waitMaxMs: hour / 6,
  ladders: {
    default: [
      { channel: 'sms', waitMs: 6 * hour },
      { channel: 'voice', waitMs: hour },
    ],
    sms: [{ channel: 'sms', waitMs: 24 * hour }],
  },
  usage: [
    {
      ...noLimit,
      kind: 'data',
      allowance: 'some',
      percent: [80, 100],
      percentEvery: 100,
      leftBytes: [megabytes(5)],
    },
    { ...noLimit, kind: 'roaming-data', allowance: 'any', usedEveryBytes: megabytes(20) },
  ],
  balance: [{ audience: { ...everyone, brands: ['easyown', 'm-zone'] }, atOrBelow: yuan(10) }],
  charges: [{ kind: 'roaming', at: [yuan(50), yuan(100), yuan(200)], every: yuan(100) }],
  schedules: [{ id: 'twice', kind: null, monthDays: [15, 31], weekDays: [], time: '10:00', spreadMs: hour }],
  sources: {},
  partsMax: 4,
  costPerPart: {},
}

function template(text: string, locale: Language): CompiledTemplate {
  const compiled = compileTemplate(text, locale)
  if (Array.isArray(compiled)) throw new Error(compiled[0]?.fault)
  return compiled
}

const both = (text: string): Readonly<Record<Language, CompiledTemplate>> => ({
  'zh-CN': template(text, 'zh-CN'),
  en: template(text, 'en'),
})

export function rulebook(rules: readonly Rule[], change: Partial<Policy> = {}, version = 'v1'): Rulebook {
  const byTrigger = Map.groupBy(rules, one => one.on)
  const texts = rules.map(one => [one.template, both(one.template)] as const)
  const name = { 'zh-CN': '恰时', en: 'Kairos' }
  return {
    version,
    titles: new Map(),
    rules: new Map(rules.map(one => [one.id, one])),
    byTrigger,
    templates: new Map(texts),
    spoken: new Map(),
    policy: { ...policy, ...change },
    catalogue: {
      brands: { gotone: name, easyown: name, 'm-zone': name },
      plans: new Map(),
      packs: new Map(),
      places: new Map(),
      callsAbroad: [],
      services: new Map(),
      promotions: new Map(),
    },
    codes: {},
  }
}
