import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide } from '../../src/core/decide.ts'
import { embeddedDatabase, serverDatabase, type TestDatabase } from '../../src/engine/databases-suite.ts'
import { plotOf } from './plot/plot.ts'
import { RealLife } from './real/life.ts'
import { complaints, isLong, seedsOf } from './trial.ts'

/** Some three days with trouble and four of quiet: one to two seconds on a busy machine. */
const brief = { days: 3, quietDays: 4 }
const folder = mkdtempSync(join(tmpdir(), 'kairos-simulation-'))
const databases = [
  ['the embedded database', embeddedDatabase],
  ['a PostgreSQL server', serverDatabase],
] as const

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(databases)('the real engine on %s: G1–G6, G8–G13 after each life', (name, open) => {
  let prepared: TestDatabase
  beforeAll(async () => {
    prepared = await open()
  })
  afterAll(() => prepared.close())

  it.each(seedsOf('real', isLong ? 300 : 25))('seed %s', async seed => {
    const markPath = join(folder, name.replaceAll(' ', '-'))
    const life = new RealLife(plotOf(seed, brief), { database: await prepared.fresh(), decide, markPath })
    expect(complaints('real.test.ts', await life.play())).toEqual([])
  })
})
