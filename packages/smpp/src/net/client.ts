/**
 * An ESME: keeps one bound link to a centre, connects again when it breaks, and gives each request back as
 * answered or in doubt.
 */
import { connect as connectPlain } from 'node:net'
import type { Socket } from 'node:net'
import { TLSSocket, connect as connectTls } from 'node:tls'
import type { ConnectionOptions } from 'node:tls'
import type { Body } from '../codec/commands.ts'
import { makePdu, refusal } from '../codec/pdu.ts'
import type { Pdu } from '../codec/pdu.ts'
import { status } from '../codec/status.ts'
import type { BindCommand, News } from '../session/effects.ts'
import { Link } from '../session/link.ts'
import type { Watch } from '../session/link.ts'
import { Redial, usualRedial } from '../session/redial.ts'
import type { RedialSettings } from '../session/redial.ts'
import { usualSettings } from '../session/settings.ts'
import type { LinkSettings } from '../session/settings.ts'
import { Wire } from './wire.ts'
import type { Elapsed } from './wire.ts'

export interface ClientOptions {
  readonly host: string
  readonly port: number
  /** Options for TLS; null for plain TCP. */
  readonly tls: ConnectionOptions | null
  readonly bind: BindCommand
  readonly account: Partial<Body<'bind_transceiver'>>
  readonly elapsed: Elapsed
  /** Numbers in [0, 1), for jitter. */
  readonly chance: () => number
  readonly settings?: Partial<LinkSettings>
  readonly redial?: Partial<RedialSettings>
  readonly listener: ClientListener
  /** For a trace of the protocol. */
  readonly watch?: Watch | undefined
}

export interface ClientListener {
  /** deliver_sm, data_sm, …: answer with `makeAnswer`, once, soon. alert_notification takes no answer. */
  asked(request: Pdu, answer: (answer: Pdu) => void): void
  /** An answer that came after its request had been given up. */
  answeredLate(request: Pdu, answer: Pdu): void
  /** For logs and metrics; `down` comes with the time until the next try. */
  changed(change: LinkChange): void
}

export type LinkChange =
  | { readonly to: 'bound' }
  | { readonly to: 'down'; readonly reason: string; readonly againInMs: number }
  | { readonly to: 'odd'; readonly note: string }

/** What became of a request; `in-doubt`: nobody knows whether the centre has it. */
export type Outcome =
  | { readonly state: 'answered'; readonly answer: Pdu }
  | { readonly state: 'in-doubt'; readonly reason: 'time' | 'link' }
  | { readonly state: 'no-room' }

export class Client {
  readonly #options: ClientOptions
  readonly #settings: LinkSettings
  readonly #redial: Redial
  readonly #pending = new Map<number, (outcome: Outcome) => void>()
  #link: Link | null = null
  #wire: Wire | null = null
  #socket: Socket | null = null
  #timer: NodeJS.Timeout | null = null
  #sequence = 1
  #boundAt: number | null = null
  #refused = false
  #closing: PromiseWithResolvers<void> | null = null

  constructor(options: ClientOptions) {
    this.#options = options
    this.#settings = { ...usualSettings, ...options.settings }
    this.#redial = new Redial({ ...usualRedial, ...options.redial }, options.chance)
  }

  /** Begins to connect, and goes on for ever until `close`. */
  start(): void {
    this.#connect()
  }

  /** Requests that may be made now; 0 while there is no bound link. */
  room(): number {
    return this.#link?.room(this.#options.elapsed()) ?? 0
  }

  request(pdu: Pdu): Promise<Outcome> {
    if (!this.#link || this.room() === 0) return Promise.resolve({ state: 'no-room' })
    const { sequence } = this.#link.request(pdu, this.#options.elapsed())
    this.#wire?.flushSoon()
    return new Promise(resolve => this.#pending.set(sequence, resolve))
  }

  /** Takes no more, waits for answers, unbinds, disconnects: all within the limit, the last fifth for goodbye. */
  close(limitMs: number): Promise<void> {
    this.#closing ??= Promise.withResolvers()
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#link && this.#wire) {
      const wire = this.#wire
      this.#timer = setTimeout(() => wire.destroy(), limitMs)
      this.#link.unbind(limitMs * 0.8, this.#options.elapsed())
      wire.flush()
    } else {
      this.#socket?.destroy()
      this.#closing.resolve()
    }
    return this.#closing.promise
  }

  #connect(): void {
    const { host, port, tls } = this.#options
    const socket = tls ? connectTls({ ...tls, host, port }) : connectPlain({ host, port })
    this.#socket = socket
    socket.setTimeout(this.#settings.bindMs, () => socket.destroy(new Error('no connection in time')))
    socket.once('error', error => this.#down(reasonOf(error, socket), socket))
    socket.once('close', () => this.#down('the connection closed', socket))
    socket.once(tls ? 'secureConnect' : 'connect', () => this.#connected(socket))
  }

  #connected(socket: Socket): void {
    socket.setTimeout(0)
    const { elapsed, chance, bind, account, watch } = this.#options
    const settings = this.#settings
    const firstSequence = this.#sequence
    const start = { side: 'client', settings, now: elapsed(), chance, firstSequence, watch } as const
    const link = new Link(start)
    this.#link = link
    this.#wire = new Wire({
      socket,
      link,
      elapsed,
      onNews: news => this.#hear(news),
      onClosed: reason => this.#down(reason ?? 'unbound', socket),
    })
    link.bind(makePdu(bind, { interfaceVersion: 0x34, ...account }), elapsed())
    this.#wire.flush()
  }

  #hear(news: News): void {
    const { listener, elapsed } = this.#options
    switch (news.what) {
      case 'bound':
        this.#boundAt = elapsed()
        return listener.changed({ to: 'bound' })
      case 'bind-refused':
        this.#refused = lasting.has(news.status)
        return
      case 'answered':
        if (news.late) listener.answeredLate(news.request, news.answer)
        else this.#settle(news.request, { state: 'answered', answer: news.answer })
        return
      case 'unanswered':
        return this.#settle(news.request, { state: 'in-doubt', reason: news.reason })
      case 'asked':
        return this.#asked(news.request)
      case 'odd':
        return listener.changed({ to: 'odd', note: news.note })
      case 'bind-asked': // only on the server's side
        return
    }
  }

  #asked(request: Pdu): void {
    const link = this.#link
    const wire = this.#wire
    const answer = (pdu: Pdu) => {
      link?.answer(pdu)
      wire?.flushSoon()
    }
    if (askable.has(request.command)) this.#options.listener.asked(request, answer)
    else answer(refusal(request, status.invalidCommandId))
  }

  #settle(request: Pdu, outcome: Outcome): void {
    this.#pending.get(request.sequence)?.(outcome)
    this.#pending.delete(request.sequence)
  }

  /** Once per connection, however it ended. */
  #down(reason: string, socket: Socket): void {
    if (this.#socket !== socket) return
    const { elapsed, listener } = this.#options
    if (this.#link) this.#sequence = this.#link.nextSequence
    this.#socket = this.#link = this.#wire = null
    const boundMs = this.#boundAt === null ? 0 : elapsed() - this.#boundAt
    const againInMs = this.#redial.waitAfter({ refused: this.#refused, boundMs })
    this.#boundAt = null
    this.#refused = false
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#closing) return this.#closing.resolve()
    this.#timer = setTimeout(() => this.#connect(), againInMs)
    listener.changed({ to: 'down', reason, againInMs })
  }
}

/** Why there is no link, for who has to mend it; a certificate that is not accepted is called that. */
function reasonOf({ message }: Error, socket: Socket): string {
  const isRefused = socket instanceof TLSSocket && Boolean(socket.authorizationError)
  return isRefused ? `the certificate of the centre is not accepted: ${message}` : message
}

/** What a centre may ask of an ESME. */
const askable: ReadonlySet<string> = new Set(['deliver_sm', 'data_sm', 'alert_notification'])

/** Refusals of a bind that do not pass by themselves. */
const lasting: ReadonlySet<number> = new Set([
  status.bindFailed,
  status.invalidPassword,
  status.invalidSystemId,
  status.invalidSystemType,
])
