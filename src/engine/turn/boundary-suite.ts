/** Decisions do not depend on where batches begin and end (design §1). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Arrival } from '../../core/event/arrival.ts'
import type { Database, Row } from '../../store/database.ts'
import { arrival, hour, item, noon, opening, partsOn, usage } from '../small-world-suite.ts'
import { footprint } from './footprint-suite.ts'
import type { Item } from './item.ts'
import type { TurnParts } from './parts.ts'
import { runTurn } from './turn.ts'
import { inARow, type Run } from './underway.ts'

export function boundarySuite(name: string, fresh: () => Promise<Database>, runs: number): void {
  const facts = fc.array(
    fc.record({
      account: fc.constantFrom('A1', 'A2', 'A3'),
      kind: fc.constantFrom('open', 'usage', 'query', 'join', 'poison', 'refused'),
      id: fc.nat(12),
      late: fc.nat(20),
      far: fc.boolean(),
    }),
    { minLength: 2, maxLength: 25 },
  )
  const cuts = fc.array(fc.nat(6), { maxLength: 10 })

  test(`on ${name} the same facts in other batches give the same rows`, async () => {
    await fc.assert(
      fc.asyncProperty(facts, cuts, async (steps, sizes) => {
        const arrivals = steps.map(factOf)
        const whole = await played(await fresh(), arrivals, { sizes: [arrivals.length] })
        const cut = await played(await fresh(), arrivals, { sizes })
        expect(cut).toEqual(whole)
        const inRows = await played(await fresh(), arrivals, { sizes, play: batchesInARow })
        expect(inRows).toEqual(whole)
      }),
      { numRuns: runs, endOnFailure: true },
    )
  })
}

interface Step {
  readonly account: string
  readonly kind: 'open' | 'usage' | 'query' | 'join' | 'poison' | 'refused'
  readonly id: number
  readonly late: number
  readonly far: boolean
}

function factOf({ account, kind, id, late, far }: Step, i: number): Arrival {
  const time = noon + i * 1_000 - late * 2_500
  const rest = { time, subject: { kind: 'account', account } as const }
  if (kind === 'open') return opening(account)
  if (kind === 'usage') return usage(account, `u${id}`, { time: far ? noon + hour : time })
  if (kind === 'query')
    return arrival('query.performed', `q${id}`, { ...rest, data: { kind: 'call-detail' } })
  if (kind === 'join')
    return arrival('payment-group.joined', `j${id}`, { ...rest, data: { headAccount: 'A2' } })
  const planted = kind === 'poison' ? 'location' : 'id-number'
  return arrival('query.performed', `${kind}${id}`, { ...rest, data: { kind: planted } })
}

async function played(
  database: Database,
  arrivals: readonly Arrival[],
  { sizes, play = oneByOne }: { readonly sizes: readonly number[]; readonly play?: Play },
): Promise<readonly Row[]> {
  const parts = await partsOn(database)
  const batches: (readonly Item[])[] = []
  for (let at = 0; at < arrivals.length;) {
    const size = (sizes[batches.length % Math.max(1, sizes.length)] ?? 0) + 1
    const first = at
    batches.push(arrivals.slice(at, at + size).map((fact, n) => item(fact, noon + (first + n) * 1_000)))
    at += size
  }
  await play(parts, batches)
  return footprint(database)
}

type Play = (parts: TurnParts, batches: readonly (readonly Item[])[]) => Promise<void>

const oneByOne: Play = async (parts, batches) => {
  for (const batch of batches) await runTurn(parts, batch)
}

/** Each decided while the one before is being committed. */
const batchesInARow: Play = async (parts, [first, ...rest]) => {
  const run =
    (batch: readonly Item[]): Run<unknown> =>
    (after, announce) =>
      runTurn(parts, batch, { after, announce })
  const next = (): Run<unknown> | null => {
    const batch = rest.shift()
    return batch === undefined ? null : run(batch)
  }
  // A turn that commits nothing ends the row: what is left makes another.
  for (let batch = first; batch !== undefined; batch = rest.shift())
    await inARow(run(batch), next, () => undefined)
}
