/** The links of one gateway: a transceiver, or a transmitter and a receiver; seen as one. */
import { Client } from '../../../packages/smpp/src/index.ts'
import type { BindCommand, ClientListener, Outcome, Pdu, Watch } from '../../../packages/smpp/src/index.ts'
import type { SmsSettings, SmsSurroundings } from './settings.ts'

/** Receipts that wait for a turn to commit: as many as a turn takes. */
const owedMax = 2_000
/** How often a start that waits for its binds looks again. */
const lookEveryMs = 5

export class Links {
  readonly #sender: Client
  /** The same as the sender with a transceiver. */
  readonly #receiver: Client

  constructor(
    settings: SmsSettings,
    { clock, chance }: SmsSurroundings,
    { watch, ...listener }: ClientListener & { readonly watch: Watch },
  ) {
    const { host, port, tls, account, window, link, redial } = settings
    const open = (bind: BindCommand) =>
      new Client({
        host,
        port,
        tls,
        bind,
        account,
        chance,
        listener,
        watch,
        elapsed: () => clock.elapsed(),
        settings: { owedMax, ...link, windowMax: window },
        redial: redial ?? {},
      })
    const isPair = settings.binds === 'pair'
    this.#sender = open(isPair ? 'bind_transmitter' : 'bind_transceiver')
    this.#receiver = isPair ? open('bind_receiver') : this.#sender
  }

  start(): void {
    for (const client of this.#all()) client.start()
  }

  /** Resolves when all are bound, or when the limit is over: then they go on trying. */
  async bound(limitMs: number): Promise<void> {
    for (let waitedMs = 0; this.room() === 0 && waitedMs < limitMs; waitedMs += lookEveryMs) {
      await new Promise(resolve => setTimeout(resolve, lookEveryMs))
    }
  }

  /** 0 also while only the sender is bound: nothing is sent that could not be heard of. */
  room(): number {
    return this.#receiver.room() === 0 ? 0 : this.#sender.room()
  }

  request(pdu: Pdu): Promise<Outcome> {
    return this.#sender.request(pdu)
  }

  async close(limitMs: number): Promise<void> {
    await Promise.all(this.#all().map(client => client.close(limitMs)))
  }

  #all(): readonly Client[] {
    return [...new Set([this.#sender, this.#receiver])]
  }
}
