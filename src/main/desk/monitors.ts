/** Monitors (NF-29): what the engine measured last, and the feeds that policy watches (G13). */
import type { Desk } from '../../api/desk.ts'
import { readSources } from '../../store/source-seen.ts'
import type { DeskParts } from './parts.ts'

interface Parts extends Pick<DeskParts, 'database' | 'clock'> {
  readonly surroundings: Pick<DeskParts['surroundings'], 'rulebookAt'>
  readonly engine: Pick<DeskParts['engine'], 'measured'>
}

export function monitorsDesk({ database, clock, surroundings, engine }: Parts): Pick<Desk, 'monitors'> {
  return {
    async monitors() {
      const at = clock.now()
      const seen = new Map((await readSources(database)).map(row => [row.source, row.lastArrival]))
      const limits = Object.entries(surroundings.rulebookAt(at).policy.sources)
      return {
        at,
        items: engine.measured().map(({ rules, withinMs, ...rest }) => ({
          ...rest,
          rules: [...rules],
          withinSeconds: withinMs / 1_000,
          percent: rest.ended === 0 ? null : Math.round((1_000 * rest.inTime) / rest.ended) / 10,
        })),
        feeds: limits.map(([source, { quietAfterMs }]) => {
          const lastArrival = seen.get(source) ?? null
          const isQuiet = lastArrival !== null && at - lastArrival > quietAfterMs
          return { source, lastArrival, quietAfterSeconds: Math.round(quietAfterMs / 1_000), isQuiet }
        }),
      }
    },
  }
}
