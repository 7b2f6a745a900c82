/**
 * Receipts whose id nobody knows, and the attempt in doubt that each may be about (G4): of the same gateway, number and
 * minute, and only where nothing else can be meant.
 *
 * Something else can be meant when another message to that number, from the same minute or the one before (the gateway
 * may have taken it just after), has an id that is not known: it is in doubt too, or waits for its answer, or ended
 * without one. So can one whose id is made of several, as those of long messages over SMPP: its receipts name a part, and the
 * driver may have forgotten which belong together. What was turned down whole has no receipts.
 *
 * Once joined, the id is known as any other (`handed`): what comes again under it is not about anything else.
 */
import type { Instant } from '../core/units.ts'
import { type AttemptKey, openColumns, type OpenRow } from './attempt.ts'
import { numbers, split, texts } from './columns.ts'
import type { Database, Statement } from './database.ts'
import type { HandedRow, MessageKey } from './handed.ts'

const minuteMs = 60_000

/** What was turned down whole has no receipts; of a refused one in several parts a fragment may be there. */
const mayBeReported = (attempt: string): string =>
  `(${attempt}.outcome is null or ${attempt}.outcome not in ('returned', 'refused')
    or ${attempt}.outcome = 'refused' and ${attempt}.parts > 1)`

/** Of the same account: those of others have to be open to count. */
const hasRival = `
  exists (
    select from attempt other
    where other.shard = attempt.shard and other.account = attempt.account and other.id <> attempt.id
      and other.gateway = attempt.gateway and other.number_hash = attempt.number_hash
      and attempt.decided_at / ${minuteMs} - other.decided_at / ${minuteMs} in (0, 1)
      and (other.message_id is null or other.message_id like '% %')
      and ${mayBeReported('other')})`

/** How long after a message another may still be taken for it: the minutes of G4, and the time its parts take. */
const closeMs = 3 * minuteMs

/**
 * Attempts of a gateway that have an outcome, and were decided close to one in doubt of the same number: what comes
 * again of them must not be taken for that one's.
 */
export const endedBeside = (
  database: Database,
  ask: { readonly gateway: string; readonly rowsMax: number },
): Promise<readonly OpenRow[]> =>
  database.read<OpenRow>({
    text: `
      select ${openColumns} from attempt
      where state = 'concluded' and gateway = $1 and ${mayBeReported('attempt')} and (shard, account, id) in (
        select ended.shard, ended.account, ended.id from attempt doubt
        join attempt ended on ended.shard = doubt.shard and ended.account = doubt.account
          and ended.number_hash = doubt.number_hash and ended.decided_at between doubt.decided_at - $2 and doubt.decided_at + $2
        where doubt.gateway = $1 and doubt.state = 'in-doubt')
      order by decided_at desc limit $3`,
    values: [ask.gateway, closeMs, ask.rowsMax],
  })

export interface Unknown extends MessageKey {
  readonly numberHash: Uint8Array
  readonly submittedAt: Instant
}

/** The attempt that it must be about; null when there is none, or a rival. */
export async function attemptMeant(database: Database, receipt: Unknown): Promise<AttemptKey | null> {
  const rows = await database.read<AttemptKey & { readonly isMeant: boolean }>({
    text: `
      select shard, account, id as attempt,
        state = 'in-doubt' and decided_at / ${minuteMs} = $3 and not ${hasRival} as "isMeant"
      from attempt
      where state in ('in-doubt', 'decided') and gateway = $1 and number_hash = decode($2, 'hex')
        and decided_at / ${minuteMs} in ($3, $3 - 1) limit 2`,
    values: [
      receipt.gateway,
      Buffer.from(receipt.numberHash).toString('hex'),
      Math.floor(receipt.submittedAt / minuteMs),
    ],
  })
  const [only] = rows
  return rows.length === 1 && only!.isMeant ? only! : null
}

/** Strays that came before their attempt was in doubt, or while another might have been meant. */
export function straysMeant(database: Database, rowsMax: number): Promise<readonly HandedRow[]> {
  return database.read<HandedRow>({
    text: `
      select shard, account, attempt, gateway, "messageId" from (
        select stray.gateway, stray.message_id as "messageId", stray.at,
          attempt.shard, attempt.account, attempt.id as attempt,
          attempt.state = 'in-doubt' and attempt.decided_at / ${minuteMs} = stray.submitted_at / ${minuteMs}
            and not ${hasRival} as meant,
          count(*) over (partition by stray.gateway, stray.message_id) as attempts,
          count(*) over (partition by attempt.shard, attempt.account, attempt.id) as strays
        from stray_receipt stray
        join attempt on attempt.gateway = stray.gateway and attempt.number_hash = stray.number_hash
          and attempt.state in ('in-doubt', 'decided')
          and stray.submitted_at / ${minuteMs} - attempt.decided_at / ${minuteMs} in (0, 1)
        where not exists (
          select from handed where handed.gateway = stray.gateway and handed.message_id = stray.message_id)
      ) as pairs
      where attempts = 1 and strays = 1 and meant
      order by at, gateway, "messageId" limit $1`,
    values: [rowsMax],
  })
}

/**
 * The gateway has these attempts, and calls them so. Of one in several parts the id is that of a part: it is none by
 * which the whole could be taken up again.
 */
export function adoptIds(rows: readonly HandedRow[], at: Instant): readonly Statement[] {
  const columns = [
    numbers(rows, r => r.shard),
    texts(rows, r => r.account),
    texts(rows, r => r.attempt),
    texts(rows, r => r.gateway),
    texts(rows, r => r.messageId),
  ]
  const adopted = `unnest($1::smallint[], ${split(2)}, ${split(3)}, ${split(4)}, ${split(5)})
    as new (shard, account, id, gateway, message_id)`
  return [
    {
      text: `
        update attempt set state = 'accepted', message_id = case when parts = 1 then new.message_id end
        from ${adopted}
        where attempt.shard = new.shard and attempt.account = new.account and attempt.id = new.id
          and attempt.state = 'in-doubt'`,
      values: columns,
    },
    {
      text: `
        insert into handed (gateway, message_id, shard, account, attempt, at)
        select gateway, message_id, shard, account, id, $6::bigint from ${adopted}
        on conflict do nothing`,
      values: [...columns, at],
    },
  ]
}
