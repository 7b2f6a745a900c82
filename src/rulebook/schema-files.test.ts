import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { schemaFiles, schemaFolder } from './schema-files.ts'

describe('rulebook/schema', () => {
  it('is what the loader checks by: run "node src/rulebook/schema-files.ts" after a change', () => {
    const kept = readdirSync(schemaFolder).map(
      name => [name, readFileSync(join(schemaFolder, name), 'utf8')] as const,
    )
    expect(new Map(kept)).toEqual(new Map([...schemaFiles()].toSorted()))
  })

  it('lets an editor complete fields, triggers and classes, and refuse unknown ones', () => {
    const schema = JSON.parse(schemaFiles().get('touchpoint.schema.json')!) as Record<string, unknown>
    const text = JSON.stringify(schema)
    expect(text).toContain('"usage.crossed"')
    expect(text).toContain('"real-time"')
    expect(schema).toMatchObject({ additionalProperties: false })
  })
})
