/** One event, one answer: 200 when decided or known, 202 when kept for later, 400 when refused. */
import { parseEvent } from '../../intake/parse.ts'
import type { Works } from '../api.ts'
import { ProblemError } from '../problem.ts'
import { resultOf } from './result.ts'
import type { Result } from './result.ts'

const way = 'http'

export async function takeSingle(
  value: unknown,
  { inbox, metrics }: Works,
): Promise<{ readonly status: number; readonly body: Result }> {
  const parsed = parseEvent(value)
  if (parsed.state === 'refused') {
    metrics.refused(way, parsed.faults)
    throw new ProblemError('refused-event', { faults: parsed.faults })
  }
  const [verdict] = await inbox.offer([parsed.arrival])
  if (verdict === undefined) throw new Error('the inbox gave no verdict')
  metrics.event(way, verdict.state)
  const isLater = verdict.state === 'waiting' || verdict.state === 'set-aside'
  return { status: isLater ? 202 : 200, body: resultOf(verdict) }
}
