/**
 * What stands before any engine runs: the data folder, the database brought up to date, the master key, the
 * install secret, a first rulebook and a first API key.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { scopes } from '../api/keys.ts'
import type { Instant } from '../core/units.ts'
import { contentVersion } from '../rulebook/bundle.ts'
import { readBundle } from '../rulebook/folder.ts'
import { listing } from '../rulebook/listing.ts'
import { loadBundle } from '../rulebook/load.ts'
import type { Database } from '../store/database.ts'
import { type InstallRow, makeInstall, readInstall } from '../store/install.ts'
import { openVault } from '../store/master-key.ts'
import { migrate } from '../store/migrate.ts'
import { openDatabase } from '../store/open.ts'
import { listVersions, publishVersion, reviewVersion, submitVersion } from '../store/rulebook-version.ts'
import type { Vault } from '../store/vault.ts'
import type { Config } from './config.ts'
import { makeKey } from './desk/keys.ts'

export interface Installation {
  readonly config: Config
  readonly database: Database
  readonly vault: Vault
  readonly install: InstallRow
}

export class RulebookFaulty extends Error {
  override readonly name = 'RulebookFaulty'
}

export const bundledRulebook = fileURLToPath(new URL('../../rulebook/', import.meta.url))
const migrations = new URL('../store/migrations/', import.meta.url)

export const keyPath = (config: Config): string => join(config.dataFolder, 'api-key')

/** @param secret stands in for the install secret, so that a simulation repeats its decisions. */
export async function openInstallation(
  config: Config,
  ask: { readonly now: () => Instant; readonly secret?: Uint8Array },
): Promise<Installation> {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 })
  const database = await openDatabase(databaseAsk(config))
  try {
    await migrate({ database, folder: migrations, now: ask.now })
    const known = await readInstall(database)
    const vault = await openVault(
      config.masterKeyFile ?? join(config.dataFolder, 'master.key'),
      known?.keyId ?? null,
    )
    const secret = ask.secret ?? randomBytes(32)
    const install =
      known ?? (await makeInstall(database, { secret, keyId: vault.keyId, createdAt: ask.now() }))
    await firstRulebook(database, config, ask.now())
    await firstKey(database, config, ask.now())
    return { config, database, vault, install }
  } catch (error) {
    await database.close()
    throw error
  }
}

function databaseAsk(config: Config): Parameters<typeof openDatabase>[0] {
  const { databaseUrl, databaseSchema, dataFolder } = config
  if (databaseUrl !== undefined) return { url: databaseUrl, schema: databaseSchema }
  return { dataDir: join(dataFolder, 'database') }
}

/** An empty installation begins with the rulebook that comes along, or the one that the settings name. */
async function firstRulebook(database: Database, config: Config, now: Instant): Promise<void> {
  if ((await listVersions(database)).length > 0) return
  const read = readBundle(config.rulebookFolder ?? bundledRulebook)
  const version = contentVersion(read.bundle)
  const loaded = loadBundle(read.bundle, version)
  const faults = [...read.faults, ...loaded.faults]
  if (faults.length > 0) throw new RulebookFaulty(listing({ faults, warnings: [] }, read.bundle))
  // Nobody is there yet to review it: it was reviewed with the software that it comes with.
  await database.transact([
    submitVersion({ version, by: 'kairos', at: now }, JSON.stringify(read.bundle), 'comes with the software'),
    reviewVersion({ version, by: 'first-start', at: now }),
    publishVersion({ version, by: 'first-start', at: now }),
  ])
}

/** Command line and demo use it; it stands for the person who installed Kairos. */
async function firstKey(database: Database, config: Config, now: Instant): Promise<void> {
  const path = keyPath(config)
  if (existsSync(path) && readFileSync(path, 'utf8').trim().length > 0) return
  const key = await makeKey(database, { name: `owner-${now}`, scopes, now })
  writeFileSync(path, `${key}\n`, { mode: 0o600 })
}
