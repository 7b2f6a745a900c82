/** The month as a file: a header, then one CloudEvent per line in the order of arrival. */
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
 * Lines without their newline. The time of arrival is the extension attribute `arrivesat` (CloudEvents 1.0
 * allows lower-case letters and digits), so each line but the first is a CloudEvent as it stands.
 */
export function* monthLines(operator: Operator): Generator<string> {
  yield JSON.stringify(headerOf(operator))
  for (const { arrivesAt, event } of operator.facts()) {
    yield JSON.stringify({ ...event, arrivesat: operator.civil.stamp(arrivesAt) })
  }
}
