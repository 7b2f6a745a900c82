/**
 * A past for accounts that are there already, written by SQL: each has told us of its counter so many times in the last
 * weeks, each report led to a reminder, and each reminder to a message that came to its end, but for one in ten that was
 * withheld. Rows are as long as those of the demo's month.
 */
import type { Instant } from '../src/core/units.ts'
import { JournalDays } from '../src/engine/journal-days.ts'
import { textPlace } from '../src/engine/turn/load.ts'
import { shardOf } from '../src/core/account/shard.ts'
import { hexes, numbers, split, texts } from '../src/store/columns.ts'
import type { Database } from '../src/store/database.ts'
import { readKeys } from '../src/store/person.ts'
import type { Vault } from '../src/store/vault.ts'
import { accountOf } from './population.ts'

const dayMs = 86_400_000
/** Over so many days, and so the journal over as many partitions. */
export const pastDays = 40

export interface Past {
  readonly now: Instant
  /** Reminders of each account. */
  readonly each: number
}

/** Each shard in a transaction of its own: a report, a reminder and a message per account and number. */
export async function addPast(database: Database, { now, each }: Past): Promise<void> {
  const days = Array.from({ length: pastDays + 2 }, (_, n) => now - n * dayMs)
  await (await JournalDays.open(database)).make(days)
  for (let shard = 0; shard < 256; shard += 1) {
    await database.transact(
      [reports, reminders, messages].map(text => ({ text, values: [shard, now, each] })),
    )
  }
  for (const table of ['journal', 'reminder', 'attempt']) await database.exec(`vacuum (analyze) ${table}`)
  await database.exec('checkpoint')
}

/** Account by account and number by number, with the moment of each: no two accounts tell us at the same one. */
const moments = `
  from (
    select shard, account, 'L' || substr(account, 2) || '-1' as line, n,
      $2::bigint - (n * ${pastDays}::bigint * ${dayMs} / $3::integer) + abs(hashtext(account)) % ${dayMs / 2} as at
    from account_hot, generate_series(1, $3::integer) as n
    where shard = $1::smallint
  ) as told`

const counter = `'{"bucketId":"data","kind":"data","periodStart":"2026-11-01","periodEnd":"2026-11-30","usedBytes":'
  || 419430400 + n || ',"allowanceBytes":524288000}'`

const considered = `'[{"rule":"data-used-50","outcome":"when"},{"rule":"data-used-80","outcome":"planned"},{"rule":"data-used-100","outcome":"when"}]'`

const reports = `
  insert into journal (shard, account, time, source, id, origin, type, line, v, body, extensions, body_hash, turn,
    decided_at, considered)
  select shard, account, at, 'ocs', 'past-' || n, 'outside', 'usage.reported', line, 1, ${counter}, null, n, 0,
    at + 900, ${considered}
  ${moments}`

const steps = `'["once-per: not told in this period yet","frequency: 1 of 4 today","rest hours: none now","channel: sms, as the ladder says"]'`

/** What one in ten comes to, and what the others do. */
const either = (odd: string, others: string): string => `case n % 10 when 1 then ${odd} else ${others} end`

const trail = `'[' || at + 900 || ',"planned",null,"at once",' || at + 900 || '],[' || at + 4000 || ','
  || ${either(`'"withheld","moot"'`, `'"delivered",null'`)} || ',"by its receipt",' || at + 900 || ']'`

const reminders = `
  insert into reminder (shard, account, id, line, rule, touchpoint, template, version, lane, cause_source, cause_id,
    cause_time, facts, steps, planned_at, decision, group_id, place, province, city, state, reason, due, useful_until,
    channel, rung, concluded_at, trail)
  select shard, account, 'data-used-80/past-' || n, line, 'data-used-80', 'data-usage', 'data-used-80', 'bundled', 1,
    'ocs', 'past-' || n, at, ${counter}, ${steps}, at + 900, n, null, 0, 'zhejiang', 'taizhou',
    ${either(`'withheld'`, `'delivered'`)}, ${either(`'moot'`, 'null')},
    at + 900, at + 7200000, 'sms', 0, at + 4000, ${trail}
  ${moments}`

const messages = `
  insert into attempt (shard, account, id, reminder, line, channel, gateway, lane, language, text_enc, encoding, parts,
    decided_at, valid_until, number_hash, state, message_id, answered_at, concluded_at, outcome, code)
  select shard, account, 'data-used-80/past-' || n || '/1', 'data-used-80/past-' || n, line, 'sms', 'log-sms', 1,
    'zh-CN', decode(repeat(md5(account), 11), 'hex'), 'ucs2', 2, at + 950, at + 7200000, null, 'concluded',
    account || n, at + 1000, at + 4000, 'delivered', 'DELIVRD'
  ${moments} where n % 10 <> 1`

const said =
  '【10086】您本月套餐内数据流量已使用400MB，还剩100MB，有效期至11月30日。超出后按0.29元/MB收取，回复CXLL可随时查询。'

/** Gives the messages of these accounts a text that can be read. */
export async function sayTo(database: Database, vault: Vault, indexes: readonly number[]): Promise<void> {
  const accounts = indexes.map(index => ({ shard: shardOf(accountOf(index)), account: accountOf(index) }))
  const keys = await readKeys(database, accounts)
  const found = await database.read<{ readonly account: string; readonly id: string }>({
    text: `
      select attempt.account, attempt.id from attempt
      join unnest($1::smallint[], $2::text[]) as asked (shard, account) using (shard, account)`,
    values: [accounts.map(one => one.shard), accounts.map(one => one.account)],
  })
  const sealed = found.map(({ account, id }) => {
    const key = vault.unwrap(account, keys.find(one => one.account === account)!.keyEnc)
    return { account, id, text: vault.seal(key, said, textPlace(account, id)) }
  })
  await database.transact([
    {
      text: `
        update attempt set text_enc = decode(said.text, 'hex')
        from unnest($1::smallint[], ${split(2)}, ${split(3)}, ${split(4)}) as said (shard, account, id, text)
        where attempt.shard = said.shard and attempt.account = said.account and attempt.id = said.id`,
      values: [
        numbers(sealed, one => shardOf(one.account)),
        texts(sealed, one => one.account),
        texts(sealed, one => one.id),
        hexes(sealed, one => one.text),
      ],
      rows: sealed.length,
    },
  ])
}
