import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide } from '../../src/core/decide.ts'
import { embeddedDatabase, serverDatabase, type TestDatabase } from '../../src/engine/databases-suite.ts'
import { bugs, doubtful } from './bugs/table.ts'
import { judge } from './model/model.ts'
import { type Plot, plotOf } from './plot/plot.ts'
import { liveDiscretely } from './real/discrete-life.ts'
import { RealLife, type Stage } from './real/life.ts'
import { complaints, isLong, seedsOf } from './trial.ts'

const file = 'real.test.ts'
/** Some three days with trouble and four of quiet: one to two seconds on a busy machine. */
const brief = { days: 3, quietDays: 4 }
const folder = mkdtempSync(join(tmpdir(), 'kairos-simulation-'))
const databases = [
  ['the embedded database', embeddedDatabase],
  ['a PostgreSQL server', serverDatabase],
] as const

/** What the model must notice with the real engine too: bugs of the core, and flaws behind its seams. */
interface Planted extends Partial<Stage> {
  readonly among?: (plot: Plot) => Plot
}
const planted: readonly (readonly [name: string, breaks: readonly string[], part: Planted])[] = [
  ...['an outcome is taken twice', 'rest hours are ignored', 'what is withheld leaves no row'].map(name => {
    const bug = bugs.find(one => one.name === name)!
    return [name, bug.breaks, { decide: bug.plant!(decide) }] as const
  }),
  ['what is in doubt is sent again after a crash', ['G4'], { flaw: 'resends-in-doubt', among: doubtful }],
  ['the gateway gets a message twice', ['G4'], { flaw: 'hands-over-twice' }],
  ['the agenda is not written', ['G1'], { flaw: 'loses-agenda' }],
  ['receipts are confirmed and lost', ['G4'], { flaw: 'loses-receipts' }],
]

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(databases)('the real engine on %s', (name, open) => {
  let prepared: TestDatabase
  beforeAll(async () => {
    prepared = await open()
  })
  afterAll(() => prepared.close())

  const stage = async (part: Partial<Stage> = {}): Promise<Stage> => ({
    database: await prepared.fresh(),
    decide,
    markPath: join(folder, name.replaceAll(' ', '-')),
    ...part,
  })

  describe('lives through crashes and trouble: G1–G6, G8–G13', () => {
    it.each(seedsOf('real', isLong ? 300 : 18))('seed %s', async seed => {
      const chronicle = await new RealLife(plotOf(seed, brief), await stage()).play()
      expect(complaints(file, chronicle)).toEqual([])
    })
  })

  describe('plays a feed by the discrete clock', () => {
    it.each(seedsOf('feed', isLong ? 100 : 4))('seed %s', async seed => {
      const plot = plotOf(seed, brief)
      // A pause that ends while a feed is played is noticed only when the use of what it held has ended.
      const calm = { ...plot, setting: { ...plot.setting, pauses: [] } }
      expect(complaints(file, await liveDiscretely(calm, await stage()))).toEqual([])
    })
  })

  // Once is enough, the full dose asks both: what hides a bug is not the database.
  if (name !== databases[0][0] && !isLong) return
  describe('does not hide a bug', () => {
    it.each(planted)('%s', async (...[, breaks, { among, ...part }]) => {
      const broken = new Set<string>()
      for (const seed of seedsOf('planted', 8)) {
        const plot = plotOf(seed, brief)
        const chronicle = await new RealLife(among?.(plot) ?? plot, await stage(part)).play()
        for (const { promise } of judge(chronicle)) broken.add(promise)
        if (breaks.some(promise => broken.has(promise))) return
      }
      expect([...broken]).toContain(breaks[0])
    })
  })
})
