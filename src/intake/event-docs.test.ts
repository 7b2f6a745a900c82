import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eventDocs, eventDocsFolder } from './event-docs.ts'

test.each([...eventDocs()])(
  'docs/events/%s is current; else run: node src/intake/event-docs.ts',
  (name, content) => {
    const path = join(eventDocsFolder, name)
    expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(content)
  },
)

test('docs/events holds nothing else', () => {
  expect(readdirSync(eventDocsFolder).toSorted()).toEqual([...eventDocs().keys()].toSorted())
})
