/** Coming back (G14): staff look at what an outage or a restore left due, and let it go or withhold it. */
import type { z } from 'zod'
import type { Actor } from '../../api/actor.ts'
import type { Desk } from '../../api/desk.ts'
import type { Refusal } from '../../api/refusal.ts'
import type { compareBody, heldView } from '../../api/shapes/held.ts'
import { classes, type ReminderClass } from '../../core/reminder.ts'
import { internationalNumber } from '../../intake/subject.ts'
import { clocksApartMs, countHeld, type HeldCount } from '../../store/held-reminder.ts'
import { firstHeldLane } from '../../store/held-span.ts'
import {
  addHandedElsewhere,
  type HoldOrder,
  type HoldRow,
  type HoldView,
  noteComparison,
  orderHeld,
  readHold,
  setPerSecond,
} from '../../store/hold.ts'
import { audited } from './audit.ts'
import { type DeskParts, refuse } from './parts.ts'

type Parts = Pick<DeskParts, 'database' | 'vault' | 'clock' | 'log'> & {
  readonly engine: Pick<DeskParts['engine'], 'changed'>
}
type View = z.output<typeof heldView>
type Answers = Pick<Desk, 'held' | 'releaseHeld' | 'withholdHeld' | 'compareHeld'>
type Entry = z.output<typeof compareBody>['entries'][number]

const nothing = refuse('wrong-state', 'nothing is held: no outage, no restore')

export function heldDesk(parts: Parts): Answers {
  const { database, clock, log, engine } = parts
  const view = async (): Promise<View> => {
    const at = clock.now()
    const standing = await readHold(database)
    if (standing === null) return { at, hold: null, items: [] }
    const counts = await countHeld(database, { span: standing.hold, now: at })
    return { at, hold: viewOf(standing.hold), items: itemsOf(standing, counts) }
  }
  const told = async (what: object, words: string): Promise<View> => {
    log.warn(what, words)
    engine.changed()
    return view()
  }
  const order = (actor: Actor, word: HoldOrder['word'], note: string) => ({
    word,
    by: actor.name,
    at: clock.now(),
    note,
  })
  return {
    held: view,
    async releaseHeld({ class: only, messagesPerSecond, unchecked, note }, actor) {
      const standing = await readHold(database)
      const no = notReleased(standing, only, unchecked)
      if (no !== null) return no
      const said = order(actor, 'release', note)
      const object = `${only ?? 'all'}${unchecked ? ' unchecked' : ''}`
      await database.transact([
        ...(messagesPerSecond === undefined ? [] : [setPerSecond(messagesPerSecond)]),
        orderHeld(lanesOf(standing!.hold, only), said),
        audited(actor, said.at, { action: 'held.release', object, reason: note }),
      ])
      return told({ class: only, by: actor.name }, 'what was held is released')
    },
    async withholdHeld({ class: only, note }, actor) {
      const standing = await readHold(database)
      if (standing === null) return nothing
      const said = order(actor, 'withhold', note)
      const deed = { action: 'held.withhold', object: only ?? 'all', reason: note }
      await database.transact([orderHeld(lanesOf(standing.hold, only), said), audited(actor, said.at, deed)])
      return told({ class: only, by: actor.name }, 'what was held is withheld')
    },
    compareHeld: (body, actor) => compare(parts, body, actor),
  }
}

function notReleased(
  standing: HoldView | null,
  only: ReminderClass | undefined,
  unchecked: boolean,
): Refusal | null {
  if (standing === null) return nothing
  const { hold } = standing
  if (lanesOf(hold, only).length === 0) return refuse('wrong-state', `no ${only} is held`, 'class')
  if (hold.kind === 'outage' || hold.comparedAt !== null || unchecked) return null
  return refuse(
    'wrong-state',
    'a backup was restored, and what left since is not known: compare the gateways’ log first (kairos held compare FILE), or say unchecked',
    'unchecked',
  )
}

async function compare(
  { database, vault, clock }: Parts,
  { gateway = '', entries, done }: z.output<typeof compareBody>,
  actor: Actor,
): ReturnType<Answers['compareHeld']> {
  const standing = await readHold(database)
  if (standing === null || standing.hold.kind !== 'restore')
    return refuse('wrong-state', 'no backup was restored: nothing is to be compared')
  const { lostFrom, until } = standing.hold
  const isLost = ({ at }: Entry): boolean => at >= lostFrom - clocksApartMs && at <= until + clocksApartMs
  const rows = entries.filter(isLost).map(({ number, at, messageId = '' }) => ({
    numberHash: vault.numberHash(writtenNumber(number)),
    at,
    gateway,
    messageId,
  }))
  const now = clock.now()
  const deed = { action: 'held.compare', object: gateway === '' ? 'log' : gateway }
  const [added] = await database.transact([
    addHandedElsewhere(rows),
    noteComparison({ by: done ? actor.name : null, at: now, entries: entries.length }),
    ...(done ? [audited(actor, now, deed)] : []),
  ])
  const taken = added?.length ?? 0
  return { taken, known: entries.length - taken }
}

/** Gateways write national numbers, or international ones with or without "+". */
const writtenNumber = (text: string): string =>
  internationalNumber(text) ?? (text.startsWith('+') ? text : `+${text}`)

const lanesOf = (hold: HoldRow, only: ReminderClass | undefined): readonly number[] =>
  classes
    .map((_, lane) => lane)
    .filter(lane => lane >= firstHeldLane(hold) && (only === undefined || classes[lane] === only))

function viewOf(hold: HoldRow): View['hold'] {
  const { kind, lostFrom, until, perSecond, comparedBy, comparedAt, comparedEntries } = hold
  const compared =
    comparedAt === null ? null : { by: comparedBy ?? '', at: comparedAt, entries: comparedEntries }
  return { kind, lostFrom, until, messagesPerSecond: perSecond, compared }
}

function itemsOf({ hold, orders }: HoldView, counts: readonly HeldCount[]): View['items'] {
  return lanesOf(hold, undefined).map(lane => {
    const of = counts.filter(row => row.class === classes[lane])
    const sum = (name: 'waiting' | 'tooLate' | 'maybeSent'): number =>
      of.reduce((total, row) => total + row[name], 0)
    const said = orders.find(order => order.lane === lane)
    return {
      class: classes[lane]!,
      order: said === undefined ? null : { word: said.word, by: said.by, at: said.at, note: said.note },
      waiting: sum('waiting'),
      tooLate: sum('tooLate'),
      maybeSent: sum('maybeSent'),
      oldest: of.length === 0 ? null : Math.min(...of.map(row => row.oldest)),
      touchpoints: of.map(({ touchpoint, waiting, tooLate, maybeSent, oldest }) => ({
        touchpoint,
        waiting,
        tooLate,
        maybeSent,
        oldest,
      })),
    }
  })
}
