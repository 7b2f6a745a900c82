/**
 * SMS of the demo over real SMPP: a driver as any gateway has it, and the simulated operator's centre, with a
 * socket of this machine between them. The discrete clock is told of the centre's moments, the centre of
 * those of the messages; everything else goes over the wire.
 */
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Shown } from '../../../operator/hands.ts'
import { createReach } from '../../../operator/handsets.ts'
import { SmsCentre } from '../../../operator/sms-centre.ts'
import { createWriting, type Writing } from '../../../operator/writing.ts'
import type {
  Gateway,
  Listener,
  Message,
  OpenAttempt,
  ReceiptClock,
  Tracing,
} from '../../channels/channel.ts'
import { maskedNumber } from '../../api/masking.ts'
import { SmsGateway } from '../../channels/sms/gateway.ts'
import type { SmsSettings } from '../../channels/sms/settings.ts'
import type { Instant } from '../../core/units.ts'
import { realClock } from '../../engine/clock.ts'
import { checkedGateway, type Config } from '../config.ts'

const systemId = 'kairos'
const elapsed = (): number => realClock.elapsed()

export interface OpenedCentre {
  readonly centre: SmsCentre
  readonly port: number
  readonly systemId: string
  readonly passwordFile: string
}

/** Those behind the handsets. */
interface Readers {
  /** Some of them write back. */
  readonly writing?: Writing
  readonly shown?: (shown: Shown) => void
}

/** A listening centre, with a password made for this run. */
export async function openCentre(
  folder: string,
  seed: string,
  { writing = createWriting(seed), shown = () => undefined }: Readers = {},
): Promise<OpenedCentre> {
  const reach = createReach({ seed })
  const password = randomBytes(4).toString('hex')
  const passwordFile = join(folder, 'smpp-password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  const account = { systemId, password }
  const centre = new SmsCentre({ reach, writing, shown, account, elapsed, chance: Math.random })
  return { centre, port: await centre.listen(), passwordFile, systemId }
}

/** The same settings, with SMS by this centre. */
export function overSmpp(config: Config, { port, systemId, passwordFile }: OpenedCentre): Config {
  const sms = checkedGateway({
    name: 'smpp-sms',
    driver: 'smpp',
    window: 100,
    host: '127.0.0.1',
    port,
    systemId,
    passwordFile,
    sender: { address: '10086' },
  })
  return { ...config, gateways: [sms, ...config.gateways.filter(({ channel }) => channel !== 'sms')] }
}

export class LoopbackSms implements Gateway {
  readonly name: string
  readonly channel = 'sms'
  readonly confirms = 'handset'
  readonly partsPerSecond: number
  readonly #gateway: SmsGateway
  readonly #centre: SmsCentre
  #bringing: Promise<void> = Promise.resolve()

  constructor(settings: SmsSettings, centre: SmsCentre) {
    // G11: whatever a caller gets wrong, the demo's messages stay on this machine.
    if (settings.host !== '127.0.0.1')
      throw new Error(`the demo sends to 127.0.0.1 only, not to ${settings.host}`)
    this.name = settings.name
    this.partsPerSecond = settings.partsPerSecond
    const clock = { now: () => centre.now(), elapsed }
    this.#gateway = new SmsGateway(settings, { clock, chance: Math.random, masked: maskedNumber })
    this.#centre = centre
  }

  start(listener: Listener): Promise<void> {
    return this.#gateway.start(listener)
  }

  resume(open: readonly OpenAttempt[], ended: readonly OpenAttempt[]): Promise<void> {
    return this.#gateway.resume(open, ended)
  }

  room(): number {
    return this.#gateway.room()
  }

  submit(message: Message): void {
    const { attempt, number, now, validUntil } = message
    this.#centre.foretell({ attempt, number, now, validUntil })
    this.#gateway.submit(message)
  }

  close(limitMs: number): Promise<void> {
    return this.#gateway.close(limitMs)
  }

  trace(after: number): Tracing {
    return this.#gateway.trace(after)
  }

  receiptClock(): ReceiptClock {
    return this.#gateway.receiptClock()
  }

  nextMoment(): Instant | null {
    return this.#centre.nextMoment()
  }

  advance(now: Instant): Promise<void> {
    this.#bringing = this.#centre.advance(now, () => this.#gateway.deliveries)
    return this.#bringing
  }

  brought(): Promise<void> {
    return this.#bringing
  }
}
