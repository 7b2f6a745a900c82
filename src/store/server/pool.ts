import pg from 'pg'
import type { DatabaseLimits } from '../limits.ts'
import { columnTypes } from '../session/columns.ts'
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

/**
 * Connections in pipeline mode, opened when needed; a caller who finds none free within 10 s gets an error.
 * The server stops a statement after `statementTimeoutMs`. Should the network swallow the answer, the driver
 * gives up the whole connection after the longest time that any statement may take, and a little.
 */
export function openPool(options: ServerOptions, statementTimeoutMs: number): pg.Pool {
  const { limits } = options
  const settings = settingsSql({
    schema: options.schema,
    more: {
      statement_timeout: String(statementTimeoutMs),
      lock_timeout: String(limits.lockTimeoutMs),
      idle_in_transaction_session_timeout: String(limits.turnTimeoutMs),
    },
  })
  const pool = new pg.Pool({
    ...clientOptions(options),
    pipeline: true,
    query_timeout: Math.max(statementTimeoutMs, limits.snapshotTimeoutMs) + connectTimeoutMs,
    max: limits.connectionsMax,
    idleTimeoutMillis: idleMs,
    // Before anybody gets the connection.
    verify: (client, done) => void client.query(settings).then(() => done(), done),
  })
  // A connection that breaks tells every query on it; nobody listening to its own error would end the process.
  pool.on('connect', client => client.on('error', () => undefined))
  pool.on('error', () => undefined)
  return pool
}
