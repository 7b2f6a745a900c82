/** One account's life, told in a test: facts come in, the clock is set by hand, messages are seen. */
import { type Account, newAccount } from '../account/account.ts'
import type { Changes } from '../change.ts'
import { decide } from '../decide.ts'
import type { Event, EventType } from '../event/event.ts'
import type { SilentAttempt } from '../event/inner.ts'
import type { AgendaEntry, AttemptRow, Facts, ReminderRow, ReminderStep } from '../reminder.ts'
import type { Rulebook } from '../rule/rule.ts'
import type { Instant } from '../units.ts'
import type { World } from '../world.ts'

/** `2026-11-03 09:30` in Beijing. */
export const at = (text: string): Instant => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)

type Body<T extends EventType> = Extract<Event, { type: T }>['body']

export class Life {
  account: Account = newAccount('A1')
  readonly rows = new Map<string, ReminderRow>()
  readonly steps = new Map<string, ReminderStep>()
  readonly attempts: AttemptRow[] = []
  readonly agenda = new Map<string, AgendaEntry>()
  world: World
  last: Changes | null = null
  private n = 0

  constructor(rulebook: Rulebook, world: Partial<World> = {}) {
    this.world = {
      now: 0,
      rulebook,
      versions: new Map([[rulebook.version, rulebook]]),
      recalled: new Set(),
      pauses: [],
      sendTo: 'everyone',
      channels: new Set(['sms', 'voice']),
      chance: () => 0.5,
      ...world,
    }
  }

  /** A fact arrives; `[now, since]` for one that was true earlier than it arrives. */
  fact<T extends EventType>(
    when: string | readonly [now: string, since: string],
    type: T,
    body: Body<T>,
  ): Changes {
    const [now, since] = typeof when === 'string' ? [when, when] : when
    this.n += 1
    const id = `e${this.n}`
    const event = {
      source: 'boss',
      id,
      type,
      time: at(since),
      origin: 'outside',
      account: 'A1',
      line: 'L1',
      body,
    }
    return this.take(event as Event, at(now))
  }

  opened(now: string, part: Partial<Body<'line.opened'>> = {}): Changes {
    const opening: Body<'line.opened'> = {
      line: 'L1',
      brand: 'easyown',
      planId: 'p',
      packIds: [],
      payMode: 'prepaid',
      star: 0,
      vip: 'none',
      language: 'zh-CN',
      province: 'zhejiang',
      city: 'taizhou',
    }
    return this.fact(now, 'line.opened', { ...opening, ...part })
  }

  take(event: Event, now: Instant): Changes {
    const changes = decide(this.account, event, { ...this.world, now })
    this.last = changes
    this.account = changes.account
    for (const row of changes.reminders) {
      if (this.rows.has(row.id)) throw new Error(`reminder ${row.id} planned twice`)
      this.rows.set(row.id, row)
      this.steps.set(row.id, row.step)
    }
    for (const step of changes.steps) this.steps.set(step.id, step)
    this.attempts.push(...changes.attempts)
    for (const entry of changes.agenda) this.agenda.set(entry.id, entry)
    for (const id of changes.dropped) this.agenda.delete(id)
    return changes
  }

  /** Lets time pass: agenda entries and due reminders are taken at their own moments. */
  until(end: string): void {
    for (;;) {
      const next = this.nextItem()
      if (next === null || next.due > at(end)) return
      next.run()
    }
  }

  private nextItem(): { readonly due: Instant; readonly run: () => void } | null {
    const entries = [...this.agenda.values()].map(entry => ({ due: entry.due, run: () => this.wake(entry) }))
    const planned = this.account.hot.open.filter(open => open.state === 'planned')
    const due = planned.map(open => ({ due: open.due, run: () => this.send(open.id, open.due) }))
    return [...entries, ...due].sort((a, b) => a.due - b.due)[0] ?? null
  }

  private wake(entry: AgendaEntry, now = entry.due): void {
    this.agenda.delete(entry.id)
    const { id, due: time, type, account, line, body } = entry
    this.take({ source: 'agenda', id, type, time, origin: 'agenda', account, line, body } as Event, now)
  }

  /** An entry that is decided late, after an outage. */
  wakeAt(entry: AgendaEntry, now: string): void {
    this.wake(entry, at(now))
  }

  send(reminder: string, now: Instant): void {
    const facts: Facts = this.rows.get(reminder)?.facts ?? {}
    const body = { reminder, gateway: 'g', facts }
    this.take(
      {
        source: 'x',
        id: reminder,
        type: 'reminder.due',
        time: now,
        origin: 'agenda',
        account: 'A1',
        line: 'L1',
        body,
      },
      now,
    )
  }

  /** Word of the last attempt after it had been taken for silent, with what the store then knows of it. */
  late(now: string, part: Partial<SilentAttempt> = {}, outcome: 'delivered' | 'failed' = 'delivered'): void {
    const attempt = this.attempts.at(-1)!
    const { rule, version, line } = this.rows.get(attempt.reminder)!
    const { state, rung, due, usefulUntil } = this.steps.get(attempt.reminder)!
    const { channel } = attempt
    const silent = { line, rule, version, channel, state, rung, due, usefulUntil, ...part }
    const time = at(now)
    const body = { attempt: attempt.id, outcome, code: '', at: time, silent }
    const event = { source: 'g', id: attempt.id, type: 'attempt.concluded', time, origin: 'outcome' }
    this.take({ ...event, account: 'A1', line, body } as Event, time)
  }

  outcome(
    now: string,
    outcome: 'delivered' | 'failed' | 'expired' | 'returned',
    attempt = this.attempts.at(-1)?.id ?? '',
  ): void {
    const body = { attempt, outcome, code: '', at: at(now) }
    const time = at(now)
    this.take(
      {
        source: 'g',
        id: attempt,
        type: 'attempt.concluded',
        time,
        origin: 'outcome',
        account: 'A1',
        line: 'L1',
        body,
      },
      time,
    )
  }

  /** What became of each reminder, in the order of planning: `low-balance: delivered`. */
  get story(): readonly string[] {
    return [...this.rows.values()].map(({ id, rule }) => {
      const step = this.steps.get(id)
      return `${rule}: ${step?.state === 'withheld' ? step.reason : step?.state}`
    })
  }

  /** When the n-th attempt left, in Beijing. */
  get left(): readonly string[] {
    return this.attempts.map(row => `${row.reminder.split('/')[0]} ${beijing(row.decidedAt)}`)
  }
}

export const beijing = (instant: Instant): string =>
  new Date(instant + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
