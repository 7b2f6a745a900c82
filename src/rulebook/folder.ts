/** A rulebook kept as a folder of YAML files, wherever the operator keeps it. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { bundleCharactersMax, fileCharactersMax, filesMax, type Bundle } from './bundle.ts'
import { faultAt, type FaultCode, type RulebookFault } from './fault.ts'
import { loadBundle, type Loaded } from './load.ts'

/** `schema/` holds the generated JSON Schemas, which are no part of the content. */
const skipped = new Set(['schema', 'node_modules'])
const depthMax = 4

export interface BundleRead {
  readonly bundle: Bundle
  /** Files that could not be taken in: too big, too many, not text. */
  readonly faults: readonly RulebookFault[]
}

/** Reads the `.yaml` and `.yml` files of a folder. Throws what the file system throws when there is no such folder. */
export function readBundle(folder: string): BundleRead {
  const bundle: Record<string, string> = {}
  const faults: RulebookFault[] = []
  const refuse = (path: string, code: FaultCode, told: { message: string; hint: string }): void => {
    faults.push(faultAt({ file: path, line: 1, column: 1, length: 1 }, code, told))
  }
  let characters = 0
  const paths = pathsIn(folder, '', 0)
  if (paths.length > filesMax) {
    const message = `the folder holds ${paths.length} YAML files`
    refuse('.', 'too-big', { message, hint: `at most ${filesMax}: is it the right folder?` })
  }
  for (const path of paths.slice(0, filesMax)) {
    const at = join(folder, path)
    if (statSync(at).size > fileCharactersMax * 3 || characters > bundleCharactersMax) {
      const hint = `at most ${fileCharactersMax / 1024} K characters a file: split it`
      refuse(path, 'too-big', { message: 'the file is too big', hint })
      continue
    }
    const text = textOf(readFileSync(at))
    if (text === null) {
      refuse(path, 'not-text', { message: 'the file is not UTF-8 text', hint: 'save it as UTF-8' })
      continue
    }
    characters += text.length
    bundle[path] = text
  }
  return { bundle, faults }
}

/** Reads and loads a folder; see `loadBundle`. */
export function loadRulebook(folder: string, version?: string): Loaded {
  const { bundle, faults } = readBundle(folder)
  const loaded = loadBundle(bundle, version)
  if (faults.length === 0) return loaded
  return {
    rulebook: null,
    blueprints: null,
    faults: [...faults, ...loaded.faults],
    warnings: loaded.warnings,
  }
}

function pathsIn(folder: string, below: string, depth: number): string[] {
  const paths: string[] = []
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.name.startsWith('.') || (depth === 0 && skipped.has(entry.name))) continue
    if (entry.isDirectory() && depth < depthMax) paths.push(...pathsIn(folder, path, depth + 1))
    if (entry.isFile() && /\.ya?ml$/.test(entry.name)) paths.push(path)
  }
  return paths.toSorted()
}

function textOf(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return null
  }
}
