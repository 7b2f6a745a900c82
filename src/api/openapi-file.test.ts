import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openapiPath, openapiText } from './openapi-file.ts'

test('docs/openapi.json is what the API says of itself; else run: node src/api/openapi-file.ts && node console/client-schema.ts', async () => {
  expect(readFileSync(openapiPath, 'utf8')).toBe(await openapiText())
})
