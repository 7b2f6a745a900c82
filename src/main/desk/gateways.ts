import type { z } from 'zod'
import type { Desk } from '../../api/desk.ts'
import type { Refusal } from '../../api/refusal.ts'
import type { gatewayView } from '../../api/shapes/gateway.ts'
import type { Gateway, ReceiptClock } from '../../channels/channel.ts'
import { nearest } from '../../rulebook/nearest-word.ts'
import { inDoubtByGateway } from '../../store/attempt-counts.ts'
import { drainGateway, type DrainRow, readDrains, resumeGateway } from '../../store/gateway-drain.ts'
import { readQueues } from '../../store/reminder-queue.ts'
import { audited } from './audit.ts'
import { type DeskParts, refuse } from './parts.ts'

interface Parts {
  readonly database: DeskParts['database']
  readonly clock: DeskParts['clock']
  readonly log: Pick<DeskParts['log'], 'warn'>
  readonly engine: Pick<DeskParts['engine'], 'changed' | 'drain' | 'gateways' | 'recent' | 'unanswered'>
}

type View = z.output<typeof gatewayView>
type Answers = Pick<Desk, 'listGateways' | 'drainGateway' | 'resumeGateway' | 'traceGateway' | 'listQueues'>

export function gatewaysDesk({ database, clock, log, engine }: Parts): Answers {
  const views = async (): Promise<View[]> => {
    const inDoubt = await inDoubtByGateway(database)
    const drains = await readDrains(database)
    return engine.gateways.map(gateway => {
      const { name, channel, confirms, partsPerSecond } = gateway
      const { messages, parts, errors, receiptDelay } = engine.recent.of(name, clock.elapsed())
      return {
        name,
        channel,
        confirms,
        partsPerSecond,
        room: gateway.room(),
        unanswered: engine.unanswered(name),
        inDoubt: inDoubt.get(name) ?? 0,
        drained: drainedView(drains.find(row => row.gateway === name)),
        lastMinute: { messages, parts },
        errors: [...errors],
        receiptDelay,
        traces: gateway.trace !== undefined,
        receiptClock: clockView(gateway.receiptClock?.()),
      }
    })
  }
  /** The engine is told at once; another one on this database reads it within seconds. */
  const changed = async (name: string): Promise<View> => {
    engine.drain((await readDrains(database)).map(row => row.gateway))
    engine.changed()
    return (await views()).find(view => view.name === name)!
  }
  return {
    listGateways: async () => ({ items: await views() }),
    async drainGateway({ name, note }, actor) {
      const no = unknown(name, engine.gateways)
      if (no !== null) return no
      const since = clock.now()
      const deed = { action: 'gateway.drain', object: name, reason: note }
      await database.transact([
        drainGateway({ gateway: name, since, by: actor.name, note }),
        audited(actor, since, deed),
      ])
      log.warn({ gateway: name, by: actor.name }, 'a gateway is drained')
      return changed(name)
    },
    async resumeGateway({ name }, actor) {
      const no = unknown(name, engine.gateways)
      if (no !== null) return no
      if (!(await readDrains(database)).some(row => row.gateway === name))
        return refuse('wrong-state', `${name} is not drained`)
      const deed = { action: 'gateway.resume', object: name }
      await database.transact([resumeGateway(name), audited(actor, clock.now(), deed)])
      log.warn({ gateway: name, by: actor.name }, 'a gateway is used again')
      return changed(name)
    },
    traceGateway: tracing({ database, clock, engine }),
    async listQueues() {
      const at = clock.now()
      return { at, items: [...(await readQueues(database, at))] }
    },
  }
}

/** Who has not asked for so long has stopped looking. */
const lookMs = 60_000
const looksMax = 1_000

function tracing({ database, clock, engine }: Omit<Parts, 'log'>): Answers['traceGateway'] {
  /** Until when whose look at which gateway is one that is recorded already. */
  const looks = new Map<string, number>()
  return async ({ name, after }, actor) => {
    const no = unknown(name, engine.gateways)
    if (no !== null) return no
    const gateway = engine.gateways.find(one => one.name === name)!
    if (gateway.trace === undefined)
      return refuse('wrong-state', `${name} speaks no protocol that could be looked at`)
    const who = `${actor.kind} ${actor.id} ${name}`
    const elapsed = clock.elapsed()
    // As long as somebody goes on looking it is one look.
    if (elapsed > (looks.get(who) ?? -Infinity))
      await database.transact([audited(actor, clock.now(), { action: 'gateway.trace', object: name })])
    looks.delete(who)
    looks.set(who, elapsed + lookMs)
    if (looks.size > looksMax) looks.delete(looks.keys().next().value!)
    const { since, messages } = gateway.trace(after)
    return { since, messages: messages.map(one => ({ ...one, fields: [...one.fields] })) }
  }
}

function unknown(name: string, gateways: readonly Gateway[]): Refusal | null {
  const names = gateways.map(gateway => gateway.name)
  if (names.includes(name)) return null
  const near = nearest(name, names)
  return refuse('not-found', `there is no gateway ${name}${near === null ? '' : `; did you mean "${near}"?`}`)
}

const drainedView = (row: DrainRow | undefined): View['drained'] =>
  row === undefined ? null : { by: row.by, note: row.note, since: row.since }

function clockView(clock: ReceiptClock | undefined) {
  if (clock === undefined) return null
  const { zone, skewMs, receipts, gapMs, verdict } = clock
  const gapSeconds = gapMs === null ? null : gapMs / 1_000
  return { zone, skewSeconds: skewMs / 1_000, receipts, gapSeconds, verdict }
}
