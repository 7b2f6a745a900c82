/**
 * What the live feed says, from what the engine knows after a commit: no look-up per event. A second's work is bounded:
 * so many lines about reminders and no more, today's figures only when a turn has changed them, and of the database
 * nothing at all while nobody listens.
 */
import type { Logger } from 'pino'
import type { LiveHub } from '../api/live-hub.ts'
import type { LiveEvent } from '../api/shapes/live.ts'
import { firstLine } from '../core/account/contact.ts'
import type { Rulebook } from '../core/rule/rule.ts'
import type { Instant } from '../core/units.ts'
import type { Meter } from '../engine/meter.ts'
import type { Outgoing } from '../engine/outgoing.ts'
import type { TurnResult } from '../engine/turn/turn.ts'
import { listAlarms } from '../store/alarm.ts'
import { inDoubtByGateway } from '../store/attempt-counts.ts'
import type { Database } from '../store/database.ts'
import { figuresOfDay } from './desk/figures.ts'

/** Lines about reminders in a second; who wants all of them asks for figures. */
const linesMax = 20
/** Alarms and doubts are read every second tick. */
const slowTicks = 2
const alarmsMax = 200
/** So many ticks it goes on when the last listener has left: one whose connection broke comes back and misses nothing. */
const lingerTicks = 60

interface Parts {
  readonly database: Database
  readonly hub: LiveHub
  readonly meter: Meter
  readonly outgoing: Pick<Outgoing, 'gateways' | 'unansweredBy'>
  readonly rulebookAt: (now: Instant) => Rulebook
  readonly now: () => Instant
  readonly log: Logger
}

type GatewayState = LiveEvent<'gateway'>

export class LiveFeed {
  readonly #parts: Parts
  /** Figures may have changed since they were last said. */
  #changed = true
  #figures = ''
  #lines = 0
  #skipped = 0
  #ticks = 0
  #ticking = false
  /** Ticks until it falls silent for want of listeners. */
  #linger = 0
  #submitted = new Map<string, number>()
  #gateways = new Map<string, string>()
  #inDoubt: ReadonlyMap<string, number> = new Map()
  /** Open ones by number; null before they were read, so that old ones are not news. */
  #alarms: ReadonlyMap<number, string> | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** A turn has committed. */
  committed({ moved, accounts }: TurnResult): void {
    if (moved.length > 0) this.#changed = true
    if (this.#parts.hub.listeners > 0) this.#linger = lingerTicks
    else if (this.#linger === 0) return
    const at = this.#parts.now()
    const { rules } = this.#parts.rulebookAt(at)
    for (const { account, row, step, province, city } of moved) {
      if (this.#lines >= linesMax) {
        this.#skipped += 1
        continue
      }
      // A reminder's id begins with its rule; the row is at hand only where it is planned.
      const rule = row?.rule ?? step.id.split('/', 1)[0]!
      const touchpoint = row?.touchpoint ?? rules.get(rule)?.touchpoint
      if (touchpoint === undefined) {
        this.#skipped += 1
        continue
      }
      const known = accounts.get(account)
      const line = known === undefined ? null : firstLine(known.account.cold)
      const { state, reason, channel } = step
      const place = { province: province ?? line?.province ?? null, city: city ?? line?.city ?? null }
      const skipped = this.#skipped
      this.#parts.hub.publish('reminder', { at, touchpoint, rule, channel, state, reason, ...place, skipped })
      this.#lines += 1
      this.#skipped = 0
    }
  }

  /** Once a second. Never throws: what could not be read is read the next time. */
  async tick(): Promise<void> {
    this.#lines = 0
    if (this.#ticking) return
    if (this.#parts.hub.listeners > 0) this.#linger = lingerTicks
    else if (this.#linger === 0) return
    else if (--this.#linger === 0) return this.#fallSilent()
    this.#ticking = true
    try {
      if (this.#ticks % slowTicks === 0) await this.#slowly()
      this.#ticks += 1
      this.#sayGateways()
      await this.#sayFigures()
    } catch (error) {
      this.#parts.log.warn({ error }, 'the live feed could not be fed')
    } finally {
      this.#ticking = false
    }
  }

  async #sayFigures(): Promise<void> {
    const { database, hub, now, rulebookAt } = this.#parts
    const at = now()
    // A day that begins changes them too.
    if (!this.#changed && this.#figures.includes(dayText(at))) return
    this.#changed = false
    const told = await figuresOfDay(database, at, rulebookAt(at).policy.costPerPart)
    const text = dayText(at) + JSON.stringify(told)
    if (text !== this.#figures) hub.publish('figures', told)
    this.#figures = text
  }

  #sayGateways(): void {
    const { hub, meter, outgoing } = this.#parts
    for (const gateway of outgoing.gateways) {
      const { name, channel } = gateway
      const submitted = meter.submitted[name] ?? 0
      const sentPerSecond = submitted - (this.#submitted.get(name) ?? submitted)
      this.#submitted.set(name, submitted)
      const unanswered = outgoing.unansweredBy(name)
      const inDoubt = this.#inDoubt.get(name) ?? 0
      const state: GatewayState = { name, channel, room: gateway.room(), unanswered, inDoubt, sentPerSecond }
      const text = JSON.stringify(state)
      if (text !== this.#gateways.get(name)) hub.publish('gateway', state)
      this.#gateways.set(name, text)
    }
  }

  async #slowly(): Promise<void> {
    const { database, hub, now } = this.#parts
    this.#inDoubt = await inDoubtByGateway(database)
    const page = { open: true, before: Number.MAX_SAFE_INTEGER, rowsMax: alarmsMax }
    const rows = await listAlarms(database, page)
    const before = this.#alarms
    const open = new Map(rows.map(({ seq, kind }) => [seq, kind]))
    this.#alarms = open
    if (before === null) return
    const newest = Math.max(0, ...before.keys())
    for (const { seq, kind, at } of rows)
      if (seq > newest) hub.publish('alarm', { id: String(seq), kind, change: 'opened', at })
    // Of more than a page only the newest are watched: what left it may be open still.
    const oldest = rows.length < alarmsMax ? 0 : rows.at(-1)!.seq
    for (const [seq, kind] of before)
      if (seq >= oldest && !open.has(seq))
        hub.publish('alarm', { id: String(seq), kind, change: 'closed', at: now() })
  }

  /** What is compared with the last tick means nothing when that was long ago. */
  #fallSilent(): void {
    this.#parts.hub.lapse()
    this.#submitted.clear()
    this.#gateways.clear()
    this.#alarms = null
    this.#figures = ''
    this.#ticks = 0
  }
}

const dayText = (at: Instant): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
