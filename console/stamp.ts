/** Whether the built console is what its sources say. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname
export const consoleFolder = join(here, '../dist/console')
export const stampName = 'built-from'
const stampFile = join(consoleFolder, stampName)

/** Over everything that goes into a build, the versions of libraries included. */
export function sourceHash(): string {
  const hash = createHash('sha256')
  const own = readdirSync(join(here, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted()
  const around = ['index.html', 'package.json', 'vite.config.ts', 'build.ts', '../package-lock.json']
  for (const path of [...own, ...around.map(name => join(here, name))])
    hash.update(`${path.slice(here.length)}\0`).update(readFileSync(path))
  return hash.digest('hex')
}

export const isBuilt = (): boolean =>
  existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceHash()
