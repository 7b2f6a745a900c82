/** Up to 1,000 events, one result each in their order; the good ones are kept although others are refused. */
import { limits } from '../../intake/limits.ts'
import { parseEvent } from '../../intake/parse.ts'
import type { Works } from '../api.ts'
import { ProblemError } from '../problem.ts'
import { resultOf } from './result.ts'
import type { Result } from './result.ts'

const way = 'batch'

export async function takeBatch(
  values: readonly unknown[],
  { inbox, metrics }: Works,
): Promise<{ readonly results: readonly Result[] }> {
  if (values.length > limits.batchEvents) {
    throw new ProblemError('too-many-events', {
      detail: `${values.length} events; at most ${limits.batchEvents}`,
    })
  }
  const parsed = values.map(parseEvent)
  const arrivals = parsed.filter(one => one.state === 'taken').map(one => one.arrival)
  const verdicts = arrivals.length === 0 ? [] : await inbox.offer(arrivals)
  if (verdicts.length !== arrivals.length) throw new Error('the inbox gave another number of verdicts')
  const inOrder = verdicts.values()
  const results = parsed.map((one): Result =>
    one.state === 'refused' ? one : resultOf(inOrder.next().value!),
  )
  for (const verdict of verdicts) metrics.event(way, verdict.state)
  for (const one of parsed) if (one.state === 'refused') metrics.refused(way, one.faults)
  if (arrivals.length === 0 && values.length > 0) throw new ProblemError('refused-batch', { results })
  return { results }
}
