/** A turn beside another that is being committed, on any database. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Arrival } from '../../core/event/arrival.ts'
import type { Database } from '../../store/database.ts'
import { reconcile } from '../../store/reconcile.ts'
import { arrival, item, opening, partsOn, usage } from '../small-world-suite.ts'
import type { TurnParts } from './parts.ts'
import { runTurn } from './turn.ts'
import { states } from './turn-suite.ts'
import type { Underway } from './underway.ts'

/** @param fresh a migrated database with nothing in it. */
export function underwaySuite(name: string, fresh: () => Promise<Database>): void {
  describe(`beside a turn that is being committed on ${name}`, () => {
    let database: Database
    let parts: TurnParts

    beforeEach(async () => {
      database = await fresh()
      parts = await partsOn(database)
    })

    const items = (facts: readonly Arrival[]) => facts.map(fact => item(fact))
    const run = (...facts: readonly Arrival[]) => runTurn(parts, items(facts))

    /** Runs two turns: the second begins when the commit of the first does. */
    async function both(
      first: { readonly parts: TurnParts; readonly facts: readonly Arrival[] },
      second: readonly Arrival[],
    ): Promise<readonly (readonly string[])[]> {
      const { parts: own, facts } = first
      const begun = Promise.withResolvers<Underway>()
      const one = runTurn(own, items(facts), { announce: begun.resolve })
      const after = await begun.promise
      const two = runTurn(parts, items(second), { after })
      const [a, b] = await Promise.allSettled([one, two])
      return [a, b].map(end => (end.status === 'fulfilled' ? states(end.value) : [String(end.reason)]))
    }

    test('an account that it changes waits for it', async () => {
      await run(opening('A1'), opening('A2'))
      const facts = [usage('A1', 'u1')]
      const told = await both({ parts, facts }, [usage('A1', 'u1'), usage('A2', 'u2'), usage('A1', 'u3')])
      expect(told).toEqual([['decided'], expect.arrayContaining(['duplicate', 'decided', 'decided'])])
      expect((await reconcile(database)).differences).toEqual([])
    })

    test('a number that it opens is known', async () => {
      const told = await both({ parts, facts: [opening('A1')] }, [usage('A1', 'u1')])
      expect(told).toEqual([['decided'], ['decided']])
    })

    test('when it is refused nothing is decided on what it would have left', async () => {
      await run(opening('A1'), opening('A2'))
      const bad = arrival('query.performed', 'bad', {
        subject: { kind: 'account', account: 'A1' },
        data: { kind: 'id-number' },
      })
      const told = await both({ parts, facts: [bad, usage('A1', 'u1')] }, [
        usage('A1', 'u1'),
        usage('A2', 'u2'),
      ])
      expect(told[0]?.toSorted()).toEqual(['commit-refused', 'decided'])
      expect(told[1]?.toSorted()).toEqual(['decided', 'duplicate'])
      expect((await reconcile(database)).differences).toEqual([])
    })

    test('fenced off, both are', async () => {
      await run(opening('A1'), opening('A2'))
      const other = await partsOn(database)
      expect(states(await runTurn(other, [item(usage('A1', 'u0'))]))).toEqual(['decided'])
      const told = await both({ parts, facts: [usage('A1', 'u1')] }, [usage('A2', 'u2')])
      expect(told.flat()).toEqual([
        expect.stringContaining('FencedOff'),
        expect.stringContaining('FencedOff'),
      ])
    })
  })
}
