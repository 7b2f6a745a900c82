export interface DatabaseLimits {
  /** Longest wait for a read. */
  readonly readTimeoutMs: number
  /** Longest wait for a snapshot, whose reads may count whole tables. */
  readonly snapshotTimeoutMs: number
  /** Longest run of one statement of a transaction; the whole may take twice as long (server only). */
  readonly turnTimeoutMs: number
  /** Longest wait of a transaction for a lock (server only: the embedded database has one session). */
  readonly lockTimeoutMs: number
  /** A call that runs longer is taken for a hung thread, which is ended and begun again (embedded only). */
  readonly hungAfterMs: number
  /** Connections for transactions, and as many again for reads (server only). */
  readonly connectionsMax: number
}

export const defaultLimits: DatabaseLimits = {
  readTimeoutMs: 15_000,
  snapshotTimeoutMs: 300_000,
  turnTimeoutMs: 30_000,
  lockTimeoutMs: 5_000,
  hungAfterMs: 300_000,
  connectionsMax: 4,
}
