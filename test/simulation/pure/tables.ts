/** What outlives a crash of the little engine. */
import type { Account } from '../../../src/core/account/account.ts'
import type { Event } from '../../../src/core/event/event.ts'
import type { AgendaEntry, AttemptRow, ReminderRow, ReminderStep } from '../../../src/core/reminder.ts'
import type { AlarmSeen, AttemptSeen, Fact, Moment, Step } from '../chronicle.ts'
import { Layer } from './layer.ts'

export interface JournalRow {
  readonly event: Event
  readonly fact: Fact | null
  readonly at: Moment
  readonly order: number
}

export interface AsideRow {
  readonly key: string
  readonly fact: Fact
  readonly state: 'waiting' | 'set-aside'
  readonly reason: string | null
  readonly since: Moment
}

export interface ReminderRecord {
  readonly row: ReminderRow
  readonly step: ReminderStep
  readonly trail: readonly Step[]
}

export interface AttemptRecord {
  readonly row: AttemptRow
  readonly state: AttemptSeen['state']
  readonly outcome: string | null
  readonly concludedAt: Moment | null
}

export class Tables {
  readonly accounts = new Layer<Account>()
  /** By account, the known facts of a source and id. */
  readonly known = new Layer<readonly JournalRow[]>()
  readonly journal = new Layer<JournalRow>()
  readonly asides = new Layer<AsideRow>()
  readonly agenda = new Layer<AgendaEntry>()
  readonly reminders = new Layer<ReminderRecord>()
  readonly attempts = new Layer<AttemptRecord>()
  readonly alarms = new Layer<AlarmSeen>()
  readonly tallies = new Layer<number>()
  #serial = 0

  /** A key for rows that have none of their own. */
  serial(): string {
    this.#serial += 1
    return String(this.#serial).padStart(9, '0')
  }

  count(name: string): void {
    this.tallies.put(name, (this.tallies.get(name) ?? 0) + 1)
  }

  commit(): void {
    for (const table of this.#all()) table.commit()
  }

  discard(): void {
    for (const table of this.#all()) table.discard()
  }

  #all(): readonly Layer<unknown>[] {
    const { accounts, known, journal, asides, agenda, reminders, attempts, alarms, tallies } = this
    return [accounts, known, journal, asides, agenda, reminders, attempts, alarms, tallies]
  }
}

export const nameOf = (account: string, id: string): string => `${account} ${id}`
