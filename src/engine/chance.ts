/** Chance that a replay repeats: from a secret and the event's id (design §1). */
import { createHmac } from 'node:crypto'
import type { Event } from '../core/event/event.ts'

/** A number in [0, 1) for this event and salt; worked out only when asked for (9 µs). */
export function chanceOf(secret: Uint8Array, event: Pick<Event, 'source' | 'id'>): (salt: string) => number {
  return salt => {
    const mac = createHmac('sha256', secret).update(`${event.source}\0${event.id}\0${salt}`).digest()
    return mac.readUIntBE(0, 6) / 2 ** 48
  }
}
