import { expect, it } from 'vitest'
import { loadRulebook } from '../rulebook/folder.ts'
import { monitorSettings } from './monitor-config.ts'

it('NF-29 TP2-29 TP5-11 TP6-12: what is monitored without being told are rules of the rulebook that comes along', () => {
  const { rulebook } = loadRulebook(new URL('../../rulebook', import.meta.url).pathname, 'shipped')
  const rules = monitorSettings.parse(undefined).flatMap(monitor => monitor.rules)
  expect(rules.filter(rule => !rulebook!.rules.has(rule))).toEqual([])
  expect(rules.length).toBeGreaterThan(0)
})

it.each([
  [[{ name: 'a', rules: ['r'], withinSeconds: 60, percentMin: 95 }], true],
  [[{ name: 'a', rules: ['r'] }], true],
  [[{ name: 'a', rules: ['r'], withinSeconds: 61 }], false],
  [[{ name: 'a', rules: [] }], false],
  [
    [
      { name: 'a', rules: ['r'] },
      { name: 'a', rules: ['q'] },
    ],
    false,
  ],
])('%j: %s', (asked, isGood) => {
  expect(monitorSettings.safeParse(asked).success).toBe(isGood)
})
