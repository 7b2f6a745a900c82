/** What the API says when it says no (RFC 9457), and what a page makes of it. */
import type { components } from './schema.d.ts'

export type ProblemBody = components['schemas']['Problem']

export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: string
  readonly status: number
  readonly body: ProblemBody | null
  /** Seconds after which it may go better. */
  readonly retryAfterS: number | null

  constructor(status: number, body: ProblemBody | null, retryAfterS: number | null) {
    super(body?.detail ?? body?.title ?? `HTTP ${status}`)
    this.status = status
    this.body = body
    this.code = body?.code ?? (status === 0 ? 'unreachable' : 'internal')
    this.retryAfterS = retryAfterS
  }
}

export const isProblem = (error: unknown, code: string): boolean =>
  error instanceof Problem && error.code === code
