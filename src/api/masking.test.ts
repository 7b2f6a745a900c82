import { expect, it } from 'vitest'
import { maskedNumber, maskedText } from './masking.ts'

it.each([
  ['13800138000', '138****8000'],
  ['+8613800138000', '+86138****8000'],
  ['66123', '****23'],
])('FP-12: staff see %s as %s', (number, masked) => {
  expect(maskedNumber(number)).toBe(masked)
})

it('FP-12: no number slips through within a text', () => {
  expect(maskedText('duplicate key (+8613800138000), 13900139000')).toBe(
    'duplicate key (+86138****8000), 139****9000',
  )
})
