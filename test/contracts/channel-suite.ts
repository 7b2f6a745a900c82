/**
 * One suite for every driver of the Channel seam (the contract stands in `src/channels/channel.ts`).
 *
 * A driver brings its far side: the other end of its wire, which can be told to misbehave. From a case that
 * cannot arise behind it, a driver is excused by a written reason, which the run shows.
 */
import { describe, expect, test } from 'vitest'
import type { Gateway } from '../../src/channels/channel.ts'
import { channelCases } from './channel-cases.ts'
import type { ChannelCase, Stage } from './channel-cases.ts'
import { Ear } from './far-side.ts'
import type { FarSide } from './far-side.ts'

export interface Driver {
  readonly name: string
  /** Room of an idle driver; 4 or more. */
  readonly window: number
  readonly excused: Partial<Record<ChannelCase, string>>
  farSide(): Promise<FarSide>
}

const reasonMin = 30

export function channelSuite(driver: Driver): void {
  const excused = new Map(Object.entries(driver.excused))
  const cases = Object.entries(channelCases)
  describe(`channel contract: ${driver.name}`, () => {
    test.each(cases.filter(([name]) => !excused.has(name)))('%s', async (_name, run) => {
      const gateway = await played(driver, run)
      expect(gateway.room()).toBe(0)
    })
    test.each([...excused])('is excused from "%s": %s', (_name, reason) => {
      expect(reason.length).toBeGreaterThan(reasonMin)
    })
  })
}

/** Plays one case and closes the driver, which it returns. */
async function played(driver: Driver, run: (stage: Stage) => Promise<void>): Promise<Gateway> {
  const far = await driver.farSide()
  const gateway = far.connect()
  const ear = new Ear()
  try {
    await gateway.start(ear)
    await gateway.resume([], [])
    await run({ far, gateway, ear, window: driver.window })
  } finally {
    far.release()
    await gateway.close(1_000)
    await far.dispose()
  }
  return gateway
}
