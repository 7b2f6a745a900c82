import pg from 'pg'
import type { DatabaseLimits } from '../limits.ts'
import { columnTypes } from '../session/column-values.ts'
import { settingsSql } from '../session/settings.ts'

export interface ServerOptions {
  readonly url: string
  readonly schema: string
  readonly limits: DatabaseLimits
}

const connectTimeoutMs = 10_000
const keepAliveMs = 10_000
const idleMs = 60_000

export function clientOptions(options: ServerOptions): pg.ClientConfig {
  return {
    connectionString: options.url,
    application_name: 'kairos',
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveMs,
    types: columnTypes,
  }
}

export interface PoolLimits {
  /** The server stops a statement that runs longer. */
  readonly statementMs: number
  /**
   * The driver gives up a connection when an answer stays out longer, counted from when a query was written, so
   * for a whole transaction: the network may have swallowed it, which TCP takes 15 minutes to notice.
   */
  readonly answerMs: number
}

/** Connections in pipeline mode, opened when needed; a caller who finds none free within 10 s gets an error. */
export function openPool(options: ServerOptions, { statementMs, answerMs }: PoolLimits): pg.Pool {
  const { limits } = options
  const settings = settingsSql({
    schema: options.schema,
    more: {
      statement_timeout: String(statementMs),
      lock_timeout: String(limits.lockTimeoutMs),
      idle_in_transaction_session_timeout: String(limits.turnTimeoutMs),
    },
  })
  const pool = new pg.Pool({
    ...clientOptions(options),
    pipeline: true,
    query_timeout: answerMs,
    max: limits.connectionsMax,
    idleTimeoutMillis: idleMs,
    // Before anybody gets the connection.
    verify: (client, done) => client.query(settings, done),
  })
  // A connection that breaks tells every query on it; nobody listening to its own error would end the process.
  pool.on('connect', client => client.on('error', () => undefined))
  pool.on('error', () => undefined)
  return pool
}
