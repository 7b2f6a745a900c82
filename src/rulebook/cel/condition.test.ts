import { Environment } from '@marcbachmann/cel-js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../core/reminder.ts'
import type { View } from '../../core/rule/view.ts'
import { viewOf } from '../trigger.ts'
import { compileCondition, scopeOf } from './condition.ts'
import { environmentOf } from './environment.ts'
import { withPlainNumbers } from './node.ts'
import { vocabularyOf } from './vocabulary.ts'

const shape = viewOf('usage.crossed', ['dataBooster'])
const own = {
  plans: new Set(['p1']),
  packs: new Set(['k1', 'k2']),
  schedules: new Set<string>(),
  services: new Set<string>(),
  promotions: new Set<string>(),
}
const scope = scopeOf(shape, vocabularyOf('usage.crossed', own))

const view: View = {
  account: {
    role: 'single',
    members: 0,
    standing: 'normal',
    balanceKnown: true,
    balanceMicroYuan: 9_800_000,
    validUntil: null,
  },
  line: { brand: 'gotone', planId: 'p1', star: 3, city: 'taizhou', packIds: ['k1'], age: null, open: true },
  plan: { name: '58元套餐', monthlyFeeMicroYuan: 58_000_000 },
  code: { dataBooster: '2651' },
  bucket: {
    kind: 'data',
    usedBytes: 100,
    leftBytes: 5_242_879,
    usedPercent: 80,
    asOf: 1000,
    periodEnd: '2012-11-30',
  },
  place: null,
  event: { measure: 'percent', limit: 200, limitBytes: null, highest: true },
  now: 5000,
}

function holds(source: string, facts: View = view): boolean | string {
  const { condition, faults } = compileCondition(source, scope)
  return condition === null ? faults.map(({ code }) => code).join() : condition.test(facts)
}

describe('a condition', () => {
  it.each([
    // numbers are plain: whole, decimal, with remainder
    ['event.limit % 100 == 0', true],
    ['event.limit == 200.0 && event.limit != 201', true],
    ['event.limit / 3 > 66.6', true],
    ['event.limit in [100, 200]', true],
    ['-event.limit < -199', true],
    ['bucket.usedPercent * 2 - 10 == 150', true],
    // units
    ['account.balanceMicroYuan < yuan(10)', true],
    ['account.balanceMicroYuan <= yuan(9.8)', true],
    ['bucket.leftBytes < mb(5)', true],
    ['bucket.usedBytes < kb(1) && bucket.usedBytes > 0', true],
    ['now - bucket.asOf <= minutes(1)', true],
    // texts and lists
    ["bucket.kind == 'data'", true],
    ["line.city.startsWith('tai') && line.city.contains('z') && line.city.endsWith('hou')", true],
    ["size(line.packIds) == 1 && line.packIds.size() > 0 && 'k1' in line.packIds", true],
    ["line.packIds.exists(pack, pack in ['k1', 'k2'])", true],
    ["line.packIds.all(pack, pack == 'k2')", false],
    ["line.packIds.exists_one(pack, pack == 'k1')", true],
    ["bucket.periodEnd > '2012-11-29'", true],
    ["code.dataBooster == '2651'", true],
    ['event.highest ? line.open : false', true],
    ['!line.open', false],
  ])('is evaluated over the view: %s is %s', (source, expected) => {
    expect(holds(source)).toBe(expected)
  })

  it.each([
    // what rests on an unknown fact does not hold, nor does its opposite
    ['line.age < 18', false],
    ['line.age >= 18', false],
    ['!(line.age < 18)', false],
    ["account.validUntil < '2013-01-01'", false],
    ['place.dataPerMBMicroYuan > 0', false],
    ['line.age + 1 > 0', false],
    ['line.age < 18 && line.open', false],
    ['line.open && line.age < 18', false],
    ['!(line.age < 18 && line.open)', false],
    ['!(line.age < 18 || !line.open)', false],
    // but what is decided without it, is
    ['line.age < 18 || line.open', true],
    ['line.open || line.age < 18', true],
    ['!(line.age < 18 && !line.open)', true],
    // and it can be asked about
    ['line.age == null', true],
    ['account.balanceMicroYuan != null', true],
    ['has(line.age)', false],
    ['has(line.city) && !has(place.name)', true],
    ["place.name == 'x'", false],
    ["place.name != 'x'", true],
    ['line.age == null ? line.open : line.age < 18', true],
  ])('knows the unknown: %s is %s', (source, expected) => {
    expect(holds(source)).toBe(expected)
  })

  it.each([
    ['account.balanceMicroYuan < 10', 'cel-unit'],
    ['account.balanceMicroYuan > -5 && true', 'cel-unit'],
    ['account.balanceMicroYuan < 0', true],
    ['account.balanceMicroYuan < mb(5)', 'cel-unit'],
    ['account.balanceMicroYuan - yuan(5) < yuan(5)', true],
    ['account.balanceMicroYuan / 2 < 5000000', true],
    ['bucket.usedPercent < mb(5)', 'cel-unit'],
    ['bucket.usedPercent >= event.limit', false],
    ['event.limit == mb(20)', false],
    ['bucket.leftBytes in [mb(5), 0]', false],
    ['bucket.leftBytes in [mb(5), 5]', 'cel-unit'],
    ['now - bucket.asOf < 5', 'cel-unit'],
    ['now - hours(1) < bucket.asOf', true],
    ['now + bucket.asOf > now', 'cel-unit'],
    ['now < minutes(5)', 'cel-unit'],
    ["bucket.periodEnd == '2012-11-31'", false],
    ["bucket.periodEnd == 'today'", 'cel-unit'],
    ["line.planId in ['p1', 'p2']", 'cel-value-unknown'],
    ["line.packIds.exists(p, p == 'k3')", 'cel-value-unknown'],
    ["'k3' in line.packIds", 'cel-value-unknown'],
  ])('minds units and words: %s is %s', (source, expected) => {
    const tree = { ...view, account: { balanceMicroYuan: -1 } }
    expect(holds(source, tree)).toBe(expected)
  })

  it('keeps its text for explaining', () => {
    expect(compileCondition('line.open', scope).condition?.source).toBe('line.open')
  })

  it.each(['('.repeat(2000), '!'.repeat(2000), '['.repeat(500), 'a.'.repeat(900), '-'.repeat(1999)])(
    'is told, not thrown, however odd its text: %.20s…',
    source => {
      expect(compileCondition(source, scope).faults.length).toBeGreaterThan(0)
    },
  )

  it('never throws, whatever its text', () => {
    const words = [
      'bucket.kind',
      "'data'",
      '==',
      '&&',
      '||',
      '!',
      '(',
      ')',
      '[',
      ']',
      ',',
      'has',
      '.exists',
      'x',
      '1',
      '%',
      '?',
      ':',
      '{',
      'null',
      'yuan',
      ' ',
    ]
    const text = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(fc.constantFrom(...words), { maxLength: 20 }).map(list => list.join('')),
    )
    fc.assert(
      fc.property(text, source => {
        const { condition, faults } = compileCondition(source, scope)
        if (condition === null) expect(faults.length).toBeGreaterThan(0)
        else expect(typeof condition.test(view)).toBe('boolean')
      }),
      { numRuns: 3000 },
    )
  })
})

describe('evaluation, where all is known,', () => {
  const numbers = fc.constantFrom(
    'event.limit',
    'line.star',
    'bucket.usedPercent',
    '0',
    '3',
    '80',
    '200',
    '0.5',
    'kb(1)',
  )
  const texts = fc.constantFrom('line.city', 'bucket.kind', "'data'", "'a'", "''")
  const { condition } = fc.letrec<{ number: string; condition: string }>(tie => ({
    number: fc.oneof(
      { maxDepth: 3 },
      numbers,
      fc
        .tuple(tie('number'), fc.constantFrom('+', '-', '*', '/', '%'), tie('number'))
        .map(parts => `(${parts.join(' ')})`),
      tie('number').map(inner => `(-${inner})`),
    ),
    condition: fc.oneof(
      { maxDepth: 4 },
      fc
        .tuple(tie('number'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('number'))
        .map(parts => parts.join(' ')),
      fc.tuple(texts, fc.constantFrom('<', '>', '==', '!='), texts).map(parts => parts.join(' ')),
      fc
        .tuple(texts, fc.constantFrom('startsWith', 'endsWith', 'contains'), texts)
        .map(([a, method, b]) => `${a}.${method}(${b})`),
      fc.tuple(tie('number'), tie('number')).map(([a, b]) => `${a} in [${b}, 80]`),
      fc.constantFrom('event.highest', 'line.open', 'has(line.city)', 'size(line.packIds) == 1'),
      fc
        .constantFrom('exists', 'all', 'exists_one')
        .map(name => `line.packIds.${name}(p, p == 'k1' || line.star > 2)`),
      fc
        .tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition'))
        .map(parts => `(${parts.join(' ')})`),
      fc
        .tuple(tie('condition'), tie('condition'), tie('condition'))
        .map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      tie('condition').map(inner => `!(${inner})`),
    ),
  }))
  const known = fc.record({
    limit: fc.integer({ min: -3, max: 300 }),
    highest: fc.boolean(),
    star: fc.integer({ min: 0, max: 5 }),
    city: fc.constantFrom('', 'a', 'data', 'taizhou'),
    packIds: fc.array(fc.constantFrom('k1', 'k2'), { maxLength: 3 }),
    usedPercent: fc.double({ min: 0, max: 300, noNaN: true }),
  })

  it('agrees with the library that checked it', () => {
    const environment: Environment = environmentOf(shape)
    fc.assert(
      fc.property(condition, known, (source, facts) => {
        const tree = treeOf(facts)
        const ours = compileCondition(source, { ...scope, vocabulary: new Map() })
        fc.pre(ours.condition !== null)
        const theirs = environment.parse(source)
        withPlainNumbers(theirs.ast)
        expect(ours.condition?.test(tree)).toBe(theirs(tree))
      }),
      { numRuns: 3000 },
    )
  })

  function treeOf(facts: Readonly<Record<string, FactValue>>): View {
    const { limit, highest, star, city, packIds, usedPercent } = facts
    return {
      event: { limit: limit!, highest: highest! },
      line: { star: star!, city: city!, packIds: packIds!, open: true },
      bucket: { kind: 'data', usedPercent: usedPercent! },
    }
  }
})
