/** An arrival as it is sent: the way back from `parse.ts`. */
import type { Arrival } from '../core/event/arrival.ts'
import type { Fields } from './json.ts'

export function cloudEventOf(arrival: Arrival): Fields {
  const { source, id, type, time, subject, data, extensions } = arrival
  return {
    ...extensions,
    specversion: '1.0',
    source,
    id,
    type,
    time: new Date(time).toISOString(),
    subject: subject.kind === 'number' ? `tel:${subject.number}` : `account:${subject.account}`,
    data,
  }
}
