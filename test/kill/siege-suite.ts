/** One siege per database: kills by a seeded plan, then peace, then judgement. */
import { afterAll, describe, expect, test } from 'vitest'
import { Dice } from '../simulation/dice.ts'
import type { PostgresUnderTest } from '../postgres/postgres.ts'
import { blows, folderTroubles, serverBlows, troubles } from './blow.ts'
import { endInPeace, reconciled } from './ending.ts'
import { type Evidence, gather } from './evidence.ts'
import { looks, wasInDoubt } from './finding.ts'
import { Siege } from './siege.ts'

const isLong = process.env['KAIROS_LONG'] === '1'
const seed = process.env['KAIROS_SEED'] ?? 'kill-1'

const all = { ...blows, ...serverBlows, ...troubles, ...folderTroubles }
type BlowName = keyof typeof all

/** Eight kills each; the first start is killed while the database is being made. */
const onFolder: readonly BlowName[] = [
  'whileMigrating',
  'whileStarting',
  'afterHandOver',
  'duringBurst',
  'whileRecovering',
  'stopped',
  'withTornFiles',
  'whileStopping',
  'intruder',
]
const onServer: readonly BlowName[] = [
  'whileMigrating',
  'afterHandOver',
  'duringBurst',
  'whileRecovering',
  'cutOff',
  'stopped',
  'databaseKilled',
  'allKilled',
  'successor',
]

const longKills = 60

function planOf(names: readonly BlowName[]): readonly BlowName[] {
  if (!isLong) return names
  const dice = new Dice(`${seed}/plan`)
  const kinds = [...new Set([...names, ...(Object.keys(blows) as (keyof typeof blows)[])])]
  return [...names, ...Array.from({ length: longKills - names.length }, () => dice.pick(kinds))]
}

export function siegeSuite(
  name: string,
  ask: { readonly postgres: () => Promise<PostgresUnderTest | null> },
): void {
  describe(`kill -9 at any moment: ${name}`, () => {
    const sieges: Siege[] = []
    afterAll(async () => {
      for (const siege of sieges) await siege.end()
      for (const siege of sieges) siege.remove()
    })

    test('keeps the promises', { timeout: isLong ? 1_800_000 : 240_000 }, async () => {
      const began = performance.now()
      const postgres = await ask.postgres()
      const siege = new Siege({ seed, perSecond: 150, postgres })
      sieges.push(siege)
      const plan = planOf(postgres === null ? onFolder : onServer)
      await siege.prepare()
      siege.traffic.start()
      for (const blow of plan) await all[blow](siege)
      await endInPeace(siege, { drainMaxMs: isLong ? 60_000 : 8_000 })
      const books = await reconciled(siege)
      const evidence = await gather(siege.site)
      console.log(summaryOf(siege, evidence, performance.now() - began))
      const found = Object.entries(looks).flatMap(([look, find]) =>
        find(evidence, siege).map(breach => `${look}: ${breach}`),
      )
      expect([...books, ...found], `seed ${seed}`).toEqual([])
    })
  })
}

function summaryOf(siege: Siege, evidence: Evidence, ms: number): string {
  const { ledger, lives } = siege
  const figures = [
    `seed ${seed}`,
    `${lives.length} lives`,
    `${ledger.facts.size} facts`,
    `${ledger.sent} sent`,
    `${evidence.reminders.length} reminders`,
    `${evidence.messages.length} messages`,
    `${evidence.attempts.filter(wasInDoubt).length} once in doubt`,
    `${stillInDoubt(evidence)} of them still although they left`,
    `${(ms / 1_000).toFixed(1)} s`,
  ]
  return figures.join(', ')
}

/** Their receipt has not been recognised (two in doubt of one number and minute), or has not come yet. */
function stillInDoubt({ attempts, messages }: Evidence): number {
  const left = new Set(messages.map(message => message.attempt))
  return attempts.filter(row => row.state === 'in-doubt' && left.has(row.name)).length
}
