/**
 * Writes `rulebook/schema/*.schema.json`, by which editors complete and check the YAML files.
 * Run: node src/rulebook/schema-files.ts [FOLDER]
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { fileKinds, schemas } from './format/kind.ts'

export const schemaFolder = fileURLToPath(new URL('../../rulebook/schema/', import.meta.url))

/** File name to content, for each kind of file. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const kind of fileKinds) {
    const schema = z.toJSONSchema(schemas[kind], { io: 'input', target: 'draft-7' })
    const titled = { ...schema, title: `Kairos rulebook: ${kind}` }
    files.set(`${kind}.schema.json`, `${JSON.stringify(titled, null, 2)}\n`)
  }
  return files
}

if (process.argv[1] !== undefined && process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? schemaFolder
  for (const [name, content] of schemaFiles()) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  process.stdout.write(`${schemaFiles().size} schemas written to ${folder}\n`)
}
