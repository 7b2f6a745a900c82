/**
 * One life under the real engine: live loop, dispatch, agenda, recovery, on a real database that misbehaves. Its clock is
 * moved by hand to the next moment at which anything can happen, and only when the engine has come to rest; when its
 * process dies, a new one is started on the same database.
 */
import { rmSync } from 'node:fs'
import { setImmediate as nextTick, setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import type { Clock } from '../../../src/engine/clock.ts'
import { Live } from '../../../src/engine/live.ts'
import { Machine } from '../../../src/engine/machine.ts'
import type { Database } from '../../../src/store/database.ts'
import { makeInstall } from '../../../src/store/install.ts'
import { Vault } from '../../../src/store/vault.ts'
import { Centre } from '../centre.ts'
import type { Answered, Chronicle, Moment, Sent, Span } from '../chronicle.ts'
import { Dice } from '../dice.ts'
import type { Crash, Plot } from '../plot/plot.ts'
import type { Decide } from '../pure/turn.ts'
import { type Surroundings, surroundingsAt } from '../surroundings.ts'
import { CentreGateway } from './centre-gateway.ts'
import { FaultyDatabase } from './faulty-database.ts'
import type { RealFlaw } from './flaw.ts'
import { nextMoment } from './next-moment.ts'
import { Notebook } from './notebook.ts'
import { Process } from './process.ts'
import { recordOf } from './record.ts'
import type { Recorded } from './recorded.ts'
import { Sender } from './sender.ts'

/** Real time after which an engine that does not come to rest is a bug to be seen. */
const restWithinMs = 20_000
const secret = new Uint8Array(32).fill(5)
const quietLog = pino({ level: 'silent' })

/** Simulated time throughout: waits for answers and lookings-again pass with it too. */
class SteppedClock implements Clock {
  time: Moment
  readonly #start: Moment

  constructor(start: Moment) {
    this.time = start
    this.#start = start
  }

  now(): Moment {
    return this.time
  }

  elapsed(): number {
    return this.time - this.#start
  }
}

interface Running {
  readonly process: Process
  readonly database: FaultyDatabase
  readonly gateways: readonly CentreGateway[]
  readonly live: Live
  readonly machine: Machine
}

export interface Stage {
  /** Empty but for its tables. */
  readonly database: Database
  readonly decide: Decide
  /** Where the engine keeps its crash mark. */
  readonly markPath: string
  readonly flaw?: RealFlaw
}

export class RealLife {
  readonly #sent: Sent[] = []
  readonly #answered: Answered[] = []
  readonly #down: Span[] = []
  readonly #centres: readonly Centre[]
  readonly #notebook: Notebook
  readonly #vault = new Vault(new Uint8Array(32).fill(3))
  readonly #plot: Plot
  readonly #stage: Stage
  readonly #clock: SteppedClock
  readonly #dice: Dice
  readonly #crashes: Crash[]
  readonly #sender: Sender
  #speaking = 0

  constructor(plot: Plot, stage: Stage) {
    this.#plot = plot
    this.#stage = stage
    const { seed, manners, closed, silent } = plot
    this.#centres = ['sms', 'voice'].map(gateway => new Centre({ seed, gateway, manners, closed, silent }))
    this.#notebook = new Notebook(plot.poisoned)
    this.#clock = new SteppedClock(plot.start)
    this.#dice = new Dice(`faults ${seed}`)
    this.#crashes = [...plot.crashes]
    this.#sender = new Sender(plot, this.#sent)
  }

  async play(): Promise<Chronicle> {
    const { database, markPath } = this.#stage
    rmSync(markPath, { force: true })
    rmSync(`${markPath}.crashes`, { force: true })
    await makeInstall(database, { secret, keyId: this.#vault.keyId, createdAt: this.#plot.start })
    let running = await this.#start()
    while (this.#clock.time < this.#plot.end) {
      this.#sender.send(running.live.inbox, this.#clock.time)
      await this.#rest(running)
      if (!running.process.isAlive) running = await this.#startAgain(running)
      else await this.#step(running)
    }
    await running.live.stop(200)
    return recordOf({ ...this.#left(), isLive: true })
  }

  #left(): Omit<Recorded, 'isLive'> {
    return {
      plot: this.#plot,
      database: this.#stage.database,
      vault: this.#vault,
      notebook: this.#notebook,
      centres: this.#centres,
      sent: this.#sent,
      answered: this.#answered,
      down: this.#down,
    }
  }

  async #start(): Promise<Running> {
    for (;;) {
      const process = new Process()
      const now = (): Moment => this.#clock.time
      const flaw = this.#stage.flaw ?? null
      const { quietFrom } = this.#plot
      const trouble = { dice: this.#dice, now, quietFrom, crashes: this.#crashes, process, flaw }
      const database = new FaultyDatabase(this.#stage.database, trouble)
      const { window } = this.#plot.setting
      const session = { now, window, process, answered: this.#answered, flaw }
      const gateways = this.#centres.map(centre => new CentreGateway(centre, session))
      const machine = await this.#open(database, gateways).catch(() => null)
      if (machine !== null) {
        const live = new Live(machine)
        live.start()
        return { process, database, gateways, live, machine }
      }
      this.#lieDown()
    }
  }

  #open(database: FaultyDatabase, gateways: readonly CentreGateway[]): Promise<Machine> {
    return Machine.open({
      database,
      vault: this.#vault,
      decide: this.#notebook.watching(this.#stage.decide),
      surroundingsAt: now => this.#surroundings(now),
      secret,
      gateways,
      clock: this.#clock,
      log: quietLog,
      holder: 'simulation',
      markPath: this.#stage.markPath,
    })
  }

  #known: { readonly at: Moment; readonly surroundings: Surroundings } | null = null

  /** Asked for every event: the last answer is kept. */
  #surroundings(now: Moment): Surroundings {
    if (this.#known?.at !== now)
      this.#known = { at: now, surroundings: surroundingsAt(this.#plot.setting, now) }
    return this.#known.surroundings
  }

  async #startAgain({ live, machine }: Running): Promise<Running> {
    while (live.running) await sleep(1)
    await machine.close(0)
    this.#lieDown()
    return this.#start()
  }

  /** The crash that has just happened says for how long. */
  #lieDown(): void {
    const from = this.#clock.time
    const crash = this.#plot.crashes[this.#plot.crashes.length - this.#crashes.length - 1]
    this.#clock.time = from + (crash?.downMs ?? 1_000)
    this.#down.push({ from, until: this.#clock.time })
  }

  async #step(running: Running): Promise<void> {
    const { database } = this.#stage
    const wanted = await nextMoment(database, {
      ...running,
      plot: this.#plot,
      centres: this.#centres,
      now: this.#clock.time,
    })
    this.#clock.time = Math.min(
      Math.max(this.#clock.time + 1, Math.min(wanted, this.#sender.next)),
      this.#plot.end,
    )
    for (const gateway of running.gateways) void this.#listen(gateway)
    running.live.wake()
  }

  async #listen(gateway: CentreGateway): Promise<void> {
    this.#speaking += 1
    await gateway.speak(this.#clock.time)
    this.#speaking -= 1
  }

  /** Until nothing is under way: offers answered, receipts kept, no word of the database awaited. */
  async #rest({ database, machine, process, live }: Running): Promise<void> {
    const limit = performance.now() + restWithinMs
    for (let quiet = 0; quiet < 4;) {
      await nextTick()
      const isBusy =
        database.isBusy ||
        machine.outgoing.waiting ||
        machine.receipts.length > 0 ||
        this.#sender.waits ||
        this.#speaking > 0
      quiet = isBusy ? 0 : quiet + 1
      if (!process.isAlive && !live.running) return
      if (isBusy && performance.now() > limit)
        throw new Error(`seed ${this.#plot.seed}: no rest at ${this.#clock.time}`)
      if (isBusy) await sleep(0)
    }
  }
}
