/** `POST /events` for the OpenAPI document: bodies and answers by content type. */
import type { FactType } from '../../core/event/facts.ts'
import { exampleEvent } from '../../intake/event-examples.ts'
import { eventSchema } from '../../intake/event-schema.ts'
import { factTypes } from '../../intake/fact-reader.ts'
import { limits } from '../../intake/limits.ts'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const componentOf = (type: FactType): string => `event.${type}`

/** Components: one schema per event type, and their union. */
export function eventComponents(): Record<string, object> {
  const each = factTypes.map(type => [componentOf(type), eventSchema(type)] as const)
  const mapping = Object.fromEntries(factTypes.map(type => [type, ref(componentOf(type)).$ref]))
  const event = {
    description: 'A CloudEvents 1.0 event in JSON; see docs/events.',
    oneOf: factTypes.map(type => ref(componentOf(type))),
    discriminator: { propertyName: 'type', mapping },
  }
  return { Event: event, ...Object.fromEntries(each) }
}

const single = { schema: ref('Event'), example: exampleEvent('usage.reported') }
const several = {
  schema: { type: 'array', maxItems: limits.batchEvents, items: ref('Event') },
  example: [exampleEvent('balance.reported')],
}
const either = {
  schema: { anyOf: [ref('Event'), several.schema] },
  example: exampleEvent('balance.reported'),
}
const ndjsonExample = ['balance.reported', 'usage.reported'] as const

export const requestBody = {
  required: true,
  content: {
    'application/cloudevents+json': single,
    'application/cloudevents-batch+json': several,
    'application/json': either,
    'application/x-ndjson': {
      schema: {
        type: 'string',
        description: 'One event per line, in UTF-8; at most 1,000,000 lines. Read the answer while sending.',
      },
      example: ndjsonExample.map(type => `${JSON.stringify(exampleEvent(type))}\n`).join(''),
    },
  },
}

const decided = { schema: { anyOf: [ref('Verdict'), ref('BatchResult')] }, example: { state: 'decided' } }
const streamed = { schema: ref('LineResult'), example: { line: 1, state: 'decided' } }
const later = { schema: ref('Verdict'), example: { state: 'waiting' } }
export const problem = (description: string, header?: 'Retry-After') => ({
  description,
  ...(header === undefined
    ? {}
    : { headers: { [header]: { schema: { type: 'integer' }, description: 'Seconds.' } } }),
  content: { 'application/problem+json': { schema: ref('Problem') } },
})

export const responses = {
  200: {
    description:
      'Committed. One verdict, or one result per event in their order; NDJSON: one line per event as it is committed.',
    content: { 'application/json': decided, 'application/x-ndjson': streamed },
  },
  202: {
    description: 'A single event was kept, but is not decided yet or at all.',
    content: { 'application/json': later },
  },
  400: problem('refused-event, refused-batch, not-json: nothing was kept.'),
  429: problem('busy: nothing was kept.', 'Retry-After'),
  503: problem('unavailable: send it again.', 'Retry-After'),
  '4XX': problem('Refused: see "code" and docs/errors.md.'),
  '5XX': problem('Trouble of the server.'),
}
