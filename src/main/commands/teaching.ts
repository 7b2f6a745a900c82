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

/** For options that take a local day. */
export function localDay(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
  if (isDay) return text
  throw new InvalidArgumentError('a day such as 2026-12-01 belongs here')
}
