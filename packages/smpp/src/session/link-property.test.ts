import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodePdu, makeAnswer, makePdu } from '../codec/pdu.ts'
import type { Pdu } from '../codec/pdu.ts'
import type { Effect } from './effects.ts'
import { Link } from './link.ts'
import { usualSettings } from './settings.ts'

const settings = { ...usualSettings, windowMax: 4, answerMs: 1_000, enquireMs: 3_000, enquireAnswerMs: 500 }
const start = { settings, now: 0, chance: () => 0.5 }

/** A client and a server whose bytes travel as the steps say. */
class Pair {
  readonly client = new Link({ ...start, side: 'client' })
  readonly server = new Link({ ...start, side: 'server' })
  readonly fates = new Map<number, string[]>()
  #toServer: Buffer[] = []
  #toClient: Buffer[] = []
  #owed: Pdu[] = []
  #now = 0
  #late = 0

  constructor() {
    this.client.bind(makePdu('bind_transceiver'), 0)
    this.#collect()
    this.carry(1_000_000)
  }

  submit(): void {
    if (this.client.room(this.#now) === 0) return
    this.fates.set(this.client.request(makePdu('submit_sm'), this.#now).sequence, [])
    this.#collect()
  }

  answer(index: number): void {
    const [request] = this.#owed.splice(index % Math.max(1, this.#owed.length), 1)
    if (request?.command === 'submit_sm') this.server.answer(makeAnswer(request))
    this.#collect()
  }

  /** At most so many bytes each way. */
  carry(bytesMax: number): void {
    this.client.received(cut(this.#toClient, bytesMax), this.#now)
    this.server.received(cut(this.#toServer, bytesMax), this.#now)
    this.#collect()
  }

  wait(ms: number): void {
    this.#now += ms
    this.client.tick(this.#now)
    this.server.tick(this.#now)
    this.#collect()
  }

  end(): void {
    this.client.lost('end of the play')
    this.#collect()
  }

  get late(): number {
    return this.#late
  }

  #collect(): void {
    for (let effects = this.client.take(); effects.length > 0; effects = this.client.take()) {
      for (const effect of effects) this.#ofClient(effect)
    }
    for (const effect of this.server.take()) this.#ofServer(effect)
  }

  #ofClient(effect: Effect): void {
    if (effect.what === 'send') this.#toServer.push(effect.bytes)
    if (effect.what === 'answered' && effect.late) this.#late += 1
    if ((effect.what === 'answered' && !effect.late) || effect.what === 'unanswered') {
      this.fates.get(effect.request.sequence)?.push(effect.what)
    }
  }

  #ofServer(effect: Effect): void {
    if (effect.what === 'send') this.#toClient.push(effect.bytes)
    if (effect.what === 'asked') this.#owed.push(effect.request)
    if (effect.what === 'bind-asked') {
      this.server.accept(effect.bind, 'SMSC')
      this.#collect()
    }
  }
}

/** Takes up to `bytesMax` bytes off the front. */
function cut(queue: Buffer[], bytesMax: number): Buffer {
  const all = Buffer.concat(queue.splice(0))
  if (all.length > bytesMax) queue.push(all.subarray(bytesMax))
  return all.subarray(0, bytesMax)
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.constant((pair: Pair) => pair.submit()) },
  { weight: 3, arbitrary: fc.nat(10).map(index => (pair: Pair) => pair.answer(index)) },
  { weight: 4, arbitrary: fc.nat(200).map(bytes => (pair: Pair) => pair.carry(bytes)) },
  { weight: 1, arbitrary: fc.nat(1_500).map(ms => (pair: Pair) => pair.wait(ms)) },
)

test('whatever happens, each request ends exactly once: answered, or in doubt', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), steps => {
      const pair = new Pair()
      for (const take of steps) take(pair)
      pair.end()
      for (const fate of pair.fates.values()) expect(fate).toHaveLength(1)
      expect(pair.late).toBeLessThanOrEqual(pair.fates.size)
    }),
    { numRuns: 500 },
  )
})

test('random bytes, bound or not, never crash it, and it sends no more than it hears', () => {
  const chunk = fc.uint8Array({ maxLength: 80 }).map(bytes => Buffer.from(bytes))
  const header = fc.tuple(fc.nat(0x20), fc.nat(0x10)).map(([id, sequence]) => {
    const head = Buffer.alloc(16)
    head.writeUInt32BE(16, 0)
    head.writeUInt32BE(id, 4)
    head.writeUInt32BE(sequence, 12)
    return head
  })
  fc.assert(
    fc.property(fc.array(fc.oneof(chunk, header), { maxLength: 30 }), fc.boolean(), (chunks, bound) => {
      const link = new Link({ ...start, side: 'server' })
      const bind = { ...makePdu('bind_transceiver'), sequence: 1 }
      if (bound) {
        link.received(encodePdu(bind), 0)
        link.accept(bind, 'SMSC')
        link.take()
      }
      let heard = 0
      let sent = 0
      for (const chunk of chunks) {
        heard += chunk.length
        link.received(chunk, 0)
        for (const effect of link.take()) sent += effect.what === 'send' ? effect.bytes.length : 0
      }
      expect(sent).toBeLessThanOrEqual(heard + 17)
    }),
    { numRuns: 2_000 },
  )
})
