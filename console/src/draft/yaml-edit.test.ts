/** Edits of a form in the text of the rulebook that comes along: nothing but the value moves. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { valueAt, valueOf, withEntry, withValue, type Path } from './yaml-edit.ts'
import { figure, type Written } from './yaml-write.ts'

const read = (path: string): string =>
  readFileSync(new URL(`../../../rulebook/${path}`, import.meta.url), 'utf8')
const data = read('touchpoints/10-data-usage.yaml')
const plans = read('catalogue/plans.yaml')
const planning = read('policy/planning.yaml')
const words = read('wording/zh-CN/10-data-usage.yaml')
const limits = read('policy/limits.yaml')

/** Lines that are there before and not after, and the other way round. */
function changedLines(before: string, after: string): { out: string[]; in: string[] } {
  const [a, b] = [before.split('\n'), after.split('\n')]
  const rest = [...b]
  const out = a.filter(line => {
    const at = rest.indexOf(line)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return { out, in: rest }
}

const first: Path = ['rules', 0]

describe('setting a value', () => {
  it.each<[string, string, Path, Written, string[], string[]]>([
    [
      'a word',
      data,
      [...first, 'send', 'class'],
      'notice',
      ['      class: real-time'],
      ['      class: notice'],
    ],
    [
      'a list in one line',
      data,
      [...first, 'send', 'once-per'],
      ['line', 'day'],
      ['      once-per: [line, bucket, period]'],
      ['      once-per: [line, day]'],
    ],
    [
      'inside braces',
      data,
      [...first, 'send', 'unless-told', 'within'],
      'PT12H',
      ['      unless-told: { rules: [data-left-low], within: PT24H }'],
      ['      unless-told: { rules: [data-left-low], within: PT12H }'],
    ],
    [
      'a figure keeps its zeros',
      plans,
      ['plans', 0, 'monthly-fee'],
      figure('12.50'),
      ['    monthly-fee: 10.00'],
      ['    monthly-fee: 12.50'],
    ],
    [
      'quotes stay quotes',
      planning,
      ['rest-hours', 'from'],
      '22:00',
      ["rest-hours: { from: '21:00', to: '08:00' }"],
      ["rest-hours: { from: '22:00', to: '08:00' }"],
    ],
    [
      'a comment behind it stays',
      limits,
      ['usage', 0, 'percent-every'],
      50,
      ['    percent-every: 100 # 200 %, 300 % …'],
      ['    percent-every: 50 # 200 %, 300 % …'],
    ],
    [
      'a sentence in its block',
      words,
      ['templates', 'data-surge', 'text'],
      '近日{{ event.hours | count: "小时" }}：看看。',
      [/ {6}近\{\{ event\.hours.*/.exec(words)![0]],
      ['      近日{{ event.hours | count: "小时" }}：看看。'],
    ],
    [
      'a list over several lines becomes one',
      data,
      ['rules', 6, 'send', 'unless-told', 'rules'],
      ['data-used-80'],
      [
        '        rules:',
        '          - data-used-80',
        '          - data-used-100',
        '          - data-used-beyond',
        '          - data-left-low',
        '          - data-weekly-much',
        '          - data-weekly-little',
        '          - data-weekly-upgrade',
      ],
      ['        rules: [data-used-80]'],
    ],
  ])('%s', (...[, text, path, value, out, into]) => {
    expect(changedLines(text, withValue(text, path, value))).toEqual({ out, in: into })
  })

  it('a key that was not there comes behind those before it in its schema', () => {
    const after = withValue(
      data,
      { path: [...first, 'until'], order: ['id', 'on', 'when', 'from', 'until', 'send'] },
      '2027-01-01',
    )
    const line = after.split('\n').indexOf('    until: 2027-01-01')
    expect(line).toBeGreaterThan(0)
    expect(after.split('\n')[line - 1]).toMatch(/^ {4}when: bucket/)
    expect(changedLines(data, after).out).toEqual([])
  })

  it('with what it stands in, where that is not there either', () => {
    const after = withValue(data, [...first, 'audience', 'brands'], ['gotone'])
    expect(changedLines(data, after)).toEqual({ out: [], in: ['    audience: { brands: [gotone] }'] })
  })

  it('a long condition is broken at its signs', () => {
    const long = Array.from({ length: 8 }, (_, at) => `bucket.usedPercent != ${at}`).join(' && ')
    const after = withValue(data, [...first, 'when'], long)
    expect(valueAt(valueOf(after), [...first, 'when'])).toBe(long)
    expect(after).toContain('    when: >-\n      bucket')
    expect(Math.max(...changedLines(data, after).in.map(({ length }) => length))).toBeLessThan(120)
  })

  it.each([
    'true',
    '520',
    'a: b',
    '# no comment',
    '- x',
    ' blank ',
    'two\nlines',
    "it's",
    '{{ a | b }}',
    '',
    '[',
    '80%',
  ])('any text comes back as it was written: %j', value => {
    for (const [text, path] of [
      [data, [...first, 'send', 'template']],
      [data, [...first, 'send', 'choice', 'kind']],
      [words, ['templates', 'data-used-80', 'text']],
      [planning, ['signature', 'en']],
    ] as const) {
      expect(valueAt(valueOf(withValue(text, path, value)), path)).toBe(value)
    }
  })
})

describe('taking a value out', () => {
  it.each<[string, string, Path, string[], string[]]>([
    ['a line', data, [...first, 'send', 'useful-for'], ['      useful-for: PT2H'], []],
    [
      'the last of a block',
      data,
      [...first, 'send', 'choice'],
      ['      choice: { kind: data-alerts, default: on }'],
      [],
    ],
    [
      'the first in braces',
      planning,
      ['cost-per-part', 'sms'],
      ['cost-per-part: { sms: 0.03, voice: 0.15 }'],
      ['cost-per-part: { voice: 0.15 }'],
    ],
    [
      'the last in braces',
      planning,
      ['cost-per-part', 'voice'],
      ['cost-per-part: { sms: 0.03, voice: 0.15 }'],
      ['cost-per-part: { sms: 0.03 }'],
    ],
    [
      'the only one takes what it stands in',
      limits,
      ['usage', 1, 'used'],
      ['    used: [100KB, 2MB, 5MB, 10MB]'],
      [],
    ],
  ])('%s', (...[, text, path, out, into]) => {
    const after = withValue(text, path, undefined)
    expect(changedLines(text, after)).toEqual({ out, in: into })
    expect(valueAt(valueOf(after), path)).toBeUndefined()
  })

  it('an entry of a list, whole', () => {
    const after = withValue(plans, ['plans', 1], undefined)
    expect((valueOf(after) as { plans: unknown[] }).plans).toHaveLength(
      (valueOf(plans) as { plans: unknown[] }).plans.length - 1,
    )
    expect(changedLines(plans, after).in).toEqual([])
  })
})

describe('adding', () => {
  const rule = {
    id: 'data-new',
    on: 'usage.crossed',
    send: { template: 'data-used-80', kind: 'usage', class: 'notice', 'once-per': ['line', 'day'] },
    source: ['TP10-11'],
  }

  it('a rule to a touchpoint, in the manner of the others', () => {
    const after = withEntry(data, ['rules'], rule)
    expect((valueOf(after) as { rules: unknown[] }).rules.at(-1)).toEqual(rule)
    expect(
      after.endsWith(
        '\n\n  - id: data-new\n    on: usage.crossed\n    send:\n      template: data-used-80\n      kind: usage\n      class: notice\n      once-per: [line, day]\n    source: [TP10-11]\n',
      ),
    ).toBe(true)
    expect(changedLines(data, after).out).toEqual([])
  })

  it('a price by date beside the old one', () => {
    const { plans: before } = valueOf(plans) as { plans: Record<string, Written>[] }
    const after = withEntry(plans, ['plans'], {
      ...before[0],
      from: '2027-01-01',
      'monthly-fee': figure('9.00'),
    })
    expect(after).toContain('    monthly-fee: 9.00\n')
    expect((valueOf(after) as { plans: unknown[] }).plans).toHaveLength(before.length + 1)
    expect(changedLines(plans, after).out).toEqual([])
  })

  it('a message', () => {
    const after = withValue(words, ['templates', 'data-new'], {
      text: '已用{{ bucket.usedPercent | percent }}。',
      for: ['TP10-11'],
    })
    expect(changedLines(words, after)).toEqual({
      out: [],
      in: [
        '  data-new:',
        '    text: >-',
        '      已用{{ bucket.usedPercent | percent }}。',
        '    for: [TP10-11]',
      ],
    })
  })
})

it('a text that is no YAML is left alone', () => {
  expect(withValue('a: [', ['a'], 'b')).toBe('a: [')
})
