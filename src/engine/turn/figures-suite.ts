/** The figures by day are what the rows say, however a reminder's life went (NF-02), on any database. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { figureDifferences, figuresAsWritten } from '../../../test/figures.ts'
import { shardOf } from '../../core/account/shard.ts'
import type { AttemptOutcome } from '../../core/event/inner.ts'
import type { Instant } from '../../core/units.ts'
import type { Database } from '../../store/database.ts'
import { dueReminders } from '../../store/reminder.ts'
import { hour, item, minute, noon, opening, partsOn, usage } from '../small-world-suite.ts'
import type { DueItem, OutcomeItem } from './item.ts'
import type { TurnParts } from './parts.ts'
import { runTurn } from './turn.ts'

const evening = noon + 11 * hour + 50 * minute // ten to midnight in Beijing
const stops = { all: false, rules: [], versions: [], provinces: [], cities: [] }
const accounts = ['A1', 'A2', 'A3', 'A4', 'A5']
const migrations = join(import.meta.dirname, '../../store/migrations')

export function figuresSuite(name: string, fresh: () => Promise<Database>): void {
  describe(`figures on ${name}`, () => {
    let database: Database
    let parts: TurnParts

    beforeEach(async () => {
      database = await fresh()
      parts = await partsOn(database)
      await runTurn(
        parts,
        accounts.map(account => item(opening(account))),
      )
    })

    async function dues(now: Instant): Promise<readonly DueItem[]> {
      const due = await dueReminders(database, { channel: 'sms', now, rowsMax: 50, skip: 0, stops })
      return due.map(reminder => ({ kind: 'due', now, reminder, gateway: 'sms-1' }))
    }

    const word = (account: string, outcome: AttemptOutcome, now: Instant): OutcomeItem => ({
      kind: 'outcome',
      now,
      shard: shardOf(account),
      account,
      attempt: `u-${account}#1`,
      outcome,
      code: '',
      at: now,
      stray: null,
    })

    async function planned(): Promise<void> {
      const facts = accounts.map(account => item(usage(account, `u-${account}`), evening))
      await runTurn(parts, facts)
      await runTurn(parts, await dues(evening))
    }

    test('each count stands on the day of what it counts, and equals the rows', async () => {
      await planned()
      await runTurn(parts, [item(usage('A5', 'once', { data: once }), evening)])
      await runTurn(parts, [item(usage('A5', 'again', { data: once, time: noon + 1 }), evening)])
      const next = evening + 15 * minute
      await runTurn(parts, [
        word('A1', 'delivered', evening + 4_000),
        word('A2', 'delivered', next),
        word('A3', 'refused', next),
        word('A4', 'returned', next),
      ])
      await runTurn(parts, await dues(next + minute))
      await runTurn(parts, [{ ...word('A4', 'expired', next + hour), attempt: 'u-A4#2' }])
      expect(await figureDifferences(database)).toEqual([])
      const of = (day: number, of: string): string => `2026-11-${day} data-usage small-rule ${of}`
      expect(await figuresAsWritten(database)).toEqual([
        of(10, '* triggered 7'),
        of(10, 'sms attempts 5'),
        of(10, 'sms delivered/5000 1'),
        of(10, 'sms parts 5'),
        of(10, 'sms sent 5'),
        of(10, 'sms withheld/once-per 1'),
        of(11, 'sms attempts 1'),
        of(11, 'sms delivered/1200000 1'),
        of(11, 'sms expired 1'),
        of(11, 'sms failed 1'),
        of(11, 'sms parts 1'),
      ])
    })

    test('one that was unconfirmed and turns out delivered moves its count', async () => {
      await planned()
      await runTurn(parts, [word('A1', 'failed', evening)])
      await database.exec(`
        update attempt set outcome = 'unconfirmed' where outcome = 'failed';
        update reminder set state = 'unconfirmed' where state = 'failed';
        update figure set name = 'unconfirmed' where name = 'failed'`)
      expect(await figureDifferences(database)).toEqual([])
      await runTurn(parts, [word('A1', 'delivered', evening + hour)])
      expect(await figureDifferences(database)).toEqual([])
      const ends = (await figuresAsWritten(database)).filter(line => /delivered|unconfirmed/.test(line))
      expect(ends).toEqual(['2026-11-11 data-usage small-rule sms delivered/7200000 1'])
    })

    test('a turn that is given up leaves no figure behind, and one refused by the database counts once', async () => {
      await planned()
      await runTurn(parts, [
        item(usage('A1', 'more'), evening),
        item({ ...usage('A2', 'bad'), type: 'query.performed', data: { kind: 'id-number' } }, evening),
      ])
      expect(await figureDifferences(database)).toEqual([])
      expect(await figuresAsWritten(database)).toContain('2026-11-10 data-usage small-rule * triggered 6')
    })

    test('of a reminder planned before its first moment was kept, the trail tells it', async () => {
      await planned()
      await database.exec('update reminder set leaves_at = null')
      await runTurn(parts, [word('A1', 'delivered', evening + 4_000)])
      expect(await figureDifferences(database)).toEqual([])
      expect(await figuresAsWritten(database)).toContain(
        '2026-11-10 data-usage small-rule sms delivered/5000 1',
      )
    })

    test('the migration counts what was there before as the turns would have', async () => {
      await planned()
      await runTurn(parts, [word('A1', 'delivered', evening + 4_000), word('A2', 'refused', evening)])
      const before = await figuresAsWritten(database)
      const file = readdirSync(migrations).find(name => name.endsWith('-figures.sql'))!
      const sql = readFileSync(join(migrations, file), 'utf8')
      await database.exec(`delete from figure; ${sql.slice(sql.indexOf('insert into figure'))}`)
      expect(await figuresAsWritten(database)).toEqual(before)
    })
  })
}

const once = { bucketId: 'once', usedBytes: 80, allowanceBytes: 100 }
