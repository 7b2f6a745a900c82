/** What every command works with, and how it speaks: for people by default, JSON with `--json`. */
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { type Logger, pino } from 'pino'
import { logOptions } from '../../api/log.ts'
import type { Language } from '../../core/event/facts.ts'
import { type Client, withClient } from '../client.ts'
import { type Config, readConfig } from '../config.ts'

export interface Context {
  readonly config: Config
  readonly log: Logger
  readonly language: Language
  readonly json: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  /** Prints the value as JSON, or the text made of it. */
  show<T>(value: T, text: (value: T) => string): void
  client<T>(use: (client: Client) => Promise<T>): Promise<T>
}

interface Globals {
  readonly json?: boolean
  readonly config?: string
  readonly data?: string
  readonly lang?: string
  readonly keyFile?: string
}

/** Options that every command takes. */
export function withGlobals(program: Command): Command {
  return program
    .option('--json', 'answer in JSON, for machines')
    .option('--config <file>', 'settings (default: kairos.yaml where it exists)')
    .option('--data <folder>', 'data folder (default: ./data)')
    .option('--lang <language>', 'zh-CN or en (default: as the environment says)')
    .option('--key-file <file>', 'API key to use (default: the one in the data folder)')
}

type Env = Context['env']

export function contextOf(command: Command, env: Env, change: Partial<Config> = {}): Context {
  const globals: Globals = command.optsWithGlobals()
  const overlay = globals.data === undefined ? env : { ...env, KAIROS_DATA: globals.data }
  const config = Object.freeze({ ...readConfig(overlay, globals.config), ...change })
  const log = pino({ ...logOptions, level: config.logLevel }, pino.destination({ dest: 2, sync: true }))
  const json = globals.json === true
  return {
    config,
    log,
    env,
    json,
    language: languageOf(globals.lang, env),
    show: (value, text) =>
      void process.stdout.write(`${json ? JSON.stringify(value, null, 2) : text(value)}\n`),
    client: use => withClient({ config, log, key: keyIn(globals.keyFile) }, use),
  }
}

const keyIn = (file: string | undefined): string | undefined =>
  file === undefined ? undefined : readFileSync(file, 'utf8').trim()

function languageOf(given: string | undefined, env: Env): Language {
  if (given !== undefined) return given.startsWith('zh') ? 'zh-CN' : 'en'
  return (env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '').startsWith('zh') ? 'zh-CN' : 'en'
}
