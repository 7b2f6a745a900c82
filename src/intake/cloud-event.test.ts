import { expect, test } from 'vitest'
import { cloudEventOf } from './cloud-event.ts'
import { exampleEvent } from './event-examples.ts'
import { factTypes } from './fact-reader.ts'
import { parseEvent } from './parse.ts'

test.each(factTypes)('%s sent, parsed, and sent again is the same', type => {
  const parsed = parseEvent({ ...exampleEvent(type), traceparent: '00-ab' })
  if (parsed.state === 'refused') throw new Error('the example is refused')
  expect(parseEvent(cloudEventOf(parsed.arrival))).toEqual(parsed)
})
