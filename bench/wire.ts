/**
 * Dispatch as in `dispatch.ts`, over real SMPP: from planned to submitted to its receipt recorded, all durable. Four
 * accounts of a centre that runs in a process of its own (`sms-centre.ts`), on loopback.
 */
import type { Gateway } from '../src/channels/channel.ts'
import { SmsGateway } from '../src/channels/sms/gateway.ts'
import type { Clock } from '../src/engine/clock.ts'
import { costText, type Measure, percent, whole } from './clockwork.ts'
import type { Bench, DatabaseKind } from './databases.ts'
import { benchKannel } from './kannel.ts'
import { type DispatchAsk, type DispatchCosts, dispatchCosts, gatewayCount } from './dispatch.ts'
import { gatewayWindow } from './served.ts'
import { receiptAfterMs, receiptWindow, withCentre } from './sms-centre.ts'
import { host } from './smpp-far-side.ts'
import { openTwins, type Twins } from './twins.ts'

const smsGateways = (port: number, clock: Clock): readonly Gateway[] =>
  Array.from({ length: gatewayCount }, (_, n) => {
    const settings = {
      name: `smpp-sms-${n}`,
      window: gatewayWindow,
      partsPerSecond: 100_000,
      host,
      port,
      tls: null,
      binds: 'transceiver',
      account: { systemId: `bench-${n}`, password: 'bench' },
      sender: { ton: 0, npi: 1, number: '10086' },
      countryCode: '86',
      alphabet: 'gsm7',
      partStyle: 'udh8',
      validity: 'absolute',
      zone: 'Asia/Shanghai',
      skewMs: 0,
      idsInAnswers: 'text',
      idsInReceipts: 'text',
    } as const
    return new SmsGateway(settings, { clock, chance: Math.random })
  })

export const wireCosts = (
  bench: Bench,
  twins: Twins,
  ask: Pick<DispatchAsk, 'rounds' | 'reminders'>,
): Promise<DispatchCosts> =>
  withCentre(port => dispatchCosts(bench, twins, { ...ask, gateways: clock => smsGateways(port, clock) }))

export async function benchWire(bench: Bench, size: number): Promise<readonly Measure[]> {
  const twins = await openTwins(bench, size, Date.now())
  const reminders = Math.min(size, 10_000)
  const row = wireRow(bench.kind, size, await wireCosts(bench, twins, { rounds: 3, reminders }))
  return [row, ...(await benchKannel(reminders))]
}

/** The settings stand with the figure: it is worth nothing without them. */
const settings = [
  `${gatewayCount} binds`,
  `window ${gatewayWindow}`,
  `receipts after ${receiptAfterMs} ms, ${whole(receiptWindow)} at once`,
].join(', ')

export const wireRow = (kind: DatabaseKind, size: number, { engine, floor }: DispatchCosts): Measure => ({
  what: `planned to receipt recorded over SMPP (${settings}), ${kind}, ${whole(size)} accounts`,
  figure: costText(engine),
  floor: `${costText(floor)} (the same rows by bare SQL)`,
  ratio: percent(engine.perSecond / floor.perSecond),
  target: '–',
})
