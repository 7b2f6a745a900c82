/** Waiting for a database that is in trouble: with back-off, for as long as the engine runs (G10). */
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseError } from '../store/database.ts'
import type { TurnParts } from './turn/parts.ts'

const firstPauseMs = 50
const longestPauseMs = 5_000

type Parts = Pick<TurnParts, 'meter' | 'log' | 'signal'>

/** The engine was stopped while it waited. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** 50 ms, 100 ms … 5 s. */
export async function pause(parts: Parts, tries: number): Promise<void> {
  if (parts.signal.aborted) throw new Stopped('stopped while the database was in trouble')
  parts.meter.retries += 1
  const ms = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(tries, 20))
  await sleep(ms, undefined, { signal: parts.signal }).catch(() => undefined)
  if (parts.signal.aborted) throw new Stopped('stopped while the database was in trouble')
}

/** Repeats work that changes nothing when it fails: reads, and writes that may be written twice. */
export async function patiently<T>(parts: Parts, work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isTrouble(error)) throw error
      parts.log.warn({ error }, 'the database is in trouble; trying again')
    }
    await pause(parts, tries)
  }
}

/** Outside our events and our code: connection, disk, 40, 53, 57. */
export const isTrouble = (error: unknown): boolean =>
  error instanceof DatabaseError && (error.kind === 'retry' || error.kind === 'unknown-outcome')

export const isKind = (error: unknown, kind: DatabaseError['kind']): boolean =>
  error instanceof DatabaseError && error.kind === kind
