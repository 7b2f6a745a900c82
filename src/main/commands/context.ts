/** What every command works with, and how it speaks: for people by default, JSON with `--json`. */
import { type Command, Option } from 'commander'
import { type Logger, pino } from 'pino'
import { logOptions } from '../../api/log.ts'
import type { Language } from '../../core/event/facts.ts'
import { type Client, withClient } from '../client.ts'
import { type Config, type Given, readConfig } from '../config.ts'

export interface Context {
  readonly config: Config
  readonly log: Logger
  readonly language: Language
  readonly json: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  /** Named by `--key-file`; undefined for the one in the data folder. */
  readonly keyFile: string | undefined
  /** Prints the value as JSON, or the text made of it. */
  show<T>(value: T, text: (value: T) => string): void
  client<T>(use: (client: Client) => Promise<T>): Promise<T>
}

interface Globals {
  readonly json?: boolean
  readonly config?: string
  readonly data?: string
  readonly port?: string
  readonly lang?: Language
  readonly keyFile?: string
}

const languages: readonly Language[] = ['zh-CN', 'en']

/** Options that every command takes. */
export function withGlobals(program: Command): Command {
  return program
    .option('--json', 'answer in JSON, for machines')
    .option('--config <file>', 'settings (default: kairos.yaml where it exists)')
    .option('--data <folder>', 'data folder (default: ./data)')
    .addOption(
      new Option('--lang <language>', 'language of reports (default: as the environment says)').choices(
        languages,
      ),
    )
    .option('--key-file <file>', 'API key to use (default: the one in the data folder)')
}

type Env = Context['env']

/** @param speaks whether what goes on is worth a line of log; else only what is out of order is. */
export function contextOf(command: Command, env: Env, speaks = false): Context {
  const { config: file, data, port, lang, keyFile, json = false } = command.optsWithGlobals<Globals>()
  const given: Given[] = [
    ...(data === undefined ? [] : [{ field: 'dataFolder', value: data, from: '--data' }]),
    ...(port === undefined ? [] : [{ field: 'port', value: port, from: '--port' }]),
  ]
  const config = readConfig(env, file, given)
  const isChosen = (env['KAIROS_LOG_LEVEL'] ?? '') !== ''
  const level = speaks || isChosen || config.logLevel !== 'info' ? config.logLevel : 'warn'
  const log = pino({ ...logOptions, level }, pino.destination({ dest: 2, sync: true }))
  return {
    config,
    log,
    env,
    json,
    keyFile,
    language: lang ?? languageOf(env),
    show: (value, text) =>
      void process.stdout.write(`${json ? JSON.stringify(value, null, 2) : text(value)}\n`),
    client: use => withClient({ config, log, keyFile }, use),
  }
}

const languageOf = (env: Env): Language =>
  (env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '').startsWith('zh') ? 'zh-CN' : 'en'
