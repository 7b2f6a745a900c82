/** The audit log on both databases: writers follow one another, and whatever is done to it by hand is found. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { embeddedDatabase, serverDatabase } from '../engine/databases-suite.ts'
import { appendAudit, type AuditEntry, checkAudit, listAudit } from './audit.ts'
import type { Database } from './database.ts'

const entry = (object: string): AuditEntry => ({
  at: Date.UTC(2026, 10, 20),
  actorKind: 'staff',
  actor: 'wang',
  action: 'customer.open',
  object,
  reason: '当面验证 "A"\\',
  details: '{"case":"authenticated"}',
})
const everything = { before: Number.MAX_SAFE_INTEGER, since: 0, actor: null, action: null, rowsMax: 200 }

for (const prepared of await Promise.all([embeddedDatabase(), serverDatabase()])) {
  afterAll(prepared.close)
  describe(`the audit log on ${prepared.name}`, () => {
    let database: Database
    beforeEach(async () => {
      database = await prepared.fresh()
      for (let i = 1; i <= 7; i += 1) await database.transact([appendAudit(entry(`A${i}`))])
    })

    /** As somebody does who owns the database. */
    const byHand = (sql: string): Promise<void> =>
      database.exec(
        `begin read write; alter table audit disable trigger audit_stays; ${sql}; alter table audit enable trigger audit_stays; commit`,
      )
    /** In slices of two, as a walk does it. */
    const walk = async (): Promise<unknown> => {
      let after = 0
      for (;;) {
        const { last, broken, isEnd } = await checkAudit(database, { after, rowsMax: 2 })
        if (broken !== null) return broken
        if (isEnd) return `${last} intact`
        after = last
      }
    }

    it('NF-18: an entry reads back as it was written, newest first, and the chain is intact', async () => {
      const rows = await listAudit(database, everything)
      expect(rows.map(({ seq, object }) => `${seq} ${object}`)).toEqual(
        [7, 6, 5, 4, 3, 2, 1].map(i => `${i} A${i}`),
      )
      expect(rows[0]).toMatchObject(entry('A7'))
      expect(await walk()).toBe('7 intact')
      expect(await checkAudit(database, { after: 0, rowsMax: 8 })).toMatchObject({ last: 7, isEnd: true })
      expect(await checkAudit(database, { after: 7, rowsMax: 7 })).toMatchObject({ last: 7, isEnd: true })
    })

    it('an empty one is intact', async () => {
      database = await prepared.fresh()
      expect(await walk()).toBe('0 intact')
    })

    it('is found by actor, action and time', async () => {
      await database.transact([
        appendAudit({ ...entry('r-1'), actor: 'li', action: 'version.review', at: 5 }),
      ])
      const found = async (ask: object) =>
        (await listAudit(database, { ...everything, ...ask })).map(({ object }) => object)
      expect(await found({ actor: 'li' })).toEqual(['r-1'])
      expect(await found({ action: 'version.review' })).toEqual(['r-1'])
      expect(await found({ since: 6, before: 3 })).toEqual(['A2', 'A1'])
    })

    it('is only added to', async () => {
      for (const sql of [`update audit set actor = 'li' where seq = 3`, 'delete from audit where seq = 3']) {
        await expect(database.transact([{ text: sql, values: [] }])).rejects.toThrow(
          'the audit log is only added to',
        )
      }
    })

    it.each([
      ['who', `update audit set actor = 'li' where seq = 4`, { seq: 4, what: 'changed' }],
      ['the time', 'update audit set at = at + 1 where seq = 1', { seq: 1, what: 'changed' }],
      ['why', 'update audit set reason = null where seq = 7', { seq: 7, what: 'changed' }],
      ['its hash', `update audit set hash = sha256('x') where seq = 5`, { seq: 5, what: 'changed' }],
      ['one taken out', 'delete from audit where seq = 4', { seq: 4, what: 'missing' }],
      ['the first taken out', 'delete from audit where seq = 1', { seq: 1, what: 'missing' }],
      ['the end cut off', 'delete from audit where seq > 5', { seq: 6, what: 'missing' }],
      ['all of it', 'delete from audit', { seq: 1, what: 'missing' }],
      [
        'one put behind',
        `insert into audit select 8, at, actor_kind, actor, action, object, reason, details, hash from audit where seq = 7`,
        { seq: 8, what: 'added' },
      ],
      [
        'one put before, the others moved up',
        `update audit set seq = seq + 100 where seq >= 3; update audit set seq = seq - 99 where seq > 100;
         insert into audit select 3, at, actor_kind, actor, action, 'A9', reason, details, hash from audit where seq = 2`,
        { seq: 3, what: 'changed' },
      ],
      [
        'the end cut off, and its head set back without its hash',
        `delete from audit where seq > 5; update audit_head set seq = 5`,
        { seq: 5, what: 'changed' },
      ],
    ])('what was done by hand is found: %s', async (_, sql, broken) => {
      await byHand(sql)
      expect(await walk()).toEqual(broken)
    })

    it('many writers at once make one chain, each entry once', async () => {
      await Promise.all(
        Array.from({ length: 40 }, (_, i) => database.transact([appendAudit(entry(`B${i}`))])),
      )
      expect(await walk()).toBe('47 intact')
      const objects = (await listAudit(database, everything)).map(({ object }) => object)
      expect(new Set(objects).size).toBe(47)
    })

    it('is there only when what it tells of is', async () => {
      const nothing = { text: `update pause set note = '' where kind = 'none'`, values: [], rows: 1 }
      await expect(database.transact([appendAudit(entry('X')), nothing])).rejects.toThrow(
        '0 rows instead of 1',
      )
      expect(await walk()).toBe('7 intact')
    })
  })
}
