/** The other side of the SMPP bench, in a process of its own; run by `smpp-session.ts`, which shares its bytes. */
import { type AddressInfo, createServer } from 'node:net'
import { encodePdu, makeAnswer, makePdu, Server } from '../packages/smpp/src/index.ts'

export const host = '127.0.0.1'
export const elapsed = (): number => performance.now()

export const submit = makePdu('submit_sm', {
  source: { ton: 0, npi: 1, number: '10086' },
  destination: { ton: 1, npi: 1, number: '8613800000001' },
  registeredDelivery: 1,
  dataCoding: 8,
  validityPeriod: '261121120000032+',
  message: Buffer.from('【恰时移动】套餐流量已用80%，还剩20MB，可用至11月30日。', 'utf16le').swap16(),
})
export const submitBytes = encodePdu({ ...submit, sequence: 1 })
export const answerBytes = encodePdu({
  ...makeAnswer(submit, { body: { messageId: '1000000001' } }),
  sequence: 1,
})

export interface Ports {
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

export const copies = (bytes: Buffer, count: number): Buffer =>
  count === 1 ? bytes : Buffer.concat(Array.from({ length: count }, () => bytes))

/** How many whole frames of this size the bytes so far have completed since the last call. */
export function counter(size: number): (bytes: number) => number {
  let left = 0
  return bytes => {
    left += bytes
    const count = Math.floor(left / size)
    left -= count * size
    return count
  }
}

if (process.argv[1] === import.meta.filename) await farSide()
