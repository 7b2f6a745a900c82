/** A message as the PDUs that carry it: one, or one per part. */
import {
  dataCodingOf,
  encodeText,
  formatSpan,
  formatTime,
  makePdu,
  partsOf,
} from '../../../packages/smpp/src/index.ts'
import type { PduOf } from '../../../packages/smpp/src/index.ts'
import { offsetMinutes } from './centre-clock.ts'
import type { ReminderClass } from '../../core/reminder.ts'
import type { Message } from '../channel.ts'
import { wireNumber } from './number.ts'
import type { SmsSettings } from './settings.ts'

/** 0 is the lowest; centres know four. */
const priorities: { readonly [C in ReminderClass]: number } = {
  code: 3,
  'real-time': 2,
  notice: 1,
  courtesy: 0,
  marketing: 0,
}

const spanMaxMs = 99 * 24 * 3_600_000

type Look = Pick<SmsSettings, 'sender' | 'alphabet' | 'partStyle' | 'validity' | 'zone' | 'skewMs'>

/**
 * Throws a RangeError for what cannot be put on the wire. The text decides its coding: the centre's default
 * alphabet where that can say it, else UCS-2. A final receipt is asked for.
 */
export function submitsOf(message: Message, look: Look, reference: number): readonly PduOf<'submit_sm'>[] {
  const coding = encodeText(message.text, look.alphabet) === null ? 'ucs2' : look.alphabet
  const parts = partsOf(message.text, { coding, style: look.partStyle, reference })
  return parts.map(part =>
    makePdu(
      'submit_sm',
      {
        source: look.sender,
        destination: wireNumber(message.number),
        esmClass: part.esmClassBits,
        priority: priorities[message.class],
        validityPeriod: validityOf(message, look),
        registeredDelivery: 1,
        dataCoding: coding === 'ucs2' ? dataCodingOf.ucs2 : 0,
        message: part.message,
      },
      part.tlvs,
    ),
  )
}

/** In the centre's own time: some centres read past the zone that stands behind it. */
function validityOf({ validUntil, now }: Message, { validity, zone, skewMs }: Look): string {
  if (validity === 'relative') return formatSpan(Math.min(spanMaxMs, Math.max(1_000, validUntil - now)))
  return formatTime(validUntil + skewMs, offsetMinutes(validUntil, zone))
}
