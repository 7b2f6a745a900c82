/**
 * The real engine and the real SMPP driver over real sockets, to a centre and a wire that misbehave by the seed. These
 * lives take real time and are not repeated to the millisecond: all but the calm one belong to the long dose.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { embeddedDatabase, serverDatabase, type TestDatabase } from '../../src/engine/databases-suite.ts'
import { isLong, seedsOf } from './trial.ts'
import { judgeWire } from './wire/judge.ts'
import { WireLife } from './wire/life.ts'
import type { WireFlaw } from './wire/mortal-gateway.ts'
import { untroubled, wirePlotOf } from './wire/plot.ts'

/** What a driver could do wrong, and the promise that it breaks. */
const planted: readonly (readonly [flaw: WireFlaw, breaks: string])[] = [
  ['resends what is in doubt', 'G4'],
  ['takes an answer for that of another message', 'G4'],
  ['forgets parts', 'G4'],
  ['confirms receipts that nobody kept', 'G4'],
  ['confirms replies that nobody kept', 'CO-52'],
  ['hands a reply on part by part', 'CO-52'],
]
const troubles = [
  ...['restart', 'throttled', 'refused', 'answer late', 'answer twice', 'answer out of order', 'garbage PDU'],
  ...['garbage octets', 'cut before a submit', 'cut in the middle of what the centre says', 'receipt early'],
  ...[
    'cut in the middle of a request',
    'cut instead of an answer',
    'receipt late',
    'receipt twice',
    'receipt lost',
  ],
]
/** Lives mostly wait, so those on both databases are lived at the same time. */
let databases: readonly TestDatabase[]
/** Made in any of these lives. */
const met = new Set<string>()

beforeAll(async () => {
  databases = await Promise.all([embeddedDatabase(), serverDatabase()])
})
afterAll(() => Promise.all(databases.map(one => one.close())))

const inLongDose = isLong ? describe : null

inLongDose?.('what goes over a bad wire to a bad centre', () => {
  it.each(seedsOf('wire', 300))('seed %s: G3, G4, G8', async seed => {
    const lives = databases.map(async ({ name, fresh }) => {
      const chronicle = await new WireLife(wirePlotOf(seed), await fresh()).play()
      for (const trouble of chronicle.log.troubles.keys()) met.add(trouble)
      return judgeWire(chronicle).map(says => `${says} (on ${name})`)
    })
    const repeat = `repeat: KAIROS_SEED=${seed} npx vitest run test/simulation/wire.test.ts`
    const complaints = (await Promise.all(lives)).flat()
    if (complaints.length > 0) complaints.unshift(repeat)
    expect(complaints).toEqual([])
  })

  it('has met all trouble that there is', () => {
    // One life alone does not meet everything.
    const lives = seedsOf('wire', 300).length
    expect(troubles.filter(trouble => lives > 1 && !met.has(trouble))).toEqual([])
  })
})

it('where nothing goes wrong all of it arrives', async () => {
  const plot = untroubled(wirePlotOf('calm'))
  const chronicle = await new WireLife(plot, await databases[0]!.fresh()).play()
  expect(judgeWire(chronicle)).toEqual([])
  expect(chronicle.log.troubles.size).toBe(0)
  expect(chronicle.reminders.filter(({ state }) => state !== 'delivered')).toEqual([])
  expect(chronicle.replies).toHaveLength(plot.writings.length)
})

/** Two at a time, one on each database. */
const pairs = planted.flatMap((one, n) => (n % 2 === 0 ? [[one, planted[n + 1]!] as const] : []))

inLongDose?.('does not hide a bug of a driver', () => {
  it.each(pairs.map(pair => [pair.map(([flaw]) => flaw).join('; '), pair] as const))(
    '%s',
    async (_, pair) => {
      const all = pair.map(async ([flaw, breaks], n) => {
        const broken = await brokenBy(flaw, { breaks, database: databases[n]! })
        expect(broken.map(promise => `${flaw} breaks ${promise}`)).toContain(`${flaw} breaks ${breaks}`)
      })
      await Promise.all(all)
    },
  )
})

/** The promises that were seen to be broken, until the one was that is looked for. */
async function brokenBy(
  flaw: WireFlaw,
  { breaks, database }: { readonly breaks: string; readonly database: TestDatabase },
): Promise<readonly string[]> {
  const broken = new Set<string>()
  for (const seed of seedsOf('flaw', 8)) {
    const plot = { ...wirePlotOf(seed), isPatient: false }
    const chronicle = await new WireLife(plot, await database.fresh(), flaw).play()
    for (const says of judgeWire(chronicle)) broken.add(says.split(' ', 1)[0]!)
    if (broken.has(breaks)) break
  }
  return [...broken]
}
