/** JSON Schema (draft 2020-12) of each event as it is sent, made from the same zod schemas that check it. */
import { z } from 'zod'
import type { FactType } from '../core/event/facts.ts'
import { facts } from '../core/event/facts.ts'
import { eventExamples, exampleEvent } from './event-examples.ts'
import { limits } from './limits.ts'

export type JsonSchema = Record<string, unknown>

const accountPattern = 'account:[A-Za-z0-9][A-Za-z0-9._-]{0,39}'
const numberPattern = String.raw`tel:(\+[1-9][0-9]{4,14}|1[3-9][0-9]{9})`

/** The schema of `data` alone. */
export function dataSchema(type: FactType): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(facts[type], { io: 'input' })
  return schema
}

export function eventSchema(type: FactType): JsonSchema {
  const data = dataSchema(type)
  const needsData = Array.isArray(data['required']) && data['required'].length > 0
  const required = ['specversion', 'id', 'source', 'type', 'time', 'subject']
  return {
    title: type,
    description: eventExamples[type].means,
    type: 'object',
    required: needsData ? [...required, 'data'] : required,
    properties: { ...envelope(type), data },
    patternProperties: { [`^[a-z0-9]{1,${limits.extensionNameCharacters}}$`]: {} },
    additionalProperties: false,
    examples: [exampleEvent(type)],
  }
}

function envelope(type: FactType): JsonSchema {
  const subject = type === 'line.opened' ? accountPattern : `(${numberPattern}|${accountPattern})`
  return {
    specversion: { const: '1.0' },
    id: text(
      'Unique within its source; the same source and id again is recognised as a repetition.',
      limits.idCharacters,
    ),
    source: text('The system that reports the fact, e.g. urn:boss:taizhou.', limits.sourceCharacters),
    type: { const: type },
    time: {
      description: 'When it happened: RFC 3339 with an offset, year 2000 to 2099.',
      type: 'string',
      format: 'date-time',
    },
    subject: {
      description:
        'Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account.',
      type: 'string',
      pattern: `^${subject}$`,
    },
    datacontenttype: { description: 'JSON, if present at all.', type: 'string' },
    dataschema: { description: 'Ignored.', type: 'string' },
  }
}

const text = (description: string, maxLength: number): JsonSchema => ({
  description,
  type: 'string',
  minLength: 1,
  maxLength,
})
