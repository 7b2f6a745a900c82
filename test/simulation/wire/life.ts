/**
 * One life over the wire: the real engine with the real SMPP driver, over real sockets, to a centre that misbehaves. Message time
 * passes quickly while there is trouble, and in leaps when it is over, until nothing is open any more. What happens when is not
 * the same each time, so whoever judges asks only for what must hold however it went.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { SmsGateway } from '../../../src/channels/sms/gateway.ts'
import { decide } from '../../../src/core/decide.ts'
import type { Arrival } from '../../../src/core/event/arrival.ts'
import type { Clock } from '../../../src/engine/clock.ts'
import { Live } from '../../../src/engine/live.ts'
import { Machine } from '../../../src/engine/machine.ts'
import { type Database, DatabaseError } from '../../../src/store/database.ts'
import { makeInstall } from '../../../src/store/install.ts'
import { Vault } from '../../../src/store/vault.ts'
import { usualSms } from '../../contracts/sms-far-side.ts'
import { Dice } from '../dice.ts'
import { FaultyDatabase } from '../real/faulty-database.ts'
import { Process } from '../real/process.ts'
import { BadCentre, credentials } from './bad-centre.ts'
import { openingOf, paymentOf } from './facts.ts'
import { FaultyWire } from './faulty-wire.ts'
import { WireLog } from './log.ts'
import { MortalGateway, type WireFlaw } from './mortal-gateway.ts'
import { speed, start, type WirePlot } from './plot.ts'
import { recordOf, type WireChronicle } from './record.ts'
import { surroundings } from './words.ts'

const secret = new Uint8Array(32).fill(5)
const quietLog = pino({ level: 'silent' })
const hour = 3_600_000
/**
 * Past the wait for a former of a group, the late receipts, and the last validity; then by less than the silence that is
 * granted to an engine which was away, since that is how a long leap looks.
 */
const leaps = [0, 660_000, 660_000, 6 * hour, 26 * hour, 660_000]
const tickMs = 4
/** The engine's own timers are of real time: it is told so often that message time has passed. */
const ticksToWake = 5
/** Real time after which a life that does not come to rest is a bug to be seen. */
const restWithinMs = 20_000
/** So many looks in a row find nothing under way. */
const looksAtRest = 3

class LeapingClock implements Clock {
  readonly #zero = performance.now()
  #leapt = 0

  now(): number {
    return start + this.#leapt + Math.floor((performance.now() - this.#zero) * speed)
  }

  elapsed(): number {
    return performance.now()
  }

  leap(ms: number): void {
    this.#leapt += ms
  }
}

interface Running {
  readonly process: Process
  readonly machine: Machine
  readonly live: Live
  /** Links that had broken before it began. */
  readonly cuts: number
}

export class WireLife {
  readonly #plot: WirePlot
  readonly #database: Database
  readonly #flaw: WireFlaw | null
  readonly #log = new WireLog()
  readonly #clock = new LeapingClock()
  readonly #dice: Dice
  readonly #vault = new Vault(new Uint8Array(32).fill(3))
  readonly #centre: BadCentre
  readonly #crashes: WirePlot['crashes'][number][]
  #ahead: readonly { readonly at: number; readonly act: () => void }[] = []
  #wire: FaultyWire | null = null
  #running: Running | null = null
  #ticks = 0
  /** Facts not acknowledged yet. */
  #offers = 0

  /** @param database empty but for its tables. */
  constructor(plot: WirePlot, database: Database, flaw: WireFlaw | null = null) {
    this.#plot = plot
    this.#database = database
    this.#flaw = flaw
    this.#dice = new Dice(`faults ${plot.seed}`)
    this.#centre = new BadCentre(plot, this.#log, () => this.#clock.now())
    this.#crashes = [...plot.crashes]
  }

  async play(): Promise<WireChronicle> {
    const { plot, vault } = { plot: this.#plot, vault: this.#vault }
    await makeInstall(this.#database, { secret, keyId: vault.keyId, createdAt: start })
    const wire = (this.#wire = await this.#layWire())
    const port = await wire.listen()
    let running = (this.#running = await this.#start(port))
    this.#expect(wire)
    const ticking = setInterval(() => this.#tick(wire), tickMs)
    try {
      while (this.#clock.now() < start + plot.troubleMs || this.#offers > 0) {
        await sleep(tickMs)
        if (!running.process.isAlive || !running.live.running) running = await this.#startAgain(port)
      }
      this.#centre.calmDown()
      for (const ms of leaps) {
        this.#clock.leap(ms)
        await this.#rest(port)
      }
      await this.#running.live.stop(500)
    } finally {
      clearInterval(ticking)
      wire.close()
      await this.#centre.close()
    }
    return recordOf({ plot, log: this.#log, database: this.#database, vault })
  }

  async #layWire(): Promise<FaultyWire> {
    const { seed, window, isPatient, hexReceipts } = this.#plot
    const port = await this.#centre.listen()
    const options = {
      port,
      dice: new Dice(`wire faults ${seed}`),
      log: this.#log,
      window,
      isPatient,
      hexReceipts,
    }
    return new FaultyWire({ ...options, harshness: () => this.#centre.harshness })
  }

  /** What comes from outside, and when. */
  #expect(wire: FaultyWire): void {
    const { lines, payments, restarts, writings } = this.#plot
    this.#ahead = [
      ...lines.map(line => ({ at: 0, act: () => this.#offer(openingOf(line, start)) })),
      ...payments.map(one => ({ at: one.at, act: () => this.#offer(paymentOf(one, start + one.at)) })),
      ...restarts.map(one => ({ at: one.at, act: () => this.#centre.goDown(wire, one) })),
      ...writings.map(one => ({ at: one.at, act: () => this.#centre.write(one) })),
    ]
  }

  #tick(wire: FaultyWire): void {
    const now = this.#clock.now() - start
    const due = this.#ahead.filter(({ at }) => at <= now)
    this.#ahead = this.#ahead.filter(({ at }) => at > now)
    for (const { act } of due) act()
    this.#centre.tick(wire)
    if ((this.#ticks += 1) % ticksToWake === 0) this.#running?.live.wake()
  }

  #offer(arrival: Arrival): void {
    this.#offers += 1
    void this.#untilTaken(arrival)
  }

  /** A system that was not answered sends again. */
  async #untilTaken(arrival: Arrival): Promise<void> {
    for (let isTaken = false; !isTaken;) {
      try {
        await this.#running!.live.inbox.offer([arrival])
        isTaken = true
      } catch {
        await sleep(tickMs) // by a process that died, or is not up yet
      }
    }
    this.#offers -= 1
  }

  async #start(port: number): Promise<Running> {
    for (;;) {
      const process = new Process()
      const machine = await this.#open(process, port)
      if (machine === null) continue
      const live = new Live(machine, { onEnd: error => this.#ended(process, error) })
      live.start()
      return { process, machine, live, cuts: this.#log.cuts.size }
    }
  }

  /** Only its death may end an engine. */
  #ended(process: Process, error: Error): void {
    if (process.isAlive) this.#log.faults.push(`G10  the engine has ended: ${error.message}`)
  }

  /** Null when the process died of it: a database in trouble lets nobody start. */
  async #open(process: Process, port: number): Promise<Machine | null> {
    const { seed, troubleMs } = this.#plot
    const now = (): number => this.#clock.now()
    const trouble = {
      dice: this.#dice,
      now,
      quietFrom: start + troubleMs,
      crashes: this.#crashes,
      process,
      flaw: null,
    }
    const driver = this.#driver(port, () => gateway.bound())
    const gateway = new MortalGateway(driver, process, this.#flaw)
    const given = { vault: this.#vault, decide, secret, clock: this.#clock, log: quietLog, markPath: null }
    try {
      return await Machine.open({
        ...given,
        database: new FaultyDatabase(this.#database, trouble),
        surroundingsAt: () => surroundings,
        gateways: [gateway],
        holder: `life ${seed}`,
        limits: { handOverMs: Infinity, answerMs: this.#plot.isPatient ? 900 : 400, throttled: true },
      })
    } catch (error) {
      await gateway.close(0)
      if (process.isAlive && !(error instanceof DatabaseError)) throw error
      return null
    }
  }

  #driver(port: number, onBound: () => void): SmsGateway {
    const { window, binds, partStyle, hexReceipts, isPatient } = this.#plot
    const look = {
      window,
      binds,
      partStyle,
      account: credentials,
      partsWithinMs: 500,
      partsPerSecond: 10_000,
    }
    const ids = { idsInAnswers: 'decimal', idsInReceipts: hexReceipts ? 'hex' : 'decimal' } as const
    const link = { holdMs: 20, holdMaxMs: 80, bindMs: 1_000, answerMs: isPatient ? 10_000 : 150 }
    const redial = { firstMs: 10, maxMs: 60, refusedMs: 50, steadyMs: 50 }
    return new SmsGateway(
      { ...usualSms, ...look, ...ids, port, link, redial },
      {
        clock: this.#clock,
        chance: () => this.#dice.fraction(),
        onChange: ({ to }) => (to === 'bound' ? onBound() : undefined),
      },
    )
  }

  async #startAgain(port: number): Promise<Running> {
    const { live, machine, process, cuts } = this.#running!
    process.die()
    this.#wire?.cutAll()
    while (live.running) await sleep(1)
    const [row] = await this.#database.read<{ count: number }>({
      text: `select count(*) as count from attempt where state = 'decided'`,
      values: [],
    })
    const broken = this.#log.cuts.size - cuts
    this.#log.deaths.push({ at: this.#clock.now(), unanswered: row!.count, cuts: broken })
    await machine.close(0)
    this.#running = await this.#start(port)
    return this.#running
  }

  /** Until nothing is under way that needs no further moment to come. */
  async #rest(port: number): Promise<void> {
    const limit = performance.now() + restWithinMs
    for (let looks = 0; looks < looksAtRest;) {
      await sleep(2 * tickMs)
      if (!this.#running!.live.running) await this.#startAgain(port)
      looks = (await this.#isBusy()) ? 0 : looks + 1
      if (performance.now() > limit)
        throw new Error(`seed ${this.#plot.seed}: no rest at ${this.#clock.now()}`)
    }
  }

  async #isBusy(): Promise<boolean> {
    const { outgoing, receipts, replies } = this.#running!.machine
    if (this.#centre.isBusy || outgoing.unanswered > 0 || outgoing.waiting) return true
    if (receipts.length > 0 || replies.length > 0) return true
    if (outgoing.gateways.some(gateway => gateway.room() === 0)) return true
    if (this.#log.unanswered().length > 0) return true
    const [row] = await this.#database.read<{ count: number }>({
      text: `
        select (select count(*) from reminder where state = 'planned' and due <= $1)
          + (select count(*) from agenda where due <= $1) as count`,
      values: [this.#clock.now()],
    })
    return row!.count > 0
  }
}
