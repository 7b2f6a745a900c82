/** The stop button (G12): pausing holds, resuming lets go; nothing planned is lost. */
import type { Desk } from '../../api/desk.ts'
import { pause as insertPause, readPauses, resume as deletePause } from '../../store/pause.ts'
import { type DeskParts, refuse } from './parts.ts'

export function pausesDesk(parts: DeskParts): Pick<Desk, 'listPauses' | 'pause' | 'resume'> {
  const { database, clock, surroundings, engine, log } = parts
  const changed = async (): Promise<void> => {
    await surroundings.reload(clock.now())
    engine.changed()
  }
  return {
    listPauses: async () => ({ items: [...(await readPauses(database))] }),
    async pause({ kind, value, note }, actor) {
      const row = { kind, value, note, by: actor.name, since: clock.now() }
      await database.transact([insertPause(row)])
      await changed()
      log.warn({ kind, value, by: actor.name }, 'paused')
      return (await readPauses(database)).find(one => one.kind === kind && one.value === value) ?? row
    },
    async resume({ kind, value }, actor) {
      const stands = (await readPauses(database)).find(one => one.kind === kind && one.value === value)
      if (stands === undefined) return refuse('not-found', `nothing is paused as ${kind} ${value}`)
      await database.transact([deletePause({ kind, value })])
      await changed()
      log.warn({ kind, value, by: actor.name }, 'resumed')
      return stands
    },
  }
}
