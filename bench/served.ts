/** Kairos as `kairos serve` runs it, over accounts that are there already, spoken to by HTTP. */
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { type Config, readConfig } from '../src/main/config.ts'
import { type Installation, keyPath, openInstallation } from '../src/main/installation.ts'
import { type Running, serve } from '../src/main/serve.ts'
import type { Bench } from './databases.ts'
import type { Facts } from './facts.ts'
import { populate, realRulebook, settledAt } from './population.ts'
import { quietLog } from './twins.ts'

export const gatewayWindow = 100

/** Everyone may be sent to: the gateways are files in a folder that is removed afterwards (G11). */
export function configOn(bench: Bench): Config {
  const server = bench.url === undefined ? {} : { DATABASE_URL: bench.url, KAIROS_SCHEMA: 'served' }
  const channels = ['sms', 'voice'] as const
  return {
    ...readConfig({ KAIROS_DATA: join(bench.folder, 'served'), KAIROS_PORT: '0', ...server }),
    sendTo: 'everyone',
    gateways: channels.map(channel => ({
      name: `log-${channel}`,
      driver: 'log',
      channel,
      window: gatewayWindow,
      partsPerSecond: 100_000,
      file: join(bench.folder, `${channel}.ndjson`),
    })),
  }
}

/** The file of hand-overs. */
export const handedOverPath = (bench: Bench): string => join(bench.folder, 'sms.ndjson')

/** An installation with so many accounts; whoever opens it closes its database. */
export async function installed(bench: Bench, size: number): Promise<Installation> {
  const now = Date.now()
  const installation = await openInstallation(configOn(bench), { now: () => now })
  const { database, vault } = installation
  await populate(database, size, { settled: settledAt(realRulebook(), now), vault, now })
  return installation
}

export interface Served {
  readonly running: Running
  readonly facts: Facts
  /** Sends a body to `POST /events`; fails unless it is answered 200. Resolves to the answer's text. */
  readonly post: (type: string, body: Uint8Array) => Promise<string>
  stop(): Promise<void>
}

export const batchType = 'application/cloudevents-batch+json'
export const linesType = 'application/x-ndjson'

/** Connections at once. */
export const connections = 4

/** @param facts about the accounts of its installation */
export async function serveOn(bench: Bench, facts: Facts): Promise<Served> {
  const config = configOn(bench)
  const running = await serve(config, quietLog)
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const authorization = `Bearer ${readFileSync(keyPath(config), 'utf8').trim()}`
  const post = (type: string, body: Uint8Array): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = { authorization, 'content-type': type, 'content-length': body.length }
      const asked = request(`${running.url}/events`, { method: 'POST', agent, headers }, answer => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('error', reject)
        answer.on('end', () => {
          const text = Buffer.concat(pieces).toString('utf8')
          if (answer.statusCode === 200) resolve(text)
          else reject(new Error(`answered ${answer.statusCode}: ${text.slice(0, 200)}`))
        })
      })
      asked.on('error', reject)
      asked.end(body)
    })
  const stop = async (): Promise<void> => {
    agent.destroy()
    await running.stop()
  }
  return { running, facts, post, stop }
}
