/** A version that sends three times its dry run stops itself within the hour, and nothing planned is lost (G12). */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Surroundings } from './turn/parts.ts'
import { readPauses, resume } from '../store/pause.ts'
import type { Arrival } from '../core/event/arrival.ts'
import type { Database, Row } from '../store/database.ts'
import { makeInstall } from '../store/install.ts'
import { reconcile } from '../store/reconcile.ts'
import { blastFloor, type Foreseen } from './blast-guard.ts'
import { SettableClock } from './clock.ts'
import { runDiscrete } from './discrete.ts'
import { FakeGateway } from './fake-gateway-suite.ts'
import { Machine } from './machine.ts'
import {
  hour,
  minute,
  newVault,
  noon,
  opening,
  quietLog,
  smallDecide,
  surroundings,
  usage,
} from './small-world-suite.ts'

const secret = new Uint8Array(32).fill(9)
const foreseenMax = 60
const accounts = Array.from({ length: 3 * foreseenMax }, (_, n) => `A${n + 1}`)

const all = accounts.length

/** Each is told once within the hour: three times as many as foreseen. */
const flood = (from: number): readonly Arrival[] =>
  accounts.map((account, n) =>
    usage(account, `u-${from}-${n}`, { time: from + Math.floor((n * 55 * minute) / accounts.length) }),
  )
const openings = accounts.map((account, n) =>
  opening(account, `open-${account}`, { time: noon - 2 * hour + n }),
)

export function blastGuardSuite(name: string, fresh: () => Promise<Database>): void {
  describe(`the blast guard on ${name}`, () => {
    let database: Database
    let around: Surroundings

    beforeEach(async () => {
      database = await fresh()
      around = surroundings
    })

    const rows = (text: string): Promise<Row[]> => database.read<Row>({ text, values: [] })

    /** One life of an engine; what it pauses itself it knows at once. */
    async function lived(feed: readonly Arrival[], until: number, foreseen: Foreseen): Promise<FakeGateway> {
      const vault = newVault()
      await makeInstall(database, { secret, keyId: vault.keyId, createdAt: noon })
      const gateway = new FakeGateway({ window: 10 })
      gateway.deliveryMs = 8_000
      const clock = new SettableClock(noon - 3 * hour)
      const machine = await Machine.open({
        database,
        vault,
        decide: smallDecide,
        surroundingsAt: () => around,
        secret,
        gateways: [gateway],
        clock,
        log: quietLog,
        holder: 'guarded',
        markPath: null,
        limits: { throttled: false, handOverMs: Infinity, answerMs: 50 },
        foreseen: () => foreseen,
        paused: async () => {
          around = { ...surroundings, pauses: await readPauses(database) }
        },
      })
      const timed = feed.map(fact => ({ arrival: fact, at: fact.time }))
      await runDiscrete({ machine, clock, feed: timed, until, spanMs: 10 * minute })
      await machine.close(100)
      return gateway
    }

    const planned = async (): Promise<number> =>
      Number((await rows(`select count(*) as n from reminder where state = 'planned'`))[0]!['n'])

    it('G12: three times the dry run within an hour pauses the version, and nothing planned is lost', async () => {
      const foreseen = new Map([['r-1', foreseenMax]])
      const gateway = await lived([...openings, ...flood(noon)], noon + hour, foreseen)
      const sent = gateway.submitted.length
      expect(sent).toBeGreaterThan(2 * foreseenMax)
      expect(sent).toBeLessThanOrEqual(2 * foreseenMax + 10)
      expect(await planned()).toBe(accounts.length - sent)
      expect(await readPauses(database)).toMatchObject([
        {
          kind: 'version',
          value: 'r-1',
          by: 'kairos',
          note: expect.stringContaining('at most 60') as string,
        },
      ])
      expect(await rows('select kind, key, note, closed_at as closed from alarm')).toMatchObject([
        {
          kind: 'blast-guard',
          key: 'r-1',
          note: expect.stringMatching(/sent 12\d messages/) as string,
          closed: null,
        },
      ])
      expect(await rows('select actor, action, object from audit')).toEqual([
        { actor: 'kairos', action: 'pause.set', object: 'version/r-1' },
      ])
      // Somebody has looked, and lets it go on: it is not measured any more.
      await database.transact([resume({ kind: 'version', value: 'r-1' })])
      around = surroundings
      const later = await lived(flood(noon + hour + 10 * minute), noon + 4 * hour, new Map())
      expect(await planned()).toBe(0)
      const books = await reconcile(database)
      expect(books).toMatchObject({ holds: true, reminders: { planned: 2 * accounts.length } })
      expect(later.submitted.length + sent).toBe(books.reminders.delivered)
      expect(await readPauses(database)).toEqual([])
    })

    it.each<{ readonly what: string; readonly foreseen: Foreseen; readonly most: number }>([
      { what: 'twice the dry run', foreseen: new Map([['r-1', all / 2]]), most: all },
      { what: 'many times next to nothing, but few', foreseen: new Map([['r-1', 1]]), most: blastFloor },
      { what: 'a version that was tried on nothing', foreseen: new Map(), most: all },
      { what: 'another version', foreseen: new Map([['r-2', 1]]), most: all },
    ])('lets $what pass', async ({ foreseen, most }) => {
      const gateway = await lived([...openings, ...flood(noon).slice(0, most)], noon + 2 * hour, foreseen)
      expect(gateway.submitted).toHaveLength(most)
      expect(await readPauses(database)).toEqual([])
      expect(await rows('select 1 as one from alarm')).toEqual([])
    })

    it('counts by the hour: the same number over three hours passes', async () => {
      const slowly = flood(noon).map((fact, n) => ({ ...fact, time: noon + n * minute * 1.1 }))
      const gateway = await lived([...openings, ...slowly], noon + 5 * hour, new Map([['r-1', foreseenMax]]))
      expect(gateway.submitted).toHaveLength(accounts.length)
      expect(await readPauses(database)).toEqual([])
    })
  })
}
