/** What-if runs: a process of its own plays two versions; it can be watched and cancelled, and leaves nothing behind. */
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { monthSpan } from '../../../operator/civil.ts'
import { readBundle } from '../../rulebook/folder.ts'
import { type Run, Runs } from './runs.ts'

const folderOf = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url))
const bundles = ['rulebook-2012', 'rulebook'].map(name => readBundle(folderOf(name)).bundle)
const ask = {
  by: 'wang',
  versions: ['old', 'new'],
  seed: 'what-if',
  customers: 16,
  month: '2026-10',
  months: 1,
}
const order = { seed: 'what-if', customers: 16, ...monthSpan('2026-10', 'Asia/Shanghai'), bundles }
const places = (): readonly string[] =>
  readdirSync(tmpdir()).filter(name => name.startsWith('kairos-what-if-'))

async function until(runs: Runs, id: string, met: (run: Run) => boolean): Promise<Run> {
  for (;;) {
    const run = runs.all.find(one => one.id === id)!
    if (met(run)) return run
    await sleep(50)
  }
}

it('the same people under two versions, with progress, and nothing left behind', async () => {
  const runs = new Runs(() => 1)
  const { id } = runs.start(ask, order)
  expect(runs.busy?.id).toBe(id)
  const under = await until(runs, id, ({ share, state }) => share > 0 || state !== 'running')
  expect(under.share).toBeLessThanOrEqual(1)
  const done = await until(runs, id, ({ state }) => state !== 'running')
  expect([done.failure, done.state, done.share]).toEqual([null, 'done', 1])
  const [of2012, ofToday] = done.figures!
  expect([of2012!.customers, ofToday!.customers]).toEqual([16, 16])
  expect(ofToday!.messages).toBeGreaterThan(0)
  expect(of2012).not.toEqual(ofToday)
  expect(ofToday!.complaints.map(({ factor }) => factor)).toEqual(Array.from({ length: 16 }, (_, n) => n + 1))
}, 240_000)

it('is cancelled, once; its folder goes with it', async () => {
  const before = new Set(places())
  const runs = new Runs(() => 1)
  const { id } = runs.start(ask, order)
  await until(runs, id, ({ share }) => share > 0)
  const made = places().filter(name => !before.has(name))
  expect(made.length).toBeGreaterThan(0)
  expect(runs.cancel(id)).toBe(true)
  expect(runs.cancel(id)).toBe(false)
  expect(runs.all[0]!.state).toBe('cancelled')
  expect(runs.busy).toBeUndefined()
  while (places().some(name => made.includes(name))) await sleep(50)
}, 120_000)

it('says why it failed', async () => {
  const runs = new Runs(() => 1)
  const { id } = runs.start(ask, { ...order, bundles: [{ 'touchpoints/x.yaml': 'no rule' }] })
  const { state, failure } = await until(runs, id, run => run.state !== 'running')
  expect(state).toBe('failed')
  expect(failure).toMatch(/touchpoints\/x\.yaml|fault/i)
}, 60_000)
