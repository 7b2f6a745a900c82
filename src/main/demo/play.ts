/** Plays a month by the discrete clock: the simulated operator's, or one from a file. */
import type { Logger } from 'pino'
import type { Gateway } from '../../channels/channel.ts'
import { decide } from '../../core/decide.ts'
import type { Instant } from '../../core/units.ts'
import { SettableClock } from '../../engine/clock.ts'
import { type Progress, runDiscrete } from '../../engine/discrete.ts'
import type { Facts } from '../../engine/feed.ts'
import { Machine } from '../../engine/machine.ts'
import type { Meter } from '../../engine/meter.ts'
import type { Database } from '../../store/database.ts'
import type { Vault } from '../../store/vault.ts'
import type { SurroundingsKeeper } from '../surroundings.ts'

export interface Play {
  readonly database: Database
  readonly vault: Vault
  readonly surroundings: SurroundingsKeeper
  readonly gateways: readonly Gateway[]
  readonly seed: string
  readonly from: Instant
  readonly until: Instant
  readonly feed: Facts
  readonly onProgress: (progress: Progress) => void
  readonly log: Logger
  readonly signal?: AbortSignal
}

/** Plays it to the end; what is still under way then stays in the database. */
export async function play(ask: Play): Promise<Meter> {
  const { database, vault, surroundings, gateways, seed, from, until, feed, onProgress, log, signal } = ask
  const clock = new SettableClock(from)
  const machine = await Machine.open({
    database,
    vault,
    decide,
    surroundingsAt: surroundings.at,
    secret: Buffer.from(seed),
    gateways,
    clock,
    log,
    holder: 'simulation',
    markPath: null,
    limits: { throttled: false, handOverMs: Infinity },
  })
  try {
    await runDiscrete({
      machine,
      clock,
      feed,
      until,
      onProgress,
      ...(signal === undefined ? {} : { signal }),
    })
    return machine.parts.meter
  } finally {
    await machine.close(1_000)
  }
}
