/**
 * The audit log (FP-10, NF-18): only added to, each entry chained to the one before by its hash.
 *
 *     hash = SHA-256(hash of the entry before ‖ number ‖ newline ‖ the entry as JSON)
 *
 * The number is given and the hash finished inside the statement, under the lock of the head's one row: two writers, of one
 * process or of several, follow one another, and whatever the entry tells of is committed with it or not at all. Put the
 * statement last, so that the lock is held for as short as can be and always taken after all others.
 */
import { createHash } from 'node:crypto'
import type { Instant } from '../core/units.ts'
import type { Database, Statement } from './database.ts'

export type ActorKind = 'key' | 'staff' | 'system'

export interface AuditEntry {
  readonly at: Instant
  readonly actorKind: ActorKind
  readonly actor: string
  /** noun.verb: `customer.open`. */
  readonly action: string
  /** What it was done to; never a number. */
  readonly object: string
  readonly reason: string | null
  /** JSON; never a number or a text of a customer's. */
  readonly details: string
}

export interface AuditRow extends AuditEntry {
  readonly seq: number
  readonly hash: Uint8Array
}

const canonical = (entry: AuditEntry): string =>
  JSON.stringify([
    entry.at,
    entry.actorKind,
    entry.actor,
    entry.action,
    entry.object,
    entry.reason,
    entry.details,
  ])

export const appendAudit = (entry: AuditEntry): Statement => ({
  text: `
    with head as (
      update audit_head
      set seq = seq + 1, hash = sha256(hash || convert_to((seq + 1)::text || E'\\n' || $8::text, 'UTF8'))
      returning seq, hash
    )
    insert into audit (seq, at, actor_kind, actor, action, object, reason, details, hash)
    select seq, $1::bigint, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, hash from head`,
  values: [
    entry.at,
    entry.actorKind,
    entry.actor,
    entry.action,
    entry.object,
    entry.reason,
    entry.details,
    canonical(entry),
  ],
  rows: 1,
})

const columns = 'seq, at, actor_kind as "actorKind", actor, action, object, reason, details, hash'

export interface AuditAsk {
  /** The last `seq` of the page before. */
  readonly before: number
  readonly since: Instant
  readonly actor: string | null
  readonly action: string | null
  readonly rowsMax: number
}

/** Newest first. */
export function listAudit(database: Database, ask: AuditAsk): Promise<readonly AuditRow[]> {
  return database.read<AuditRow>({
    text: `
      select ${columns} from audit
      where seq < $1 and at >= $2 and ($3::text is null or actor = $3) and ($4::text is null or action = $4)
      order by seq desc limit $5`,
    values: [ask.before, ask.since, ask.actor, ask.action, ask.rowsMax],
  })
}

/** `changed`: the entry is not what its hash says; `missing`: there is none; `added`: it was never appended. */
export interface Break {
  readonly seq: number
  readonly what: 'changed' | 'missing' | 'added'
}

export interface AuditSlice {
  /** The last entry that is in order. */
  readonly last: number
  readonly broken: Break | null
  /** Nothing follows. */
  readonly isEnd: boolean
  readonly hash: Uint8Array
}

/** Checks up to `rowsMax` entries behind `after`, whose own hash is taken as it stands; 0 begins. */
export async function checkAudit(
  database: Database,
  { after, rowsMax }: { readonly after: number; readonly rowsMax: number },
): Promise<AuditSlice> {
  const [found, heads] = await database.snapshot([
    {
      text: `select ${columns} from audit where seq >= $1 order by seq limit $2`,
      values: [Math.max(after, 1), rowsMax + 1],
    },
    { text: 'select seq, hash from audit_head', values: [] },
  ])
  const rows = found as unknown as AuditRow[]
  const head = heads![0] as unknown as Pick<AuditRow, 'seq' | 'hash'>
  const first = after === 0 ? undefined : rows.shift()
  if (after > 0 && first?.seq !== after) return sliceOf(after - 1, { seq: after, what: 'missing' })
  let last = after
  let hash = first?.hash ?? new Uint8Array(0)
  for (const row of rows) {
    const broken = breakAt(row, { expected: last + 1, before: hash, head: head.seq })
    if (broken !== null) return sliceOf(last, broken)
    last = row.seq
    hash = row.hash
  }
  if (rows.length >= rowsMax) return { last, broken: null, isEnd: false, hash }
  if (last < head.seq) return sliceOf(last, { seq: last + 1, what: 'missing' })
  const isHead = last === head.seq && isSame(hash, head.hash)
  return isHead ? { last, broken: null, isEnd: true, hash } : sliceOf(last, { seq: last, what: 'changed' })
}

function breakAt(
  row: AuditRow,
  {
    expected,
    before,
    head,
  }: { readonly expected: number; readonly before: Uint8Array; readonly head: number },
): Break | null {
  if (row.seq > head)
    return expected > head ? { seq: row.seq, what: 'added' } : { seq: expected, what: 'missing' }
  if (row.seq !== expected) return { seq: expected, what: 'missing' }
  return isSame(hashOf(row, before), row.hash) ? null : { seq: row.seq, what: 'changed' }
}

const sliceOf = (last: number, broken: Break): AuditSlice => ({
  last,
  broken,
  isEnd: true,
  hash: new Uint8Array(0),
})

const hashOf = (row: AuditRow, before: Uint8Array): Uint8Array =>
  createHash('sha256')
    .update(before)
    .update(`${row.seq}\n${canonical(row)}`)
    .digest()

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
