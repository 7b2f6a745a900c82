import type { Database } from './database.ts'
import { type DatabaseLimits, defaultLimits } from './limits.ts'

export interface OpenAsk {
  /** A PostgreSQL server, 15 or later: `postgres://user:password@host:5432/name`. */
  readonly url?: string
  /** Without `url`: the folder of the embedded database, made if missing. Null: in memory. */
  readonly dataDir?: string | null
  /** The schema to work in, `public` by default; made if missing. */
  readonly schema?: string
  readonly limits?: Partial<DatabaseLimits>
  /** Milliseconds on a clock that never goes back: tells when maintenance is due. */
  readonly elapsed?: () => number
}

/**
 * The server if there is a `url`, else the embedded database; only the one that is wanted is loaded.
 * @throws FolderInUse when another process holds the data folder; else Error, when it does not open or answer
 */
export async function openDatabase(ask: OpenAsk): Promise<Database> {
  const schema = ask.schema ?? 'public'
  const limits = { ...defaultLimits, ...ask.limits }
  if (ask.url !== undefined) {
    const { ServerDatabase } = await import('./server/server-database.ts')
    return ServerDatabase.open({ url: ask.url, schema, limits })
  }
  if (ask.dataDir === undefined) throw new Error('a database needs a url or a data folder')
  const { EmbeddedDatabase } = await import('./embedded/embedded-database.ts')
  const elapsed = ask.elapsed ?? (() => performance.now())
  return EmbeddedDatabase.open({ dataDir: ask.dataDir, schema, limits, elapsed })
}
