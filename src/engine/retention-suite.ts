/** What is old goes and the books still balance; what is there must go together (design §5), on any database. */
import { beforeEach, describe, expect, test } from 'vitest'
import { listAlarms } from '../store/alarm.ts'
import type { Database, Row } from '../store/database.ts'
import { dayMs, dayOf, dropDay } from '../store/journal.ts'
import { reconcile } from '../store/reconcile.ts'
import { journalKeptDays } from './journal-days.ts'
import { checkRetention, dropOldIds, dropOldReminders, idsKeptDays, remindersKeptDays } from './retention.ts'
import { tidyOften } from './maintenance.ts'
import { item, noon, opening, partsOn, usage } from './small-world-suite.ts'
import type { OutcomeItem } from './turn/item.ts'
import type { TurnParts } from './turn/parts.ts'
import { runTurn } from './turn/turn.ts'
import { dueReminders } from '../store/reminder.ts'
import { shardOf } from '../core/account/shard.ts'

const gone = noon + remindersKeptDays * dayMs + dayMs

export function retentionSuite(name: string, fresh: () => Promise<Database>): void {
  describe(`retention on ${name}`, () => {
    let database: Database
    let parts: TurnParts

    beforeEach(async () => {
      database = await fresh()
      parts = await partsOn(database)
      await runTurn(
        parts,
        ['A1', 'A2'].map(account => item(opening(account))),
      )
    })

    const rows = (text: string): Promise<readonly Row[]> => database.read<Row>({ text, values: [] })

    /** Planned, sent and delivered, all at noon. */
    async function deliver(account: string, id: string): Promise<void> {
      await runTurn(parts, [item(usage(account, id))])
      const stops = { all: false, rules: [], versions: [], provinces: [], cities: [] }
      const due = await dueReminders(database, { channel: 'sms', now: noon, rowsMax: 50, skip: 0, stops })
      const reminder = due.find(one => one.account === account && one.id === id)!
      await runTurn(parts, [{ kind: 'due', now: noon, reminder, gateway: 'sms-1' }])
      const outcome: OutcomeItem = {
        kind: 'outcome',
        now: noon,
        shard: shardOf(account),
        account,
        attempt: `${id}#1`,
        outcome: 'delivered',
        code: '',
        at: noon,
        stray: null,
      }
      await runTurn(parts, [outcome])
    }

    test('thirteen months after its end a reminder goes with its attempts; an open one never; the books balance', async () => {
      await deliver('A1', 'u1')
      await deliver('A2', 'u2')
      await runTurn(parts, [item(usage('A1', 'open'))])
      const books = await reconcile(database)
      expect(books).toMatchObject({ holds: true, reminders: { planned: 3, delivered: 2, inFlight: 1 } })
      expect(await dropOldReminders(parts, noon + remindersKeptDays * dayMs)).toBe(0)
      expect(await rows('select id from attempt')).toHaveLength(2)
      expect(await dropOldReminders(parts, gone)).toBe(2)
      expect(await rows('select id from reminder')).toEqual([{ id: 'open' }])
      expect(await rows('select id from attempt')).toEqual([])
      expect(await reconcile(database)).toEqual(books)
      expect(await dropOldReminders(parts, gone)).toBe(0)
    })

    test('a reason for silence is counted on when its reminder has gone', async () => {
      await runTurn(parts, [item(usage('A1', 'u1'))])
      await database.exec(
        `update reminder set state = 'withheld', reason = 'moot', concluded_at = ${noon} where id = 'u1'`,
      )
      const books = await reconcile(database)
      expect(books.withheld).toEqual([{ touchpoint: 'data-usage', reason: 'moot', count: 1 }])
      await tidyOften(parts, gone)
      expect(await rows('select id from reminder')).toEqual([])
      expect(await reconcile(database)).toEqual(books)
    })

    test('many go in slices, and no more at once than the turns can wait for', async () => {
      await deliver('A1', 'u1')
      await database.exec(`
        insert into reminder select shard, account, id || '-' || n, line, rule, touchpoint, template, version, lane,
          cause_source, cause_id, cause_time, facts, steps, planned_at, decision, group_id, place, province, city, state, reason,
          due, useful_until, channel, rung, concluded_at, trail
        from reminder cross join generate_series(1, 10200) as n where id = 'u1';
        insert into tally (name, day, count) values ('planned/data-usage', 0, 10200)`)
      expect(await dropOldReminders(parts, gone)).toBe(10_000)
      expect(await reconcile(database)).toMatchObject({ holds: true, reminders: { delivered: 10_201 } })
      expect(await dropOldReminders(parts, gone)).toBe(201)
    })

    test('ids of a week ago go in slices too, the oldest first, and no more at once', async () => {
      await database.exec(`
        insert into handed (gateway, message_id, shard, account, attempt, at)
        select 'sms-1', 'm-' || n, 0, 'A1', 'u1#1', ${noon} + n from generate_series(1, 10201) as n`)
      const left = async (): Promise<Row> =>
        (await rows('select min(at) as first, count(*) as n from handed'))[0]!
      const later = noon + 10_201 + idsKeptDays * dayMs
      expect(await dropOldIds(parts, later)).toBe(10_000)
      expect(await left()).toEqual({ first: noon + 10_001, n: 201 })
      await tidyOften(parts, later)
      expect(await left()).toEqual({ first: noon + 10_201, n: 1 })
    })

    test('reminders outlive the journal, so that a reminder may miss its cause, but no event its reminder', () => {
      expect(remindersKeptDays).toBeGreaterThan(journalKeptDays + 1)
    })

    const open = async (): Promise<readonly string[]> =>
      (await listAlarms(database, { open: true, before: Number.MAX_SAFE_INTEGER, rowsMax: 10 })).map(
        alarm => `${alarm.kind}/${alarm.key}`,
      )

    test('at start a sound place raises nothing, also when the journal has forgotten a cause', async () => {
      await deliver('A1', 'u1')
      expect(await checkRetention(parts, noon)).toEqual([])
      const later = noon + (journalKeptDays + 1) * dayMs
      expect(await parts.days.dropOld(later)).toBe(1)
      expect(await checkRetention(parts, later)).toEqual([])
      expect(await open()).toEqual([])
    })

    test('a cause that should be in the journal and is not is an alarm, until a start finds it again', async () => {
      await deliver('A1', 'u1')
      await database.exec(`create table kept as select * from journal; delete from journal where id = 'u1'`)
      expect(await checkRetention(parts, noon)).toMatchObject([
        { kind: 'journal-gap', note: expect.stringContaining('A1/u1 by /boss u1') as string },
      ])
      await checkRetention(parts, noon + dayMs)
      expect(await open()).toEqual(['journal-gap/causes'])
      await database.exec(`insert into journal select * from kept where id = 'u1'; drop table kept`)
      expect(await checkRetention(parts, noon + dayMs)).toEqual([])
      expect(await open()).toEqual([])
    })

    test('a journal that reaches back less than a hundred days is an alarm', async () => {
      await database.transact(dropDay(dayOf(noon)))
      const again = await partsOn(database)
      expect(await checkRetention(again, noon + dayMs)).toMatchObject([
        { kind: 'journal-gap', note: expect.stringContaining('2026-11-11') as string },
      ])
      expect(await open()).toEqual(['journal-gap/reach'])
      expect(await checkRetention(again, noon + (journalKeptDays + 1) * dayMs)).toEqual([])
      expect(await open()).toEqual([])
    })
  })
}
