/**
 * Settings: defaults, then `kairos.yaml`, then the environment, then options; read once, checked, frozen. No
 * code is run. What is wrong is told all at once, each with where it was given and what belongs there.
 */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { channelName } from '../core/event/facts.ts'
import { internationalNumber } from '../intake/subject.ts'
import { nearest } from '../rulebook/nearest-word.ts'
import { expectedOfOidc, oidcSettings } from './oidc-config.ts'
import { expectedOfMonitors, monitorFields, monitorSettings } from './monitor-config.ts'
import { expectedOfSmpp, smppGateway, tlsSettings } from './smpp-config.ts'

const anyGateway = {
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  /** Messages that may be unanswered at once (G4: they are what a crash leaves in doubt). */
  window: z.int().min(1).max(100).default(16),
  partsPerSecond: z.number().min(0.1).max(100_000).default(1_000),
}

const logGateway = z.strictObject({
  ...anyGateway,
  driver: z.literal('log'),
  channel: channelName,
  /** The file that stands for the handsets. */
  file: z.string().min(1).optional(),
})

/** YAML reads bare digits as a number: that is the same 11 digits. */
const reachable = z.union([z.string(), z.int()]).transform((given, context) => {
  const number = internationalNumber(String(given))
  if (number === null) context.issues.push({ code: 'custom', message: 'no number', input: given })
  return number ?? ''
})

const smpp = smppGateway(anyGateway)
const gateway = z.discriminatedUnion('driver', [logGateway, smpp])
const gatewayFields = [...new Set([...Object.keys(logGateway.shape), ...Object.keys(smpp.shape)])]

const staffSettings = z.strictObject({
  /** A session that nobody uses ends after so many minutes, … */
  idleMinutes: z.int().min(1).max(1_440).default(30),
  /** … and any after so many hours. */
  hoursMax: z.int().min(1).max(168).default(12),
  /** One proxy stands before us: what it says of scheme and address of a caller is taken for true. */
  behindProxy: z.boolean().default(false),
  oidc: oidcSettings.optional(),
})

const comingBackSettings = z.strictObject({
  /** After so many minutes with nobody at work, what fell due meanwhile waits for staff (G14); … */
  outageMinutes: z.number().min(1).max(10_080).default(30),
  /** … who let so many messages per second go, unless they say otherwise. */
  messagesPerSecond: z.number().min(0.1).max(10_000).default(20),
})

const settings = z.strictObject({
  /** Everything that Kairos keeps on disk: database, keys, files of `log` gateways. */
  dataFolder: z.string().min(1).default('./data'),
  /** A PostgreSQL 15 or newer; absent = the embedded database in the data folder. */
  databaseUrl: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  databaseSchema: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,62}$/)
    .default('kairos'),
  rulebookFolder: z.string().min(1).optional(),
  host: z.string().min(1).max(253).default('127.0.0.1'),
  port: z.int().min(0).max(65_535).default(8460),
  /** Names under which the API may be addressed, beside localhost and `host`. */
  hosts: z.array(z.string().min(1).max(253)).max(32).default([]),
  /** Who may be sent to: a list of numbers, or `everyone` (G11). */
  sendTo: z.union([z.literal('everyone'), z.array(reachable).max(10_000)]).default([]),
  gateways: z
    .array(gateway)
    .min(1)
    .max(32)
    .refine(all => new Set(all.map(({ name }) => name)).size === all.length)
    .default([
      { name: 'log-sms', driver: 'log', channel: 'sms', window: 16, partsPerSecond: 1_000 },
      { name: 'log-voice', driver: 'log', channel: 'voice', window: 16, partsPerSecond: 1_000 },
      { name: 'log-staff-call', driver: 'log', channel: 'staff-call', window: 16, partsPerSecond: 1_000 },
    ]),
  masterKeyFile: z.string().min(1).optional(),
  staff: staffSettings.prefault({}),
  comingBack: comingBackSettings.prefault({}),
  monitors: monitorSettings,
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
})

export type Config = Readonly<z.infer<typeof settings>>
export type GatewayConfig = Config['gateways'][number]
export type SmppGatewayConfig = Extract<GatewayConfig, { driver: 'smpp' }>

/** A gateway made by the program itself, with the defaults of any. */
export const checkedGateway = (asked: z.input<typeof gateway>): GatewayConfig => gateway.parse(asked)

/** What belongs there, for whoever wrote something else. */
const expected: Readonly<
  Record<
    | keyof Config
    | keyof z.infer<typeof logGateway>
    | Exclude<keyof Config['staff'], 'oidc'>
    | keyof Config['comingBack']
    | keyof typeof expectedOfMonitors,
    string
  >
> = {
  dataFolder: 'the path of a folder',
  databaseUrl: 'a PostgreSQL address such as postgres://user:password@host:5432/name',
  databaseSchema: 'a name of lower-case letters, digits and "_", at most 63',
  rulebookFolder: 'the path of a folder',
  host: 'a name or address to listen on, such as 127.0.0.1',
  port: 'a whole number from 0 to 65535; 0 takes any free one',
  hosts: 'a list of host names, at most 32',
  sendTo:
    '"everyone", or a list of numbers: 11 digits of a Chinese mobile, or country and number such as "+8613800138000", in quotes',
  gateways: 'a list of 1 to 32 gateways, each under a name of its own',
  masterKeyFile: 'the path of a file',
  staff: 'settings for staff who sign in: idleMinutes, hoursMax, behindProxy, oidc',
  ...expectedOfMonitors,
  comingBack: 'settings for the return after an outage: outageMinutes, messagesPerSecond',
  outageMinutes: 'a number of minutes from 1 to 10080',
  messagesPerSecond: 'a number from 0.1 to 10000',
  idleMinutes: 'a whole number of minutes from 1 to 1440',
  hoursMax: 'a whole number of hours from 1 to 168',
  behindProxy: 'true or false',
  logLevel: 'fatal, error, warn, info or debug',
  name: 'lower-case letters, digits and "-", beginning with a letter, at most 40',
  driver: 'log or smpp',
  channel: channelName.options.join(', '),
  window: 'a whole number from 1 to 100',
  partsPerSecond: 'a number from 0.1 to 100000',
  file: 'the path of a file',
}

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

/** A setting and where it was given: `kairos.yaml`, `KAIROS_PORT`, `--port`. */
export interface Given {
  readonly field: string
  readonly value: unknown
  readonly from: string
}

/**
 * Reads settings from `file` (default `kairos.yaml` where it exists), the environment and `options`, the later
 * winning over the earlier. Throws ConfigError.
 */
export function readConfig(env: Env, file?: string, options: readonly Given[] = []): Config {
  const all = [...written(file), ...[...inEnvironment(env), ...options].map(fromText)]
  const merged = Object.fromEntries(all.map(({ field, value }) => [field, value]))
  const parsed = settings.safeParse(merged)
  if (parsed.success) return Object.freeze({ ...parsed.data, dataFolder: resolve(parsed.data.dataFolder) })
  const whence = new Map(all.map(({ field, from }) => [field, from]))
  throw new ConfigError([...new Set(parsed.error.issues.flatMap(issue => told(issue, whence)))].join('\n'))
}

/** Environment and options hold only text; one setting is a number. */
const fromText = ({ field, value, from }: Given): Given =>
  field === 'port' && /^\d+$/.test(String(value))
    ? { field, value: Number(value), from }
    : { field, value, from }

function told(issue: z.core.$ZodIssue, whence: ReadonlyMap<string, string>): string[] {
  const [field = ''] = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') {
    const known = knownAt(issue.path)
    return issue.keys.map(key => {
      const near = nearest(key, known)
      const hint = near === null ? `there are ${known.join(', ')}` : `did you mean "${near}"?`
      return `${whence.get(field === '' ? key : field) ?? ''}: there is no setting "${[...issue.path, key].join('.')}"; ${hint}`
    })
  }
  const meanings: Readonly<Record<string, string>> = { ...expected, ...moreExpected(field) }
  const name = issue.path.findLast(part => typeof part === 'string' && Object.hasOwn(meanings, part))
  const meaning = meanings[String(name ?? field)]
  return [`${whence.get(field) ?? 'settings'}: ${issue.path.join('.')} must be ${meaning}`]
}

const moreExpected = (field: string): Readonly<Record<string, string>> =>
  field === 'gateways' ? expectedOfSmpp : field === 'staff' ? expectedOfOidc : {}

function knownAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return Object.keys(settings.shape)
  if (path[0] === 'staff') return Object.keys(path.length === 1 ? staffSettings.shape : oidcSettings.shape)
  if (path[0] === 'monitors') return monitorFields
  if (path[0] === 'comingBack') return Object.keys(comingBackSettings.shape)
  return path.at(-1) === 'tls' ? Object.keys(tlsSettings.shape) : gatewayFields
}

function written(file: string | undefined): Given[] {
  const path = file ?? 'kairos.yaml'
  if (!existsSync(path)) {
    if (file === undefined) return []
    throw new ConfigError(`${file}: no such file; --config names the settings`)
  }
  return Object.entries(readYaml(path)).map(([field, value]) => ({ field, value, from: path }))
}

function readYaml(path: string): Record<string, unknown> {
  const document = parseDocument(textIn(path))
  const [fault] = document.errors
  if (fault !== undefined) throw new ConfigError(`${path}: ${fault.message}`)
  const value: unknown = document.toJS({ maxAliasCount: 0 })
  if (value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value))
    throw new ConfigError(`${path}: expected names and values, such as "port: 8460"`)
  return value as Record<string, unknown>
}

function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new ConfigError(`${path} cannot be read: ${(error as Error).message}`, { cause: error })
  }
}

const inEnvironment = (env: Env): Given[] =>
  Object.entries(fromEnvironment).flatMap(([name, field]) => {
    const value = env[name]
    return value === undefined || value === '' ? [] : [{ field, value, from: name }]
  })
