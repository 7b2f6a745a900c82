/** What a run has left in the database. */
import type { Database, Row } from '../../store/database.ts'

/** The rows that say what was decided, in an order of their own. */
export async function footprint(database: Database): Promise<readonly Row[]> {
  const texts = [
    'select account, state from account_hot order by account',
    'select account, state from account_cold order by account',
    'select account, time, source, id, type, body, considered from journal order by account, time, source, id',
    'select account, id, due, type, body from agenda order by account, id',
    'select account, id, state, due, facts, decision, trail from reminder order by account, id',
    'select state, reason, source, id, time from set_aside order by source, id, time, state, reason',
    'select name, count from tally order by name',
    'select day, touchpoint, rule, channel, name, count from figure where count <> 0 order by 1, 2, 3, 4, 5',
  ]
  const rows: Row[] = []
  for (const text of texts) rows.push(...(await database.read<Row>({ text, values: [] })))
  return rows
}
