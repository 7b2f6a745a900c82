/** What a turn must keep, on any database. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Arrival } from '../../core/event/arrival.ts'
import { dueAgenda } from '../../store/agenda.ts'
import type { Database, Row, Statement } from '../../store/database.ts'
import { DatabaseError } from '../../store/database.ts'
import { reconcile } from '../../store/reconcile.ts'
import { dueReminders } from '../../store/reminder.ts'
import { FencedOff } from '../fences.ts'
import { arrival, hour, item, noon, opening, partsOn, usage } from '../small-world-suite.ts'
import { footprint } from './footprint-suite.ts'
import { released } from '../waiting.ts'
import type { Item } from './item.ts'
import type { TurnParts } from './parts.ts'
import { runTurn, type TurnResult } from './turn.ts'

const noStops = { all: false, rules: [], versions: [], provinces: [], cities: [] }
const claim = { channel: 'sms', now: noon, rowsMax: 5, skip: 0, stops: noStops } as const

export const states = (result: TurnResult): readonly string[] =>
  [...result.verdicts.values()].map(verdict =>
    verdict.state === 'set-aside' ? verdict.reason : verdict.state,
  )

/** @param fresh a migrated database with nothing in it. */
export function turnSuite(name: string, fresh: () => Promise<Database>): void {
  describe(`a turn on ${name}`, () => {
    let database: Database
    let parts: TurnParts

    beforeEach(async () => {
      database = await fresh()
      parts = await partsOn(database)
    })

    const run = (...facts: readonly Arrival[]): Promise<TurnResult> =>
      runTurn(
        parts,
        facts.map(fact => item(fact)),
      )
    const count = async (table: string): Promise<number> => {
      const text = `select count(*) as n from ${table}`
      return (await database.read<{ n: number }>({ text, values: [] }))[0]!.n
    }

    test('an opening and what follows in the same batch are decided together', async () => {
      const result = await run(opening('A1'), usage('A1', 'u1'), usage('A1', 'u2', { time: noon + 1 }))
      expect(states(result)).toEqual(['decided', 'decided', 'decided'])
      expect(result.opened).toBe(true)
      expect(await count('reminder')).toBe(2)
      expect(await count('journal')).toBe(3)
      expect((await reconcile(database)).differences).toEqual([])
    })

    test('BC-01 FP-11: nothing personal is journalled', async () => {
      await run(opening('A1'))
      const [row] = await database.read<{ body: string }>({ text: 'select body from journal', values: [] })
      expect(row!.body).not.toMatch(/138|王小明|number|name/)
    })

    test('the same event twice, in one batch or later, is a duplicate', async () => {
      const first = await run(opening('A1'), usage('A1', 'u1'), usage('A1', 'u1'))
      expect(states(first)).toEqual(['decided', 'decided', 'duplicate'])
      expect(states(await run(usage('A1', 'u1'), opening('A1')))).toEqual(['duplicate', 'duplicate'])
      expect(await count('reminder')).toBe(1)
      expect((await reconcile(database)).events).toMatchObject({
        accepted: 5,
        decided: 2,
        duplicate: 3,
        setAside: 0,
      })
    })

    test('a known id with another body or time is a conflict, in one batch or later', async () => {
      const other = { data: { bucketId: 'data', usedBytes: 81, allowanceBytes: 100 } }
      await run(opening('A1'), usage('A1', 'u1'))
      expect(states(await run(usage('A1', 'u1', other)))).toEqual(['conflict'])
      expect(states(await run(usage('A1', 'u1', { time: noon + 5 })))).toEqual(['conflict'])
      expect(
        states(
          await run(usage('A1', 'u9', { time: noon + 9 }), usage('A1', 'u9', { ...other, time: noon + 9 })),
        ),
      ).toEqual(['decided', 'conflict'])
    })

    test('an old event that left the ring long ago is still known to the journal', async () => {
      await run(
        opening('A1'),
        ...Array.from({ length: 12 }, (_, i) => usage('A1', `u${i}`, { time: noon + i })),
      )
      expect(states(await run(usage('A1', 'u0', { time: noon })))).toEqual(['duplicate'])
      expect(states(await run(usage('A1', 'late', { time: noon })))).toEqual(['decided'])
      expect(states(await run(usage('A1', 'u1', { time: noon + 2 })))).toEqual(['conflict'])
    })

    test('an event from the future is set aside', async () => {
      await run(opening('A1'))
      const ahead = usage('A1', 'u1', { time: noon + 11 * 60_000 })
      expect(states(await runTurn(parts, [item(ahead, noon)]))).toEqual(['from-the-future'])
    })

    test('an event for a line nobody knows waits, and returns when the line appears', async () => {
      const early = usage('A1', 'u1')
      expect(
        states(
          await run(
            early,
            arrival('balance.reported', 'b1', { subject: { kind: 'account', account: 'A1' } }),
          ),
        ),
      ).toEqual(['waiting', 'waiting'])
      expect(await released(parts, noon, 10)).toEqual([])
      expect((await run(opening('A1'))).opened).toBe(true)
      const back = await released(parts, noon, 10)
      expect(states(await runTurn(parts, back))).toEqual(['decided', 'decided'])
      const books = await reconcile(database)
      expect(books.events).toMatchObject({ accepted: 3, decided: 3, setAside: 0 })
      expect(states(await run(early))).toEqual(['duplicate'])
    })

    test('a number is resolved by event time: its later holder does not get what was meant for the former', async () => {
      const { number } = opening('A1').data
      await run(
        opening('A1'),
        opening('A2', 'open-2', { time: noon + hour, data: { ...opening('A2').data, number } }),
      )
      const byNumber = { subject: { kind: 'number', number: String(number) } } as const
      await run(
        usage('A1', 'u1', { ...byNumber, time: noon }),
        usage('A1', 'u2', { ...byNumber, time: noon + 2 * hour }),
      )
      const rows = await database.read<Row>({
        text: "select account, id from journal where id like 'u%' order by id",
        values: [],
      })
      expect(rows).toEqual([
        { account: 'A1', id: 'u1' },
        { account: 'A2', id: 'u2' },
      ])
    })

    test('the same holds for openings of the same batch', async () => {
      const { number } = opening('A1').data
      const later = opening('A2', 'open-2', { time: noon + hour, data: { ...opening('A2').data, number } })
      const meant = usage('A1', 'u1', { subject: { kind: 'number', number: String(number) }, time: noon })
      await run(opening('A1'), later, meant)
      const text = `select account from journal where id = 'u1'`
      expect(await database.read<Row>({ text, values: [] })).toEqual([{ account: 'A1' }])
    })

    test('an opening of a number that another line holds since later is set aside', async () => {
      const { number } = opening('A1').data
      await run(opening('A1'))
      const late = opening('A2', 'late', { time: noon - 2 * hour, data: { ...opening('A2').data, number } })
      expect(states(await run(late))).toEqual(['number-in-use'])
    })

    test('an account holds 16 lines', async () => {
      const more = Array.from({ length: 17 }, (_, i) =>
        opening('A1', `open-${i}`, {
          data: { ...opening('A1').data, line: `L${i}`, number: `+86139000000${10 + i}` },
        }),
      )
      expect(states(await run(...more)).slice(-2)).toEqual(['decided', 'too-many-lines'])
    })

    test('a decision that throws sets its own event aside, and nobody else', async () => {
      await run(opening('A1'), opening('A2'))
      const bad = arrival('query.performed', 'bad', { data: { kind: 'location' } })
      expect(states(await run(usage('A1', 'u1'), bad, usage('A2', 'u2')))).toEqual([
        'decided',
        'decision-failed',
        'decided',
      ])
      const books = await reconcile(database)
      expect(books).toMatchObject({ holds: true, events: { setAside: 1 } })
    })

    test('an event that the database refuses is found and set aside; the others keep their order', async () => {
      await run(opening('A1'), opening('A2'), opening('A3'))
      const bad = arrival('query.performed', 'bad', { data: { kind: 'id-number' } })
      const facts = [
        usage('A1', 'u1', { time: noon + 1 }),
        usage('A2', 'u2'),
        bad,
        usage('A1', 'u3', { time: noon + 2 }),
        usage('A3', 'u4'),
      ]
      expect(states(await run(...facts)).toSorted()).toEqual([
        'commit-refused',
        ...Array.from({ length: 4 }, () => 'decided'),
      ])
      const rows = await database.read<Row>({
        text: `select id, decision from reminder where account = 'A1' order by decision`,
        values: [],
      })
      expect(rows.map(row => row['id'])).toEqual(['u1', 'u3'])
      expect((await reconcile(database)).holds).toBe(true)
    })

    test('ids that would break the statements are set aside too', async () => {
      await run(opening('A1'))
      const bad = [
        usage('A1', 'a\nb'),
        usage('A1', 'a\u0000b'),
        arrival('balance.reported', 'x', { subject: { kind: 'account', account: 'A\n1' } }),
      ]
      expect(states(await run(usage('A1', 'ok'), ...bad)).toSorted()).toEqual([
        'commit-refused',
        'commit-refused',
        'commit-refused',
        'decided',
      ])
    })

    test('a reminder that exists already becomes a withheld row, never a silent nothing', async () => {
      const once = { data: { bucketId: 'once', usedBytes: 80, allowanceBytes: 100 } }
      await run(opening('A1'), usage('A1', 'u1', once))
      await run(
        usage('A1', 'u2', { ...once, time: noon + 1 }),
        usage('A1', 'u3', { ...once, time: noon + 2 }),
      )
      const rows = await database.read<Row>({
        text: 'select id, state, reason from reminder order by decision',
        values: [],
      })
      expect(rows).toEqual([
        { id: 'once', state: 'planned', reason: null },
        { id: 'once~3', state: 'withheld', reason: 'once-per' },
        { id: 'once~4', state: 'withheld', reason: 'once-per' },
      ])
      expect((await reconcile(database)).holds).toBe(true)
    })

    test('a word to another account is an agenda entry, decided once', async () => {
      await run(opening('A1'), opening('A2'))
      const joined = arrival('payment-group.joined', 'j1', { data: { headAccount: 'A2' } })
      await run(joined)
      const [entry] = await dueAgenda(database, { until: noon, rowsMax: 10 })
      expect(entry).toMatchObject({ account: 'A2', id: '/boss/j1/1' })
      const due: Item = { kind: 'entry', now: noon, entry: entry! }
      expect(states(await runTurn(parts, [due, { ...due }]))).toEqual(['decided', 'duplicate'])
      expect(await dueAgenda(database, { until: noon, rowsMax: 10 })).toEqual([])
    })

    test('BC-01 FP-11: a due reminder gives an attempt whose text is encrypted, and a hand-over with the number', async () => {
      await run(opening('A1'), usage('A1', 'u1'))
      const [reminder] = await dueReminders(database, claim)
      const due: Item = { kind: 'due', now: noon, reminder: reminder!, gateway: 'g' }
      const result = await runTurn(parts, [due])
      expect(result.handOvers).toMatchObject([
        { row: { id: 'u1#1' }, destination: { number: '+8613800000001' } },
      ])
      const [row] = await database.read<Row>({ text: 'select state, text_enc from attempt', values: [] })
      expect(row!['state']).toBe('decided')
      expect(Buffer.from(row!['text_enc'] as Uint8Array).toString('utf8')).not.toContain('流量')
    })

    test.each([
      ['as the gateway says', 5_000, 5_000],
      ['never before the hand-over', -5_000, 0],
      ['never after our own now', 99_000, 60_000],
    ])('an outcome counts from when it came about, %s', async (_, said, counted) => {
      await run(opening('A1'), usage('A1', 'u1'))
      const [reminder] = await dueReminders(database, claim)
      await runTurn(parts, [{ kind: 'due', now: noon, reminder: reminder!, gateway: 'g' }])
      const { shard, account } = reminder!
      const word = { shard, account, attempt: 'u1#1', outcome: 'delivered', code: '', stray: null } as const
      await runTurn(parts, [{ kind: 'outcome', now: noon + 60_000, at: noon + said, ...word }])
      const text = 'select concluded_at - decided_at as took from attempt'
      expect(await database.read<Row>({ text, values: [] })).toEqual([{ took: counted }])
    })

    test('an older Kairos refuses to start on state that a newer one has written', async () => {
      await database.exec('update install set state_version = 99')
      await expect(partsOn(database)).rejects.toThrow('account state of version 99')
      expect(states(await run(opening('A1')))).toEqual(['decided'])
    })

    test('G4: word of a message taken for silent betters its attempt and its reminder, once', async () => {
      await run(opening('A1'), usage('A1', 'u1'))
      const [reminder] = await dueReminders(database, claim)
      await runTurn(parts, [{ kind: 'due', now: noon, reminder: reminder!, gateway: 'sms-1' }])
      const { shard, account } = reminder!
      const word = { kind: 'outcome', shard, account, attempt: 'u1#1', code: '', stray: null } as const
      await runTurn(parts, [{ ...word, now: noon + hour, at: noon + hour, outcome: 'failed' }])
      await database.exec(
        `update attempt set outcome = 'unconfirmed'; update reminder set state = 'unconfirmed'`,
      )
      const late = { ...word, now: noon + 2 * hour, at: noon + 2 * hour, outcome: 'delivered' } as const
      const result = await runTurn(parts, [late, { ...late, now: noon + 3 * hour }])
      expect(states(result)).toEqual(['decided', 'duplicate'])
      const told = await database.read<Row>({
        text: `
          select attempt.outcome, reminder.state, reminder.due, reminder.concluded_at as at, reminder.trail like '%"late"%' as late
          from attempt join reminder on reminder.id = attempt.reminder`,
        values: [],
      })
      const end = { outcome: 'delivered', state: 'delivered', due: noon, at: noon + 2 * hour, late: true }
      expect(told).toEqual([end])
      expect(await reconcile(database)).toMatchObject({ holds: true, reminders: { delivered: 1 } })
    })

    test('an engine whose shards were taken commits nothing more', async () => {
      await run(opening('A1'))
      await partsOn(database)
      await expect(run(usage('A1', 'u1'))).rejects.toThrow(FencedOff)
      expect(await count('reminder')).toBe(0)
    })

    describe('when the answer of a commit is lost', () => {
      const failing = (before: boolean): Database => {
        let failed = false
        return {
          ...wrapped(database),
          transact: async (statements: readonly Statement[]) => {
            const lose = !failed && statements.length > 2
            if (lose) failed = true
            if (lose && before) throw new DatabaseError('unknown-outcome', 'planted')
            const rows = await database.transact(statements)
            if (lose) throw new DatabaseError('unknown-outcome', 'planted')
            return rows
          },
        }
      }

      test.each([
        ['and it had not got in, it is sent again', true],
        ['and it stands, it is not decided twice', false],
      ])('%s', async (_, before) => {
        await run(opening('A1'))
        const shaky = { ...parts, database: failing(before) }
        expect(states(await runTurn(shaky, [item(usage('A1', 'u1'))]))).toEqual(['decided'])
        expect(states(await run(usage('A1', 'u1'), usage('A1', 'u2', { time: noon + 1 })))).toEqual([
          'duplicate',
          'decided',
        ])
        expect(await count('reminder')).toBe(2)
        expect((await reconcile(database)).holds).toBe(true)
      })
    })

    test('a database in trouble sets nothing aside: the turn is tried again', async () => {
      let failures = 2
      const shaky: Database = {
        ...wrapped(database),
        transact: async statements => {
          if (failures > 0) {
            failures -= 1
            throw new DatabaseError('retry', 'planted')
          }
          return database.transact(statements)
        },
      }
      expect(states(await runTurn({ ...parts, database: shaky }, [item(opening('A1'))]))).toEqual(['decided'])
      expect(parts.meter.retries).toBeGreaterThanOrEqual(2)
    })

    test('a commit is all or nothing: a failure in the last statement leaves no trace', async () => {
      const before = await footprint(database)
      const broken: Database = {
        ...wrapped(database),
        transact: statements => {
          const bad = { text: 'select 1 / 0', values: [] }
          return database.transact(statements.length > 2 ? [...statements, bad] : statements)
        },
      }
      await expect(runTurn({ ...parts, database: broken }, [item(opening('A1'))])).rejects.toThrow(
        'even what was set aside',
      )
      expect(await footprint(database)).toEqual(before)
    })
  })
}

const wrapped = (database: Database): Database => ({
  kind: database.kind,
  transact: statements => database.transact(statements),
  read: statement => database.read(statement),
  snapshot: statements => database.snapshot(statements),
  exec: sql => database.exec(sql),
  maintain: async () => database.maintain?.(),
  close: () => database.close(),
})
