/**
 * An installation that can be left, copied and come back to: the product's own folder, rulebook and core, its SMPP driver over a real
 * socket, and a centre that lives on meanwhile. Its clock goes as the real one does, and leaps while nobody is at work.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { SmsCentre } from '../../operator/sms-centre.ts'
import type { Handed } from '../../operator/handsets.ts'
import { SmsGateway } from '../../src/channels/sms/gateway.ts'
import { decide } from '../../src/core/decide.ts'
import type { Arrival } from '../../src/core/event/arrival.ts'
import type { FactType } from '../../src/core/event/facts.ts'
import type { Instant } from '../../src/core/units.ts'
import { Live } from '../../src/engine/live.ts'
import { Machine } from '../../src/engine/machine.ts'
import { parseEvent } from '../../src/intake/parse.ts'
import { checkedGateway, readConfig } from '../../src/main/config.ts'
import { heldDesk } from '../../src/main/desk/held.ts'
import { type Installation, openInstallation } from '../../src/main/installation.ts'
import { watchOver } from '../../src/main/serve.ts'
import { usualSms } from '../contracts/sms-far-side.ts'

const quietLog = pino({ level: 'silent' })
const credentials = { systemId: 'kairos', password: 'secret' }
const deliveryMs = 50
const minuteMs = 60_000
const patienceMs = 60_000

/** 10:00 in Beijing, far from all rest hours. */
export const tenOClock: Instant = Date.UTC(2026, 10, 10, 2)
export const staff = { kind: 'key' as const, id: 'k1', name: 'wang', scopes: [], territories: [] }

/** Waits in real time; what is looked at moves in message time. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + patienceMs
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`it did not come about in time: ${holds.toString()}`)
    await sleep(10)
  }
}

interface Running {
  readonly installation: Installation
  readonly machine: Machine
  readonly live: Live
}

export class House {
  readonly #folder = mkdtempSync(join(tmpdir(), 'kairos-coming-back-'))
  readonly #zero = performance.now()
  #leapt = 0
  #running: Running | null = null
  #port = 0
  readonly #centre: SmsCentre
  /** What the centre wrote down of each message. */
  readonly centreLog: Handed[] = []
  /** What handsets were shown: number and text. */
  readonly shown: string[] = []

  constructor() {
    this.#centre = new SmsCentre({
      reach: handed => {
        this.centreLog.push({ ...handed, now: this.now() })
        return { outcome: 'delivered', afterMs: deliveryMs, code: 'DELIVRD:000' }
      },
      writing: ({ number, text }) => {
        this.shown.push(`${number}: ${text}`)
        return null
      },
      account: credentials,
      elapsed: () => performance.now(),
      chance: () => 0.5,
    })
  }

  readonly now = (): Instant => tenOClock + this.#leapt + Math.floor(performance.now() - this.#zero)

  get desk() {
    const { installation, live } = this.#running!
    const { database, vault } = installation
    const clock = { now: this.now, elapsed: () => performance.now() }
    return heldDesk({ database, vault, clock, log: quietLog, engine: { changed: () => live.wake() } })
  }

  get database() {
    return this.#running!.installation.database
  }

  async open(): Promise<void> {
    this.#port = await this.#centre.listen()
    this.#centre.live(this.now)
  }

  /** @param data a folder of data, one of several copies */
  async begin(data: string, { restored = false, outageMs = 30 * minuteMs } = {}): Promise<void> {
    const sms = checkedGateway({ name: 'sms-smpp', driver: 'log', channel: 'sms' })
    const config = {
      ...readConfig({}, undefined, [{ field: 'dataFolder', value: join(this.#folder, data), from: 'test' }]),
      sendTo: 'everyone' as const,
      gateways: [sms],
    }
    const clock = { now: this.now, elapsed: () => performance.now() }
    const installation = await openInstallation(config, { now: this.now })
    const { surroundings } = watchOver(installation)
    await surroundings.reload(this.now())
    const ids = { idsInAnswers: 'decimal', idsInReceipts: 'decimal' } as const
    const look = { ...usualSms, ...ids, account: credentials, port: this.#port, partsPerSecond: 1_000 }
    const machine = await Machine.open({
      ...installation,
      decide,
      surroundingsAt: surroundings.at,
      secret: installation.install.secret,
      gateways: [new SmsGateway(look, { clock, chance: () => 0.5 })],
      clock,
      log: quietLog,
      holder: data,
      markPath: null,
      // A loaded machine must not decide what is tested here.
      limits: { handOverMs: Infinity },
      comingBack: { outageMs, perSecond: 500, restored },
    })
    const live = new Live(machine)
    live.start()
    this.#running = { installation, machine, live }
  }

  /** From now on nothing leaves, until the next beginning. */
  drain(): void {
    this.#running!.machine.outgoing.drain(['sms-smpp'])
  }

  /** Stops, and lets time pass. */
  async leave(forMs: number): Promise<void> {
    await this.#end()
    this.#leapt += forMs
  }

  /** A backup is a copy of the data folder while nobody is at work there. */
  copy(from: string, to: string): void {
    cpSync(join(this.#folder, from), join(this.#folder, to), { recursive: true })
  }

  async tell(facts: readonly Arrival[]): Promise<readonly string[]> {
    const verdicts = await this.#running!.live.inbox.offer(facts)
    return verdicts.map(({ state }) => state)
  }

  async close(): Promise<void> {
    await this.#end()
    await this.#centre.close(100)
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async #end(): Promise<void> {
    const running = this.#running
    this.#running = null
    await running?.live.stop(2_000)
    await running?.installation.database.close()
  }
}

export const numberOf = (n: number): string => `+8613800138${String(n).padStart(3, '0')}`

/** As it comes in by any way. */
function fact(type: FactType, { id, at, subject, data }: Told): Arrival {
  const time = new Date(at).toISOString()
  const parsed = parseEvent({ specversion: '1.0', source: '/boss', id, type, time, subject, data })
  if (parsed.state === 'taken') return parsed.arrival
  throw new Error(JSON.stringify(parsed.faults))
}

interface Told {
  readonly id: string
  readonly at: Instant
  readonly subject: string
  readonly data: object
}

/** Customers for long: nothing is told of their opening. */
export const opening = (n: number): Arrival =>
  fact('line.opened', {
    id: `open-${n}`,
    at: tenOClock - 3_600_000,
    subject: `account:A${n}`,
    data: {
      line: `A${n}-1`,
      number: numberOf(n),
      brand: 'easyown',
      planId: 'easyown-18',
      payMode: 'prepaid',
      joinedOn: '2024-02-29',
      language: 'en',
      province: 'zhejiang',
      city: 'taizhou',
    },
  })

export const query = (n: number, at: Instant): Arrival =>
  fact('query.performed', {
    id: `query-${n}-${at}`,
    at,
    subject: `tel:${numberOf(n)}`,
    data: { kind: 'call-detail', channel: 'app', verifiedBy: 'service-password' },
  })

export const balance = (n: number, at: Instant, yuan: number): Arrival =>
  fact('balance.reported', {
    id: `balance-${n}-${at}`,
    at,
    subject: `account:A${n}`,
    data: { balanceMicroYuan: yuan * 1_000_000 },
  })
