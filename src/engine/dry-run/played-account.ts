/**
 * One account's time played again in memory, by `decide` alone: facts come when they were decided, the agenda is made anew,
 * messages leave at their due time and meet the fate that `outcomes.ts` knows.
 *
 * Words to other accounts go nowhere, and those from others come as the journal has them: so accounts are played one by one.
 */
import type { Account } from '../../core/account/account.ts'
import type { Changes } from '../../core/change.ts'
import type { Event } from '../../core/event/event.ts'
import type { AgendaEntry, AttemptRow, ReminderRow, WithheldReason } from '../../core/reminder.ts'
import type { Rulebook } from '../../core/rule/rule.ts'
import type { Instant } from '../../core/units.ts'
import type { World } from '../../core/world.ts'
import { chanceOf } from '../chance.ts'
import type { Decide } from '../turn/parts.ts'
import type { Outcomes } from './outcomes.ts'

/** What is noted of it, by whoever counts. */
export interface Notes {
  sent(row: AttemptRow, reminder: ReminderRow, account: Account): void
  withheld(reminder: ReminderRow, reason: WithheldReason, account: Account): void
  /** A message met a fate: one that was recorded, or an assumed one. */
  outcome(isRecorded: boolean): void
  failed(): void
}

export interface Rules {
  readonly decide: Decide
  readonly rulebook: Rulebook
  /** Of reminders that are open. */
  readonly versions: ReadonlyMap<string, Rulebook>
  readonly channels: World['channels']
  readonly secret: Uint8Array
}

/** A fact, or a word from another account, at the moment of its decision. */
export interface Told {
  readonly event: Event
  readonly at: Instant
}

interface Play {
  readonly rules: Rules
  readonly outcomes: Outcomes
}

interface Awaited {
  readonly attempt: string
  readonly line: string
  readonly outcome: string
  readonly at: Instant
}

interface Next {
  readonly at: Instant
  readonly take: () => void
}

/** So many steps of one account and something goes round in circles. */
const stepsMax = 200_000

export class TooManySteps extends Error {
  override readonly name = 'TooManySteps'
}

export class PlayedAccount {
  #account: Account
  readonly #rules: Rules
  readonly #outcomes: Outcomes
  readonly #agenda: Map<string, AgendaEntry>
  /** Every reminder that it ever had, so that none comes twice. */
  readonly #reminders: Map<string, ReminderRow>
  #awaited: readonly Awaited[]
  readonly #sent: Map<string, number>
  #steps = 0

  constructor(account: Account, { rules, outcomes }: Play, from?: PlayedAccount) {
    this.#account = account
    this.#rules = rules
    this.#outcomes = outcomes
    this.#agenda = new Map(from === undefined ? [] : from.#agenda)
    this.#reminders = new Map(from === undefined ? [] : from.#reminders)
    this.#awaited = from === undefined ? [] : from.#awaited
    this.#sent = new Map(from === undefined ? [] : from.#sent)
  }

  /** The same moment under other rules; what is planned keeps its version. */
  under(rules: Rules): PlayedAccount {
    return new PlayedAccount(this.#account, { rules, outcomes: this.#outcomes }, this)
  }

  wakeAt(entry: AgendaEntry): void {
    this.#agenda.set(entry.id, entry)
  }

  /**
   * All that happens before `until`.
   * @throws TooManySteps
   */
  play(told: readonly Told[], until: Instant, notes: Notes): void {
    for (const { event, at } of told) {
      this.#pass(at, notes)
      this.#decide(event, at, notes)
    }
    this.#pass(until, notes)
  }

  /** Receipts, timers and reminders due before a moment. */
  #pass(until: Instant, notes: Notes): void {
    for (let next = this.#next(notes); next !== null && next.at < until; next = this.#next(notes)) {
      this.#steps += 1
      if (this.#steps > stepsMax) throw new TooManySteps(`more than ${stepsMax} steps`)
      next.take()
    }
  }

  #next(notes: Notes): Next | null {
    let next: Next | null = null
    const offer = (at: Instant, take: () => void): void => {
      if (next === null || at < next.at) next = { at, take }
    }
    for (const awaited of this.#awaited) offer(awaited.at, () => this.#conclude(awaited, notes))
    for (const entry of this.#agenda.values()) offer(entry.due, () => this.#wake(entry, notes))
    for (const { id, state, due } of this.#account.hot.open) {
      if (state === 'planned') offer(due, () => this.#send(id, due, notes))
    }
    return next
  }

  #wake(entry: AgendaEntry, notes: Notes): void {
    this.#agenda.delete(entry.id)
    const { id, type, line, body, due } = entry
    this.#raise({ source: '/kairos/agenda', id, type, line, body, origin: 'agenda' }, due, notes)
  }

  #send(id: string, due: Instant, notes: Notes): void {
    const row = this.#reminders.get(id)
    const body = { reminder: id, gateway: 'dry-run', facts: row?.facts ?? {} }
    const about = { source: '/kairos/dispatch', type: 'reminder.due', line: row?.line ?? null }
    if (!this.#raise({ ...about, id, body, origin: 'agenda' }, due, notes)) this.#forget(id)
  }

  /** One about which no decision can be made must not come up again and again. */
  #forget(id: string): void {
    const { hot } = this.#account
    this.#account = {
      ...this.#account,
      hot: { ...hot, open: hot.open.filter(open => open.id !== id) },
    }
  }

  #conclude(awaited: Awaited, notes: Notes): void {
    this.#awaited = this.#awaited.filter(other => other !== awaited)
    const { attempt, line, outcome, at } = awaited
    const body = { attempt, outcome, code: '', at }
    const about = { source: '/kairos/outcome', type: 'attempt.concluded', line }
    this.#raise({ ...about, id: attempt, body, origin: 'outcome' }, at, notes)
  }

  #raise(
    what: Pick<Event, 'source' | 'id' | 'line' | 'origin'> & {
      readonly type: string
      readonly body: unknown
    },
    at: Instant,
    notes: Notes,
  ): boolean {
    const id = `${what.id}@${this.#account.hot.decisions + 1}`
    return this.#decide({ ...what, id, time: at, account: this.#account.id } as Event, at, notes)
  }

  /** False when it threw: the event alone is left out, as a turn would set it aside. */
  #decide(event: Event, now: Instant, notes: Notes): boolean {
    const { decide, rulebook, versions, channels, secret } = this.#rules
    const chance = chanceOf(secret, chanceName(event))
    const world = {
      now,
      rulebook,
      versions,
      channels,
      chance,
      recalled: none,
      pauses: [],
      sendTo: 'everyone' as const,
    }
    let changes: Changes
    try {
      changes = decide(this.#account, event, world)
    } catch {
      // Whatever it is, it is a fault of ours that a turn would set aside; the run says how many.
      notes.failed()
      return false
    }
    this.#keep(changes, now, notes)
    return true
  }

  #keep(changes: Changes, now: Instant, notes: Notes): void {
    this.#account = changes.account
    for (const row of changes.reminders) this.#plan(row, notes)
    for (const { id, state, reason } of changes.steps) {
      const row = this.#reminders.get(id)
      if (state === 'withheld' && reason !== null && row !== undefined)
        notes.withheld(row, reason, this.#account)
    }
    for (const row of changes.attempts) this.#handOver(row, now, notes)
    for (const id of changes.dropped) this.#agenda.delete(id)
    for (const entry of changes.agenda) if (entry.account === this.#account.id) this.wakeAt(entry)
  }

  /** An id that is known already is the backstop of once-per, as the table's key has it. */
  #plan(row: ReminderRow, notes: Notes): void {
    const { state, reason } = row.step
    if (state === 'withheld') {
      if (reason !== null) notes.withheld(row, reason, this.#account)
    } else if (this.#reminders.has(row.id)) {
      this.#forget(row.id)
      notes.withheld(row, 'once-per', this.#account)
    } else this.#reminders.set(row.id, row)
  }

  #handOver(row: AttemptRow, now: Instant, notes: Notes): void {
    const reminder = this.#reminders.get(row.reminder)
    if (reminder === undefined) return
    notes.sent(row, reminder, this.#account)
    const key = `${row.channel} ${row.reminder}`
    const times = this.#sent.get(key) ?? 0
    this.#sent.set(key, times + 1)
    const { outcome, tookMs, isRecorded } = this.#outcomes.of(reminder, row, times)
    notes.outcome(isRecorded)
    if (outcome === null) return // the silence falls due on the agenda
    const at = Math.min(now + tookMs, Math.max(now, row.validUntil))
    this.#awaited = [...this.#awaited, { attempt: row.id, line: row.line, outcome, at }]
  }
}

const none: ReadonlySet<string> = new Set()

/** Without the decision's number, in which the two sides differ: what comes by chance is to be the same on both. */
function chanceName({ source, id, time, origin }: Event): Pick<Event, 'source' | 'id'> {
  return origin === 'outside' ? { source, id } : { source, id: `${id.replace(/@\d+$/, '')} ${time}` }
}
