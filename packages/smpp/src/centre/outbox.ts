/**
 * deliver_sm on their way to one account: given to any of its receiving links that has room, and again a
 * while later when the ESME could not keep them.
 */
import type { PduOf } from '../codec/pdu.ts'
import type { Peer } from '../net/server.ts'

type Delivery = PduOf<'deliver_sm'>

/** Beyond it the older half is forgotten, as by a centre when their validity ends. */
const waitingMax = 100_000

export class Outbox {
  readonly #peers = new Set<Peer>()
  readonly #sent = new Map<Peer, Map<number, Delivery>>()
  #waiting: Delivery[] = []

  get size(): number {
    return this.#waiting.length
  }

  join(peer: Peer): void {
    this.#peers.add(peer)
    this.#sent.set(peer, new Map())
    this.pump()
  }

  /** What it left unanswered was told before as `unanswered`. */
  leave(peer: Peer): void {
    this.#peers.delete(peer)
    this.#sent.delete(peer)
    this.pump()
  }

  add(delivery: Delivery): void {
    this.#waiting.push(delivery)
    if (this.#waiting.length > waitingMax) this.#waiting.splice(0, waitingMax / 2)
    this.pump()
  }

  /** The ESME has it, or will be asked again by `add`. */
  settle(peer: Peer, sequence: number): Delivery | undefined {
    const delivery = this.#sent.get(peer)?.get(sequence)
    this.#sent.get(peer)?.delete(sequence)
    return delivery
  }

  pump(): void {
    for (const peer of this.#peers) {
      const count = Math.min(peer.room(), this.#waiting.length)
      for (const delivery of this.#waiting.splice(0, count)) {
        const { sequence } = peer.request(delivery)
        this.#sent.get(peer)?.set(sequence, delivery)
      }
    }
  }
}
