/**
 * The engine by a discrete clock, for demo and simulation.
 *
 * Simulated time jumps by spans of 30–60 minutes. A span is worked off in rounds: each takes the earliest
 * open item of every account (fact, timer, reminder, receipt), decided at its own due time as `now`; what
 * follows from it within the span is taken by later rounds. Only when the span is empty and no submit is
 * unanswered does the clock move on. So a month of 2,000 customers takes some thousand turns, not one per
 * event, and every account still sees its own time pass in order.
 *
 * Transport (answers of gateways) takes real time; message times (due, validity, receipts) are simulated.
 * The same feed and secret give the same decisions in the same order.
 */
import { setImmediate as nextTick, setTimeout as sleep } from 'node:timers/promises'
import type { Gateway } from '../channels/channel.ts'
import type { Instant } from '../core/units.ts'
import { recordAnswers } from './answers.ts'
import type { SettableClock } from './clock.ts'
import { Feed, type Facts } from './feed.ts'
import { Horizon } from './horizon.ts'
import type { Machine } from './machine.ts'
import { tidyOften, tidySeldom, watchSources } from './maintenance.ts'
import { Pool, type Open } from './pool.ts'
import { stopsOf, isStopped } from './dispatch.ts'
import { giveUp } from './waiting.ts'
import type { Item } from './turn/item.ts'
import { itemsMax } from './turn/turn.ts'

export interface DiscreteOptions {
  readonly machine: Machine
  /** The machine's own clock. */
  readonly clock: SettableClock
  /** Facts in the order of their arrival, each with its moment. */
  readonly feed: Facts
  /** Where simulated time ends. */
  readonly until: Instant
  readonly spanMs?: number
  readonly onProgress?: (progress: Progress) => void
  /** Ends the run after the span under way. */
  readonly signal?: AbortSignal
}

export interface Progress {
  readonly now: Instant
  readonly turns: number
  readonly facts: number
}

const hourMs = 3_600_000
/** Real time that a gateway without room, or one that does not answer, is waited for. */
const roomWithinMs = 5_000

export async function runDiscrete(options: DiscreteOptions): Promise<void> {
  const run = new Discrete(options)
  await run.play()
}

class Discrete {
  readonly #options: DiscreteOptions
  readonly #machine: Machine
  readonly #feed: Feed
  readonly #pool = new Pool()
  readonly #horizon: Horizon
  /** Gateways that are bringing receipts; they wait until those are on disk. */
  #bringing: Promise<void>[] = []
  #tidied: Instant = -Infinity
  #swept: Instant = -Infinity
  #facts = 0

  constructor(options: DiscreteOptions) {
    this.#options = options
    this.#machine = options.machine
    this.#feed = new Feed(options.feed)
    this.#horizon = new Horizon(options.machine, this.#pool)
  }

  async play(): Promise<void> {
    const { clock, onProgress, signal, spanMs = hourMs, until } = this.#options
    const { meter } = this.#machine.parts
    for (;;) {
      const start = await this.#next()
      if (start === null || start >= until || signal?.aborted === true) break
      clock.advance(start)
      await this.#span(Math.min(Math.max(start, clock.now()) + spanMs, until))
      onProgress?.({ now: clock.now(), turns: meter.turns, facts: this.#facts })
    }
    clock.advance(until)
  }

  /** The next moment at which anything happens at all. */
  async #next(): Promise<Instant | null> {
    const others = [await this.#horizon.next(), ...this.#gatewayMoments()].filter(moment => moment !== null)
    const next = Math.min(...others)
    const fact = await this.#feed.next(next)
    return fact === null && others.length === 0 ? null : Math.min(fact ?? Infinity, next)
  }

  #gatewayMoments(): readonly Instant[] {
    const moments = this.#machine.outgoing.gateways.map(gateway => gateway.nextMoment?.() ?? null)
    return moments.filter(moment => moment !== null)
  }

  async #span(end: Instant): Promise<void> {
    const { clock, machine } = this.#options
    await this.#tidy(clock.now())
    await this.#horizon.reach(end)
    const facts = await this.#feed.until(end)
    this.#facts += facts.length
    await this.#horizon.addFacts(facts.map(({ arrival, at }) => ({ arrival, at, seq: null })))
    let idleSince: number | null = null
    for (;;) {
      await this.#hear(end)
      const round = this.#choose(this.#pool.earliest(end))
      if (round.length > 0) {
        idleSince = null
        await this.#take(round)
      } else if (this.#pool.earliest(end).length === 0) break
      else {
        // Reminders are due, but their gateways have no room just now.
        idleSince ??= machine.clock.elapsed()
        if (machine.clock.elapsed() - idleSince > roomWithinMs) this.#horizon.putOff(end)
        else await sleep(5)
      }
    }
    await Promise.all(this.#bringing.splice(0))
    clock.advance(end)
  }

  /** Answers first, then the receipts that gateways bring until the end of the span. */
  async #hear(end: Instant): Promise<void> {
    const { clock, outgoing, parts, receipts, replies } = this.#machine
    await this.#answers()
    await recordAnswers(parts, outgoing, receipts)
    for (const word of outgoing.takeWords(itemsMax)) {
      this.#horizon.addOutcome({ kind: 'outcome', now: word.at, ...word, stray: null })
    }
    for (const gateway of outgoing.gateways) {
      const next = gateway.nextMoment?.() ?? null
      if (next !== null && next < end) this.#bringing.push(gateway.advance?.(end - 1) ?? Promise.resolve())
    }
    for (const gateway of outgoing.gateways) await gateway.brought?.()
    await nextTick()
    for (const [waiting, item] of await receipts.match(receipts.take(itemsMax), clock.now())) {
      this.#horizon.addOutcome(item, waiting.resolve)
    }
    const replied = await replies.facts(replies.take(itemsMax))
    await this.#horizon.addFacts(
      replied.map(([{ reply, resolve: done }, arrival]) => ({ arrival, at: reply.at, seq: null, done })),
    )
    for (const item of await receipts.joined(clock.now(), itemsMax)) this.#horizon.addOutcome(item)
  }

  /** Until no submit is unanswered; those that stay out are given up by the machine's own limit. */
  async #answers(): Promise<void> {
    const { outgoing } = this.#machine
    for (let looks = 0; outgoing.unanswered > 0; looks += 1) {
      if (looks < 100) await nextTick()
      else await sleep(1)
      if (looks >= 100) await recordAnswers(this.#machine.parts, outgoing, this.#machine.receipts)
    }
  }

  /** Of the earliest items those that can be taken now: reminders only as far as their gateways have room. */
  #choose(earliest: readonly Open[]): readonly (readonly [Open, Item])[] {
    const { outgoing, parts } = this.#machine
    const room = new Map(outgoing.gateways.map(gateway => [gateway, outgoing.allowance(gateway)]))
    const chosen: [Open, Item][] = []
    for (const open of earliest) {
      if (chosen.length === itemsMax) break
      if (open.reminder === null) {
        chosen.push([open, open.make(open.at, '')])
        continue
      }
      if (isHeld(open, stopsOf(parts.surroundingsAt(open.at).pauses, open.reminder))) {
        this.#horizon.hold(open)
        continue
      }
      const gateway = this.#gatewayFor(open, room)
      if (gateway === null) continue
      room.set(gateway, room.get(gateway)! - 1)
      chosen.push([open, open.make(open.at, gateway.name)])
    }
    return chosen
  }

  /** Null when there is no room; a reminder that nobody can send stays planned and leaves the pool. */
  #gatewayFor(open: Open, room: ReadonlyMap<Gateway, number>): Gateway | null {
    const of = [...room].filter(([gateway]) => gateway.channel === open.reminder!.channel)
    if (of.length === 0) this.#pool.remove(open.name)
    return of.find(([, places]) => places > 0)?.[0] ?? null
  }

  async #take(round: readonly (readonly [Open, Item])[]): Promise<void> {
    for (const [open] of round) this.#pool.remove(open.name)
    const results = await this.#machine.turn(round.map(([, item]) => item))
    for (const result of results) this.#horizon.note(result)
    for (const [open] of round) open.done?.()
    const latest = round.at(-1)![0].at
    if (results.some(result => result.opened)) await this.#horizon.release(latest)
  }

  async #tidy(now: Instant): Promise<void> {
    const { parts } = this.#machine
    if (now - this.#swept >= hourMs) {
      this.#swept = now
      if (parts.meter.waiting > 0) await giveUp(parts, now)
      await watchSources(parts, now)
    }
    if (now - this.#tidied >= 24 * hourMs) {
      this.#tidied = now
      await tidyOften(parts, now)
      await tidySeldom(parts, now)
    }
    await parts.database.maintain()
  }
}

const isHeld = (open: Open, stops: ReturnType<typeof stopsOf>): boolean =>
  open.reminder !== null && open.at < open.reminder.usefulUntil && isStopped(open.reminder, stops)
