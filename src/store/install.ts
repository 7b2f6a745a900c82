/** This installation: one row, made at first start. */
import type { Instant } from '../core/units.ts'
import type { Database } from './database.ts'

export interface InstallRow {
  /** Makes chance (design §1); in simulations the seed stands in for it. */
  readonly secret: Uint8Array
  /** Names the master key that the data needs. */
  readonly keyId: string
  /** The wrapped key of the index of numbers; null while it is derived from the master key. */
  readonly indexKeyEnc: Uint8Array | null
  readonly createdAt: Instant
  /** Events before it may have been dropped from the journal. */
  readonly journalFrom: Instant
}

/** Null before the first start. */
export async function readInstall(database: Database): Promise<InstallRow | null> {
  const [row] = await database.read<InstallRow>({
    text: `
      select secret, key_id as "keyId", index_key_enc as "indexKeyEnc", created_at as "createdAt",
        journal_from as "journalFrom"
      from install`,
    values: [],
  })
  return row ?? null
}

/** Made once; who comes second reads what the first made. */
export async function makeInstall(
  database: Database,
  row: Omit<InstallRow, 'journalFrom' | 'indexKeyEnc'>,
): Promise<InstallRow> {
  const text = `
    insert into install (secret, key_id, created_at) values (decode($1, 'hex'), $2, $3) on conflict do nothing`
  await database.transact([
    { text, values: [Buffer.from(row.secret).toString('hex'), row.keyId, row.createdAt] },
  ])
  return (await readInstall(database))!
}

/**
 * Notes that account state of this version is written from now on.
 * @returns the highest version ever written; above `version` this Kairos must not start
 */
export async function raiseStateVersion(database: Database, version: number): Promise<number> {
  const text =
    'update install set state_version = greatest(state_version, $1) returning state_version as version'
  const [rows] = await database.transact([{ text, values: [version] }])
  return Number(rows?.[0]?.['version'] ?? version)
}
