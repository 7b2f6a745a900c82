/**
 * Dispatch: when a gateway has room and tokens, the next reminders for it are asked whether they shall
 * really go (design §1, Sending is a turn too). Never more than the gateway can take.
 */
import type { Gateway } from '../channels/channel.ts'
import type { Instant } from '../core/units.ts'
import type { Pause } from '../core/world.ts'
import { type DueReminder, dueReminders, nextReminder, type Stops } from '../store/reminder.ts'
import type { Hold } from './hold.ts'
import type { Outgoing } from './outgoing.ts'
import { patiently } from './patience.ts'
import type { DueItem } from './turn/item.ts'
import type { TurnParts } from './turn/parts.ts'
import type { TurnResult } from './turn/turn.ts'

/** A line gives one message per claim and busy lines none, so more are looked at than are wanted. */
const lookAtMax = 500
const pagesMax = 8
/** However quiet it is, the database is asked again after this: pauses end, other engines plan. */
const lookAgainMs = 1_000
const shortForMs = 20

export class Dispatch {
  readonly #parts: TurnParts
  readonly #outgoing: Outgoing
  readonly #hold: Hold
  /** Nothing is due before it, as far as this engine has planned. */
  #next: Instant = 0
  #lookedAt = -Infinity
  /** Gateways take turns at being first, so that none starves the others of a shared line. */
  #first = 0

  constructor(parts: TurnParts, outgoing: Outgoing, hold: Hold) {
    this.#parts = parts
    this.#outgoing = outgoing
    this.#hold = hold
  }

  get next(): Instant {
    return this.#next
  }

  /** Something outside has changed. */
  lookAgain(): void {
    this.#next = 0
    this.#hold.lookAgain()
  }

  /** @param elapsed real milliseconds, for looking again now and then. */
  async claim(now: Instant, elapsed: number): Promise<readonly DueItem[]> {
    if (this.#next > now && elapsed - this.#lookedAt < lookAgainMs) return []
    await this.#hold.load(elapsed)
    // A drained one has no room however long one waits: it must not make the loop look again and again.
    const gateways = this.#outgoing.gateways.filter(gateway => !this.#outgoing.isDrained(gateway))
    const items: DueItem[] = [...(await this.#hold.withheld(now, elapsed))]
    const lines = new Set<string>()
    const rooms = new Map<Gateway, number>()
    let short = false
    for (let i = 0; i < gateways.length; i += 1) {
      const gateway = gateways[(this.#first + i) % gateways.length]!
      const allowance = this.#outgoing.allowance(gateway)
      const { chosen, more } = await this.#choose(gateway, { now, allowance, lines })
      for (const reminder of chosen) items.push({ kind: 'due', now, reminder, gateway: gateway.name })
      rooms.set(gateway, allowance - chosen.length)
      short ||= more
    }
    const released = await this.#released({ now, elapsed, lines, rooms })
    items.push(...released.chosen)
    short ||= released.more
    this.#first += 1
    if (items.length === 0) await this.#lookAhead({ now, elapsed, short })
    return items
  }

  /** Takes note of what a turn has planned. */
  note(result: TurnResult): void {
    this.#hold.note(result)
    for (const { step } of result.moved) {
      if (step.state === 'planned' && step.due < this.#next) this.#next = step.due
    }
  }

  /** After what came since: what staff have let go of before an outage or a restore (G14), at its own rate. */
  async #released(ask: {
    readonly now: Instant
    readonly elapsed: number
    readonly lines: Set<string>
    readonly rooms: ReadonlyMap<Gateway, number>
  }): Promise<{ readonly chosen: readonly DueItem[]; readonly more: boolean }> {
    const { now, elapsed, lines, rooms } = ask
    let allowance = this.#hold.allowance(elapsed)
    if (allowance === 0) return { chosen: [], more: this.#hold.isReleasing }
    const chosen: DueItem[] = []
    let more = false
    for (const [gateway, room] of rooms) {
      let left = room
      const stops = stopsOf(this.#parts.surroundingsAt(now).pauses, gateway)
      const rows = room === 0 ? [] : await this.#hold.released(gateway, { now, rowsMax: lookAtMax, stops })
      more ||= rows.length > 0
      for (const reminder of rows) {
        const line = `${reminder.account}/${reminder.line}`
        if (lines.has(line) || !this.#outgoing.mayUse(gateway, reminder)) continue
        const leaves = reminder.maybeSent ? 0 : 1
        if (leaves > Math.min(allowance, left)) continue
        lines.add(line)
        chosen.push(this.#hold.letGo(reminder, now, gateway))
        allowance -= leaves
        left -= leaves
      }
    }
    return { chosen, more }
  }

  /** What is due but has no room, no tokens or a busy line is tried again soon. */
  async #lookAhead(when: {
    readonly now: Instant
    readonly elapsed: number
    readonly short: boolean
  }): Promise<void> {
    const { now, elapsed, short } = when
    this.#lookedAt = elapsed
    const { database } = this.#parts
    if (short) this.#next = now + shortForMs
    else this.#next = (await patiently(this.#parts, () => nextReminder(database, now))) ?? Infinity
  }

  /** `more`: there is more due than could be chosen now. */
  async #choose(
    gateway: Gateway,
    ask: { readonly now: Instant; readonly allowance: number; readonly lines: Set<string> },
  ): Promise<{ readonly chosen: readonly DueReminder[]; readonly more: boolean }> {
    const { now, allowance, lines } = ask
    const chosen: DueReminder[] = []
    if (allowance === 0) return { chosen, more: true }
    const { database } = this.#parts
    const stops = stopsOf(this.#parts.surroundingsAt(now).pauses, gateway)
    for (let page = 0; page < pagesMax; page += 1) {
      const rowsMax = Math.min(lookAtMax, allowance * 2 + 20)
      const held = this.#hold.span
      const claim = { channel: gateway.channel, now, rowsMax, skip: page * rowsMax, stops, held }
      const rows = await patiently(this.#parts, () => dueReminders(database, claim))
      for (const row of rows) {
        const line = `${row.account}/${row.line}`
        if (lines.has(line) || !this.#outgoing.mayUse(gateway, row)) continue
        lines.add(line)
        chosen.push(row)
        if (chosen.length === allowance) return { chosen, more: true }
      }
      if (rows.length < rowsMax) return { chosen, more: chosen.length < rows.length }
    }
    return { chosen, more: true }
  }
}

export function stopsOf(pauses: readonly Pause[], gateway: Pick<Gateway, 'channel'>): Stops {
  const values = (kind: Pause['kind']): readonly string[] =>
    pauses.filter(pause => pause.kind === kind).map(pause => pause.value)
  const within = (level: string): readonly string[] =>
    values('scope')
      .filter(scope => scope.startsWith(`${level}/`))
      .map(scope => scope.slice(level.length + 1))
  return {
    all: pauses.some(pause => pause.kind === 'all') || values('channel').includes(gateway.channel),
    rules: values('rule'),
    versions: values('version'),
    provinces: within('province'),
    cities: within('city'),
  }
}

/** As the claim decides it, for those who hold reminders in memory. */
export function isStopped(reminder: DueReminder, stops: Stops): boolean {
  const { rule, version, province, city } = reminder
  if (stops.all || stops.rules.includes(rule) || stops.versions.includes(version)) return true
  return (
    (province !== null && stops.provinces.includes(province)) ||
    (city !== null && stops.cities.includes(city))
  )
}
