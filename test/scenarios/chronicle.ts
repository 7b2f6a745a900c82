/** Everything that has become of one account, kept as the store keeps it, and checked at every step. */
import { type Account, newAccount } from '../../src/core/account/account.ts'
import { coldFrom, coldText, hotFrom, hotText } from '../../src/core/account/state-text.ts'
import type { Alarm, Changes } from '../../src/core/change.ts'
import { decide } from '../../src/core/decide.ts'
import type { Event } from '../../src/core/event/event.ts'
import type { AgendaEntry, AttemptRow, ReminderRow, ReminderStep } from '../../src/core/reminder.ts'
import type { World } from '../../src/core/world.ts'
import { flaws, type Message } from './message.ts'

export class Chronicle {
  account: Account
  /** Hours ahead of UTC of the clock on the customer's wall: stories that travel set it. */
  aheadOfUtc = 8
  readonly rows = new Map<string, ReminderRow>()
  readonly steps = new Map<string, ReminderStep>()
  readonly messages: Message[] = []
  readonly agenda = new Map<string, AgendaEntry>()
  readonly alarms: Alarm[] = []
  /** What each rule said when it was last asked: `planned`, `condition`, `audience`, a reason. */
  readonly said = new Map<string, string>()

  constructor(id: string) {
    this.account = newAccount(id)
  }

  take(event: Event, world: World): Changes {
    const changes = decide(this.account, plain(event), world)
    this.account = stored(changes.account)
    for (const row of changes.reminders) this.plan(row, world)
    for (const step of changes.steps) this.steps.set(step.id, step)
    for (const id of changes.dropped) this.agenda.delete(id)
    for (const attempt of changes.attempts) this.send(attempt, world)
    for (const { rule, outcome } of changes.considered) this.said.set(rule, outcome)
    this.alarms.push(...changes.alarms)
    this.checkBooks()
    return changes
  }

  /** A row stands alone: who reads it later must see why it is there (G9). */
  private plan(row: ReminderRow, { rulebook }: World): void {
    if (this.rows.has(row.id)) throw new Error(`${row.id} is planned twice`)
    const isWhole = row.version === rulebook.version && row.steps.length > 0 && row.cause.id !== ''
    if (!isWhole || row.facts['trigger'] === undefined) throw new Error(`${row.id} does not say why`)
    this.rows.set(row.id, plain(row))
    this.steps.set(row.id, row.step)
  }

  private send(attempt: AttemptRow, { rulebook }: World): void {
    const row = this.rows.get(attempt.reminder)
    if (row === undefined) throw new Error(`${attempt.id} belongs to no reminder`)
    const message = { ...attempt, rule: row.rule, template: row.template }
    const found = flaws(message, rulebook, this.aheadOfUtc)
    if (found.length > 0) throw new Error(`${row.rule}: ${found.join('; ')}\n${attempt.text}`)
    this.messages.push(message)
  }

  /** Each reminder is open, or has exactly one end (G8). */
  private checkBooks(): void {
    const open = new Set(this.account.hot.open.map(({ id }) => id))
    const unfinished = [...this.steps.values()].filter(({ concludedAt }) => concludedAt === null)
    const isEven = unfinished.length === open.size && unfinished.every(({ id }) => open.has(id))
    if (!isEven) throw new Error(`books of ${this.account.id} do not balance`)
  }
}

/** What the two rows of an account hold after a turn, read back. */
const stored = ({ id, cold, hot }: Account): Account => ({
  id,
  cold: coldFrom(coldText(cold)),
  hot: hotFrom(hotText(hot)),
})

/** As JSON leaves it: events, agenda and reminders all pass through it. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
