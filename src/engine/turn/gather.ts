/**
 * What a batch will change, gathered decision by decision. Later events of the batch see the accounts as
 * earlier ones left them; of a reminder's steps the last one is written, the trail keeps them all.
 */
import type { Account } from '../../core/account/account.ts'
import { lineBehind } from '../../core/account/contact.ts'
import { shardOf } from '../../core/account/shard.ts'
import type { Alarm, Changes } from '../../core/change.ts'
import type { AccountId } from '../../core/event/event.ts'
import type { AgendaEntry, AttemptRow, ReminderRow, ReminderStep } from '../../core/reminder.ts'
import type { Instant } from '../../core/units.ts'
import type { AccountKey } from '../../store/account.ts'
import type { AgendaKey, AgendaRow } from '../../store/agenda.ts'
import type { AlarmRow, OverRow } from '../../store/alarm.ts'
import type { ConcludedRow } from '../../store/attempt.ts'
import type { ContactRow, RecipientKey } from '../../store/contact-person.ts'
import type { Statement } from '../../store/database.ts'
import type { ErasureOrder } from '../../store/erasure.ts'
import type { MessageKey } from '../../store/handed.ts'
import type { JournalRow } from '../../store/journal.ts'
import type { DirectoryRow } from '../../store/line-directory.ts'
import type { NameRow, PersonRow } from '../../store/person.ts'
import { trailOf } from '../../store/reminder.ts'
import type { ReplyRow } from '../../store/reply.ts'
import type { AsideRow, Returned } from '../../store/set-aside.ts'
import type { SourceRow } from '../../store/source-seen.ts'
import { type TallyName, tallyDay, type TallyRow } from '../../store/tally.ts'

/** A reminder that this batch plans or moves. */
export interface Moving extends AccountKey {
  /** Null when it was planned before this batch. */
  readonly row: ReminderRow | null
  /** Scope of its line, or of the one behind its contact, when it was planned here, so that a pause by scope finds it. */
  readonly province: string | null
  readonly city: string | null
  step: ReminderStep
  trail: string
}

/** The rule and touchpoint of a reminder that asks to be sent. */
export type Asked = Pick<ReminderRow, 'rule' | 'touchpoint'>

export interface Touched {
  account: Account
  coldChanged: boolean
  readonly isNew: boolean
}

export class Gathering {
  readonly accounts = new Map<AccountId, Touched>()
  readonly reminders = new Map<string, Moving>()
  readonly attempts: (AccountKey & { readonly row: AttemptRow })[] = []
  /** Reminders that ask to be sent, by `account/id`. */
  readonly dues = new Map<string, Asked>()
  readonly concluded = new Map<string, ConcludedRow>()
  /** Agenda entries decided by this batch, and the last word on the others: null when dropped. */
  readonly taken = new Map<string, AgendaKey>()
  readonly agenda = new Map<string, AgendaRow | AgendaKey>()
  readonly journal: (Omit<JournalRow, 'turn'> & { readonly account: AccountId })[] = []
  readonly asides: AsideRow[] = []
  readonly returned: Returned[] = []
  /** Those that the database has refused before. */
  readonly refusedAgain: Returned[] = []
  readonly alarms: AlarmRow[] = []
  readonly alarmsOver: OverRow[] = []
  readonly directory: DirectoryRow[] = []
  /** The last word on each recipient: kept, or forgotten. */
  readonly contacts = new Map<string, ContactRow | RecipientKey>()
  readonly persons: PersonRow[] = []
  readonly names: NameRow[] = []
  readonly strays: MessageKey[] = []
  readonly replies: ReplyRow[] = []
  readonly erasures: ErasureOrder[] = []
  /** What staff have put on record with what they did. */
  readonly records: Statement[] = []
  readonly tallies = new Map<string, { -readonly [K in keyof TallyRow]: TallyRow[K] }>()
  readonly sources = new Map<string, SourceRow>()
  readonly #taken: ReadonlySet<string>

  /** @param taken `account/id` of reminders known to be in the database: the backstop of once-per. */
  constructor(taken: ReadonlySet<string>) {
    this.#taken = taken
  }

  /** Takes in one decision, made at `now`. */
  add(changes: Changes, at: { readonly now: Instant; readonly isNew: boolean }): void {
    const settled = this.#backstop(changes)
    const { account } = settled
    const known = this.accounts.get(account.id)
    this.accounts.set(account.id, {
      account,
      coldChanged: settled.coldChanged || (known?.coldChanged ?? false),
      isNew: known?.isNew ?? at.isNew,
    })
    const key = { shard: shardOf(account.id), account: account.id }
    for (const row of settled.reminders) this.#plan(account, row, at.now)
    for (const step of settled.steps) this.#move(key, step, at.now)
    for (const row of settled.attempts) this.attempts.push({ ...key, row })
    for (const { attempt, outcome, code, at: when } of settled.concluded) {
      this.concluded.set(`${account.id}/${attempt}`, { ...key, attempt, outcome, code, at: when })
    }
    for (const id of settled.dropped) this.drop({ ...key, id })
    for (const entry of settled.agenda) this.#enter(entry)
    for (const over of settled.alarmsOver) this.alarmsOver.push({ ...over, account: account.id, at: at.now })
    for (const alarm of settled.alarms) this.alarms.push({ ...alarm, key: alarmKey(alarm) })
  }

  /** Takes an agenda entry to be decided; false when an earlier event of this batch took, dropped or replaced it. */
  take({ shard, account, id }: AgendaKey): boolean {
    const name = `${account}/${id}`
    if (this.agenda.has(name) || this.taken.has(name)) return false
    this.taken.set(name, { shard, account, id })
    return true
  }

  /** Takes an agenda entry away, whether it is there or not. */
  drop({ shard, account, id }: AgendaKey): void {
    this.agenda.set(`${account}/${id}`, { shard, account, id })
  }

  tally(name: TallyName, now: Instant): void {
    const day = tallyDay(now)
    const key = `${name}@${day}`
    const known = this.tallies.get(key)
    if (known === undefined) this.tallies.set(key, { name, day, count: 1 })
    else known.count += 1
  }

  see(source: string, time: Instant, now: Instant): void {
    const known = this.sources.get(source)
    const lastTime = Math.max(time, known?.lastTime ?? time)
    this.sources.set(source, { source, lastTime, lastArrival: Math.max(now, known?.lastArrival ?? now) })
  }

  #plan({ id: account, cold }: Account, row: ReminderRow, now: Instant): void {
    const { step } = row
    const line = lineBehind(cold, row.line)
    this.reminders.set(`${account}/${row.id}`, {
      shard: shardOf(account),
      account,
      row,
      province: line?.province ?? null,
      city: line?.city ?? null,
      step,
      trail: trailOf(now, step),
    })
    this.tally(`planned/${row.touchpoint}`, now)
  }

  #move(key: AccountKey, step: ReminderStep, now: Instant): void {
    const name = `${key.account}/${step.id}`
    const known = this.reminders.get(name)
    if (known === undefined) {
      this.reminders.set(name, {
        ...key,
        row: null,
        province: null,
        city: null,
        step,
        trail: trailOf(now, step),
      })
    } else {
      known.step = step
      known.trail += `,${trailOf(now, step)}`
    }
  }

  #enter(entry: AgendaEntry): void {
    const { account, id, due, line, type } = entry
    const row = { shard: shardOf(account), account, id, due, line, type, body: JSON.stringify(entry.body) }
    this.agenda.set(`${account}/${id}`, row)
  }

  /**
   * A reminder's id says what must be told once. If it exists already, this one becomes a withheld row under
   * an id of its own: the last line of defence behind `told`, and never a silent nothing.
   */
  #backstop(changes: Changes): Changes {
    const again = changes.reminders.filter(row => this.#exists(changes.account.id, row.id))
    if (again.length === 0) return changes
    const ids = new Set(again.map(row => row.id))
    const { hot } = changes.account
    return {
      ...changes,
      account: { ...changes.account, hot: { ...hot, open: hot.open.filter(open => !ids.has(open.id)) } },
      reminders: changes.reminders.map(row => (ids.has(row.id) ? withheldAgain(row) : row)),
      steps: changes.steps.filter(step => !ids.has(step.id)),
      attempts: changes.attempts.filter(attempt => !ids.has(attempt.reminder)),
    }
  }

  #exists(account: AccountId, id: string): boolean {
    const name = `${account}/${id}`
    return this.#taken.has(name) || this.reminders.has(name)
  }
}

function withheldAgain(row: ReminderRow): ReminderRow {
  const id = `${row.id}~${row.decision}`
  const step: ReminderStep = {
    ...row.step,
    id,
    state: 'withheld',
    reason: 'once-per',
    note: `${row.id} has been planned already`,
    concludedAt: row.plannedAt,
  }
  return { ...row, id, step }
}

const alarmKey = (alarm: Alarm): string => `${alarm.account ?? ''}/${alarm.line ?? ''}/${alarm.at}`
