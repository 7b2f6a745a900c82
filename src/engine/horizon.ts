/**
 * Fills the pool of the discrete clock: once per simulated day from the database, in between from what turns
 * put in, so that most spans need no query at all.
 */
import type { Arrival } from '../core/event/arrival.ts'
import type { AccountId } from '../core/event/event.ts'
import type { Instant } from '../core/units.ts'
import { type AgendaRow, dueAgenda, nextAgenda } from '../store/agenda.ts'
import { findLines } from '../store/line-directory.ts'
import { type DueReminder, laneOf, nextReminder, plannedUntil } from '../store/reminder.ts'
import type { Machine } from './machine.ts'
import { patiently } from './patience.ts'
import type { Open, Pool } from './pool.ts'
import { numberOf } from './turn/resolve.ts'
import type { Holder, Item, OutcomeItem } from './turn/item.ts'
import type { TurnResult } from './turn/turn.ts'
import { released } from './waiting.ts'

const dayMs = 86_400_000
const entriesMax = 1_000_000
const releasedMax = 10_000

export interface Fact {
  readonly arrival: Arrival
  readonly at: Instant
  readonly seq: number | null
  /** Told when it has been decided. */
  readonly done?: () => void
}

export class Horizon {
  readonly #machine: Machine
  readonly #pool: Pool
  /** Everything due before it is in the pool. */
  #until: Instant = 0
  /** Who opened which number, as far as this run has seen; keeps an account's facts in one row of time. */
  readonly #opened = new Map<string, AccountId>()
  #names = 0

  constructor(machine: Machine, pool: Pool) {
    this.#machine = machine
    this.#pool = pool
  }

  /** The next moment of agenda and reminders, wherever they are. */
  async next(): Promise<Instant | null> {
    const pooled = this.#pool.next()
    if (pooled !== null) return pooled
    const { parts } = this.#machine
    const { database } = parts
    const [entry, reminder] = await patiently(parts, () =>
      Promise.all([nextAgenda(database, this.#until - 1), nextReminder(database, this.#until - 1)]),
    )
    if (entry === null || reminder === null) return entry ?? reminder
    return Math.min(entry, reminder)
  }

  /** Sees to it that everything due before `end` is in the pool. */
  async reach(end: Instant): Promise<void> {
    if (end <= this.#until) return
    this.#until = end + dayMs
    const { parts } = this.#machine
    const { database } = parts
    const last = this.#until - 1
    const entries = await patiently(parts, () => dueAgenda(database, { until: last, rowsMax: entriesMax }))
    const reminders = await patiently(parts, () => plannedUntil(database, last))
    for (const entry of entries) this.#putEntry(entry)
    for (const reminder of reminders) this.#putReminder(reminder)
  }

  /** Facts of the feed; the directory is asked once for all of them. */
  async addFacts(facts: readonly Fact[]): Promise<void> {
    const changing = new Set<string>()
    for (const { arrival } of facts) {
      if (arrival.type === 'line.opened' && arrival.subject.kind === 'account') {
        this.#opened.set(numberOf(arrival), arrival.subject.account)
        changing.add(numberOf(arrival))
      }
    }
    // Of a number that changes hands among these facts the turn itself must find the holder.
    const holders = await this.#holders(facts.filter(fact => !changing.has(subjectNumber(fact))))
    for (const fact of facts) this.#putFact(fact, holders.get(fact))
  }

  addOutcome(item: OutcomeItem, done?: () => void): void {
    const at = Math.max(item.at, this.#machine.clock.now())
    const make = (now: Instant): Item => ({ ...item, now })
    const name = `outcome/${item.account}/${item.attempt}/${this.#names++}`
    const open: Open = { name, account: item.account, at, rank: 0, make, reminder: null }
    this.#pool.put(done === undefined ? open : { ...open, done })
  }

  /** What a turn has changed in the time ahead. */
  note(result: TurnResult): void {
    for (const row of result.agenda) {
      if ('due' in row) this.#putEntry(row)
      else this.#pool.remove(entryName(row))
    }
    for (const { account, shard, row, step, province, city } of result.moved) {
      const name = dueName({ account, id: step.id })
      const known = this.#known.get(name)
      const { state, due, usefulUntil, channel, rung } = step
      if (state !== 'planned') {
        this.#pool.remove(name)
        if (state !== 'attempted') this.#known.delete(name)
        continue
      }
      if (row !== null) {
        const { id, line, rule, version, touchpoint, decision, facts } = row
        const lane = laneOf(row.class)
        const text = JSON.stringify(facts)
        const scope = { province, city }
        const moving = { due, usefulUntil, channel, rung }
        this.#putReminder({
          shard,
          account,
          id,
          line,
          rule,
          version,
          touchpoint,
          lane,
          decision,
          ...moving,
          ...scope,
          facts: text,
        })
      } else if (known !== undefined) this.#putReminder({ ...known, due, usefulUntil, channel, rung })
      else this.#until = -Infinity // planned before this run: read it again
    }
  }

  readonly #known = new Map<string, DueReminder>()

  /** Events that waited for a line that has just been opened. */
  async release(at: Instant): Promise<void> {
    const items = await released(this.#machine.parts, at, releasedMax)
    const facts = items.flatMap(item =>
      item.kind === 'arrival' ? [{ arrival: item.arrival, at, seq: item.seq }] : [],
    )
    await this.addFacts(facts)
  }

  /** A stopped reminder is looked at again when its use has ended. */
  hold(open: Open): void {
    this.#pool.put({ ...open, at: open.reminder!.usefulUntil })
  }

  /** Reminders whose gateways have no room within this span wait for the next. */
  putOff(end: Instant): void {
    for (const open of this.#pool.earliest(end)) {
      if (open.reminder !== null) this.#pool.put({ ...open, at: end })
    }
  }

  #putEntry(entry: AgendaRow): void {
    const name = entryName(entry)
    if (entry.due >= this.#until) return this.#pool.remove(name)
    const at = Math.max(entry.due, this.#machine.clock.now())
    const make = (now: Instant): Item => ({ kind: 'entry', now, entry })
    this.#pool.put({ name, account: entry.account, at, rank: 20, make, reminder: null })
  }

  #putReminder(reminder: DueReminder): void {
    const name = dueName(reminder)
    this.#known.set(name, reminder)
    if (reminder.due >= this.#until) return this.#pool.remove(name)
    const at = Math.max(reminder.due, this.#machine.clock.now())
    const make = (now: Instant, gateway: string): Item => ({ kind: 'due', now, reminder, gateway })
    this.#pool.put({ name, account: reminder.account, at, rank: 10 + reminder.lane, make, reminder })
  }

  #putFact({ arrival, at, seq, done }: Fact, holder: Holder | undefined): void {
    const { subject } = arrival
    const own = subject.kind === 'account' ? subject.account : this.#opened.get(subject.number)
    const account = holder?.account ?? own ?? `tel:${subject.kind === 'number' ? subject.number : ''}`
    const now = Math.max(at, this.#machine.clock.now())
    const known = holder === undefined ? {} : { holder }
    const make = (now: Instant): Item => ({ kind: 'arrival', now, arrival, seq, ...known })
    // A waiting event may be released twice before its turn comes: by its own name it is there once.
    const name = seq === null ? `fact/${this.#names++}` : `aside/${seq}`
    const open: Open = { name, account, at: now, rank: 30, make, reminder: null }
    this.#pool.put(done === undefined ? open : { ...open, done })
  }

  async #holders(facts: readonly Fact[]): Promise<ReadonlyMap<Fact, Holder>> {
    const { parts } = this.#machine
    const numbered: Fact[] = []
    const asked: { hash: Uint8Array; time: Instant }[] = []
    for (const fact of facts) {
      const { subject, time } = fact.arrival
      if (subject.kind !== 'number') continue
      numbered.push(fact)
      asked.push({ hash: parts.vault.numberHash(subject.number), time })
    }
    if (asked.length === 0) return new Map()
    const found = await patiently(parts, () => findLines(parts.database, asked))
    return new Map(found.map(({ i, account, line }) => [numbered[i]!, { account, line }]))
  }
}

const subjectNumber = ({ arrival }: Fact): string =>
  arrival.subject.kind === 'number' ? arrival.subject.number : ''

const entryName = (entry: { readonly account: AccountId; readonly id: string }): string =>
  `entry/${entry.account}/${entry.id}`
const dueName = (reminder: { readonly account: AccountId; readonly id: string }): string =>
  `due/${reminder.account}/${reminder.id}`
