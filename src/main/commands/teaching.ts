/** What the commands' help and arguments have in common. */
import { InvalidArgumentError } from 'commander'

export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map(line => `  kairos ${line}`).join('\n')}`

/** For options that take a whole number. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return text => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN
    if (value >= least && value <= most) return value
    throw new InvalidArgumentError(`a whole number from ${least} to ${most} belongs here`)
  }
}
