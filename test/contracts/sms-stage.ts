/** A started SMS driver towards a centre that does what a test tells it, and an ear that listens to it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished } from 'vitest'
import { plays } from '../../packages/smpp/src/index.ts'
import type { CentreOptions, FakeCentre, Play, Submitted } from '../../packages/smpp/src/index.ts'
import type { Message } from '../../src/channels/channel.ts'
import type { SmsGateway } from '../../src/channels/sms/gateway.ts'
import type { SmsSettings } from '../../src/channels/sms/settings.ts'
import { Ear, messageOf } from './far-side.ts'
import { centreWith, smsGateway } from './sms-far-side.ts'

export interface Stage {
  readonly centre: FakeCentre
  readonly port: number
  readonly gateway: SmsGateway
  readonly ear: Ear
}

/** What the centre does with the n-th PDU that it is offered (from 1). */
export type Plays = (n: number, message: Submitted) => Play

export async function stage(
  play: Plays = () => plays.silent,
  {
    sms,
    centre: rest,
  }: { readonly sms?: Partial<SmsSettings>; readonly centre?: Partial<CentreOptions> } = {},
): Promise<Stage> {
  let offered = 0
  const centre = centreWith(message => play((offered += 1), message), rest)
  const port = await centre.listen()
  const ear = new Ear()
  const gateway = await started(smsGateway(port, sms), ear)
  onTestFinished(() => centre.close(50))
  return { centre, port, gateway, ear }
}

export async function started(gateway: SmsGateway, ear: Ear): Promise<SmsGateway> {
  await gateway.start(ear)
  await gateway.resume([])
  expect(gateway.room()).toBeGreaterThan(0)
  onTestFinished(() => gateway.close(50))
  return gateway
}

export async function until(holds: () => boolean, withinMs = 8_000): Promise<void> {
  for (let waited = 0; !holds(); waited += 5) {
    if (waited > withinMs) throw new Error(`still waiting: ${holds.toString()}`)
    await sleep(5)
  }
}

/** Three parts of UCS-2. */
export const long = (n = 1, text = '流'.repeat(150)): Message => ({ ...messageOf(n), text, parts: 3 })
