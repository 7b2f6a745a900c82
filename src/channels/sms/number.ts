/** Numbers: E.164 with "+" on our side, digits with a type of number on the wire. */
import type { Address } from '../../../packages/smpp/src/index.ts'

/** Type of number "international", plan "ISDN". */
export const wireNumber = (number: string): Address => ({ ton: 1, npi: 1, number: number.replace(/^\+/, '') })

/** In front of fewer digits the country's code is no code. */
const nationalDigitsMin = 8

/**
 * A centre may write a handset's number in any form, whatever its type of number says. What begins with the
 * country's code, and is long enough to have it, has it.
 */
export function fromWire({ ton, number }: Address, countryCode: string): string {
  const digits = number.replace(/^\+|^00(?=[1-9])/, '').replaceAll(/[^0-9]/g, '')
  if (ton === 1 || number.startsWith('+') || /^00[1-9]/.test(number)) return `+${digits}`
  const hasCode = digits.startsWith(countryCode) && digits.length >= countryCode.length + nationalDigitsMin
  return hasCode ? `+${digits}` : `+${countryCode}${digits.replace(/^0/, '')}`
}
