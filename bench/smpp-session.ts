/**
 * An SMPP session alone: submit_sm per second over loopback between two processes, by window. The floor, in the same
 * run, is the same bytes in the same windows through sockets that know nothing of SMPP. The client of npm `smpp`
 * towards the same far side stands beside ours.
 */
import { fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { connect, type Socket } from 'node:net'
import { Client } from '../packages/smpp/src/index.ts'
import { type Measure, percent, perSecond } from './clockwork.ts'
import {
  answerBytes,
  copies,
  counter,
  elapsed,
  host,
  type Ports,
  submit,
  submitBytes,
} from './smpp-far-side.ts'

const windows = [1, 10, 100]
const targets: Readonly<Record<number, string>> = { 100: '≥ 40,000/s' }

async function session(port: number, windowMax: number, ms: number): Promise<number> {
  const client = new Client({
    host,
    port,
    tls: null,
    bind: 'bind_transceiver',
    account: { systemId: 'bench', password: 'bench' },
    elapsed,
    chance: Math.random,
    settings: { windowMax },
    listener: { asked: () => undefined, answeredLate: () => undefined, changed: () => undefined },
  })
  client.start()
  while (client.room() === 0) await new Promise(resolve => setTimeout(resolve, 5))
  const rate = await measured(windowMax, ms, async until => {
    let count = 0
    while (elapsed() < until) {
      const outcome = await client.request(submit)
      if (outcome.state !== 'answered' || outcome.answer.status !== 0) throw new Error(outcome.state)
      count += 1
    }
    return count
  })
  await client.close(1_000)
  return rate
}

/** So many senders at once, each of which sends its next when its last is answered. */
async function measured(
  senders: number,
  ms: number,
  send: (until: number) => Promise<number>,
): Promise<number> {
  const began = elapsed()
  const counts = await Promise.all(Array.from({ length: senders }, () => send(began + ms)))
  return (counts.reduce((sum, count) => sum + count, 0) * 1_000) / (elapsed() - began)
}

async function floor(port: number, windowMax: number, ms: number): Promise<number> {
  const socket: Socket = connect({ port, host })
  await new Promise(resolve => socket.once('connect', resolve))
  socket.setNoDelay(true)
  const whole = counter(answerBytes.length)
  const began = elapsed()
  let count = 0
  const ended = Promise.withResolvers<void>()
  socket.on('data', chunk => {
    const answered = whole(chunk.length)
    count += answered
    if (elapsed() - began >= ms) ended.resolve()
    else if (answered > 0) socket.write(copies(submitBytes, answered))
  })
  socket.write(copies(submitBytes, windowMax))
  await ended.promise
  socket.destroy()
  return (count * 1_000) / (elapsed() - began)
}

interface NpmSession {
  on(event: string, listener: () => void): void
  bind_transceiver(fields: object, then: (pdu: { readonly command_status: number }) => void): void
  submit_sm(fields: object, then: (pdu: { readonly command_status: number }) => void): void
  destroy(): void
}

interface NpmSmpp {
  connect(options: object): NpmSession
}

/** Its client, with the same PDU. */
async function theirs(port: number, windowMax: number, ms: number): Promise<number> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it comes without types
  const smpp = createRequire(import.meta.url)('smpp') as NpmSmpp
  const session = smpp.connect({ url: `smpp://${host}:${port}` })
  session.on('error', () => undefined)
  await new Promise<void>(resolve => session.on('connect', resolve))
  await new Promise(resolve => session.bind_transceiver({ system_id: 'bench', password: 'bench' }, resolve))
  const { message, validityPeriod } = submit.body
  const fields = {
    source_addr_npi: 1,
    source_addr: '10086',
    dest_addr_ton: 1,
    dest_addr_npi: 1,
    destination_addr: '8613800000001',
    registered_delivery: 1,
    data_coding: 8,
    validity_period: validityPeriod,
    short_message: message,
  }
  const rate = await measured(windowMax, ms, async until => {
    let count = 0
    while (elapsed() < until) {
      const answer = await new Promise<{ readonly command_status: number }>(resolve =>
        session.submit_sm(fields, resolve),
      )
      if (answer.command_status !== 0) throw new Error(`status ${answer.command_status}`)
      count += 1
    }
    return count
  })
  session.destroy()
  return rate
}

/** @param ms of each measurement */
export async function benchSmpp(ms: number): Promise<readonly Measure[]> {
  const child = fork(new URL('smpp-far-side.ts', import.meta.url))
  const ports = await new Promise<Ports>(resolve =>
    child.once('message', message => resolve(message as Ports)),
  )
  try {
    const rows: Measure[] = []
    await session(ports.smpp, 100, ms / 6) // warms both sides up
    for (const windowMax of windows) {
      const bare = await floor(ports.plain, windowMax, ms)
      const row = (what: string, rate: number): Measure => ({
        what: `${what}, window ${windowMax}`,
        figure: perSecond(rate),
        floor: `${perSecond(bare)} (the same bytes, no SMPP)`,
        ratio: percent(rate / bare),
        target: '',
      })
      const ours = row('SMPP session, submit_sm', await session(ports.smpp, windowMax, ms))
      rows.push({ ...ours, target: targets[windowMax] ?? '' })
      rows.push(row('the same by the client of npm smpp', await theirs(ports.smpp, windowMax, ms)))
    }
    return rows
  } finally {
    child.kill()
  }
}
