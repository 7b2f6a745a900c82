/** What a link wants done, and what it has to tell. */
import type { Pdu, PduOf } from '../codec/pdu.ts'

export type BindCommand = 'bind_receiver' | 'bind_transmitter' | 'bind_transceiver'

export type Effect =
  /** To be written to the connection. */
  | { readonly what: 'send'; readonly bytes: Buffer }
  /** To be closed once all is written. `reason` null: as agreed. */
  | { readonly what: 'close'; readonly reason: string | null }
  | News

export type News =
  /** The bind was accepted: there is room now. */
  | { readonly what: 'bound' }
  /** Client: the centre does not want us. */
  | { readonly what: 'bind-refused'; readonly status: number }
  /** Server: to be answered by `accept` or `refuse`. */
  | { readonly what: 'bind-asked'; readonly bind: PduOf<BindCommand> }
  /** `answer` is of the request's kind, or a generic_nack; `late`: it had been given up. */
  | { readonly what: 'answered'; readonly request: Pdu; readonly answer: Pdu; readonly late: boolean }
  /** Nobody knows whether the peer has it. */
  | { readonly what: 'unanswered'; readonly request: Pdu; readonly reason: 'time' | 'link' }
  /** A request of the peer, to be answered by `answer` (alert_notification and outbind are not). */
  | { readonly what: 'asked'; readonly request: Pdu }
  /** The peer did something that the standard does not have, and it was lived with. */
  | { readonly what: 'odd'; readonly note: string }
