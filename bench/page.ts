/**
 * docs/performance.md: what each bench prints stands between its markers, and is replaced by its next run; the text
 * around it is written by people.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

const path = fileURLToPath(new URL('../docs/performance.md', import.meta.url))

/** The page with the block of this name replaced. Throws when it has no place for it. */
export function withBlock(page: string, name: string, block: string): string {
  const [begin, end] = [`<!-- bench ${name} -->`, `<!-- end of bench ${name} -->`]
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from < 0 || to < from)
    throw new Error(`docs/performance.md has no place for ${name}: ${begin} … ${end}`)
  return `${page.slice(0, from + begin.length)}\n\n${block}\n\n${page.slice(to)}`
}

export async function writeBlock(name: string, block: string): Promise<void> {
  const page = withBlock(readFileSync(path, 'utf8'), name, block)
  const style = (await resolveConfig(path)) ?? {}
  writeFileSync(path, await format(page, { ...style, filepath: path }))
}
