/** What a gateway to an SMS centre must know about it; from `src/main/config.ts`. */
import type { ConnectionOptions } from 'node:tls'
import type {
  Address,
  Body,
  Coding,
  LinkChange,
  LinkSettings,
  PartStyle,
  RedialSettings,
} from '../../../packages/smpp/src/index.ts'
import type { Instant } from '../../core/units.ts'
import type { ReceiptClock } from '../channel.ts'

/** How a centre writes its message ids: as they are, or as numbers of one base. */
export type IdBase = 'text' | 'decimal' | 'hex'

/** The present moment in message time, and real milliseconds that only grow. */
export interface SmsClock {
  now(): Instant
  elapsed(): number
}

export interface SmsSettings {
  readonly name: string
  /** Messages that may be unanswered at once, and PDUs of one link. */
  readonly window: number
  readonly partsPerSecond: number
  readonly host: string
  readonly port: number
  readonly tls: ConnectionOptions | null
  /** One link both ways, or one for each. */
  readonly binds: 'transceiver' | 'pair'
  readonly account: Partial<Body<'bind_transceiver'>>
  readonly sender: Address
  /** Digits: numbers that a centre writes without it belong to this country. */
  readonly countryCode: string
  /** What the centre takes data_coding 0 for. */
  readonly alphabet: Exclude<Coding, 'ucs2'>
  readonly partStyle: PartStyle
  /** How validity is written: the centre's local time, or a span from its present moment. */
  readonly validity: 'absolute' | 'relative'
  /** The IANA zone of the centre's clock. */
  readonly zone: string
  /** How far the centre's clock is ahead of ours. */
  readonly skewMs: number
  readonly idsInAnswers: IdBase
  readonly idsInReceipts: IdBase
  readonly link?: Partial<LinkSettings>
  readonly redial?: Partial<RedialSettings>
  /** Real time for which the parts of one message are tried. */
  readonly partsWithinMs?: number
}

/** What it is given by its surroundings. */
export interface SmsSurroundings {
  readonly clock: SmsClock
  /** Numbers in [0, 1): for jitter and for the first reference of a number. */
  readonly chance: () => number
  /** As much of a number as staff may see in a trace; left out, nothing of it. */
  readonly masked?: (number: string) => string
  /** For logs: links that come and go, and what the centre does oddly. Holds no number and no text. */
  readonly onChange?: (change: LinkChange) => void
  /** For logs: the dates of receipts turn out to be implausible, or are so no more. */
  readonly onClock?: (clock: ReceiptClock) => void
}
