/**
 * Erasing a person (BC-01): the customer's key, name and numbers go, the numbers of its contacts with them, and the texts
 * under that key; what is left is noise. The journal and the reminders hold nothing personal and stay, so the books still balance. What was done
 * is kept for good: who, when, why, and how much.
 */
import type { Instant } from '../core/units.ts'
import type { AccountKey } from './account.ts'
import type { Database, Statement } from './database.ts'

export interface ErasureOrder extends AccountKey {
  readonly at: Instant
  /** The name of who does it. */
  readonly by: string
  readonly reason: string
  /** Open reminders that this withholds. */
  readonly withheld: number
}

/** Without any row the number would again mean whoever held it before. */
const hadHolderBefore = `exists (
        select from line_directory former where former.number_hash = mine.number_hash and former.since < mine.since
          and (former.shard, former.account) <> ($1, $2))`

/**
 * The account's timers go too, for they carry facts of its life; only what waits for word of a message under way stays.
 * Set-aside events of this account, or of a number while this account held it, lose their content and are discarded.
 * Stray receipts of its numbers go: they are kept under the number's hash. Those of a contact's number go unless it is
 * another customer's too.
 */
export const erase = ({ shard, account, at, by, reason, withheld }: ErasureOrder): Statement => ({
  text: `
    with held as materialized (
      select number_hash, since from line_directory where shard = $1 and account = $2
    ), numbers as (
      delete from line_directory mine where shard = $1 and account = $2 and not ${hadHolderBefore}
    ), vacated as (
      update line_directory mine set shard = 0, account = '', line = '', number_enc = ''
      where shard = $1 and account = $2 and ${hadHolderBefore}
    ), contacts as (
      delete from contact_person where shard = $1 and account = $2 returning number_hash
    ), texts as (
      select count(*) as count from attempt where shard = $1 and account = $2 and text_enc is not null
    ), blanked as (
      update attempt set text_enc = null, number_hash = null where shard = $1 and account = $2
    ), replies as (
      update reply set text_enc = null where shard = $1 and account = $2
    ), strays as (
      delete from stray_receipt where number_hash in (select number_hash from held)
        or number_hash in (select number_hash from contacts) and not exists (
          select from line_directory own
          where own.number_hash = stray_receipt.number_hash and (own.shard, own.account) <> ($1, $2))
    ), events as (
      update set_aside set raw = null, state = 'discarded', note = 'the person was erased', changed_at = $3
      where state in ('waiting', 'set-aside') and ((shard = $1 and account = $2) or exists (
        select from held
        where held.number_hash = set_aside.number_hash and held.since <= set_aside.time and not exists (
          select from line_directory later
          where later.number_hash = held.number_hash and later.since > held.since and later.since <= set_aside.time
            and (later.shard, later.account) <> ($1, $2))))
      returning 1
    ), entries as (
      delete from agenda where shard = $1 and account = $2 and id not like 'silent/%'
    ), person as (
      delete from person where shard = $1 and account = $2
    )
    insert into erasure (shard, account, at, by, reason, withheld, numbers, texts, events)
    select $1, $2, $3::bigint, $4::text, $5::text, $6::integer,
      (select count(*) from held) + (select count(*) from contacts),
      (select count from texts), (select count(*) from events)`,
  values: [shard, account, at, by, reason, withheld],
  rows: 1,
})

export interface ErasureView {
  readonly seq: number
  readonly account: string
  readonly at: Instant
  readonly by: string
  readonly reason: string
  /** How many went: numbers, texts of messages, events that had been set aside; and reminders not sent for it. */
  readonly numbers: number
  readonly texts: number
  readonly events: number
  readonly withheld: number
}

const columns = 'seq, account, at, by, reason, numbers, texts, events, withheld'

/** Newest first; `before` is the last `seq` of the page before. */
export function listErasures(
  database: Database,
  page: { readonly before: number; readonly rowsMax: number },
): Promise<readonly ErasureView[]> {
  return database.read<ErasureView>({
    text: `select ${columns} from erasure where seq < $1 order by seq desc limit $2`,
    values: [page.before, page.rowsMax],
  })
}

/** The last time that a person behind this account was erased; null when nobody was. */
export async function lastErasure(database: Database, key: AccountKey): Promise<ErasureView | null> {
  const [row] = await database.read<ErasureView>({
    text: `select ${columns} from erasure where shard = $1 and account = $2 order by seq desc limit 1`,
    values: [key.shard, key.account],
  })
  return row ?? null
}
