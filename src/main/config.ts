/**
 * Settings: defaults, then `kairos.yaml`, then the environment; read once, checked, frozen. No code is run.
 */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { channelName, phoneNumber } from '../core/event/facts.ts'
import { smppGateway } from './smpp-config.ts'

const anyGateway = {
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and "-"'),
  /** Messages that may be unanswered at once (G4: they are what a crash leaves in doubt). */
  window: z.int().min(1).max(100).default(16),
  partsPerSecond: z.number().min(0.1).max(100_000).default(1_000),
}

const logGateway = z.strictObject({
  ...anyGateway,
  driver: z.literal('log'),
  channel: channelName,
  /** The file that stands for the handsets. */
  file: z.string().optional(),
})

const gateway = z.discriminatedUnion('driver', [logGateway, smppGateway(anyGateway)])

const settings = z.strictObject({
  /** Everything that Kairos keeps on disk: database, keys, files of `log` gateways. */
  dataFolder: z.string().default('./data'),
  /** A PostgreSQL 15 or newer; absent = the embedded database in the data folder. */
  databaseUrl: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'a postgres:// address')
    .optional(),
  databaseSchema: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,62}$/)
    .default('kairos'),
  rulebookFolder: z.string().optional(),
  host: z.string().default('127.0.0.1'),
  port: z.int().min(0).max(65_535).default(8460),
  /** Names under which the API may be addressed, beside localhost. */
  hosts: z.array(z.string().max(253)).max(32).default([]),
  /** Who may be sent to: a list of numbers, or `everyone` (G11). */
  sendTo: z.union([z.literal('everyone'), z.array(phoneNumber).max(10_000)]).default([]),
  gateways: z
    .array(gateway)
    .min(1)
    .max(32)
    .default([
      { name: 'log-sms', driver: 'log', channel: 'sms', window: 16, partsPerSecond: 1_000 },
      { name: 'log-voice', driver: 'log', channel: 'voice', window: 16, partsPerSecond: 1_000 },
    ]),
  masterKeyFile: z.string().optional(),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
})

export type Config = Readonly<z.infer<typeof settings>>
export type GatewayConfig = Config['gateways'][number]
export type SmppGatewayConfig = Extract<GatewayConfig, { driver: 'smpp' }>

/** A gateway made by the program itself, with the defaults of any. */
export const checkedGateway = (asked: z.input<typeof gateway>): GatewayConfig => gateway.parse(asked)

/** What is wrong with the settings, one line each, in words that say what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const fromEnvironment: Readonly<Record<string, keyof Config>> = {
  DATABASE_URL: 'databaseUrl',
  KAIROS_DATA: 'dataFolder',
  KAIROS_SCHEMA: 'databaseSchema',
  KAIROS_RULEBOOK: 'rulebookFolder',
  KAIROS_HOST: 'host',
  KAIROS_PORT: 'port',
  KAIROS_MASTER_KEY_FILE: 'masterKeyFile',
  KAIROS_LOG_LEVEL: 'logLevel',
}

type Env = Readonly<Record<string, string | undefined>>

/** Reads settings from `file` (default `kairos.yaml` where it exists) and the environment. Throws ConfigError. */
export function readConfig(env: Env, file?: string): Config {
  const path = file ?? 'kairos.yaml'
  if (file !== undefined && !existsSync(file)) throw new ConfigError(`${file}: no such file`)
  const written = existsSync(path) ? readYaml(path) : {}
  const parsed = settings.safeParse({ ...written, ...overrides(env) })
  if (parsed.success) return Object.freeze({ ...parsed.data, dataFolder: resolve(parsed.data.dataFolder) })
  throw new ConfigError(
    parsed.error.issues
      .map(issue => `${path}: ${issue.path.join('.') || 'settings'}: ${issue.message}`)
      .join('\n'),
  )
}

function readYaml(path: string): Record<string, unknown> {
  const document = parseDocument(readFileSync(path, 'utf8'))
  const [fault] = document.errors
  if (fault !== undefined) throw new ConfigError(`${path}: ${fault.message}`)
  const value: unknown = document.toJS({ maxAliasCount: 0 })
  if (value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value))
    throw new ConfigError(`${path}: expected names and values`)
  return value as Record<string, unknown>
}

function overrides(env: Env): Partial<Record<keyof Config, string | number>> {
  const given = Object.entries(fromEnvironment).flatMap(([name, field]) => {
    const value = env[name]
    if (value === undefined || value === '') return []
    return [[field, field === 'port' ? Number(value) : value] as const]
  })
  return Object.fromEntries(given)
}
