/** A receipt as the centre's PDU has it, in the words of the Channel seam. */
import { isFinal, readReceipt, stateWords } from '../../../packages/smpp/src/index.ts'
import type { MessageState, PduOf, Receipt as WireReceipt } from '../../../packages/smpp/src/index.ts'
import type { Instant } from '../../core/units.ts'
import type { Receipt } from '../channel.ts'
import type { CentreClock } from './centre-clock.ts'
import { spelled } from './ids.ts'
import { fromWire } from './number.ts'
import type { SmsSettings } from './settings.ts'

/**
 * `between`: a receipt of a state that may change still, or that says nothing (`UNKNOWN`): nothing follows.
 * `message`: no receipt, but the words of a handset.
 */
export type Reading =
  | { readonly is: 'receipt'; readonly receipt: Receipt }
  | { readonly is: 'between' }
  | { readonly is: 'message' }

interface Ask {
  readonly settings: Pick<SmsSettings, 'name' | 'alphabet' | 'idsInReceipts' | 'countryCode'>
  readonly centre: CentreClock
  readonly arrival: Instant
}

const codeLengthMax = 40

export function readingOf(pdu: PduOf<'deliver_sm' | 'data_sm'>, { settings, centre, arrival }: Ask): Reading {
  const found = readReceipt(pdu, settings.alphabet)
  if (found === null) return { is: 'message' }
  const outcome = outcomeOf(found.state)
  if (outcome === null) return { is: 'between' }
  const submitDate = found.written?.submitDate ?? null
  const receipt: Receipt = {
    gateway: settings.name,
    messageId: spelled(found.id, settings.idsInReceipts),
    number: fromWire(pdu.body.source, settings.countryCode),
    outcome,
    code: codeOf(found),
    submittedAt: submitDate && centre.instant(submitDate),
    at: centre.concluded(found.written?.doneDate ?? null, arrival),
  }
  return { is: 'receipt', receipt }
}

function outcomeOf(state: MessageState): Receipt['outcome'] | null {
  if (!isFinal(state)) return null
  if (state === 'delivered' || state === 'expired') return state
  return 'failed'
}

/** `UNDELIV:032`: the state's word and the error behind it, as written where it is written. */
function codeOf({ state, written, networkError }: WireReceipt): string {
  const stat = written?.stat || stateWords[state]
  const error = written?.err || (networkError === null ? '' : String(networkError.code))
  const code = error === '' ? stat : `${stat}:${error}`
  return code.replaceAll(/[^!-~]/g, '_').slice(0, codeLengthMax)
}
