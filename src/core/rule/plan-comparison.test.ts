import { expect, it } from 'vitest'
import { at } from '../sample/life.ts'
import { rulebook as sample } from '../sample/rulebook.ts'
import { type Bytes, megabytes, yuan } from '../units.ts'
import { comparePlans } from './plan-comparison.ts'
import type { Dated, Plan, Promotion, Rulebook } from './rule.ts'

const name = (text: string): Plan['name'] => ({ 'zh-CN': text, en: text })
const plan = (id: string, fee: number, data: number): Plan => ({
  id,
  name: name(id),
  brand: 'gotone',
  monthlyFee: yuan(fee),
  dataBytes: data === 0 ? (0 as Bytes) : megabytes(data),
  voiceMinutes: 100,
  outOfPlanPerMB: yuan(1),
  offer: name('offer'),
})
const promotion = (kind: Promotion['kind'], minimum: number | null): Promotion => ({
  id: kind,
  name: name(kind),
  kind,
  price: null,
  priceAfter: null,
  minimum: minimum === null ? null : yuan(minimum),
  orderCode: null,
  cancelCode: null,
  offer: null,
  offerUntil: null,
})

const always = <T>(value: T): readonly Dated<T>[] => [{ from: '2012-01-01', value }]
const bare = sample([])
const rulebook: Rulebook = {
  ...bare,
  catalogue: {
    ...bare.catalogue,
    plans: new Map([
      [
        'small',
        [
          { from: '2012-01-01', value: plan('small', 58, 100) },
          { from: '2026-12-01', value: plan('small', 48, 500) },
        ],
      ],
      ['large', [...always(plan('large', 88, 300)), { from: '2026-12-01', value: plan('large', 78, 400) }]],
    ]),
    promotions: new Map([
      ['phone', always(promotion('contract', 158))],
      ['gift', always(promotion('prepay-gift', null))],
    ]),
  },
}
const held = (id: string, part: object = {}) =>
  ({
    id,
    kind: 'promotion',
    since: '2026-01-01',
    lastDay: null,
    lastMonth: null,
    returnDay: null,
    ...part,
  }) as const
const start = at('2026-12-01 00:00')
const compare = (from: string | null, to: string, subscriptions: readonly ReturnType<typeof held>[] = []) =>
  comparePlans(rulebook, { from, to, start, held: subscriptions })

it('TP2-20: the old plan as on its last day, the new one as on its first, each figure with what it means', () => {
  const { startsOn, lastDay, figures } = compare('small', 'large')
  expect([startsOn, lastDay]).toEqual(['2026-12-01', '2026-11-30'])
  expect(figures).toEqual([
    { what: 'monthlyFee', before: yuan(58), after: yuan(78), change: 'worse' },
    { what: 'dataBytes', before: megabytes(100), after: megabytes(400), change: 'better' },
    { what: 'voiceMinutes', before: 100, after: 100, change: 'same' },
    { what: 'outOfPlanPerMB', before: yuan(1), after: yuan(1), change: 'same' },
  ])
  expect(compare('large', 'small').figures.map(({ change }) => change)).toEqual([
    'better',
    'better',
    'same',
    'same',
  ])
})

it('what the catalogue or nobody knows stays unknown', () => {
  expect(compare(null, 'large')).toMatchObject({
    before: null,
    figures: [{ before: null, change: 'unknown' }, {}, {}, {}],
  })
  const { after, figures } = compare('small', 'gone')
  expect(after).toBeNull()
  expect(new Set(figures.map(({ change }) => change))).toEqual(new Set(['unknown']))
})

it.each([
  ['a last month', { lastMonth: '2027-02' }, '2027-02', 3],
  ['a last day', { lastDay: '2026-12-01' }, '2026-12-01', 1],
  ['no end that is known', {}, null, null],
])('TP2-21: a contract with %s: its end, its months, its minimum', (_, ends, ...left) => {
  const [until, monthsLeft] = left
  expect(
    compare('small', 'large', [held('phone', ends), held('gift'), held('unheard-of')]).contracts,
  ).toEqual([{ id: 'phone', name: name('contract'), until, monthsLeft, minimum: yuan(158) }])
})

it.each([{ lastMonth: '2026-11' }, { lastDay: '2026-11-30' }])(
  'one that has ended by then is none: %o',
  ends => {
    expect(compare('small', 'large', [held('phone', ends)]).contracts).toEqual([])
  },
)
