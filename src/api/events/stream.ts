/**
 * NDJSON in, NDJSON out: one result line per event, written once its batch has committed.
 *
 * Reading stops while the engine is behind or the client does not read its answers, so that memory stays
 * bounded. A client that sends everything before it reads anything must therefore keep to some 10,000 lines.
 * The last line says `"end": true` and the sums; an answer without it was cut off: send the rest again.
 */
import type { Inbox } from '../../engine/inbox.ts'
import { Busy, Unavailable } from '../../engine/inbox.ts'
import type { Arrival, Verdict } from '../../core/event/arrival.ts'
import { gathered } from '../../intake/gather.ts'
import { limits } from '../../intake/limits.ts'
import { itemOf } from '../../intake/line-item.ts'
import type { LineItem } from '../../intake/line-item.ts'
import type { Line } from '../../intake/ndjson.ts'
import { linesOf } from '../../intake/ndjson.ts'
import { offerPatiently } from '../../intake/patience.ts'
import type { Tally } from '../../intake/tally.ts'
import { emptyTally, tallied } from '../../intake/tally.ts'
import type { Works } from '../api.ts'
import { resultOf } from './result.ts'

const way = 'ndjson'
const lineLimits = { lineBytesMax: limits.eventBytes, linesMax: limits.streamLines }
const retryAfterS = 5

/**
 * Texts to be written as they come. `Busy` and `Unavailable` are thrown for the first batch, when nothing has
 * been answered yet; later ones are waited for, and told in the last line when patience ends.
 */
export async function* streamResults(bytes: AsyncIterable<Uint8Array>, works: Works): AsyncGenerator<string> {
  let tally = emptyTally
  let lines = 0
  let isFirst = true
  for await (const batch of gathered(linesOf(bytes, lineLimits), limits.batchEvents)) {
    try {
      const taken = await takeLines(batch, { ...works, isFirst })
      tally = tallied(tally, taken.verdicts, taken.refused)
      lines += batch.length
      yield taken.text
    } catch (error) {
      if (isFirst || !(error instanceof Busy || error instanceof Unavailable)) throw error
      yield lastLine({ lines, tally, trouble: error })
      return
    }
    isFirst = false
  }
  yield lastLine({ lines, tally, trouble: null })
}

interface Taken {
  readonly text: string
  readonly verdicts: readonly Verdict[]
  readonly refused: number
}

async function takeLines(
  batch: readonly Line[],
  works: Works & { readonly isFirst: boolean },
): Promise<Taken> {
  const items = batch.map(itemOf)
  const arrivals = items.filter(item => item.state === 'taken').map(item => item.arrival)
  const verdicts = arrivals.length === 0 ? [] : await offered(works.inbox, arrivals, works)
  const inOrder = verdicts.values()
  const text = items.map(item => lineOf(item, inOrder)).join('')
  for (const verdict of verdicts) works.metrics.event(way, verdict.state)
  const faulty = items.filter(item => item.state === 'refused')
  for (const item of faulty) works.metrics.refused(way, item.faults)
  return { text, verdicts, refused: faulty.length }
}

function offered(
  inbox: Inbox,
  arrivals: readonly Arrival[],
  works: Works & { readonly isFirst: boolean },
): Promise<readonly Verdict[]> {
  if (works.isFirst) return inbox.offer(arrivals)
  return offerPatiently(inbox, arrivals, { wait: works.wait, pausesMaxMs: works.limits.streamPausesMs })
}

function lineOf(item: LineItem, verdicts: Iterator<Verdict>): string {
  const line = item.line.number
  if (item.state === 'header') return `${JSON.stringify({ line, state: 'header' })}\n`
  if (item.state === 'refused') return `${JSON.stringify({ line, state: 'refused', faults: item.faults })}\n`
  return `${JSON.stringify({ line, ...resultOf(verdicts.next().value) })}\n`
}

function lastLine(end: {
  readonly lines: number
  readonly tally: Tally
  readonly trouble: Busy | Unavailable | null
}): string {
  const { lines, tally, trouble } = end
  const why =
    trouble === null
      ? {}
      : {
          code: trouble instanceof Busy ? 'busy' : 'unavailable',
          retryAfterS: trouble instanceof Busy ? trouble.retryAfterS : retryAfterS,
        }
  return `${JSON.stringify({ end: trouble === null, lines, ...tally, ...why })}\n`
}
