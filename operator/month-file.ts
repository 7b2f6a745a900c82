/** The month as a file: a header, then one CloudEvent per line in the order of arrival. */
import type { Fact } from './envelope.ts'
import type { Operator } from './operator.ts'

export interface MonthHeader {
  readonly kairos: 'operator-month'
  readonly version: 1
  readonly seed: string
  readonly customers: number
  readonly zone: string
  readonly from: string
  readonly until: string
}

export function headerOf({ seed, customers, civil, from, until }: Operator): MonthHeader {
  return {
    kairos: 'operator-month',
    version: 1,
    seed,
    customers,
    zone: civil.zone,
    from: civil.stamp(from),
    until: civil.stamp(until),
  }
}

/**
 * Without its newline. The time of arrival is the extension attribute `arrivesat` (CloudEvents 1.0 allows lower-case letters
 * and digits), so each line but the header is a CloudEvent as it stands.
 */
export const lineOf = ({ civil }: Operator, { arrivesAt, event }: Fact): string =>
  JSON.stringify({ ...event, arrivesat: civil.stamp(arrivesAt) })

/** The month of people whom nobody tells anything. Lines without their newline. */
export function* monthLines(operator: Operator): Generator<string> {
  yield JSON.stringify(headerOf(operator))
  for (const fact of operator.facts()) yield lineOf(operator, fact)
}
