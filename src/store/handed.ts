/** Which attempt a gateway's message id stands for. */
import type { Instant } from '../core/units.ts'
import type { AttemptKey } from './attempt.ts'
import { split, texts } from './columns.ts'
import type { Database, Statement } from './database.ts'

export interface MessageKey {
  readonly gateway: string
  readonly messageId: string
}

export interface HandedRow extends MessageKey, AttemptKey {}

export function findHanded(database: Database, keys: readonly MessageKey[]): Promise<readonly HandedRow[]> {
  return database.read<HandedRow>({
    text: `
      select wanted.gateway, wanted.message_id as "messageId", found.shard, found.account, found.attempt
      from unnest(${split(1)}, ${split(2)}) as wanted (gateway, message_id)
      cross join lateral (
        select shard, account, attempt from handed h
        where h.gateway = wanted.gateway and h.message_id = wanted.message_id limit 1
      ) as found`,
    values: [texts(keys, k => k.gateway), texts(keys, k => k.messageId)],
  })
}

/** Deletes up to `rowsMax` ids from before `before`, oldest first. Answers with one row, the number that went. */
export const dropHanded = (ask: { readonly before: Instant; readonly rowsMax: number }): Statement => ({
  text: `
    with gone as (
      delete from handed where (gateway, message_id) in (
        select gateway, message_id from handed where at < $1 order by at limit $2)
      returning 1
    )
    select count(*)::integer as dropped from gone`,
  values: [ask.before, ask.rowsMax],
})
