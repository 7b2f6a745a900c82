/** Monitors (NF-29): what arrives in time within the last hour, an alarm beyond the target, and its end. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { listAlarms } from '../store/alarm.ts'
import type { Database } from '../store/database.ts'
import { addFigures, type FigureName } from '../store/figure.ts'
import { tallyDay } from '../store/tally.ts'
import { embeddedDatabase, serverDatabase } from './databases-suite.ts'
import { endedMin, Monitors } from './monitors.ts'
import { hour, minute, noon, partsOn } from './small-world-suite.ts'

const databases = await Promise.all([embeddedDatabase(), serverDatabase()])
afterAll(async () => {
  for (const database of databases) await database.close()
})

const target = { name: 'arrivals', rules: ['r1', 'r2'], withinMs: 60_000, percentMin: 80 }

describe.each(databases)('monitors on $name', ({ fresh }) => {
  let database: Database
  let monitors: Monitors
  beforeEach(async () => {
    database = await fresh()
    monitors = new Monitors(await partsOn(database), [target])
  })

  const at = (moment: number) => (rule: string, name: FigureName, count: number) =>
    database.transact([
      addFigures([{ day: tallyDay(moment), touchpoint: 't', rule, channel: 'sms', name, count }]),
    ])
  const happened = at(noon)
  const alarms = async () =>
    (await listAlarms(database, { open: true, before: Number.MAX_SAFE_INTEGER, rowsMax: 9 })).map(
      ({ kind, key, note }) => `${kind} ${key} ${note}`,
    )

  it('counts what came since the hour began, in time or not, of its rules alone', async () => {
    await happened('r1', 'delivered/1000', 100)
    await monitors.look(noon)
    await happened('r1', 'delivered/60000', 17)
    await happened('r2', 'delivered/120000', 2)
    await happened('r2', 'delivered/more', 1)
    await happened('r2', 'expired', 1)
    await happened('r3', 'failed', 50)
    await happened('r1', 'withheld/moot', 50)
    await happened('r1', 'attempts', 50)
    await monitors.look(noon + minute)
    expect(monitors.measured).toEqual([{ ...target, since: noon, ended: 21, inTime: 17, isLate: false }])
    expect(await alarms()).toEqual([])
  })

  it('raises one alarm beyond its target, and closes it when the hour is over', async () => {
    await monitors.look(noon)
    await happened('r1', 'delivered/2000', endedMin / 2)
    await happened('r1', 'unconfirmed', endedMin / 2 - 1)
    await monitors.look(noon + minute)
    // Too few to say.
    expect(await alarms()).toEqual([])
    await happened('r2', 'unconfirmed', 1)
    await monitors.look(noon + 2 * minute)
    await monitors.look(noon + 3 * minute)
    expect(await alarms()).toEqual([
      'told-late arrivals arrivals: 10 of 20 arrived within 60 s of the last hour; at least 80 of 100 should',
    ])
    await monitors.look(noon + 61 * minute)
    expect(monitors.measured).toMatchObject([{ since: noon + minute, ended: 1, inTime: 0 }])
    await monitors.look(noon + 63 * minute)
    expect(monitors.measured).toMatchObject([{ since: noon + 3 * minute, ended: 0 }])
    expect(await alarms()).toEqual([])
  })

  it('an hour goes on over midnight', async () => {
    // 23:30 in Beijing.
    const late = noon + 11 * hour + 30 * minute
    await at(late)('r1', 'delivered/1000', 5)
    await monitors.look(late)
    await at(late)('r1', 'delivered/1000', 3)
    await at(late + 40 * minute)('r1', 'delivered/1000', 4)
    await monitors.look(late + 45 * minute)
    expect(monitors.measured).toMatchObject([{ ended: 7, inTime: 7 }])
  })
})
