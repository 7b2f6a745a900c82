/** The stop button (G12): pausing holds, resuming lets go; nothing planned is lost. */
import type { Desk } from '../../api/desk.ts'
import type { Refusal } from '../../api/refusal.ts'
import { channelName } from '../../core/event/facts.ts'
import type { Instant } from '../../core/units.ts'
import type { Pause } from '../../core/world.ts'
import { nearest } from '../../rulebook/nearest-word.ts'
import { closeAlarms } from '../../store/alarm.ts'
import type { Statement } from '../../store/database.ts'
import { pause as insertPause, readPauses, resume as deletePause } from '../../store/pause.ts'
import { unguard } from '../../store/rulebook-version.ts'
import type { SurroundingsKeeper } from '../surroundings.ts'
import { audited } from './audit.ts'
import { type DeskParts, refuse } from './parts.ts'

export function pausesDesk(parts: DeskParts): Pick<Desk, 'listPauses' | 'pause' | 'resume'> {
  const { database, clock, surroundings, engine, log } = parts
  const changed = async (): Promise<void> => {
    await surroundings.reload(clock.now())
    engine.changed()
  }
  const standing = async (kind: string, value: string) =>
    (await readPauses(database)).find(one => one.kind === kind && one.value === value)
  return {
    listPauses: async () => ({ items: [...(await readPauses(database))] }),
    async pause({ kind, value, note }, actor) {
      await surroundings.reload(clock.now())
      const no = stopsNothing({ kind, value }, surroundings)
      if (no !== null) return no
      const since = clock.now()
      const row = { kind, value, note, by: actor.name, since }
      const stands = await standing(kind, value)
      if (stands !== undefined) return stands
      const deed = { action: 'pause.set', object: `${kind}/${value}`, reason: note }
      await database.transact([insertPause(row), audited(actor, since, deed)])
      await changed()
      log.warn({ kind, value, by: actor.name }, 'paused')
      return (await standing(kind, value)) ?? row
    },
    async resume({ kind, value }, actor) {
      const stands = await standing(kind, value)
      if (stands === undefined)
        return refuse(
          'not-found',
          kind === 'all' ? 'nothing is stopped as a whole' : `${kind} ${value} is not stopped`,
        )
      const deed = { action: 'pause.lift', object: `${kind}/${value}` }
      const lifted = [deletePause({ kind, value }), ...answered({ kind, value }, clock.now())]
      await database.transact([...lifted, audited(actor, clock.now(), deed)])
      await changed()
      log.warn({ kind, value, by: actor.name }, 'resumed')
      return stands
    },
  }
}

/** Whoever lets a version go on has looked at what the blast guard asked. */
const answered = ({ kind, value }: Pause, now: Instant): readonly Statement[] =>
  kind === 'version' ? [unguard(value), closeAlarms('blast-guard', [value], now)] : []

/** A slip of the pen in an emergency must not look like a success. */
function stopsNothing({ kind, value }: Pause, surroundings: SurroundingsKeeper): Refusal | null {
  switch (kind) {
    case 'all':
      return null
    case 'rule':
      return known('rule', value, surroundings.ruleIds())
    case 'version':
      return known('rulebook version', value, surroundings.versionNames())
    case 'channel':
      return known('channel', value, channelName.options)
    case 'scope':
      return /^(province|city)\/[^/]+$/.test(value)
        ? null
        : refuse('invalid-input', 'a scope is province/NAME or city/NAME, such as city/taizhou', 'value')
  }
}

function known(what: string, value: string, names: readonly string[]): Refusal | null {
  if (names.includes(value)) return null
  const near = nearest(value, names)
  const hint = near === null ? '' : `; did you mean "${near}"?`
  return refuse('not-found', `there is no ${what} ${value}${hint}`, 'value')
}
