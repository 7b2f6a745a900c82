/** A place for one siege: a folder with settings and a rulebook, in which nothing survives the test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyRulebook, type RestHours } from './rulebook-copy.ts'

export interface Server {
  readonly url: string
  readonly schema: string
}

export interface Site {
  readonly folder: string
  readonly dataFolder: string
  readonly config: string
  readonly rulebook: string
  readonly rest: RestHours
  /** Null: the embedded database. */
  readonly server: Server | null
  /** Of Kairos: nothing of ours leaks in. */
  readonly env: Readonly<Record<string, string>>
}

/** Small, so that a crash while reminders leave finds it full. */
export const windowSize = 8

export const gateways = ['log-sms', 'log-voice'] as const

export function makeSite(server: Server | null): Site {
  const folder = mkdtempSync(join(tmpdir(), 'kairos-kill-'))
  const dataFolder = join(folder, 'data')
  mkdirSync(dataFolder, { mode: 0o700 })
  const config = join(folder, 'kairos.yaml')
  const rulebook = join(folder, 'rulebook')
  const rest = copyRulebook(rulebook, Date.now())
  const channels = { 'log-sms': 'sms', 'log-voice': 'voice' }
  const settings = {
    sendTo: 'everyone',
    host: '127.0.0.1',
    port: 0,
    rulebookFolder: rulebook,
    logLevel: 'warn',
    gateways: gateways.map(name => ({ name, driver: 'log', channel: channels[name], window: windowSize })),
  }
  // JSON is YAML.
  writeFileSync(config, JSON.stringify(settings))
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    // A start then takes two thirds of the time. `kill -9` leaves no time to fill it: `prepare` does.
    NODE_COMPILE_CACHE: join(folder, 'compile-cache'),
    ...(server === null ? {} : { DATABASE_URL: server.url, KAIROS_SCHEMA: server.schema }),
  }
  return { folder, dataFolder, config, rulebook, rest, server, env }
}

export const logFile = (site: Site, gateway: string): string => join(site.dataFolder, `${gateway}.ndjson`)

export const removeSite = (site: Site): void => rmSync(site.folder, { recursive: true, force: true })
