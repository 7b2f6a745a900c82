/**
 * The inbox of a server that is already running, through its `POST /events`: while it holds the embedded
 * database, `kairos ingest` goes this way. The same promises: verdicts after commit, `Busy`, `Unavailable`.
 */
import type { Arrival, Verdict } from '../core/event/arrival.ts'
import { setAsideReasons } from '../core/event/arrival.ts'
import type { Inbox } from '../engine/inbox.ts'
import { Busy, Unavailable } from '../engine/inbox.ts'
import { cloudEventOf } from './cloud-event.ts'
import type { Fields } from './json.ts'
import { isFields, parsedJson } from './json.ts'

export interface HttpInboxOptions {
  /** Such as `http://127.0.0.1:8460`. */
  readonly address: string
  readonly key: string
}

const answerMs = 120_000
const retryS = 5

export class HttpInbox implements Inbox {
  readonly #url: string
  readonly #headers: Readonly<Record<string, string>>

  constructor({ address, key }: HttpInboxOptions) {
    this.#url = new URL('/events', address).href
    this.#headers = { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents-batch+json' }
  }

  /** At most `limits.batchEvents`. Rejects with what the server says when it refuses the whole request. */
  async offer(arrivals: readonly Arrival[]): Promise<readonly Verdict[]> {
    const answer = await this.#post(JSON.stringify(arrivals.map(cloudEventOf)))
    const body = parsedJson(await answer.text())
    if (answer.status === 429) throw new Busy(Number(answer.headers.get('retry-after') ?? retryS))
    if (answer.status >= 500) throw new Unavailable(`the server answered ${answer.status}: ${detailOf(body)}`)
    if (answer.status !== 200) throw new Error(`the server answered ${answer.status}: ${detailOf(body)}`)
    const results = isFields(body) && Array.isArray(body['results']) ? body['results'] : []
    if (results.length !== arrivals.length) throw new Error('the server gave another number of results')
    return results.map(verdictOf)
  }

  async #post(body: string): Promise<Response> {
    try {
      return await fetch(this.#url, {
        method: 'POST',
        headers: this.#headers,
        body,
        signal: AbortSignal.timeout(answerMs),
      })
    } catch (cause) {
      throw new Unavailable(`no answer from ${this.#url}`, { cause })
    }
  }
}

function detailOf(body: unknown): string {
  const fields: Fields = isFields(body) ? body : {}
  return [fields['title'], fields['detail'], fields['remedy']]
    .filter(text => typeof text === 'string')
    .join(' ')
}

function verdictOf(result: unknown): Verdict {
  const { state, reason } = isFields(result) ? result : {}
  if (state === 'decided' || state === 'duplicate' || state === 'waiting') return { state }
  const known = setAsideReasons.find(one => one === reason)
  if (state === 'set-aside' && known !== undefined) return { state, reason: known, note: '' }
  throw new Error('the server refused an event that this version would take: are both of the same version?')
}
