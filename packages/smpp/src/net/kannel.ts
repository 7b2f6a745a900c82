/** Kannel 1.4 as a client of a centre, for tests and benches: `bearerbox` and `smsbox`, where both are on PATH. */
import { setTimeout as sleep } from 'node:timers/promises'
import { freePorts, programOn, startProgram } from './programs.ts'

export interface Kannel {
  readonly bearerbox: string
  readonly smsbox: string
}

/** @param path as in PATH; null when a box is missing there */
export function installedKannel(path: string): Kannel | null {
  const [bearerbox, smsbox] = [programOn(path, 'bearerbox'), programOn(path, 'smsbox')]
  return bearerbox === null || smsbox === null ? null : { bearerbox, smsbox }
}

/** What both boxes are told beside addresses and passwords; also printed with a bench. */
export const kannelSettings = {
  /** Messages are kept in a file, receipts' addresses in memory. */
  core: 'store-type = file\nstore-location = kannel.store\ndlr-storage = internal',
  smsc: 'transceiver-mode = true\nmax-pending-submits = 100',
} as const

interface Ports {
  readonly centre: number
  readonly admin: number
  readonly boxes: number
  readonly sending: number
}

const confOf = ({ centre, admin, boxes, sending }: Ports): string => `group = core
admin-port = ${admin}
admin-password = x
smsbox-port = ${boxes}
${kannelSettings.core}

group = smsc
smsc = smpp
smsc-id = ours
host = 127.0.0.1
port = ${centre}
smsc-username = kannel
smsc-password = secret
system-type = ""
${kannelSettings.smsc}

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${sending}
global-sender = 10086

group = sendsms-user
username = u
password = p
concatenation = true
max-messages = 9

group = sms-service
keyword = default
text = "got it"
`

export interface RunningKannel {
  /** Resolves when it has been taken; waits while the boxes are still starting. */
  readonly send: (fields: Readonly<Record<string, string>>) => Promise<void>
  /** All that both boxes have said. */
  readonly said: () => string
  readonly stop: () => Promise<void>
}

const triesMax = 150
const betweenTriesMs = 100

/** As account `kannel`, password `secret`, of a centre at this port of this machine. */
export async function startKannel({ bearerbox, smsbox }: Kannel, centre: number): Promise<RunningKannel> {
  const [admin, boxes, sending] = await freePorts(3)
  const conf = confOf({ centre, admin: admin!, boxes: boxes!, sending: sending! })
  const files = { 'kannel.conf': conf }
  const bearer = startProgram(bearerbox, ['-v', '2', 'kannel.conf'], files)
  // A box that finds no bearerbox gives up.
  await sleep(1_500)
  const sms = startProgram(smsbox, ['-v', '2', 'kannel.conf'], files)
  const said = (): string => `${bearer.said()}\n${sms.said()}`
  return {
    said,
    async send(fields) {
      const query = new URLSearchParams({ username: 'u', password: 'p', ...fields })
      for (let tries = 1; ; tries += 1) {
        const answer = await fetch(`http://127.0.0.1:${sending}/cgi-bin/sendsms?${query.toString()}`).catch(
          () => null,
        )
        await answer?.arrayBuffer()
        if (answer?.status === 202) return
        if (tries === triesMax)
          throw new Error(`${answer?.status ?? 'nobody there'}\n${said().slice(-2_000)}`)
        await sleep(betweenTriesMs)
      }
    },
    async stop() {
      await sms.stop()
      await bearer.stop()
    },
  }
}
