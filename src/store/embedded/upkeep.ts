import type { ClientBase } from 'pg'

const checkpointWalBytes = 64 * 1024 * 1024
const checkpointEveryMs = 60_000
const tablesEveryMs = 10_000

/** What PostgreSQL counts of a table since it was last vacuumed or analyzed. */
export interface TableWear {
  /** With its schema, quoted. */
  readonly name: string
  readonly live: number
  readonly dead: number
  /** Inserted since the last VACUUM. */
  readonly fresh: number
  /** Changed in any way since the last ANALYZE. */
  readonly changed: number
}

/**
 * Does what the checkpointer and autovacuum do on a server; PGlite has neither. Without it WAL grew to 1 GB in a
 * trial and opening took 4.8 s.
 *
 * CHECKPOINT when 64 MB of WAL have come together, or after 60 s with any. Every 10 s the one table that needs it
 * most is vacuumed or analyzed: one at a time, because everything else waits for it.
 */
export class Upkeep {
  readonly #elapsed: () => number
  #checkpointAt: number
  #tablesAt: number
  #walBytes = 0

  /** @param elapsed milliseconds on a clock that never goes back */
  constructor(elapsed: () => number) {
    this.#elapsed = elapsed
    this.#checkpointAt = elapsed()
    this.#tablesAt = elapsed()
  }

  async run(client: ClientBase): Promise<void> {
    await this.#checkpoint(client)
    const now = this.#elapsed()
    if (now - this.#tablesAt < tablesEveryMs) return
    this.#tablesAt = now
    const chore = choreOf(await tableWear(client))
    if (chore !== null) await client.query(chore)
  }

  async #checkpoint(client: ClientBase): Promise<void> {
    const now = this.#elapsed()
    const grown = (await walBytes(client)) - this.#walBytes
    if (!isCheckpointDue(grown, now - this.#checkpointAt)) return
    await client.query('CHECKPOINT')
    this.#walBytes = await walBytes(client)
    this.#checkpointAt = now
  }
}

export function isCheckpointDue(walGrownBytes: number, sinceMs: number): boolean {
  return walGrownBytes >= checkpointWalBytes || (walGrownBytes > 0 && sinceMs >= checkpointEveryMs)
}

/**
 * The command for the table that is furthest over a limit, or null. The limits have autovacuum's form, with a
 * higher floor: a small table is not worth an interruption.
 */
export function choreOf(tables: readonly TableWear[]): string | null {
  let worst = 1
  let chore: string | null = null
  for (const { name, live, dead, fresh, changed } of tables) {
    const vacuum = Math.max(dead / (1_000 + live * 0.2), fresh / (10_000 + live * 0.2))
    const analyze = changed / (500 + live * 0.1)
    const need = Math.max(vacuum, analyze)
    if (need <= worst) continue
    worst = need
    chore = vacuum > 1 ? `VACUUM (ANALYZE) ${name}` : `ANALYZE ${name}`
  }
  return chore
}

const wearSql = `
  select format('%I.%I', schemaname, relname) as name, n_live_tup as live, n_dead_tup as dead,
    n_ins_since_vacuum as fresh, n_mod_since_analyze as changed
  from pg_stat_user_tables`

async function tableWear(client: ClientBase): Promise<TableWear[]> {
  // A session hands its counts in once a second, and only when it next does something.
  await client.query('select pg_stat_force_next_flush()')
  return (await client.query<TableWear>(wearSql)).rows
}

/** All that was ever written, so a difference says how much since. */
async function walBytes(client: ClientBase): Promise<number> {
  const sql = `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint as bytes`
  return (await client.query<{ bytes: number }>(sql)).rows[0]!.bytes
}
