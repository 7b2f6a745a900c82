/** What a fake centre is told to do with a message, and what it tells about it. */
import type { Address } from '../codec/fields.ts'
import { status } from '../codec/status.ts'
import type { PartMark } from '../text/concatenation.ts'
import type { MessageState } from '../text/message-state.ts'

/** A message, or a part of one, that an ESME handed over. */
export interface Submitted {
  /** The account it came from. */
  readonly systemId: string
  /** The centre's id, as its answer has it. */
  readonly id: string
  readonly source: Address
  readonly destination: Address
  readonly dataCoding: number
  /** Without a user data header. */
  readonly content: Buffer
  /** null when the octets are not text. */
  readonly text: string | null
  readonly mark: PartMark | null
  readonly validityPeriod: string
  readonly priority: number
  readonly wantsReceipt: boolean
}

export interface PlannedReceipt {
  readonly state: MessageState
  /** In message time, from the submit on; 0 with `early` comes before the answer. */
  readonly afterMs: number
  readonly err: string
  readonly form: 'text' | 'parameters' | 'both'
}

export interface Play {
  /** command_status of the answer; the message is only taken with 0. */
  readonly status: number
  /** `held`: only after `release`; `cut`: never, the connection breaks instead. */
  readonly answer: 'at-once' | 'held' | 'cut'
  /** Receipts of `afterMs` 0 go out before the answer. */
  readonly early: boolean
  readonly receipts: readonly PlannedReceipt[]
}

const silent: Play = { status: status.ok, answer: 'at-once', early: false, receipts: [] }

const receipt = (state: MessageState, afterMs: number): PlannedReceipt => ({
  state,
  afterMs,
  err: state === 'delivered' ? '000' : '001',
  form: 'both',
})

/** Ready-made plays; change single fields by spreading. */
export const plays = {
  /** Taken, and never heard of again. */
  silent,
  reported: (state: MessageState, afterMs: number): Play => ({
    ...silent,
    receipts: [receipt(state, afterMs)],
  }),
  refused: (code: number): Play => ({ ...silent, status: code }),
} as const
