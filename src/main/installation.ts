/**
 * What stands before any engine runs: the data folder, the database brought up to date, the master key, the
 * install secret, a first rulebook and a first API key.
 */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Instant } from '../core/units.ts'
import { contentVersion } from '../rulebook/bundle.ts'
import { listing } from '../rulebook/listing.ts'
import { loadBundle } from '../rulebook/load.ts'
import type { Database } from '../store/database.ts'
import { type InstallRow, makeInstall, readInstall } from '../store/install.ts'
import { readRotation } from '../store/key-rotation.ts'
import { MasterKeyMissing, openVault } from '../store/master-key.ts'
import { migrate } from '../store/migrate.ts'
import { openDatabase } from '../store/open.ts'
import { listVersions, publishVersion, reviewVersion, submitVersion } from '../store/rulebook-version.ts'
import type { Vault } from '../store/vault.ts'
import type { Config } from './config.ts'
import { audited, itself } from './desk/audit.ts'
import { CommandError, exitCodes } from './exit.ts'
import { keyPath, ownersKey, strangeKey } from './key-file.ts'
import { packageRoot } from './package-root.ts'
import { bundleIn } from './rulebook-folder.ts'

export { keyPath } from './key-file.ts'

export interface Installation {
  readonly config: Config
  readonly database: Database
  readonly vault: Vault
  readonly install: InstallRow
  /** What whoever starts it should know. */
  readonly notes: readonly string[]
}

export class RulebookFaulty extends Error {
  override readonly name = 'RulebookFaulty'
}

export const bundledRulebook = fileURLToPath(new URL('rulebook/', packageRoot))
const migrations = new URL('src/store/migrations/', packageRoot)

export const masterKeyPath = (config: Pick<Config, 'masterKeyFile' | 'dataFolder'>): string =>
  config.masterKeyFile ?? join(config.dataFolder, 'master.key')

/** Of the embedded database. */
export const databaseFolder = ({ dataFolder }: Pick<Config, 'dataFolder'>): string =>
  join(dataFolder, 'database')

/** Tells installations apart; says nothing of the secret. */
export const installationId = ({ secret }: InstallRow): string =>
  createHash('sha256').update(secret).digest('hex').slice(0, 16)

export interface OpenInstallationAsk {
  readonly now: () => Instant
  /** Stands in for the install secret, so that a simulation repeats its decisions. */
  readonly secret?: Uint8Array
  /** Whoever changes the master key may open what is half under the one and half under the other. */
  readonly rotating?: true
}

export async function openInstallation(config: Config, ask: OpenInstallationAsk): Promise<Installation> {
  requireNamedKey(config)
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 })
  const database = await openStore(config)
  try {
    await migrate({ database, folder: migrations, now: ask.now })
    const { vault, install } = await keysOf(database, config, ask)
    if (ask.rotating === undefined) await requireOneKey(database)
    await firstRulebook(database, config, ask.now())
    const key = await ownersKey(database, config, ask.now())
    return {
      config,
      database,
      vault,
      install,
      notes: key === 'valid' ? [] : [strangeKey(keyPath(config), true)],
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

async function openStore(config: Config): Promise<Database> {
  const { databaseUrl, databaseSchema } = config
  if (databaseUrl === undefined) return openDatabase({ dataDir: databaseFolder(config) })
  try {
    return await openDatabase({ url: databaseUrl, schema: databaseSchema })
  } catch (error) {
    const trouble = `the database cannot be used: ${(error as Error).message}`
    throw new CommandError(
      exitCodes.setup,
      `${trouble}; check DATABASE_URL, or "databaseUrl" in the settings`,
    )
  }
}

/** One in the data folder is made when it is needed; one that is named must be there. */
function requireNamedKey({ masterKeyFile: path }: Config): void {
  if (path === undefined || existsSync(path)) return
  const made = `make a first one with "openssl rand -hex 32 > ${path}"`
  throw new MasterKeyMissing(`there is no master key at ${path}: put it there, or ${made}`)
}

/** The master key that the data needs, and the row that says so; the first start makes both. */
async function keysOf(
  database: Database,
  { masterKeyFile, dataFolder }: Config,
  ask: OpenInstallationAsk,
): Promise<{ vault: Vault; install: InstallRow }> {
  const known = await readInstall(database)
  const path = masterKeyPath({ masterKeyFile, dataFolder })
  const vault = await openVault(path, known)
  const fresh = { secret: ask.secret ?? randomBytes(32), keyId: vault.keyId, createdAt: ask.now() }
  const install = known ?? (await makeInstall(database, fresh))
  // Somebody else, with another key file, was faster.
  if (install.keyId !== vault.keyId) await openVault(path, install)
  return { vault, install }
}

async function requireOneKey(database: Database): Promise<void> {
  const rotation = await readRotation(database)
  if (rotation === null) return
  throw new CommandError(
    exitCodes.setup,
    `the master key is being changed to ${rotation.keyId}, and that was broken off: "kairos key rotate" goes on with it`,
  )
}

/** An empty installation begins with the rulebook that comes along, or the one that the settings name. */
async function firstRulebook(database: Database, config: Config, now: Instant): Promise<void> {
  if ((await listVersions(database)).length > 0) return
  const read = bundleIn(config.rulebookFolder ?? bundledRulebook)
  const version = contentVersion(read.bundle)
  const loaded = loadBundle(read.bundle, version)
  const faults = [...read.faults, ...loaded.faults]
  if (faults.length > 0) throw new RulebookFaulty(listing({ faults, warnings: [] }, read.bundle))
  // Nobody is there yet to review it: it was reviewed with the software that it comes with.
  const steps = [
    submitVersion({ version, by: 'kairos', at: now }, JSON.stringify(read.bundle), 'comes with the software'),
    reviewVersion({ version, by: 'first-start', at: now }),
    publishVersion({ version, by: 'first-start', at: now }),
    audited(itself, now, { action: 'version.publish', object: version, reason: 'comes with the software' }),
  ]
  // Of two first starts at once, one is enough.
  await database.transact(steps).catch(async (error: unknown) => {
    if ((await listVersions(database)).length === 0) throw error
  })
}
