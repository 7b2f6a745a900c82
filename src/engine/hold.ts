/**
 * Coming back (G14): what an outage or a restore left due does not leave by itself. It waits until staff let it go, class by class
 * and at a rate; what has become of no use meanwhile is withheld at once, moot ones when they are asked.
 *
 * Begun by an engine that finds itself after a gap longer than its settings say, or is told that a backup was restored. An outage's
 * ends with the last reminder that it held. A restore's goes on for a week: sources send again what was lost, and what they did
 * not send again at once must not leave twice either.
 */
import type { Gateway } from '../channels/channel.ts'
import { durationText } from '../core/calendar/duration.ts'
import type { Withholding } from '../core/event/inner.ts'
import type { Instant } from '../core/units.ts'
import { closeAlarms, raiseAlarms } from '../store/alarm.ts'
import {
  anyHeld,
  anythingDue,
  type HeldReminder,
  heldOfLanes,
  heldReminders,
  outdatedReminders,
} from '../store/held-reminder.ts'
import { firstHeldLane, type HeldSpan } from '../store/held-span.ts'
import {
  beginHold,
  endHold,
  type HoldKind,
  type HoldView,
  lastAlive,
  noteAlive,
  readHold,
} from '../store/hold.ts'
import type { Stops } from '../store/reminder.ts'
import { classes } from '../core/reminder.ts'
import { patiently } from './patience.ts'
import { Tokens } from './tokens.ts'
import type { DueItem } from './turn/item.ts'
import type { TurnParts } from './turn/parts.ts'
import type { TurnResult } from './turn/turn.ts'

export interface ComingBack {
  /** A gap longer than this is an outage. */
  readonly outageMs: number
  /** Messages per second once they are released, unless staff say another rate. */
  readonly perSecond: number
  /** A backup was restored: this start is the return from it. */
  readonly restored: boolean
}

/** Sources may send again for so long what was lost. */
export const guardMs = 7 * 24 * 3_600_000
/** Withheld in one turn: each costs a decision and no message. */
const withheldMax = 500
/** So often it is looked whether more has become of no use, or nothing is left. */
const sweepEveryMs = 1_000

export class Hold {
  readonly #parts: TurnParts
  readonly #settings: ComingBack | null
  #view: HoldView | null = null
  #stale = true
  #tokens: Tokens | null = null
  #perSecond = 0
  #sweptAt = -Infinity
  /** Held ones that were claimed and may leave in the turn under way. */
  readonly #claimed = new Set<string>()
  #isReturn: boolean
  /** Its alarm has been closed; of a restore the rest goes on. */
  #isQuiet = false

  /** @param settings null: nothing is ever held, as under a clock that jumps */
  constructor(parts: TurnParts, settings: ComingBack | null) {
    this.#parts = parts
    this.#settings = settings
    this.#isReturn = settings?.restored ?? false
  }

  /** What a claim of others must pass over. */
  get span(): HeldSpan | null {
    return this.#view?.hold ?? null
  }

  /** Staff have said something, perhaps elsewhere. */
  lookAgain(): void {
    this.#stale = true
  }

  /** We are at work. Finds out whether nobody was for long. */
  async beat(now: Instant): Promise<void> {
    if (this.#settings === null) return
    const { database } = this.#parts
    const { outageMs } = this.#settings
    const last = await patiently(this.#parts, () => lastAlive(database))
    if (this.#isReturn) await this.#begin('restore', last ?? now, now)
    else if (last !== null && now - last > outageMs) {
      if (await patiently(this.#parts, () => anythingDue(database, now)))
        await this.#begin('outage', last, now)
    }
    this.#isReturn = false
    await patiently(this.#parts, () => database.transact([noteAlive(now)]))
    this.#stale = true
  }

  /** Before each claim: what was claimed last has been decided. */
  async load(elapsed: number): Promise<void> {
    this.#claimed.clear()
    if (!this.#stale || this.#settings === null) return
    this.#stale = false
    this.#view = await patiently(this.#parts, () => readHold(this.#parts.database))
    const perSecond = this.#view?.hold.perSecond ?? 0
    if (perSecond === this.#perSecond) return
    this.#perSecond = perSecond
    // A tenth of a second's worth at most at once: after a lull nothing is made up for.
    this.#tokens = new Tokens(perSecond, elapsed, Math.max(1, perSecond / 10))
  }

  /** Held ones that can only be withheld, whatever room there is: of no use any more, or so staff say. */
  async withheld(now: Instant, elapsed: number): Promise<readonly DueItem[]> {
    const span = this.span
    if (span === null || elapsed - this.#sweptAt < sweepEveryMs) return []
    const { database } = this.#parts
    const ask = { span, now, rowsMax: withheldMax }
    const all = lanesOf(span)
    const outdated = await patiently(this.#parts, () => outdatedReminders(database, { ...ask, lanes: all }))
    const orders = this.#orders('withhold')
    const lanes = orders.map(({ lane }) => lane)
    const unwanted =
      lanes.length === 0 ? [] : await patiently(this.#parts, () => heldOfLanes(database, { ...ask, lanes }))
    const items = new Map<string, DueItem>()
    for (const reminder of outdated) items.set(nameOf(reminder), itemOf(reminder, now))
    for (const reminder of unwanted) {
      const order = orders.find(({ lane }) => lane === reminder.lane)!
      const withhold = { reason: 'held-back', note: `withheld by ${order.by}: ${order.note}` } as const
      items.set(nameOf(reminder), itemOf(reminder, now, withhold))
    }
    if (items.size < withheldMax) this.#sweptAt = elapsed
    if (items.size === 0) await this.#end(now)
    return [...items.values()]
  }

  /** How many released ones may be asked now. */
  allowance(elapsed: number): number {
    return this.#orders('release').length === 0 ? 0 : (this.#tokens?.whole(elapsed) ?? 0)
  }

  get isReleasing(): boolean {
    return this.#orders('release').length > 0
  }

  released(
    gateway: Gateway,
    ask: { readonly now: Instant; readonly rowsMax: number; readonly stops: Stops },
  ): Promise<readonly HeldReminder[]> {
    const lanes = this.#orders('release').map(({ lane }) => lane)
    const claim = { ...ask, span: this.span!, lanes, channel: gateway.channel }
    return patiently(this.#parts, () => heldReminders(this.#parts.database, claim))
  }

  /** A released one on its way; what may have left before a restore is withheld instead. */
  letGo(reminder: HeldReminder, now: Instant, gateway: Gateway): DueItem {
    if (reminder.maybeSent) {
      const note = 'written to in the time that the restore lost; never sent twice blindly'
      return { ...itemOf(reminder, now, { reason: 'maybe-sent', note }), gateway: gateway.name }
    }
    this.#claimed.add(nameOf(reminder))
    return { ...itemOf(reminder, now), gateway: gateway.name }
  }

  /** Only what really leaves counts towards the rate: what turns out moot does not. */
  note(result: TurnResult): void {
    for (const { account, row } of result.handOvers)
      if (this.#claimed.delete(`${account}/${row.reminder}`)) this.#tokens?.spend(1)
  }

  #orders(word: 'release' | 'withhold'): HoldView['orders'] {
    return this.#view?.orders.filter(order => order.word === word) ?? []
  }

  async #begin(kind: HoldKind, lostFrom: Instant, now: Instant): Promise<void> {
    const { database, log } = this.#parts
    const { perSecond } = this.#settings!
    const gap = durationText(Math.max(0, now - lostFrom))
    const note =
      kind === 'outage'
        ? `nobody was at work for ${gap}: what fell due meanwhile waits (kairos held)`
        : `a backup of ${gap} ago was restored: what may have left since waits (kairos held)`
    const alarm = { kind: `held-after-${kind}`, key: kind, account: null, line: null, at: now, note } as const
    log.warn({ kind, lostFrom, until: now }, note)
    this.#isQuiet = false
    await patiently(this.#parts, () =>
      database.transact([...beginHold({ kind, lostFrom, until: now, perSecond }), raiseAlarms([alarm])]),
    )
  }

  /** When staff have said of every class what is to become of it, and nothing is left. */
  async #end(now: Instant): Promise<void> {
    const { hold, orders } = this.#view!
    const isOver = hold.kind === 'outage' || now - hold.until > guardMs
    if (this.#isQuiet && !isOver) return
    if (lanesOf(hold).some(lane => !orders.some(order => order.lane === lane))) return
    const { database, log } = this.#parts
    if (await patiently(this.#parts, () => anyHeld(database, hold))) return
    const close = (['held-after-outage', 'held-after-restore'] as const).map((kind, n) =>
      closeAlarms(kind, [n === 0 ? 'outage' : 'restore'], now),
    )
    await patiently(this.#parts, () => database.transact([...close, ...(isOver ? endHold : [])]))
    log.info({ kind: hold.kind, isOver }, 'nothing is held any more')
    this.#isQuiet = true
    this.#stale = true
  }
}

const lanesOf = (span: HeldSpan): readonly number[] =>
  classes.map((_, lane) => lane).filter(lane => lane >= firstHeldLane(span))

const nameOf = ({ account, id }: Pick<HeldReminder, 'account' | 'id'>): string => `${account}/${id}`

function itemOf(reminder: HeldReminder, now: Instant, withhold?: Withholding): DueItem {
  // It will not be handed over, so any gateway's name does.
  const item = { kind: 'due' as const, now, reminder, gateway: '' }
  return withhold === undefined ? item : { ...item, withhold }
}
