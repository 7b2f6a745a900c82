/** Who is signed in where: of a token only its hash is kept. */
import type { Instant } from '../core/units.ts'
import type { Database, Statement } from './database.ts'

export interface SessionRow {
  readonly id: string
  readonly staff: string
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string
  /** Of the token before it, good until `formerUntil`. */
  readonly formerHash: string | null
  readonly formerUntil: Instant
  readonly csrf: string
  readonly createdAt: Instant
  readonly rotatedAt: Instant
  readonly seenAt: Instant
}

/** A session and who it is of. */
export interface SessionHolder extends SessionRow {
  readonly displayName: string
  readonly roles: readonly string[]
  readonly territories: readonly string[]
  readonly locale: string
  readonly mustChange: boolean
}

type Stored = Omit<SessionHolder, 'roles' | 'territories'> & {
  readonly roles: string
  readonly territories: string
}

/** Sessions of one person at a time; the oldest make room. */
export const sessionsMax = 10

export const insertSession = (row: Omit<SessionRow, 'formerHash' | 'formerUntil'>): Statement => ({
  text: `
    insert into staff_session (id, staff, token_hash, csrf, created_at, rotated_at, seen_at)
    values ($1, $2, $3, $4, $5, $6, $7)`,
  values: [row.id, row.staff, row.tokenHash, row.csrf, row.createdAt, row.rotatedAt, row.seenAt],
  rows: 1,
})

/** Sessions that have ended by the clock, and those of this person beyond what is allowed. */
export const clearSessions = (
  staff: string,
  { seenBefore, createdBefore }: { readonly seenBefore: Instant; readonly createdBefore: Instant },
): Statement => ({
  text: `
    delete from staff_session where id in (
      select id from staff_session where seen_at < $2 or created_at < $3 for update skip locked
    ) or id in (select id from staff_session where staff = $1 order by created_at desc, id offset $4)`,
  values: [staff, seenBefore, createdBefore, sessionsMax - 1],
})

/** @param except the id of a session that stays; empty for none. */
export const endSessions = (staff: string, except: string): Statement => ({
  text: 'delete from staff_session where staff = $1 and id <> $2',
  values: [staff, except],
})

export const endSession = (id: string): Statement => ({
  text: 'delete from staff_session where id = $1',
  values: [id],
})

/** Affects no row when another request was faster. */
export const rotateSession = (
  { id, tokenHash }: Pick<SessionRow, 'id' | 'tokenHash'>,
  next: { readonly tokenHash: string; readonly at: Instant; readonly formerUntil: Instant },
): Statement => ({
  text: `
    update staff_session set token_hash = $3, former_hash = $2, former_until = $5, rotated_at = $4, seen_at = $4
    where id = $1 and token_hash = $2 returning id`,
  values: [id, tokenHash, next.tokenHash, next.at, next.formerUntil],
})

export const seeSession = (id: string, at: Instant): Statement => ({
  text: 'update staff_session set seen_at = $2 where id = $1 and seen_at < $2',
  values: [id, at],
})

const words = (text: string): readonly string[] => text.split(' ').filter(word => word !== '')

/** By its token or the one before; null when there is none, or whoever it is of was disabled. */
export async function findSession(database: Database, hash: string): Promise<SessionHolder | null> {
  const [row] = await database.read<Stored>({
    text: `
      select s.id, s.staff, s.token_hash as "tokenHash", s.former_hash as "formerHash",
        s.former_until as "formerUntil", s.csrf, s.created_at as "createdAt", s.rotated_at as "rotatedAt",
        s.seen_at as "seenAt", p.display_name as "displayName", p.roles, p.territories, p.locale,
        p.must_change as "mustChange"
      from staff_session s join staff p on p.name = s.staff
      where (s.token_hash = $1 or s.former_hash = $1) and p.disabled_at is null`,
    values: [hash],
  })
  return row === undefined ? null : { ...row, roles: words(row.roles), territories: words(row.territories) }
}

/** More would be 10 of each of the most staff. */
const hashesMax = 40_000

/** Of all tokens that may still be good. */
export async function sessionHashes(database: Database): Promise<readonly string[]> {
  const rows = await database.read<{ hash: string }>({
    text: `
      select token_hash as hash from staff_session
      union all select former_hash from staff_session where former_hash is not null limit $1`,
    values: [hashesMax],
  })
  return rows.map(({ hash }) => hash)
}
