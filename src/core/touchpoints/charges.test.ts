import { expect, it } from 'vitest'
import { yuan } from '../units.ts'
import { stepPassed } from './charges.ts'

const limits = [
  { kind: 'roaming', at: [yuan(50), yuan(100), yuan(200)], every: yuan(100) },
  { kind: 'calls', at: [yuan(100)], every: yuan(0) },
] as const

it.each([
  ['roaming', 0, 49.99, null],
  ['roaming', 0, 50, 50],
  ['roaming', 50, 99.99, null],
  ['roaming', 50, 104, 100],
  ['roaming', 0, 260, 200],
  ['roaming', 299, 301, 300],
  ['calls', 99, 500, 100],
  ['calls', 100, 500, null],
  ['data', 0, 500, null],
] as const)('TP6-19: %s from %d to %d yuan: the step %s', (...row) => {
  const [kind, before, amount, step] = row
  const passed = stepPassed(limits, kind, { before: yuan(before), amount: yuan(amount) })
  expect(passed).toBe(step === null ? null : yuan(step))
})
