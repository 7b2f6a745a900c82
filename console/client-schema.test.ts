import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { clientSchema, clientSchemaPath } from './client-schema.ts'

test('the console’s client is made from docs/openapi.json; else run: node console/client-schema.ts', async () => {
  expect(readFileSync(clientSchemaPath, 'utf8')).toBe(await clientSchema())
})
