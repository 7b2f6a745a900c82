/**
 * `docs/openapi.json`, the API as others read it and as the console's client is made from it, by
 *
 *     node src/api/openapi-file.ts && node console/client-schema.ts
 *
 * and a test keeps it current.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTrial } from './trial.ts'

export const openapiPath = join(import.meta.dirname, '../../docs/openapi.json')

export async function openapiText(): Promise<string> {
  const { api } = await openTrial()
  const text = `${JSON.stringify(api.swagger(), null, 2)}\n`
  await api.close()
  return text
}

if (import.meta.main) writeFileSync(openapiPath, await openapiText())
