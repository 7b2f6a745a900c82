/** Several connections that send as hard as they are let, one event, a batch or a stream at a time, and note each answer. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Dice } from '../simulation/dice.ts'
import type { Answer, Ledger, Parcel } from './ledger.ts'

/** Where Kairos is now; null while it is dead. */
export interface Address {
  readonly url: string
  readonly key: string
}

const connections = 5
const shapes = ['single', 'batch', 'stream'] as const
const largest = { single: 1, batch: 25, stream: 40 }
const requestMaxMs = 20_000

export class Traffic {
  readonly #ledger: Ledger
  readonly #seed: string
  readonly #perSecond: number
  #address: Address | null = null
  #isFlowing = true
  /** New facts may be drawn at this moment and later: the rate. */
  #nextAt = 0
  readonly #senders: Promise<void>[] = []
  readonly #faults: unknown[] = []

  constructor(ledger: Ledger, ask: { readonly seed: string; readonly perSecond: number }) {
    this.#ledger = ledger
    this.#seed = ask.seed
    this.#perSecond = ask.perSecond
  }

  start(): void {
    for (let n = 0; n < connections; n += 1) {
      const sender = this.#sender(new Dice(`${this.#seed}/sender-${n}`))
      this.#senders.push(sender.catch((error: unknown) => void this.#faults.push(error)))
    }
  }

  goTo(address: Address | null): void {
    this.#address = address
  }

  /** Ends the flow; resolves when the last request has ended. */
  async stop(): Promise<void> {
    this.#isFlowing = false
    await Promise.all(this.#senders)
    if (this.#faults.length > 0) throw this.#faults[0]
  }

  /** `size` facts at once in one request, beside the flow. Resolves when it has ended, in whatever way. */
  async burst(size: number): Promise<void> {
    const parcels = Array.from({ length: size }, () => this.#ledger.draw(Date.now()))
    if (this.#address === null) this.#ledger.returned(parcels)
    else await this.#send('stream', parcels)
  }

  /** Sends until there is an answer to everything. */
  async settle(limitMs: number): Promise<void> {
    const end = Date.now() + limitMs
    while (this.#ledger.unanswered > 0) {
      if (Date.now() > end)
        throw new Error(`${this.#ledger.unanswered} facts not acknowledged in ${limitMs} ms`)
      const parcels = drawn(500, () => this.#ledger.drawUnanswered())
      if (parcels.length === 0 || !(await this.#send('batch', parcels))) await sleep(50)
    }
  }

  /** Some of what was acknowledged, once more. */
  async repeat(count: number): Promise<void> {
    await this.#send(
      'batch',
      drawn(count, () => this.#ledger.drawAgain()),
    )
  }

  async #sender(dice: Dice): Promise<void> {
    while (this.#isFlowing) {
      const now = Date.now()
      const shape = dice.pick(shapes)
      const wanted = dice.between(1, largest[shape])
      if (this.#address === null || now < this.#nextAt) {
        await sleep(5)
        continue
      }
      this.#nextAt = Math.max(this.#nextAt, now - 100) + (wanted * 1_000) / this.#perSecond
      const parcels = Array.from({ length: wanted }, () => this.#ledger.draw(now))
      if (!(await this.#send(shape, parcels))) await sleep(20)
    }
  }

  /** False when some of it was not answered; that goes back into the ledger. */
  async #send(shape: (typeof shapes)[number], parcels: readonly Parcel[]): Promise<boolean> {
    const open = new Set(parcels)
    const settle = (n: number, answer: Answer): void => {
      const parcel = parcels[n]
      if (parcel === undefined || !open.delete(parcel)) throw new Error(`an answer to nothing: ${n}`)
      this.#ledger.answered(parcel, answer)
    }
    this.#ledger.sent += parcels.length
    try {
      if (this.#address !== null && parcels.length > 0) await this.#post(shape, parcels, settle)
    } catch (error) {
      if (!isLoss(error)) throw error
    } finally {
      this.#ledger.returned([...open])
    }
    return open.size === 0
  }

  async #post(
    shape: (typeof shapes)[number],
    parcels: readonly Parcel[],
    settle: (n: number, answer: Answer) => void,
  ): Promise<void> {
    const { url, key } = this.#address!
    const { type, body } = written(shape, parcels)
    const answer = await fetch(`${url}/events`, {
      method: 'POST',
      headers: { 'content-type': type, authorization: `Bearer ${key}` },
      body,
      signal: AbortSignal.timeout(requestMaxMs),
    })
    if (answer.status === 429 || answer.status === 503) return void (await answer.text())
    if (shape === 'stream' && answer.ok) return readLines(answer, settle)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${answer.status}: ${text}`)
    const said = JSON.parse(text) as Answer | { readonly results: readonly Answer[] }
    for (const [n, one] of ('results' in said ? said.results : [said]).entries()) settle(n, one)
  }
}

/** Up to `max`, until there is nothing more. */
function drawn(max: number, draw: () => Parcel | null): Parcel[] {
  const parcels: Parcel[] = []
  for (let parcel = draw(); parcel !== null; parcel = parcels.length < max ? draw() : null)
    parcels.push(parcel)
  return parcels
}

function written(shape: (typeof shapes)[number], parcels: readonly Parcel[]): { type: string; body: string } {
  const events = parcels.map(parcel => parcel.event)
  switch (shape) {
    case 'single':
      return { type: 'application/cloudevents+json', body: JSON.stringify(events[0]) }
    case 'batch':
      return { type: 'application/cloudevents-batch+json', body: JSON.stringify(events) }
    case 'stream':
      return {
        type: 'application/x-ndjson',
        body: `${events.map(event => JSON.stringify(event)).join('\n')}\n`,
      }
  }
}

/** Each whole line is an answer, also when the connection breaks after it. */
async function readLines(answer: Response, settle: (n: number, answer: Answer) => void): Promise<void> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of answer.body!) {
    const lines = (text + decoder.decode(chunk, { stream: true })).split('\n')
    text = lines.pop()!
    for (const line of lines) {
      const said = JSON.parse(line) as Answer & { readonly line?: number }
      if (said.line !== undefined) settle(said.line - 1, said)
    }
  }
}

/** The connection was refused, broke, or was silent for too long: what a kill looks like from outside. */
const isLoss = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')
