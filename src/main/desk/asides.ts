/** What was set aside (G10): seen, tried again, or discarded with a reason; it keeps its id. */
import type { Actor } from '../../api/actor.ts'
import type { Desk } from '../../api/desk.ts'
import type { Arrival, SetAsideReason } from '../../core/event/arrival.ts'
import { rawPlace } from '../../engine/turn/personal.ts'
import { cloudEventOf } from '../../intake/cloud-event.ts'
import { type AsideView, discardAside, findAside, listAside, rawAside } from '../../store/set-aside.ts'
import { audited } from './audit.ts'
import { correctAsideOf } from './correction.ts'
import { badCursor, cursorOf, type DeskParts, pageOf, readCursor, refuse } from './parts.ts'

type Nouns =
  'listSetAside' | 'getSetAside' | 'getSetAsideRaw' | 'replaySetAside' | 'correctSetAside' | 'discardSetAside'

/** Events tried again in one call. */
const replayMax = 1_000

const viewOf = ({ seq, id, ...row }: AsideView) => ({ ...row, id: String(seq), eventId: id })

const missing = (id: string) => refuse('not-found', `no event was set aside under ${id}`)

export function asidesDesk(parts: DeskParts): Pick<Desk, Nouns> {
  const { database, clock, engine } = parts
  const ofReason = async (reason: SetAsideReason, rowsMax: number): Promise<readonly AsideView[]> =>
    listAside(database, { state: 'set-aside', reason, since: 0, before: Number.MAX_SAFE_INTEGER, rowsMax })
  return {
    async listSetAside({ state, reason, since, after, limit }) {
      const cursor = readCursor(after, ['number'])
      if (cursor === 'bad') return badCursor
      const before = cursor?.[0] ?? Number.MAX_SAFE_INTEGER
      const wanted = { state, reason: reason ?? null, since: since ?? 0 }
      const rows = await listAside(database, { ...wanted, before, rowsMax: limit + 1 })
      const { items, next } = pageOf(rows, limit, row => cursorOf(row.seq))
      return { items: items.map(viewOf), next }
    },
    async getSetAside({ id }) {
      const row = await findAside(database, Number(id))
      return row === null ? missing(id) : viewOf(row)
    },
    getSetAsideRaw: (of, actor) => rawSetAside(parts, of, actor),
    async replaySetAside({ ids, reason }, actor) {
      const asked = ids ?? (await ofReason(reason!, replayMax)).map(row => String(row.seq))
      const deed = { action: 'set-aside.replay', object: reason ?? 'by id', details: { ids: asked } }
      await database.transact([audited(actor, clock.now(), deed)])
      const verdicts = await engine.replay(asked.map(Number))
      const count = (state: string): number => verdicts.filter(verdict => verdict.state === state).length
      const remaining = reason === undefined ? 0 : (await ofReason(reason, replayMax)).length
      return {
        decided: count('decided'),
        duplicate: count('duplicate'),
        setAside: count('set-aside') + count('waiting'),
        remaining,
      }
    },
    correctSetAside: (of, actor) => correctAsideOf(parts, of, actor),
    async discardSetAside({ id, reason }, actor) {
      const row = await findAside(database, Number(id))
      if (row === null) return missing(id)
      if (row.state !== 'set-aside')
        return refuse('wrong-state', `it is ${row.state}: only a set-aside event can be discarded`)
      const at = clock.now()
      await database.transact([
        discardAside([Number(id)], at, `${actor.name}: ${reason}`),
        audited(actor, at, { action: 'set-aside.discard', object: id, reason }),
      ])
      return viewOf({ ...row, state: 'discarded', note: `${actor.name}: ${reason}` })
    },
  }
}

/** With all that is personal in it: recorded, and of staff a reason is asked for. */
async function rawSetAside(
  { database, vault, clock, log }: DeskParts,
  { id, reason }: { readonly id: string; readonly reason?: string | undefined },
  actor: Actor,
) {
  if (actor.kind === 'staff' && reason === undefined)
    return refuse(
      'reason-needed',
      'say why, as ?reason=…: the event is shown with all that is personal in it',
    )
  const [row] = await rawAside(database, [Number(id)])
  if (row === undefined) return missing(id)
  const deed = { action: 'set-aside.raw', object: id, reason }
  await database.transact([audited(actor, clock.now(), deed)])
  log.warn({ id, by: actor.name }, 'an event was seen as it came, personal fields included')
  const event = JSON.parse(vault.unsealHouse(row.raw, rawPlace(row.time))) as Record<string, unknown>
  return {
    id,
    event,
    correctable: row.origin === 'outside' ? cloudEventOf(event as unknown as Arrival) : null,
  }
}
