/** The comparison in README.md: what the command printed last stands between its marks. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

const path = fileURLToPath(new URL('../README.md', import.meta.url))
const [begin, end] = ['<!-- compare -->', '<!-- end of compare -->']

/** The page with the block replaced. Throws when it has no place for it. */
export function withBlock(page: string, block: string): string {
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from < 0 || to < from) throw new Error(`README.md has no place for the comparison: ${begin} … ${end}`)
  return `${page.slice(0, from + begin.length)}\n\n${block}\n\n${page.slice(to)}`
}

export async function writeBlock(block: string): Promise<void> {
  const style = (await resolveConfig(path)) ?? {}
  writeFileSync(
    path,
    await format(withBlock(readFileSync(path, 'utf8'), block), { ...style, filepath: path }),
  )
}
