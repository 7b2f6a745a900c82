/** An SMS centre for tests of the SMS driver: our fake one, on a real socket of this machine. */
import { setTimeout as sleep } from 'node:timers/promises'
import { FakeCentre, plays, status } from '../../packages/smpp/src/index.ts'
import type { CentreOptions, LinkChange, Play, Submitted } from '../../packages/smpp/src/index.ts'
import { SmsGateway } from '../../src/channels/sms/gateway.ts'
import type { SmsSettings } from '../../src/channels/sms/settings.ts'
import type { Behaviour, FarSide } from './far-side.ts'
import { morning } from './far-side.ts'

export const window = 8
/** Message time at the centre passes so much faster than real time. */
const speed = 4
/** Until a receipt, in message time. */
const deliveryMs = 25 * speed

const elapsed = (): number => performance.now()

export function centreWith(
  play: (message: Submitted) => Play,
  rest: Partial<CentreOptions> = {},
): FakeCentre {
  return new FakeCentre({
    host: '127.0.0.1',
    port: 0,
    tls: null,
    elapsed,
    chance: () => 0.5,
    systemId: 'CENTRE',
    accounts: new Map([['kairos', 'secret']]),
    play,
    now: () => morning,
    after: (afterMs, act) => void setTimeout(act, afterMs / speed),
    offsetMinutes: 480,
    idsInAnswers: 'decimal',
    idsInReceipts: 'decimal',
    alphabet: 'gsm7',
    ...rest,
  })
}

export const usualSms: Omit<SmsSettings, 'port'> = {
  name: 'sms-smpp',
  window,
  partsPerSecond: 100,
  host: '127.0.0.1',
  tls: null,
  binds: 'transceiver',
  account: { systemId: 'kairos', password: 'secret' },
  sender: { ton: 0, npi: 1, number: '10086' },
  countryCode: '86',
  alphabet: 'gsm7',
  partStyle: 'udh8',
  validity: 'absolute',
  zone: 'Asia/Shanghai',
  skewMs: 0,
  idsInAnswers: 'text',
  idsInReceipts: 'text',
  link: { holdMs: 50, answerMs: 2_000 },
  redial: { firstMs: 50, maxMs: 200, refusedMs: 100 },
}

/** A driver whose present moment in message time is 4 s after the messages', for ever. */
export function smsGateway(
  port: number,
  rest: Partial<SmsSettings> = {},
  onChange?: (change: LinkChange) => void,
): SmsGateway {
  const clock = { now: () => morning + 4_000, elapsed }
  const around = { clock, chance: () => 0.5, ...(onChange ? { onChange } : {}) }
  return new SmsGateway({ ...usualSms, port, ...rest }, around)
}

/** The number as our side writes it. */
export const numberOf = ({ destination }: Submitted): string => `+${destination.number}`

function playOf(behaviour: Behaviour): Play {
  const delivered = plays.reported('delivered', deliveryMs)
  switch (behaviour) {
    case 'deliver':
      return delivered
    case 'deliver-twice':
      return { ...delivered, receipts: [...delivered.receipts, ...delivered.receipts] }
    case 'receipt-first':
      return { ...plays.reported('delivered', 0), early: true, answer: 'held' }
    case 'silent':
      return plays.silent
    case 'refuse':
      return plays.refused(0x0b)
    case 'turn-away':
      return plays.refused(status.throttled)
    case 'hold':
      return { ...plays.silent, answer: 'held' }
    case 'cut':
      return { ...delivered, answer: 'cut' }
  }
}

export async function smsFarSide(
  rest: Partial<SmsSettings> = {},
  ofCentre: Partial<CentreOptions> = {},
): Promise<FarSide> {
  const behaviours = new Map<string, Behaviour>()
  const centre: FakeCentre = centreWith(message => {
    const behaviour = behaviours.get(numberOf(message)) ?? 'deliver'
    // On two connections, only waiting makes an order.
    if (behaviour === 'receipt-first') setTimeout(() => centre.release(), 30)
    return playOf(behaviour)
  }, ofCentre)
  const port = await centre.listen()
  return {
    connect: () => smsGateway(port, rest),
    plan: (number, behaviour) => behaviours.set(number, behaviour),
    release: () => centre.release(),
    taken: () => centre.taken.map(numberOf),
    async kill(gateway) {
      const dead = gateway.close(0)
      centre.hangUp()
      await dead
    },
    pass: () => sleep(60),
    dispose: () => centre.close(100),
  }
}
