/**
 * Sends facts over HTTP as a system of the operator would: NDJSON batches, one after the other, each again
 * until it is taken. Sending again is safe, since the events keep their ids.
 *
 * 429 and 503 are obeyed (Retry-After in seconds), 502, 504 and a broken connection waited out with growing
 * pauses; any other answer than 2xx ends the sending. Bounded by tries of a batch, by the time of a try and
 * by the time of all.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Fact } from './envelope.ts'

export interface Destination {
  readonly url: string
  readonly apiKey: string
  /** Facts in a batch; 500 unless told. */
  readonly batchMax?: number
  /** Tries of a batch; 10 unless told. */
  readonly triesMax?: number
  /** For one try; 30 s unless told. */
  readonly tryMaxMs?: number
  /** For everything; an hour unless told. */
  readonly totalMaxMs?: number
}

export interface Sending {
  readonly facts: number
  readonly batches: number
  /** Tries that had to be repeated. */
  readonly repeats: number
  /** What the receiver said of the single facts, by its `state`. */
  readonly states: Readonly<Record<string, number>>
}

export class Refused extends Error {
  override readonly name = 'Refused'
}

const firstPauseMs = 200
const pauseMaxMs = 30_000
const passing = new Set([429, 502, 503, 504])

export async function sendFacts(facts: Iterable<Fact>, destination: Destination): Promise<Sending> {
  const { batchMax = 500, totalMaxMs = 3_600_000 } = destination
  const end = AbortSignal.timeout(totalMaxMs)
  const states: Record<string, number> = {}
  let sent = 0
  let batches = 0
  let repeats = 0
  for (const batch of batchesOf(facts, batchMax)) {
    const body = batch.map(fact => JSON.stringify(fact.event)).join('\n') + '\n'
    const { answer, tries } = await post(body, destination, end)
    countStates(answer, states)
    sent += batch.length
    batches++
    repeats += tries - 1
  }
  return { facts: sent, batches, repeats, states }
}

function* batchesOf(facts: Iterable<Fact>, batchMax: number): Generator<Fact[]> {
  let batch: Fact[] = []
  for (const fact of facts) {
    batch.push(fact)
    if (batch.length < batchMax) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function post(
  body: string,
  destination: Destination,
  end: AbortSignal,
): Promise<{ answer: string; tries: number }> {
  const { triesMax = 10 } = destination
  for (let tries = 1; ; tries++) {
    const { status, text, retryAfterMs } = await attempt(body, destination, end)
    if (status >= 200 && status < 300) return { answer: text, tries }
    if (status !== 0 && !passing.has(status)) throw new Refused(`answered ${status}: ${text.slice(0, 200)}`)
    if (tries >= triesMax)
      throw new Refused(
        `not taken after ${tries} tries, last: ${status || 'no answer'} ${text.slice(0, 200)}`,
      )
    const wait = retryAfterMs ?? firstPauseMs * 2 ** (tries - 1)
    await pause(Math.min(wait, pauseMaxMs), undefined, { signal: end })
  }
}

/** Status 0 means that no answer came. */
async function attempt(
  body: string,
  { url, apiKey, tryMaxMs = 30_000 }: Destination,
  end: AbortSignal,
): Promise<{ status: number; text: string; retryAfterMs: number | null }> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${apiKey}` },
      body,
      signal: AbortSignal.any([end, AbortSignal.timeout(tryMaxMs)]),
    })
    const seconds = Number(answer.headers.get('retry-after') ?? NaN)
    const retryAfterMs = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
    return { status: answer.status, text: await answer.text(), retryAfterMs }
  } catch (error) {
    end.throwIfAborted()
    return { status: 0, text: String(error), retryAfterMs: null }
  }
}

/** The receiver answers with a line of JSON for each fact; lines that are something else are not counted. */
function countStates(answer: string, states: Record<string, number>): void {
  for (const line of answer.split('\n')) {
    const state = /"state"\s*:\s*"([a-z-]{1,40})"/.exec(line)?.[1]
    if (state !== undefined) states[state] = (states[state] ?? 0) + 1
  }
}
