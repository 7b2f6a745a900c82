/** Limits and patience of one link; all times in real milliseconds. */
export interface LinkSettings {
  /** Requests of ours that may be unanswered at once; the standard suggests no more than 10. */
  readonly windowMax: number
  /** Requests of the peer that we may owe an answer; more are answered "queue full". */
  readonly owedMax: number
  readonly frameBytesMax: number
  /** For a bind, and on the server side for its coming. */
  readonly bindMs: number
  /** For an answer to a request; after it the request is in doubt. */
  readonly answerMs: number
  /** Silence after which the peer is asked whether it is there … */
  readonly enquireMs: number
  /** … and for its answer. */
  readonly enquireAnswerMs: number
  readonly unbindMs: number
  /** The first pause after "throttled" or "queue full"; each further one is twice as long … */
  readonly holdMs: number
  /** … but no longer than this. */
  readonly holdMaxMs: number
}

export const usualSettings: LinkSettings = {
  windowMax: 10,
  owedMax: 100,
  frameBytesMax: 128 * 1024,
  bindMs: 10_000,
  answerMs: 30_000,
  enquireMs: 30_000,
  enquireAnswerMs: 10_000,
  unbindMs: 5_000,
  holdMs: 1_000,
  holdMaxMs: 30_000,
}
