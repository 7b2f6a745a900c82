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
      select handed.gateway, handed.message_id as "messageId", handed.shard, handed.account, handed.attempt
      from unnest(${split(1)}, ${split(2)}) as wanted (gateway, message_id)
      join handed on handed.gateway = wanted.gateway and handed.message_id = wanted.message_id`,
    values: [texts(keys, k => k.gateway), texts(keys, k => k.messageId)],
  })
}

/** Ids of messages long concluded. */
export const pruneHanded = (before: Instant): Statement => ({
  text: 'delete from handed where at < $1',
  values: [before],
})
