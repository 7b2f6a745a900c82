/**
 * Numbers of the simulated operator: `+86 154` and eight digits, a range of the mobile plan that belongs
 * to no operator, so that a message that escaped would reach nobody (G11).
 */
import type { Chance } from './chance.ts'

const prefix = '+86154'
/** First lines, second lines, strays and contacts each have digits of their own. */
const rangeSize = 40_000_000
/** Prime, hence without a common divisor with the range: every index gets a number of its own. */
const stride = 27_644_437

export const customersMax = rangeSize

const digits = (n: number): string => String(n).padStart(8, '0')

/** The account's id in BOSS. */
export const accountOf = (index: number): string => `A${1_000_000 + index}`

/** The line's id in BOSS. */
export const lineOf = (index: number, nth: number): string => `L${1_000_000 + index}-${nth + 1}`

/** `nth` is 0 for a customer's first line, 1 for the second. */
export function numberOf(index: number, nth: 0 | 1): string {
  return prefix + digits(nth * rangeSize + ((index * stride) % rangeSize))
}

/** As others may see it: three digits, four stars, four digits. */
export const masked = (number: string): string => `${number.slice(3, 6)}****${number.slice(-4)}`

export const lastDigitOf = (number: string): number => Number(number.at(-1))

/** A number that no customer holds. */
export function strayNumber(chance: Chance): string {
  return prefix + digits(chance.whole(2 * rangeSize, firstContact - 1))
}

const firstContact = 90_000_000
const contactsSize = 5_000_000

/** The `nth` person who is no customer and is named as a contact; the successor has another number. */
export function contactNumber(nth: number, isSuccessor: boolean): string {
  return prefix + digits(firstContact + (isSuccessor ? contactsSize : 0) + (nth % contactsSize))
}
