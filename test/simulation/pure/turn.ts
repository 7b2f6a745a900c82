/** A batch of items decided in order against the tables; nothing is committed here. */
import { type Account, newAccount } from '../../../src/core/account/account.ts'
import { eventHash, remember } from '../../../src/core/account/duplicates.ts'
import type { Changes } from '../../../src/core/change.ts'
import type { Event } from '../../../src/core/event/event.ts'
import type { AttemptOutcome } from '../../../src/core/event/inner.ts'
import type { AgendaEntry, AttemptRow, ReminderRow, ReminderStep } from '../../../src/core/reminder.ts'
import type { World } from '../../../src/core/world.ts'
import type { Fact, Moment, Verdict } from '../chronicle.ts'
import { Dice } from '../dice.ts'
import type { Surroundings } from '../surroundings.ts'
import { admit } from './admission.ts'
import { type AttemptRecord, type AsideRow, nameOf, type ReminderRecord, type Tables } from './tables.ts'

export type Decide = (account: Account, event: Event, world: World) => Changes

export type Item =
  | { readonly kind: 'fact'; readonly fact: Fact; readonly waited: AsideRow | null }
  | { readonly kind: 'entry'; readonly entry: AgendaEntry }
  | { readonly kind: 'due'; readonly record: ReminderRecord; readonly gateway: string }
  | {
      readonly kind: 'outcome'
      readonly account: string
      readonly attempt: string
      readonly outcome: AttemptOutcome
      readonly at: Moment
    }

export interface TurnParts {
  readonly tables: Tables
  readonly decide: Decide
  readonly surroundings: Surroundings
  readonly seed: string
  readonly now: Moment
  /** A flaw: one poisonous fact takes those after it with it. */
  readonly poisonSpreads: boolean
}

export class Turn {
  readonly verdicts = new Map<Item, Verdict>()
  readonly handOvers: AttemptRow[] = []
  readonly #parts: TurnParts
  #isPoisoned = false

  constructor(parts: TurnParts) {
    this.#parts = parts
  }

  take(item: Item): void {
    switch (item.kind) {
      case 'fact':
        return this.#takeFact(item)
      case 'entry':
        return this.#takeEntry(item.entry)
      case 'due':
        return this.#takeDue(item.record, item.gateway)
      case 'outcome':
        return this.#takeOutcome(item)
    }
  }

  #takeFact(item: Extract<Item, { kind: 'fact' }>): void {
    const { tables, now } = this.#parts
    const { fact, waited } = item
    if (waited === null) tables.count('accepted')
    const account = this.#account(fact.account)
    const admission = admit(tables, fact, { account, now, hasWaited: waited !== null })
    const say = (verdict: Verdict): void => void this.verdicts.set(item, verdict)
    if (admission.state === 'waiting') {
      if (waited === null) this.#setAside(fact, { state: 'waiting', reason: null })
      return say('waiting')
    }
    if (waited !== null) tables.asides.remove(waited.key)
    if (admission.state === 'duplicate') {
      tables.count('duplicate')
      return say('duplicate')
    }
    if (admission.state === 'set-aside') {
      this.#setAside(fact, admission)
      return say('set-aside')
    }
    const event = { ...fact, origin: 'outside' } as unknown as Event
    const isSpoilt = this.#isPoisoned && this.#parts.poisonSpreads
    if (!isSpoilt && this.#decide(account, event, fact)) return say('decided')
    this.#isPoisoned = true
    this.#setAside(fact, { state: 'set-aside', reason: 'decision-failed' })
    return say('set-aside')
  }

  #setAside(fact: Fact, how: { readonly state: AsideRow['state']; readonly reason: string | null }): void {
    const { tables, now } = this.#parts
    const key = tables.serial()
    tables.asides.put(key, { key, fact, state: how.state, reason: how.reason, since: now })
  }

  #takeEntry(entry: AgendaEntry): void {
    const { tables, now } = this.#parts
    const key = nameOf(entry.account, entry.id)
    if (tables.agenda.get(key) !== entry) return // taken, dropped or replaced meanwhile
    tables.agenda.remove(key)
    const { account, line, type, body, due } = entry
    const time = Math.min(due, now)
    this.#raise({ source: '/agenda', id: entry.id, type, time, origin: 'agenda', account, line, body })
  }

  #takeDue({ row, step }: ReminderRecord, gateway: string): void {
    const { tables, now } = this.#parts
    if (tables.reminders.get(nameOf(row.account, row.id))?.step !== step) return
    const { account, line, facts, id } = row
    const body = { reminder: id, gateway, facts: JSON.parse(JSON.stringify(facts)) as unknown }
    this.#raise({
      source: '/dispatch',
      id,
      type: 'reminder.due',
      time: now,
      origin: 'agenda',
      account,
      line,
      body,
    })
  }

  /** An attempt takes one outcome; only silence may still be bettered. */
  #takeOutcome(item: Extract<Item, { kind: 'outcome' }>): void {
    const { tables, now } = this.#parts
    const { account, attempt, outcome } = item
    const key = nameOf(account, attempt)
    const known = tables.attempts.get(key)
    if (known === undefined || (known.state === 'concluded' && known.outcome !== 'unconfirmed')) return
    const at = Math.max(known.row.decidedAt, Math.min(item.at, now))
    const { line } = known.row
    const body = { attempt, outcome, code: '', at, silent: this.#silentOf(known) }
    tables.attempts.put(key, { ...known, state: 'concluded', outcome, concludedAt: at })
    const type = 'attempt.concluded'
    this.#raise({ source: '/outcome', id: attempt, type, time: at, origin: 'outcome', account, line, body })
  }

  /** Of an attempt that had been taken for silent its reminder as it stands. */
  #silentOf({ row, outcome }: AttemptRecord): object | undefined {
    const reminder = this.#parts.tables.reminders.get(nameOf(row.account, row.reminder))
    if (outcome !== 'unconfirmed' || reminder === undefined) return undefined
    const { rule, version } = reminder.row
    const { state, rung, due, usefulUntil } = reminder.step
    return { line: row.line, rule, version, channel: row.channel, state, rung, due, usefulUntil }
  }

  #raise(event: Omit<Event, 'id' | 'type' | 'body'> & { id: string; type: string; body: unknown }): void {
    const account = this.#account(event.account)
    const id = `${event.id}@${account.hot.decisions + 1}`
    this.#decide(account, { ...event, id } as Event, null)
  }

  #account(id: string): Account {
    return this.#parts.tables.accounts.get(id) ?? newAccount(id)
  }

  /** False when our own bug showed itself: that event alone is left out. */
  #decide(account: Account, event: Event, fact: Fact | null): boolean {
    const { decide, surroundings, seed, now } = this.#parts
    const chance = (salt: string): number =>
      new Dice(`${seed} ${event.source} ${event.id} ${salt}`).fraction()
    let changes: Changes
    try {
      changes = decide(account, event, { ...surroundings, now, chance })
    } catch (error) {
      if (fact === null) throw error
      return false
    }
    this.#keep(this.#backstop(changes), event, fact)
    return true
  }

  #keep(changes: Changes, event: Event, fact: Fact | null): void {
    const { tables, now } = this.#parts
    const { account, hot } = { account: changes.account, hot: changes.account.hot }
    const { source, id, time } = event
    const marks = fact === null ? {} : remember(hot, { hash: eventHash(source, id), time })
    tables.accounts.put(account.id, { ...account, hot: { ...hot, ...marks } })
    const row = { event, fact, at: now, order: hot.decisions }
    tables.journal.put(tables.serial(), row)
    if (fact !== null) {
      const key = nameOf(account.id, `${source} ${id}`)
      tables.known.put(key, [...(tables.known.get(key) ?? []), row])
    }
    for (const planned of changes.reminders) this.#plan(planned)
    for (const step of changes.steps) this.#move(account.id, step)
    for (const attempt of changes.attempts) this.#attempt(attempt)
    for (const { attempt, outcome, at } of changes.concluded)
      this.#conclude(nameOf(account.id, attempt), outcome, at)
    for (const gone of changes.dropped) tables.agenda.remove(nameOf(account.id, gone))
    for (const entry of changes.agenda) tables.agenda.put(nameOf(entry.account, entry.id), entry)
    for (const { kind, account: who, at } of changes.alarms)
      tables.alarms.put(tables.serial(), { kind, account: who, at })
  }

  /** An id that exists already becomes a withheld row, as the store's key has it (design: once-per). */
  #backstop(changes: Changes): Changes {
    const { account } = changes
    const again = (id: string): boolean =>
      this.#parts.tables.reminders.get(nameOf(account.id, id)) !== undefined
    if (!changes.reminders.some(row => again(row.id))) return changes
    const taken = new Set(changes.reminders.map(row => row.id).filter(again))
    const { hot } = account
    return {
      ...changes,
      account: { ...account, hot: { ...hot, open: hot.open.filter(open => !taken.has(open.id)) } },
      reminders: changes.reminders.map(row => (taken.has(row.id) ? withheldAgain(row) : row)),
    }
  }

  #plan(row: ReminderRow): void {
    const { tables, now } = this.#parts
    tables.count('planned')
    const trail = [{ at: now, ...row.step }]
    tables.reminders.put(nameOf(row.account, row.id), { row, step: row.step, trail })
  }

  #move(account: string, step: ReminderStep): void {
    const { tables, now } = this.#parts
    const key = nameOf(account, step.id)
    const known = tables.reminders.get(key)!
    tables.reminders.put(key, { ...known, step, trail: [...known.trail, { at: now, ...step }] })
  }

  #attempt(row: AttemptRow): void {
    const { tables } = this.#parts
    tables.attempts.put(nameOf(row.account, row.id), {
      row,
      state: 'decided',
      outcome: null,
      concludedAt: null,
    })
    this.handOvers.push(row)
  }

  #conclude(key: string, outcome: string, at: Moment): void {
    const { tables } = this.#parts
    const known = tables.attempts.get(key)
    if (known !== undefined)
      tables.attempts.put(key, { ...known, state: 'concluded', outcome, concludedAt: at })
  }
}

function withheldAgain(row: ReminderRow): ReminderRow {
  const id = `${row.id}~${row.decision}`
  const step = { ...row.step, id, state: 'withheld', reason: 'once-per', concludedAt: row.plannedAt } as const
  return { ...row, id, step }
}
