/**
 * An SMPP session alone: submit_sm per second over loopback between two processes, by window. The floor, in
 * the same run, is the same bytes in the same windows through sockets that know nothing of SMPP. Where npm
 * `smpp` is installed, its client towards the same far side stands beside ours.
 *
 *     node bench/smpp-session.ts [seconds per measurement]
 */
import { fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { Client, Server, encodePdu, makeAnswer, makePdu } from '../packages/smpp/src/index.ts'
import { percent, perSecond, table } from './clockwork.ts'
import type { Measure } from './clockwork.ts'

const host = '127.0.0.1'
const elapsed = (): number => performance.now()
const windows = [1, 10, 100]
/** design.md, section 9: 40 k submit/s with a window of 100. */
const targets: Readonly<Record<number, string>> = { 100: '40,000/s' }

const submit = makePdu('submit_sm', {
  source: { ton: 0, npi: 1, number: '10086' },
  destination: { ton: 1, npi: 1, number: '8613800000001' },
  registeredDelivery: 1,
  dataCoding: 8,
  validityPeriod: '261121120000032+',
  message: Buffer.from('【恰时移动】套餐流量已用80%，还剩20MB，可用至11月30日。', 'utf16le').swap16(),
})
const submitBytes = encodePdu({ ...submit, sequence: 1 })
const answerBytes = encodePdu({ ...makeAnswer(submit, { body: { messageId: '1000000001' } }), sequence: 1 })

interface Ports {
  readonly smpp: number
  readonly plain: number
}

/** The other process: a centre that takes everything, and a socket that answers so many bytes with so many. */
async function farSide(): Promise<void> {
  let lastId = 1_000_000_000
  const server = new Server({
    host,
    port: 0,
    tls: null,
    elapsed,
    chance: Math.random,
    listener: {
      bindAsked: (peer, bind) => peer.accept(bind, 'BENCH'),
      asked(peer, request) {
        if (request.command !== 'submit_sm') return
        peer.answer(makeAnswer(request, { body: { messageId: String((lastId += 1)) } }))
      },
      answered: () => undefined,
      unanswered: () => undefined,
      closed: () => undefined,
    },
  })
  const plain = createServer(socket => {
    const whole = counter(submitBytes.length)
    socket.setNoDelay(true)
    socket.on('error', () => undefined)
    socket.on('data', chunk => socket.write(copies(answerBytes, whole(chunk.length))))
  })
  await new Promise<void>(resolve => plain.listen(0, host, resolve))
  const ports: Ports = { smpp: await server.listen(), plain: (plain.address() as AddressInfo).port }
  process.send!(ports)
}

const copies = (bytes: Buffer, count: number): Buffer =>
  count === 1 ? bytes : Buffer.concat(Array.from({ length: count }, () => bytes))

/** How many whole frames of this size the bytes so far have completed since the last call. */
function counter(size: number): (bytes: number) => number {
  let left = 0
  return bytes => {
    left += bytes
    const count = Math.floor(left / size)
    left -= count * size
    return count
  }
}

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

function npmSmpp(): { connect(options: object): NpmSession } | null {
  try {
    const loaded: unknown = createRequire(import.meta.url)(process.env['NPM_SMPP'] ?? 'smpp')
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it comes without types
    return loaded as { connect(options: object): NpmSession }
  } catch {
    return null
  }
}

/** Its client, with the same PDU. */
async function theirs(port: number, windowMax: number, ms: number): Promise<number | null> {
  const smpp = npmSmpp()
  if (smpp === null) return null
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

async function main(seconds: number): Promise<void> {
  const child = fork(import.meta.filename, ['far-side'])
  const ports = await new Promise<Ports>(resolve =>
    child.once('message', message => resolve(message as Ports)),
  )
  const rows: Measure[] = []
  await session(ports.smpp, 100, 500) // warms both sides up
  for (const windowMax of windows) {
    const bare = await floor(ports.plain, windowMax, seconds * 1_000)
    const rate = await session(ports.smpp, windowMax, seconds * 1_000)
    rows.push({
      what: `SMPP session, window ${windowMax}`,
      figure: perSecond(rate),
      floor: perSecond(bare),
      ratio: percent(rate / bare),
      target: targets[windowMax] ?? '',
    })
    const npm = await theirs(ports.smpp, windowMax, seconds * 1_000)
    if (npm === null) continue
    const beside = { what: `npm smpp’s client, window ${windowMax}`, figure: perSecond(npm) }
    rows.push({ ...beside, floor: perSecond(bare), ratio: percent(npm / bare), target: '' })
  }
  child.kill()
  process.stdout.write(`${table(rows)}\n`)
}

if (process.argv[2] === 'far-side') await farSide()
else await main(Number(process.argv[2] ?? 3))
