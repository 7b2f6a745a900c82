import { expect, it } from 'vitest'
import { stepFigures } from './step-figures.ts'

const figure = (of: string, change: object = {}) => ({
  of,
  touchpoint: 'low-balance',
  triggered: 10,
  withheld: 4,
  withheldBy: [
    { reason: 'moot', count: 1 },
    { reason: 'incomplete', count: 2 },
    { reason: 'too-late', count: 1 },
  ],
  sent: 6,
  attempts: 7,
  parts: 7,
  costMicroYuan: 0,
  delivered: 3,
  failed: 1,
  expired: 1,
  unconfirmed: 0,
  delay: null,
  ...change,
})

const step = (
  id: string,
  measures: 'triggered' | 'generated' | 'submitted' | 'delivered' | 'known' | null,
) => ({
  id,
  measures,
  rules: ['a', 'b'],
})

it('NF-02 BP-06: each step has the figure that it names, of its own rules only, and what failed there', () => {
  const told = stepFigures(
    [
      step('fall', 'triggered'),
      step('write', 'generated'),
      step('hand-over', 'submitted'),
      step('gateway', 'delivered'),
      step('read', 'known'),
      step('pay', null),
    ],
    [figure('a'), figure('b'), figure('other')],
  )
  expect(Object.fromEntries(told)).toEqual({
    fall: { count: 20, of: null, failed: 0 },
    write: { count: 12, of: 20, failed: 4 },
    'hand-over': { count: 12, of: 20, failed: 2 },
    gateway: { count: 6, of: 10, failed: 4 },
  })
})

it('a day on which nothing happened has noughts, not gaps', () => {
  expect(stepFigures([step('gateway', 'delivered')], []).get('gateway')).toEqual({
    count: 0,
    of: 0,
    failed: 0,
  })
})
