/** The moments at which Kairos is killed. Each begins with it down, and leaves it down. */
import { appendFileSync, existsSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ask, Kairos } from './kairos.ts'
import type { Siege } from './siege.ts'
import { logFile } from './site.ts'

type Blow = (siege: Siege) => Promise<void>

/** The first start of all: the database has just been made, and is being migrated. */
async function whileMigrating(siege: Siege): Promise<void> {
  siege.spawn('while migrating')
  await siege.until('the database', () => isMade(siege))
  await sleep(siege.dice.between(0, 200))
  await siege.kill()
}

async function isMade({ site }: Siege): Promise<boolean> {
  if (site.server === null) return existsSync(join(site.dataFolder, 'database', 'cluster'))
  const { url, schema } = site.server
  const found = await asked(url, `select from pg_namespace where nspname = '${schema}'`)
  return found > 0
}

/** Somewhere in a start. */
async function whileStarting(siege: Siege): Promise<void> {
  siege.spawn('while starting')
  await sleep(siege.dice.between(50, Math.round(siege.startMs)))
  await siege.kill()
}

/** The engine takes the shards over and looks for what the former life left: its crash mark has just been read. */
async function whileRecovering(siege: Siege): Promise<void> {
  const before = siege.changedAt('turn.mark.crashes')
  siege.spawn('while recovering')
  await siege.until('the crash mark', () => siege.changedAt('turn.mark.crashes') > before)
  await sleep(siege.dice.between(0, 40))
  await siege.kill()
}

async function onceReady(siege: Siege): Promise<void> {
  await siege.spawn('once ready').ready(60_000)
  await siege.kill()
}

/** The first message of this life has just left. */
async function afterHandOver(siege: Siege): Promise<void> {
  await siege.up('after the first hand-over')
  const before = siege.messages()
  await siege.until('a message', () => siege.messages() > before)
  await siege.kill()
}

/** Hundreds of facts and the reminders that follow from them are in all stages. */
async function duringBurst(siege: Siege): Promise<void> {
  await siege.up('during a burst')
  await sleep(siege.dice.between(50, 300))
  const burst = siege.traffic.burst(siege.dice.between(60, 200))
  await sleep(siege.dice.between(5, 120))
  await siege.kill()
  await burst
}

async function atAnyMoment(siege: Siege): Promise<void> {
  await siege.up('at any moment')
  await sleep(siege.dice.between(0, 1_200))
  await siege.kill()
}

/** Three times in a row among the same facts: none of them is to blame (G10). */
async function inQuickSuccession(siege: Siege): Promise<void> {
  for (let n = 0; n < 3; n += 1) {
    await siege.up(`in quick succession, ${n + 1}`)
    await sleep(siege.dice.between(5, 60))
    await siege.kill()
  }
}

/** It has been asked to stop and is about to. */
async function whileStopping(siege: Siege): Promise<void> {
  await siege.up('while stopping')
  await sleep(siege.dice.between(200, 500))
  siege.terminate()
  await sleep(siege.dice.between(0, 150))
  await siege.kill()
}

/** The last write to each file did not get through. */
async function withTornFiles(siege: Siege): Promise<void> {
  await siege.up('with torn files')
  await sleep(siege.dice.between(200, 600))
  await siege.kill()
  const { dataFolder } = siege.site
  appendFileSync(logFile(siege.site, 'log-sms'), '{"at":1795299546669,"attempt":"K1/sensitive-qu')
  appendFileSync(join(dataFolder, 'turn.mark'), 'x')
  truncateSync(join(dataFolder, 'turn.mark.crashes'), 1)
  truncateSync(join(dataFolder, 'server.json'), 7)
}

/** SIGTERM with traffic flowing: finished within its limit, and nothing is left in doubt (no kill at all). */
async function stopped(siege: Siege): Promise<void> {
  await siege.up('stopped in good order')
  await sleep(siege.dice.between(100, 300))
  const burst = siege.traffic.burst(siege.dice.between(60, 200))
  await sleep(siege.dice.between(20, 150))
  const { code, signal, ms, errors } = await siege.stop()
  await burst
  if (code !== 0) siege.found.push(`SIGTERM ended with ${code ?? signal}: ${errors}`)
  if (ms > stopMaxMs) siege.found.push(`SIGTERM took ${Math.round(ms)} ms`)
}

/** A second process on the same data folder is refused in one line, and the first one does not notice. */
async function intruder(siege: Siege): Promise<void> {
  const address = await siege.up('visited by a second process')
  const { code, errors } = await Kairos.run(siege.site, ['serve'])
  const lines = errors.split('\n').filter(Boolean)
  const isClear = lines.length === 1 && /^kairos: .* is in use by process \d+; /.test(lines[0]!)
  if (code !== setupExitCode || !isClear) siege.found.push(`a second process ended with ${code}: ${errors}`)
  await ask(address, '/readyz')
  await siege.inspect()
  await siege.kill()
}

/** On a server the newer process takes over: the former one commits no more, and ends by itself with a reason. */
async function successor(siege: Siege): Promise<void> {
  await siege.up('followed by a successor')
  await sleep(siege.dice.between(200, 500))
  const { code, errors } = await siege.succeed()
  const isClear = /^kairos: the engine ended: another engine has taken over/m.test(errors)
  if (code !== 1 || !isClear) siege.found.push(`taken over, it ended with ${code}: ${errors}`)
  const answered = siege.ledger.acknowledged.size
  await siege.until('an answer of the successor', () => siege.ledger.acknowledged.size > answered)
  await siege.inspect()
  await siege.kill()
}

/** `exitCodes.setup`. */
const setupExitCode = 3

/** `stopWithinMs` of `serve.ts`, half of it for gateways, and the database's own closing. */
const stopMaxMs = 16_000

/** Its connections break, several times, in the middle of turns; it must live on by itself. */
async function cutOff(siege: Siege): Promise<void> {
  await siege.up('connections cut, then killed')
  const answered = siege.ledger.acknowledged.size
  for (let n = 0; n < 6; n += 1) {
    await sleep(siege.dice.between(10, 80))
    await cutConnections(siege.postgres!.url)
  }
  await siege.until('an answer after the cut', () => siege.ledger.acknowledged.size > answered)
  await sleep(siege.dice.between(0, 200))
  await siege.kill()
}

/** The database dies and comes back; Kairos waits for it. */
async function databaseKilled(siege: Siege): Promise<void> {
  await siege.up('database killed, then killed')
  await sleep(siege.dice.between(100, 300))
  await siege.postgres!.kill9()
  await sleep(siege.dice.between(0, 300))
  await siege.postgres!.restart()
  const answered = siege.ledger.acknowledged.size
  await siege.until('an answer after the restart', () => siege.ledger.acknowledged.size > answered + 20)
  await siege.inspect()
  await siege.kill()
}

/** Both at once, as on a machine that runs out of memory. */
async function allKilled(siege: Siege): Promise<void> {
  await siege.up('killed with the database')
  await sleep(siege.dice.between(100, 500))
  await Promise.all([siege.kill(), siege.postgres!.kill9()])
  await siege.postgres!.restart()
}

const cutConnections = (url: string): Promise<number> =>
  asked(url, `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kairos'`)

/** How many rows the server answers with. */
async function asked(url: string, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows.length
  } finally {
    await client.end()
  }
}

export const blows = {
  whileMigrating,
  whileStarting,
  whileRecovering,
  onceReady,
  afterHandOver,
  duringBurst,
  atAnyMoment,
  inQuickSuccession,
  whileStopping,
  withTornFiles,
} as const satisfies Record<string, Blow>

/** Not by `kill -9` of Kairos, or not by that alone. */
export const troubles = { stopped } as const satisfies Record<string, Blow>

/** Only where the database is a folder. */
export const folderTroubles = { intruder } as const satisfies Record<string, Blow>

/** Only where the database is a process of its own. */
export const serverBlows = { cutOff, databaseKilled, allKilled, successor } as const satisfies Record<
  string,
  Blow
>
