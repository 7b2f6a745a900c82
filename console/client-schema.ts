/** `src/client/schema.d.ts`, the types of the console's client, made from docs/openapi.json; a test keeps it current. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'

export const clientSchemaPath = join(import.meta.dirname, 'src/client/schema.d.ts')

export async function clientSchema(): Promise<string> {
  const path = join(import.meta.dirname, '../docs/openapi.json')
  const document = JSON.parse(readFileSync(path, 'utf8')) as OpenAPI3
  const types = astToString(await openapiTS(document, { defaultNonNullable: false }))
  return `/* Made from docs/openapi.json by console/client-schema.ts; do not edit. */\n/* eslint-disable */\n${types}`
}

if (import.meta.main) writeFileSync(clientSchemaPath, await clientSchema())
