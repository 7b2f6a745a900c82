/** G14 as stories: the product's own folder, rulebook and SMPP driver, and a centre that never forgets what it was given. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { heldView } from '../src/api/shapes/held.ts'
import { reconcile } from '../src/store/reconcile.ts'
import { balance, House, numberOf, opening, query, staff, tenOClock, until } from './coming-back/house.ts'

const hour = 3_600_000
/** They start the product several times, from its folder. */
const limitMs = 180_000
const note = 'preview looked at'

let house: House
beforeEach(async () => {
  house = new House()
  await house.open()
})
afterEach(() => house.close())

const held = async () => heldView.parse(heldView.encode((await house.desk.held(staff)) as never))
const classOf = async (name: string) => (await held()).items.find(row => row.class === name)!
const shownTo = (n: number) => house.shown.filter(line => line.startsWith(numberOf(n)))
const all = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n)

describe('a backup of yesterday, restored under a centre that lives on', () => {
  it(
    'G14, G4, G2: what was sent in the lost time is not sent again, what never left is sent once, the books balance',
    async () => {
      // An outage is not what this is about: the house is left for hours at its own will.
      const outageMs = 48 * hour
      await house.begin('data', { outageMs })
      await house.tell(all(1, 6).map(opening))
      await house.tell([1, 2].map(n => query(n, house.now())))
      await until(async () => (await reconcile(house.database)).reminders.delivered === 2)
      // Due already when the backup is made: it leaves just after.
      house.drain()
      const waited = query(3, house.now())
      await house.tell([waited])
      await house.leave(0)
      house.copy('data', 'backup')

      // The day that will be lost: messages leave, facts come.
      await house.leave(22 * hour)
      await house.begin('data', { outageMs })
      await until(() => shownTo(3).length === 1)
      const lost = [query(1, house.now()), query(4, house.now())]
      await house.tell(lost)
      await until(() => shownTo(1).length === 2 && shownTo(4).length === 1)
      // Told at the end, and never sent: the disk was gone first.
      house.drain()
      const last = query(5, house.now())
      await house.tell([last])
      await house.leave(hour)
      const log = house.centreLog.map(({ attempt, number, now }) => ({ messageId: attempt, number, at: now }))

      await house.begin('backup', { restored: true })
      expect(await house.tell([waited, ...lost, last])).toEqual([
        'duplicate',
        'decided',
        'decided',
        'decided',
      ])
      await house.tell([query(6, house.now())])
      await until(() => shownTo(6).length === 1)
      expect(await house.desk.releaseHeld({ unchecked: false, note }, staff)).toMatchObject({
        refusal: 'wrong-state',
      })
      await house.desk.compareHeld({ gateway: 'sms-smpp', entries: log, done: true }, staff)
      expect(await held()).toMatchObject({ hold: { kind: 'restore', compared: { by: 'wang' } } })
      expect(await classOf('real-time')).toMatchObject({ waiting: 4, maybeSent: 3, tooLate: 0 })

      await house.desk.releaseHeld({ unchecked: false, note }, staff)
      await until(() => shownTo(5).length === 1)
      await until(async () => (await classOf('real-time')).waiting === 0)
      await until(async () => {
        const { holds, reminders } = await reconcile(house.database)
        return holds && reminders.inFlight === 0
      })
      // Nobody was shown anything twice, and everybody everything once.
      expect(house.shown).toHaveLength(new Set(house.shown).size)
      expect(all(1, 6).map(n => shownTo(n).length)).toEqual([2, 1, 1, 1, 1, 1])
      expect((await reconcile(house.database)).withheld).toEqual([
        expect.objectContaining({ reason: 'maybe-sent', count: 3 }),
      ])
    },
    limitMs,
  )
})

describe('after 26 hours in which nobody was at work', () => {
  it(
    'G14: no moot and no outdated message leaves, and never more than the set rate',
    async () => {
      await house.begin('data')
      await house.tell(all(1, 20).map(opening))
      await house.tell(all(1, 20).map(n => balance(n, tenOClock, 50)))
      house.drain()
      // Of no use after a day.
      await house.tell(all(1, 4).map(n => balance(n, house.now(), 9)))
      await house.leave(26 * hour)

      await house.begin('data')
      // What billing kept for us meanwhile: it comes now, all at once.
      await house.tell(all(5, 12).map(n => balance(n, house.now() - 2 * hour, 8)))
      // These have topped up since.
      await house.tell(all(5, 4).map(n => balance(n, house.now(), 60)))
      await until(async () => (await reconcile(house.database)).reminders.withheld === 4)
      expect(await classOf('notice')).toMatchObject({ waiting: 12, tooLate: 0, order: null })
      expect(house.shown).toEqual([])

      const rate = 5
      const asked = house.now()
      await house.desk.releaseHeld({ messagesPerSecond: rate, unchecked: false, note }, staff)
      await until(async () => (await held()).hold === null)
      const took = house.centreLog.at(-1)!.now - asked
      expect(house.shown).toHaveLength(8)
      expect(all(1, 8).flatMap(shownTo)).toEqual([])
      // The first leaves at once, each other a fifth of a second later: a slow machine only takes longer.
      expect(took).toBeGreaterThanOrEqual((7 * 1_000) / rate)
      const { withheld } = await reconcile(house.database)
      expect(withheld).toEqual([
        expect.objectContaining({ reason: 'moot', count: 4 }),
        expect.objectContaining({ reason: 'too-late', count: 4 }),
      ])
    },
    limitMs,
  )
})
