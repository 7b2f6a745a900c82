/**
 * A little engine in memory: it does with the core what the real one does, one tick at a time, and can die at any step.
 *
 *     hear (answers, receipts) ─► gather what is due ─► turns of a few items ─► commit ─► answer the senders, hand over
 *
 * What is not in its tables is forgotten when it dies: facts are sent again by their senders, receipts brought again by their
 * gateways, and what was handed over without an answer stays in doubt.
 */
import { coldFrom, coldText, hotFrom, hotText } from '../../../src/core/account/state-text.ts'
import type { AttemptRow } from '../../../src/core/reminder.ts'
import type { Centre, Report } from '../centre.ts'
import type { Answered, Brought, Fact, Moment, Verdict } from '../chronicle.ts'
import { Dice } from '../dice.ts'
import type { Crash, Plot } from '../plot/plot.ts'
import { surroundingsAt } from '../surroundings.ts'
import { type ReminderRecord, nameOf, Tables } from './tables.ts'
import { type Decide, type Item, Turn } from './turn.ts'

const answerWithinMs = 60_000
const waitForLineMs = 86_400_000
const lanes = ['code', 'real-time', 'notice', 'courtesy', 'marketing']

/** Ways in which an engine, not the core, could break its word; planted to see that the model notices. */
export type Flaw = 'resends-in-doubt' | 'acknowledges-early' | 'sets-the-batch-aside'

export interface Offer {
  readonly fact: Fact
  /** Told when it is known what became of it; never when the engine died before. */
  readonly tell: (verdict: Verdict) => void
}

interface Submitted {
  readonly account: string
  readonly attempt: string
  readonly line: string
  readonly gateway: string
  readonly since: Moment
}

export class Engine {
  readonly tables = new Tables()
  readonly answered: Answered[] = []
  readonly brought: Brought[] = []
  readonly #plot: Plot
  readonly #decide: Decide
  readonly #centres: ReadonlyMap<string, Centre>
  readonly #dice: Dice
  /** Of their own, so that other batches do not change anything else. */
  readonly #batchDice: Dice
  readonly #crashes: Crash[]
  readonly #flaw: Flaw | null
  #offers: Offer[] = []
  #outcomes: Extract<Item, { kind: 'outcome' }>[] = []
  readonly #reports = new Map<Item, Report>()
  #submitted = new Map<string, Submitted>()
  /** By an engine with that flaw only. */
  readonly #resent: AttemptRow[] = []
  #downUntil: Moment = -Infinity

  constructor(what: {
    readonly plot: Plot
    readonly decide: Decide
    readonly centres: readonly Centre[]
    readonly flaw: Flaw | null
  }) {
    this.#plot = what.plot
    this.#flaw = what.flaw
    this.#decide = what.decide
    this.#centres = new Map(what.centres.map(centre => [centre.gateway, centre]))
    this.#dice = new Dice(`engine ${what.plot.seed}`)
    this.#batchDice = new Dice(`batches ${what.plot.seed}`)
    this.#crashes = [...what.plot.crashes]
  }

  isDown(now: Moment): boolean {
    return now < this.#downUntil
  }

  /** When it is up again, or was. */
  get upAt(): Moment {
    return this.#downUntil
  }

  offer(offer: Offer): void {
    this.#offers.push(offer)
  }

  /** The next moment at which it has something to do by itself. */
  next(now: Moment): Moment {
    const moments: Moment[] = []
    for (const entry of this.tables.agenda.values()) moments.push(entry.due)
    for (const record of this.#planned()) moments.push(this.#opens(record, now))
    for (const { since } of this.#submitted.values()) moments.push(since + answerWithinMs)
    for (const row of this.tables.asides.values()) {
      if (row.state === 'waiting') moments.push(row.since + waitForLineMs)
    }
    return Math.max(this.#downUntil, Math.min(...moments))
  }

  /** Everything that is due by now. */
  tick(now: Moment): void {
    if (this.isDown(now)) return
    this.#hear(now)
    for (const row of this.#resent.splice(0)) this.#handOver(row, now)
    const facts = this.#offers.map(({ fact }) => ({ kind: 'fact', fact, waited: null }) as const)
    const offers = new Map<Item, Offer>(facts.map((item, n) => [item, this.#offers[n]!]))
    this.#offers = []
    const outcomes = this.#outcomes.splice(0)
    const entries = [...this.tables.agenda.values()].filter(entry => entry.due <= now)
    const mixed = this.#mix([outcomes, entries.map(entry => ({ kind: 'entry', entry }) as const), facts])
    this.#giveUpAnswers(now)
    if (!this.#runAll(mixed, offers, now) || !this.#runAll(this.#returning(), offers, now)) return
    this.#giveUpWaiting(now)
    this.#runAll(this.#dues(now), offers, now)
  }

  /** Lists keep their order, but nobody knows which list comes first. */
  #mix(lists: readonly (readonly Item[])[]): readonly Item[] {
    const heads = this.#dice.shuffled(lists.flatMap((list, n) => list.map(() => n)))
    const places = lists.map(() => 0)
    return heads.map(n => lists[n]![places[n]!++]!)
  }

  /** False when it died on the way. */
  #runAll(items: readonly Item[], offers: ReadonlyMap<Item, Offer>, now: Moment): boolean {
    for (let from = 0; from < items.length;) {
      const size = this.#batchDice.between(1, this.#plot.batchMax)
      if (!this.#run(items.slice(from, from + size), offers, now)) return false
      from += size
    }
    return true
  }

  #run(items: readonly Item[], offers: ReadonlyMap<Item, Offer>, now: Moment): boolean {
    const surroundings = surroundingsAt(this.#plot.setting, now)
    const turn = new Turn({
      tables: this.tables,
      decide: this.#decide,
      surroundings,
      seed: this.#plot.seed,
      now,
      poisonSpreads: this.#flaw === 'sets-the-batch-aside',
    })
    for (const item of items) turn.take(item)
    if (this.#flaw === 'acknowledges-early') this.#tell(turn, offers)
    const crash = this.#crashIn(turn, now)
    if (crash?.point === 'before-commit') return this.#die(crash, now)
    this.tables.commit()
    for (const item of items) this.#confirm(item, now)
    if (crash?.point === 'after-commit') return this.#die(crash, now)
    this.#tell(turn, offers)
    const half = crash === null ? turn.handOvers.length : this.#dice.between(0, turn.handOvers.length)
    for (const row of turn.handOvers.slice(0, half)) this.#handOver(row, now)
    return crash === null || this.#die(crash, now)
  }

  /** A crash in the midst of handing over waits for something to hand over. */
  #crashIn(turn: Turn, now: Moment): Crash | null {
    const [crash] = this.#crashes
    if (crash === undefined || crash.at > now || now > this.#plot.quietFrom) return null
    if (crash.point === 'half-handed' && turn.handOvers.length === 0) return null
    return this.#crashes.shift()!
  }

  #tell(turn: Turn, offers: ReadonlyMap<Item, Offer>): void {
    for (const [item, verdict] of turn.verdicts) offers.get(item)?.tell(verdict)
  }

  /** A receipt is confirmed to its gateway once it is on disk. */
  #confirm(item: Item, now: Moment): void {
    const report = this.#reports.get(item)
    if (report === undefined) return
    this.#reports.delete(item)
    const { attempt, account, outcome } = report
    this.brought.push({ attempt, account, outcome, at: now, kept: true })
  }

  #die({ downMs }: Crash, now: Moment): false {
    this.tables.discard()
    for (const report of this.#reports.values()) this.#centreOf(report).again(report, now + downMs)
    this.#reports.clear()
    this.#offers = []
    this.#outcomes = []
    this.#submitted.clear()
    this.#downUntil = now + downMs
    for (const record of this.tables.attempts.values()) {
      if (record.state !== 'decided') continue
      if (this.#flaw === 'resends-in-doubt') this.#resent.push(record.row)
      this.tables.attempts.put(nameOf(record.row.account, record.row.id), { ...record, state: 'in-doubt' })
    }
    for (const account of this.tables.accounts.values()) {
      const { id, cold, hot } = account
      this.tables.accounts.put(id, { id, cold: coldFrom(coldText(cold)), hot: hotFrom(hotText(hot)) })
    }
    this.tables.commit()
    return false
  }

  #centreOf({ account, attempt }: { readonly account: string; readonly attempt: string }): Centre {
    return this.#centres.get(this.tables.attempts.get(nameOf(account, attempt))!.row.gateway)!
  }

  #handOver(row: AttemptRow, now: Moment): void {
    const { account, line, gateway, text, validUntil, id: attempt } = row
    const number = this.#plot.setting.numbers.get(`${account}/${line}`)!
    const centre = this.#centres.get(gateway)!
    if (centre.isClosed(now)) {
      this.#outcomes.push({ kind: 'outcome', account, attempt, outcome: 'returned', at: now })
      this.answered.push({ account, attempt, state: 'returned', at: now })
      return
    }
    this.#submitted.set(nameOf(account, attempt), { account, attempt, line, gateway, since: now })
    centre.submit({ attempt, account, gateway, number, text, class: row.class, at: now, validUntil })
  }

  #hear(now: Moment): void {
    for (const centre of this.#centres.values()) {
      for (const happening of centre.take(now)) {
        const { account, attempt, at } = happening
        if (happening.kind === 'answer') this.#answer(happening)
        else {
          const item = { kind: 'outcome', account, attempt, outcome: happening.outcome, at } as const
          this.#outcomes.push(item)
          this.#reports.set(item, happening)
        }
      }
    }
  }

  /** An answer to a former process, or after the waiting, is lost. */
  #answer({ account, attempt, state, at }: Answered): void {
    if (!this.#submitted.delete(nameOf(account, attempt))) return
    this.answered.push({ account, attempt, state, at })
    if (state !== 'accepted')
      return void this.#outcomes.push({ kind: 'outcome', account, attempt, outcome: state, at })
    this.#mark(nameOf(account, attempt), 'accepted')
  }

  #mark(key: string, state: 'accepted' | 'in-doubt'): void {
    const known = this.tables.attempts.get(key)!
    if (known.state === 'decided') this.tables.attempts.put(key, { ...known, state })
    this.tables.commit()
  }

  #giveUpAnswers(now: Moment): void {
    for (const { account, attempt, since } of this.#submitted.values()) {
      if (since + answerWithinMs > now) continue
      this.#submitted.delete(nameOf(account, attempt))
      this.#mark(nameOf(account, attempt), 'in-doubt')
    }
  }

  #giveUpWaiting(now: Moment): void {
    for (const row of this.tables.asides.values()) {
      if (row.state !== 'waiting' || row.since + waitForLineMs > now) continue
      this.tables.asides.put(row.key, { ...row, state: 'set-aside', reason: 'unknown-line' })
    }
    this.tables.commit()
  }

  /** Facts whose line has appeared. */
  #returning(): readonly Item[] {
    const waiting = [...this.tables.asides.values()].filter(row => row.state === 'waiting')
    const known = waiting.filter(({ fact }) => {
      const lines = this.tables.accounts.get(fact.account)?.cold.lines ?? []
      return lines.some(line => fact.line === null || (line.id === fact.line && line.openedAt <= fact.time))
    })
    return known
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(row => ({ kind: 'fact', fact: row.fact, waited: row }))
  }

  *#planned(): Iterable<ReminderRecord> {
    for (const record of this.tables.reminders.values()) if (record.step.state === 'planned') yield record
  }

  /** When a planned reminder can be asked about: its due time, but not before its gateway has room for its line. */
  #opens({ row, step }: ReminderRecord, now: Moment): Moment {
    const centre = this.#centres.get(step.channel)!
    const busy = [...this.#submitted.values()].find(
      ({ account, line }) => account === row.account && line === row.line,
    )
    const full = this.#room(centre, now) <= 0
    if (busy !== undefined || full) return Infinity // an answer, or its staying out, comes first
    const asked = Math.max(step.due, this.#pausedUntil(row, step) ?? 0)
    return Math.max(asked, centre.opensAt(Math.max(asked, now)) ?? 0)
  }

  /** A paused reminder is not asked about before its pause ends, or its use. */
  #pausedUntil({ account, line, rule }: ReminderRecord['row'], step: ReminderRecord['step']): Moment | null {
    const city = this.tables.accounts.get(account)?.cold.lines.find(({ id }) => id === line)?.city
    if (this.#plot.asksPaused) return null
    const pause = this.#plot.setting.pauses.find(({ kind, value, from, until }) => {
      const isOf = {
        all: true,
        rule: value === rule,
        channel: value === step.channel,
        scope: value === `city/${city}`,
      }[kind]
      return isOf === true && from <= step.due && step.due < until
    })
    return pause === undefined ? null : Math.min(pause.until, step.usefulUntil)
  }

  #room(centre: Centre, now: Moment): number {
    if (centre.isClosed(now)) return 1 // asked again when it opens
    const unanswered = [...this.#submitted.values()].filter(({ gateway }) => gateway === centre.gateway)
    return this.#plot.setting.window - unanswered.length
  }

  /** The next reminders by lane, due time and decision: one for each line, no more than the gateways take. */
  #dues(now: Moment): readonly Item[] {
    const chosen: Item[] = []
    const lines = new Set([...this.#submitted.values()].map(({ account, line }) => `${account}/${line}`))
    const room = new Map([...this.#centres.values()].map(centre => [centre.gateway, this.#room(centre, now)]))
    const due = [...this.#planned()].filter(record => this.#opens(record, now) <= now).sort(inOrder)
    for (const record of due) {
      const { channel } = record.step
      const line = `${record.row.account}/${record.row.line}`
      if (this.#centres.get(channel)!.isClosed(now) || room.get(channel)! <= 0 || lines.has(line)) continue
      lines.add(line)
      room.set(channel, room.get(channel)! - 1)
      chosen.push({ kind: 'due', record, gateway: channel })
    }
    return chosen
  }
}

function inOrder(a: ReminderRecord, b: ReminderRecord): number {
  const lane = lanes.indexOf(a.row.class) - lanes.indexOf(b.row.class)
  return lane || a.step.due - b.step.due || a.row.decision - b.row.decision
}
