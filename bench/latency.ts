/**
 * From intake to gateway at half load: how long it takes from sending a fact that crosses a limit (`POST /events`, in
 * batches every 50 ms) until the gateway has the reminder. Half load is half of what the same Kairos took a moment
 * before as fast as it could. Read from outside: the gateway's file has a time for every message.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { linesOf } from '../src/channels/log/file.ts'
import { parseLine } from '../src/channels/log/line.ts'
import type { Arrival } from '../src/core/event/arrival.ts'
import { type Measure, perSecond, quantile, whole } from './clockwork.ts'
import type { Bench, DatabaseKind } from './databases.ts'
import { cloudEventOf, Facts, isCrossing } from './facts.ts'
import { batchOf, postAll } from './intake.ts'
import { batchType, handedOverPath, installed, type Served, serveOn } from './served.ts'

const everyMs = 50
const settleMaxMs = 60_000

export interface LatencyAsk {
  /** Bodies of 1,000 to find the full load. */
  readonly bodies: number
  readonly seconds: number
}

export interface Latency {
  /** Facts per second at half load. */
  readonly rate: number
  readonly messages: number
  readonly p50: number
  readonly p99: number
}

export async function latencyAtHalfLoad(bench: Bench, served: Served, ask: LatencyAsk): Promise<Latency> {
  const full = Array.from({ length: ask.bodies }, () => batchOf(served.facts, 1_000))
  await postAll(served, batchType, full.slice(0, ask.bodies / 2))
  const rate = (1_000 * (await postAll(served, batchType, full.slice(ask.bodies / 2)))) / 2
  await settled(served)
  const from = Date.now()
  const sentAt = await paced(served, { perTick: Math.round((rate * everyMs) / 1_000), seconds: ask.seconds })
  await settled(served)
  const waits = await waitsOf(handedOverPath(bench), from, sentAt)
  return { rate, messages: waits.length, p50: quantile(waits, 0.5), p99: quantile(waits, 0.99) }
}

/** Sends so many every tick, whether or not the former ones are answered; resolves to when each number's crossing left. */
async function paced(
  { facts, post }: Served,
  { perTick, seconds }: { readonly perTick: number; readonly seconds: number },
): Promise<ReadonlyMap<string, number>> {
  const sentAt = new Map<string, number>()
  const posts: Promise<unknown>[] = []
  const begin = performance.now()
  for (let tick = 0; tick < (seconds * 1_000) / everyMs; tick += 1) {
    await sleep(Math.max(0, begin + tick * everyMs - performance.now()))
    const now = Date.now()
    const arrivals = facts.next(perTick, now)
    for (const arrival of arrivals.filter(isCrossing)) sentAt.set(numberIn(arrival), now)
    posts.push(post(batchType, Buffer.from(JSON.stringify(arrivals.map(cloudEventOf)))))
  }
  await Promise.all(posts)
  return sentAt
}

const numberIn = ({ subject }: Arrival): string => (subject.kind === 'number' ? subject.number : '')

/** Until nothing is left to be sent. */
async function settled({ running }: Served): Promise<void> {
  const { database } = running.installation
  const text = `select 1 as one from reminder where state = 'planned' limit 1`
  for (const end = performance.now() + settleMaxMs; performance.now() < end; await sleep(200)) {
    if ((await database.read({ text, values: [] })).length === 0) return
  }
  throw new Error(`reminders were still waiting after ${settleMaxMs} ms`)
}

/** Milliseconds, ascending. */
async function waitsOf(
  path: string,
  from: number,
  sentAt: ReadonlyMap<string, number>,
): Promise<readonly number[]> {
  const waits: number[] = []
  for await (const text of linesOf(path)) {
    const line = parseLine(text)
    if (line === null || line.at < from) continue
    const sent = sentAt.get(line.number)
    if (sent !== undefined) waits.push(line.at - sent)
  }
  return waits.sort((a, b) => a - b)
}

export async function benchLatency(bench: Bench, size: number): Promise<Measure> {
  const { database } = await installed(bench, size)
  await database.close()
  const served = await serveOn(bench, new Facts(size))
  try {
    return latencyRow(bench.kind, size, await latencyAtHalfLoad(bench, served, { bodies: 80, seconds: 20 }))
  } finally {
    await served.stop()
  }
}

export const latencyRow = (
  kind: DatabaseKind,
  size: number,
  { rate, messages, p50, p99 }: Latency,
): Measure => ({
  what: `fact to gateway, ${kind}, ${whole(size)} accounts`,
  figure: `p50 ${whole(p50)} ms, p99 ${whole(p99)} ms`,
  floor: `half load: ${perSecond(rate)} facts, ${whole(messages)} messages`,
  ratio: '–',
  target: 'p99 < 1 s',
})
