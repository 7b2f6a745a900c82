import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../store/database.ts'
import { dayMs, journalDays } from '../store/journal.ts'
import { reconcile } from '../store/reconcile.ts'
import { embeddedDatabase } from './databases-suite.ts'
import { JournalDays, journalKeptDays } from './journal-days.ts'
import { item, noon, opening, partsOn, usage } from './small-world-suite.ts'
import { runTurn } from './turn/turn.ts'

const { fresh, close } = await embeddedDatabase()
afterAll(close)
let database: Database
beforeEach(async () => {
  database = await fresh()
})

const later = noon + (journalKeptDays + 1) * dayMs

test('old days are dropped whole, the books still balance, and what cannot be checked is not guessed', async () => {
  const parts = await partsOn(database)
  await runTurn(
    parts,
    [opening('A1'), usage('A1', 'u1')].map(fact => item(fact)),
  )
  expect(await journalDays(database)).toHaveLength(1)
  expect(await parts.days.dropOld(later)).toBe(1)
  expect(await journalDays(database)).toEqual([])
  expect(await reconcile(database)).toMatchObject({ holds: true, events: { decided: 2 } })
  const again = await runTurn(parts, [item(usage('A1', 'u1'), later)])
  expect([...again.verdicts.values()]).toMatchObject([{ reason: 'too-late-to-check' }])
  expect((await JournalDays.open(database)).from).toBe(parts.days.from)
})

test('an old fact that came lately keeps its day', async () => {
  const parts = await partsOn(database)
  await runTurn(parts, [item(opening('A1'), later - dayMs)])
  expect(await parts.days.dropOld(later)).toBe(0)
})
