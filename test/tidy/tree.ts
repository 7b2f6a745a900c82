/** The TypeScript sources of the project, read once. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = new URL('../../', import.meta.url).pathname
const folders = ['src', 'operator', 'packages', 'console', 'test', 'bench']
const skipped = new Set(['node_modules', 'dist'])

export interface Source {
  /** Path from the root, with "/". */
  readonly path: string
  readonly text: string
  readonly lines: number
  readonly isTest: boolean
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesUnder(path)
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })
}

export const sources: readonly Source[] = folders.flatMap(folder => {
  try {
    return filesUnder(folder).map(read)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
})

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  return {
    path,
    text,
    lines: text.split('\n').length - 1,
    isTest: /\.test\.ts$|-suite\.ts$|-cases\.ts$/.test(path),
  }
}

/** The text without comments and string contents, for searches that must not trip over prose. */
export function codeOnly(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`])\/\/.*$/gm, '$1')
}

/** What a file imports: paths from the root for its own, else the specifier. */
export function importsOf({ path, text }: Source): string[] {
  const pattern =
    /^\s*(?:(?:import|export)\b[^;'"]*?|\}\s*)from\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm
  const found = [...codeOnly(text).matchAll(pattern)].map(match => match[1] ?? match[2] ?? match[3] ?? '')
  return found.map(target => (target.startsWith('.') ? resolve(path, target) : target))
}

function resolve(path: string, target: string): string {
  const parts = path.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
