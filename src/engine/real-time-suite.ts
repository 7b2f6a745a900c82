/** Real time for the engine's tests: a clock that begins where the test wants it, and waiting for what must come. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from './clock.ts'

/** Real time that began at `start`. */
export function clockFrom(start: number): Clock {
  const zero = performance.now()
  return { now: () => start + Math.floor(performance.now() - zero), elapsed: () => performance.now() }
}

export async function until(holds: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('it did not come about in time')
    await sleep(5)
  }
}
