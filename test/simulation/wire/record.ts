/** What a life over the wire has left: the database's rows, and what was seen at the far side. */
import { figureDifferences } from '../../figures.ts'
import { reconcile } from '../../../src/store/reconcile.ts'
import type { Database } from '../../../src/store/database.ts'
import { replyPlace } from '../../../src/store/reply.ts'
import type { Vault } from '../../../src/store/vault.ts'
import { unsealed } from '../real/texts.ts'
import type { WireLog } from './log.ts'
import type { WirePlot } from './plot.ts'
import { nameIn } from './words.ts'

export interface ReminderLeft {
  readonly id: string
  readonly account: string
  readonly rule: string
  readonly causeId: string
  readonly state: string
  readonly reason: string | null
  readonly plannedAt: number
  readonly concludedAt: number | null
}

export interface AttemptLeft {
  readonly id: string
  readonly reminder: string
  readonly account: string
  readonly outcome: string | null
  readonly messageId: string | null
  readonly parts: number
  readonly decidedAt: number
  /** As its text has it. */
  readonly name: string
}

export interface WireChronicle {
  readonly plot: WirePlot
  readonly log: WireLog
  readonly reminders: readonly ReminderLeft[]
  readonly attempts: readonly AttemptLeft[]
  /** Words of outcomes that were decided. */
  readonly concluded: readonly {
    readonly account: string
    readonly attempt: string
    readonly outcome: string
  }[]
  readonly replies: readonly { readonly account: string; readonly text: string; readonly at: number }[]
  readonly books: {
    readonly accepted: number
    readonly setAside: number
    readonly differences: readonly string[]
  }
}

interface Left {
  readonly plot: WirePlot
  readonly log: WireLog
  readonly database: Database
  readonly vault: Vault
}

export async function recordOf(left: Left): Promise<WireChronicle> {
  const { plot, log, database } = left
  const books = await reconcile(database)
  const differences = [...books.differences, ...(await figureDifferences(database))]
  return {
    plot,
    log,
    reminders: await all<ReminderLeft>(
      database,
      `select id, account, rule, cause_id as "causeId", state, reason, planned_at as "plannedAt",
         concluded_at as "concludedAt" from reminder order by account, decision, id`,
    ),
    attempts: await attemptsOf(left),
    concluded: await concludedOf(database),
    replies: await repliesOf(left),
    books: { accepted: books.events.accepted, setAside: books.events.setAside, differences },
  }
}

const all = <T>(database: Database, text: string): Promise<T[]> => database.read<T>({ text, values: [] })

type AttemptRow = Omit<AttemptLeft, 'name'> & { readonly textEnc: Uint8Array | null }

async function attemptsOf(left: Left): Promise<AttemptLeft[]> {
  const rows = await all<AttemptRow>(
    left.database,
    `select id, reminder, account, outcome, message_id as "messageId", parts, decided_at as "decidedAt",
       text_enc as "textEnc" from attempt order by account, decided_at, id`,
  )
  const texts = await unsealed(left, rows)
  return rows.map(({ textEnc: _sealed, ...row }, n) => ({ ...row, name: nameIn(texts[n]!) ?? '' }))
}

async function concludedOf(database: Database): Promise<WireChronicle['concluded']> {
  const rows = await all<{ account: string; body: string }>(
    database,
    `select account, body from journal where type = 'attempt.concluded'`,
  )
  return rows.map(({ account, body }) => {
    const { attempt, outcome } = JSON.parse(body) as { attempt: string; outcome: string }
    return { account, attempt, outcome }
  })
}

/** As many as there are events; their words are kept beside them. */
async function repliesOf({ database, vault }: Left): Promise<WireChronicle['replies']> {
  const keys = await all<{ account: string; keyEnc: Uint8Array }>(
    database,
    'select account, key_enc as "keyEnc" from person',
  )
  const keyOf = new Map(keys.map(({ account, keyEnc }) => [account, vault.key(account, keyEnc)]))
  const rows = await all<{
    account: string
    source: string
    id: string
    at: number
    textEnc: Uint8Array | null
  }>(
    database,
    `select account, source, id, time as at, text_enc as "textEnc" from journal left join reply using (shard, account, time, source, id)
     where type = 'reply.received'`,
  )
  return rows.map(({ account, source, id, at, textEnc }) => ({
    account,
    at,
    text: textEnc === null ? '' : vault.unseal(keyOf.get(account)!, textEnc, replyPlace(account, source, id)),
  }))
}
