/** Long lists come page by page: nothing twice, nothing left out, whatever stands at the same moment. */
import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../api/refusal.ts'
import { shardOf } from '../../core/account/shard.ts'
import { serverDatabase, type TestDatabase } from '../../engine/databases-suite.ts'
import type { Database } from '../../store/database.ts'
import { insertJournal, makeDay, dayOf } from '../../store/journal.ts'
import { insertLines } from '../../store/line-directory.ts'
import { Vault } from '../../store/vault.ts'
import type { DeskParts } from './parts.ts'
import { explanationDesk } from './explanation.ts'
import { remindersDesk } from './reminders.ts'
import { timelineDesk } from './timeline.ts'

const account = 'A1'
const number = '+8613800138000'
const key = { shard: shardOf(account), account }
const noon = Date.parse('2026-11-05T04:00:00Z')
/** Few moments, many entries at each. */
const moments = [noon, noon + 1, noon + 60_000]

let prepared: TestDatabase
let database: Database
const vault = new Vault(randomBytes(32))
const actor = { kind: 'key', id: 'test', name: 'test', scopes: [], territories: [] } as const

beforeAll(async () => {
  prepared = await serverDatabase()
  database = await prepared.fresh()
  await database.transact(makeDay(dayOf(noon)))
  await database.transact([insertJournal(moments.flatMap(time => [1, 2, 3, 4, 5].map(n => event(time, n))))])
  for (const time of moments) for (const n of [1, 2, 3]) await writeReminder(time, n)
  const held = {
    ...key,
    line: 'L1',
    since: 0,
    hash: vault.numberHash(number),
    numberEnc: new Uint8Array([1]),
  }
  await database.transact([insertLines([held])])
})
afterAll(() => prepared.close())

const event = (time: number, n: number) => ({
  ...key,
  time,
  source: n % 2 === 0 ? 'boss' : 'crm',
  id: `${time}-${n}`,
  origin: 'outside' as const,
  type: 'query.performed',
  line: n === 5 ? 'L2' : 'L1',
  body: '{"kind":"location"}',
  extensions: null,
  bodyHash: 1,
  turn: 1,
  decidedAt: time,
  considered: null,
})

/** One withheld, one planned, one sent and concluded at the same moment as it was planned. */
async function writeReminder(time: number, n: number): Promise<void> {
  const id = `rule-${n}/${time}`
  const state = ['withheld', 'planned', 'delivered'][n - 1]!
  const ended = n === 2 ? 'null' : time
  await database.exec(`
    insert into reminder values (${key.shard}, '${account}', '${id}', 'L1', 'rule-${n}', 'roaming', 't', 'v', 1, 'crm', '${time}-1',
      ${time}, '{}', '[]', ${time}, ${n}, null, 0, null, null, '${state}', ${n === 1 ? "'moot'" : 'null'}, ${time}, ${time}, 'sms', 0, ${ended},
      '[${time},"${state}",null,"why",${time}]');
    insert into attempt select ${key.shard}, '${account}', '${id}#1', '${id}', 'L1', 'sms', 'log-sms', 1, 'en', null, 'gsm7', 1,
      ${time}, ${time}, null, 'concluded', null, null, ${time}, 'delivered', 'OK' where ${n} = 3;`)
}

async function walked<T>(
  page: (after: string | undefined) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const all: T[] = []
  let after: string | undefined
  for (let pages = 0; pages < 100; pages += 1) {
    const { items, next } = await page(after)
    all.push(...items)
    if (next === null) return all
    expect(items.length).toBeGreaterThan(0)
    after = next
  }
  throw new Error('the pages do not end')
}

const found = <T>(answer: T | Refusal): T => {
  if (typeof answer === 'object' && answer !== null && 'refusal' in answer) throw new Error(answer.detail)
  return answer
}

/** Of the desk, only what these need. */
const parts = (): DeskParts =>
  ({
    database,
    vault,
    clock: { now: () => noon + 3_600_000 },
    log: pino({ enabled: false }),
  }) as unknown as DeskParts

describe.each([1, 2, 4, 7, 200])('pages of %i', limit => {
  it('an account’s decisions, newest first', async () => {
    const desk = explanationDesk(parts())
    const all = await walked(async after =>
      found(await desk.explainAccount({ account, limit, ...(after === undefined ? {} : { after }) }, actor)),
    )
    const ids = all.map(({ source, id }) => `${source}/${id}`)
    expect(ids).toHaveLength(15)
    expect(new Set(ids).size).toBe(15)
    expect(all.map(({ time }) => time)).toEqual(all.map(({ time }) => time).toSorted((a, b) => b - a))
  })

  it('a line’s conversation: outcomes above what was sent, that above what was not, and that above its cause', async () => {
    const desk = timelineDesk(parts())
    const all = await walked(async after =>
      found(await desk.timeline({ number, limit, ...(after === undefined ? {} : { after }) }, actor)),
    )
    // Per moment: four events of this line, a withheld and a planned reminder, one sent, one outcome.
    expect(all).toHaveLength(3 * 8)
    const names = all.map(entry => `${entry.at} ${entry.kind} ${entry.eventId ?? entry.reminder}`)
    expect(new Set(names).size).toBe(names.length)
    expect(all.slice(0, 8).map(({ kind }) => kind)).toEqual([
      'outcome',
      'sent',
      'planned',
      'withheld',
      'event',
      'event',
      'event',
      'event',
    ])
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted((a, b) => b - a))
  })

  it('an account’s reminders', async () => {
    const desk = remindersDesk(parts())
    const all = await walked(async after =>
      found(await desk.listReminders({ account, limit, ...(after === undefined ? {} : { after }) }, actor)),
    )
    expect(new Set(all.map(({ id }) => id)).size).toBe(9)
    expect(all).toHaveLength(9)
  })
})

it.each(['', 'x', 'W10', Buffer.from('["a","b","c"]').toString('base64url')])(
  'the cursor %j is not one of ours',
  async after => {
    const answer = await explanationDesk(parts()).explainAccount({ account, limit: 5, after }, actor)
    expect(answer).toMatchObject({ refusal: 'invalid-input', field: 'after' })
  },
)
