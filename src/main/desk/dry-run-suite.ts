/** Six weeks of a small operator under the rulebook that comes along, on a database; and drafts to try on them. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Actor } from '../../api/actor.ts'
import type { Desk } from '../../api/desk.ts'
import { decide } from '../../core/decide.ts'
import type { Arrival } from '../../core/event/arrival.ts'
import { SettableClock } from '../../engine/clock.ts'
import { runDiscrete } from '../../engine/discrete.ts'
import { FakeGateway } from '../../engine/fake-gateway-suite.ts'
import { Machine } from '../../engine/machine.ts'
import { arrival, hour, newVault, numberOf, opening, quietLog } from '../../engine/small-world-suite.ts'
import { type Bundle, contentVersion } from '../../rulebook/bundle.ts'
import { readBundle } from '../../rulebook/folder.ts'
import { loadBundle } from '../../rulebook/load.ts'
import type { Database } from '../../store/database.ts'
import { makeInstall } from '../../store/install.ts'
import { publishVersion, reviewVersion, submitVersion } from '../../store/rulebook-version.ts'
import { bundledRulebook } from '../installation.ts'
import { SurroundingsKeeper } from '../surroundings.ts'
import { dryRunsDesk } from './dry-runs.ts'
import type { DeskParts, EnginePort } from './parts.ts'
import { pausesDesk } from './pauses.ts'
import { ruleTrialsDesk } from './rule-trials.ts'
import { versionsDesk } from './versions.ts'

/** Midday in Beijing. */
export const begin = Date.UTC(2026, 8, 1, 4)
export const day = 24 * hour
export const end = begin + 42 * day
export const customers = Array.from({ length: 12 }, (_, n) => `A${n + 1}`)

export const editor: Actor = { kind: 'key', id: 'li', name: 'li', scopes: [], territories: [] }
export const inForce = readBundle(bundledRulebook).bundle
export const inForceVersion = contentVersion(inForce)
export const compiled = (bundle: Bundle) => loadBundle(bundle, contentVersion(bundle)).rulebook!

const file = 'touchpoints/07-sensitive-query.yaml'
const ruleOf = (id: string): string =>
  inForce[file]!.slice(inForce[file]!.indexOf('  - id:')).replace('id: sensitive-query', `id: ${id}`)

/** Whoever is told of a query is told of it several times. */
export const repeating = (times: number): Bundle => ({
  ...inForce,
  [file]: inForce[file]! + Array.from({ length: times - 1 }, (_, n) => ruleOf(`again-${n + 1}`)).join(''),
})

/** Nobody is told of queries any more. */
export const withoutQueries = (): Bundle => ({
  ...inForce,
  [file]: inForce[file]!.replace('    on: query.performed', '    on: query.performed\n    when: "false"'),
})

/** The same in other words. */
export const reworded = (): Bundle => {
  const words = 'wording/en/07-sensitive-query.yaml'
  const chinese = 'wording/zh-CN/07-sensitive-query.yaml'
  return {
    ...inForce,
    [words]: inForce[words]!.replaceAll('Not you?', 'Not yours?'),
    [chinese]: inForce[chinese]!.replaceAll('10086', '1008611'),
  }
}

export const query = (account: string, id: string, time: number): Arrival =>
  arrival('query.performed', id, {
    subject: { kind: 'number', number: numberOf(account) },
    time,
    data: { kind: 'name', channel: 'web', verifiedBy: 'service-password' },
  })

/** One query a day for each; the last two customers ask twice. */
function* facts(): Generator<Arrival> {
  for (const account of customers) {
    const rest = { planId: 'gotone-88', brand: 'gotone' }
    const { data, ...opened } = opening(account, `open-${account}`, { time: begin })
    yield { ...opened, data: { ...data, ...rest } }
  }
  for (let n = 1; n < 42; n += 1) {
    for (const [i, account] of customers.entries()) {
      yield query(account, `q-${n}`, begin + n * day + i * 60_000)
      if (i >= 10) yield query(account, `again-${n}`, begin + n * day + hour + i * 60_000)
    }
  }
}

export const secret = new Uint8Array(32).fill(9)

/** In force from the beginning. */
export async function publishFirst(database: Database): Promise<void> {
  const act = { version: inForceVersion, by: 'kairos', at: begin - day }
  await database.transact([
    submitVersion(act, JSON.stringify(inForce), 'first'),
    reviewVersion({ ...act, by: 'first-start' }),
    publishVersion(act),
  ])
}

/** Opened, published and played: every message arrives. */
export async function live(database: Database): Promise<void> {
  const vault = newVault()
  await makeInstall(database, { secret, keyId: vault.keyId, createdAt: begin })
  await publishFirst(database)
  const gateway = new FakeGateway({ window: 100 })
  gateway.deliveryMs = 8_000
  const clock = new SettableClock(begin - hour)
  const rulebook = compiled(inForce)
  const around = {
    rulebook,
    versions: new Map([[rulebook.version, rulebook]]),
    recalled: new Set<string>(),
    pauses: [],
    channels: new Set(['sms'] as const),
    sendTo: 'everyone' as const,
  }
  const machine = await Machine.open({
    database,
    vault,
    decide,
    surroundingsAt: () => around,
    secret,
    gateways: [gateway],
    clock,
    log: quietLog,
    holder: 'dry-run',
    markPath: null,
    limits: { throttled: false, handOverMs: Infinity, answerMs: 50 },
  })
  const feed = [...facts()].toSorted((a, b) => a.time - b.time)
  const timed = feed.map(fact => ({ arrival: fact, at: fact.time }))
  await runDiscrete({ machine, clock, feed: timed, until: end })
  await machine.close(100)
}

type Nouns = ReturnType<typeof dryRunsDesk> &
  ReturnType<typeof versionsDesk> &
  ReturnType<typeof ruleTrialsDesk> &
  ReturnType<typeof pausesDesk>

export interface Office extends Nouns {
  readonly clock: { now: number }
  readonly surroundings: SurroundingsKeeper
}

/** The desk at the end of those weeks. */
export async function office(database: Database): Promise<Office> {
  const clock = { now: end }
  const told = { now: () => clock.now, elapsed: () => clock.now, sleep: async () => undefined }
  const allowList = { sendTo: 'everyone' as const, refresh: async () => undefined } as never
  const surroundings = new SurroundingsKeeper({ database, allowList, channels: new Set(['sms']) })
  await surroundings.reload(end)
  const engine = { changed: () => undefined } as unknown as EnginePort
  const vault = newVault()
  const parts: DeskParts = { database, vault, clock: told, surroundings, engine, log: quietLog }
  return {
    ...dryRunsDesk(parts),
    ...versionsDesk(parts),
    ...ruleTrialsDesk(parts),
    ...pausesDesk(parts),
    clock,
    surroundings,
  }
}

type Answered<T> = Exclude<Awaited<T>, { refusal: unknown }>

/** What is no refusal. */
export function taken<T extends object>(answer: T): Exclude<T, { refusal: unknown }> {
  expect(answer).not.toHaveProperty('refusal')
  return answer as Exclude<T, { refusal: unknown }>
}

/** Waits until it has ended, in real time. */
export async function ended(
  desk: Pick<Desk, 'getDryRun'>,
  id: string,
): Promise<Answered<ReturnType<Desk['getDryRun']>>> {
  for (;;) {
    const run = taken(await desk.getDryRun({ id }, editor))
    if (run.state !== 'running') return run
    await sleep(20)
  }
}

export async function tried(
  desk: Office,
  files: Bundle,
  rest: { readonly from?: number; readonly until?: number; readonly sample?: number } = {},
): Promise<Answered<ReturnType<Desk['getDryRunResult']>>> {
  const { id } = taken(await desk.startDryRun({ files, sample: 10_000, ...rest }, editor))
  expect(await ended(desk, id)).toMatchObject({ state: 'finished', note: '' })
  return taken(await desk.getDryRunResult({ id }, editor))
}
