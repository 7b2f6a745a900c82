/**
 * Attempts to sign in, by name. An attempt is counted before it is judged, so that many at once get no further than many one
 * after the other; it is taken back when it was no failure.
 */
import type { Instant } from '../core/units.ts'
import type { Database, Statement } from './database.ts'

export interface AttemptLimits {
  /** Failures that are free. */
  readonly free: number
  /** How long the next is refused; doubled by each further one, up to `mostMs`. */
  readonly firstMs: number
  readonly mostMs: number
  /** After so long without an attempt all is forgotten. */
  readonly forgottenMs: number
}

interface Ask extends AttemptLimits {
  readonly nameHash: Uint8Array
  /** Tells this attempt from all others. */
  readonly attempt: string
  readonly at: Instant
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Old rows that one attempt clears away. */
const forgottenAtOnce = 1_000

/** @returns null when it may be judged; else until when this name is refused */
export async function beginAttempt(database: Database, ask: Ask): Promise<Instant | null> {
  const failures = 'case when mine.at < $3::bigint - $7 then 1 else mine.failures + 1 end'
  const answers = await database.transact([
    {
      text: `
        delete from sign_in_attempt where name_hash in (
          select name_hash from sign_in_attempt where at < $1 limit $2 for update skip locked)`,
      values: [ask.at - ask.forgottenMs, forgottenAtOnce],
    },
    {
      text: `
        insert into sign_in_attempt as mine (name_hash, failures, last, at, blocked_until)
        values (decode($1, 'hex'), 1, $2, $3, 0)
        on conflict (name_hash) do update set
          failures = case when mine.blocked_until > $3 then mine.failures else ${failures} end,
          last = case when mine.blocked_until > $3 then mine.last else $2 end,
          at = case when mine.blocked_until > $3 then mine.at else $3 end,
          blocked_until = case
            when mine.blocked_until > $3 then mine.blocked_until
            when ${failures} < $4 then 0
            else $3 + least($6::bigint, $5::bigint * (1::bigint << least(30, ${failures} - $4))) end
        returning last, blocked_until as "blockedUntil"`,
      values: [hex(ask.nameHash), ask.attempt, ask.at, ask.free, ask.firstMs, ask.mostMs, ask.forgottenMs],
      rows: 1,
    },
  ])
  const { last, blockedUntil } = answers[1]![0] as { last: string; blockedUntil: number }
  return last === ask.attempt ? null : blockedUntil
}

/** It went well: all is forgotten. */
export const forgetAttempts = (nameHash: Uint8Array): Statement => ({
  text: `delete from sign_in_attempt where name_hash = decode($1, 'hex')`,
  values: [hex(nameHash)],
})

/** It was no failure, and no success yet. */
export const takeBackAttempt = (nameHash: Uint8Array): Statement => ({
  text: `
    update sign_in_attempt set failures = greatest(0, failures - 1), blocked_until = 0
    where name_hash = decode($1, 'hex')`,
  values: [hex(nameHash)],
})
