/** A centre's end: listens, and keeps one link per ESME. What to do with their messages is its user's matter. */
import { createServer as createPlain } from 'node:net'
import type { AddressInfo, Server as PlainServer, Socket } from 'node:net'
import { createServer as createTls } from 'node:tls'
import type { TlsOptions } from 'node:tls'
import type { Pdu, PduOf } from '../codec/pdu.ts'
import type { BindCommand, News } from '../session/effects.ts'
import { Link } from '../session/link.ts'
import { usualSettings } from '../session/settings.ts'
import type { LinkSettings } from '../session/settings.ts'
import { Wire } from './wire.ts'
import type { Elapsed } from './wire.ts'

export interface ServerOptions {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  /** Options for TLS; null for plain TCP. */
  readonly tls: TlsOptions | null
  readonly elapsed: Elapsed
  readonly chance: () => number
  readonly settings?: Partial<LinkSettings>
  /** Further connections are hung up on. */
  readonly connectionsMax?: number
  readonly listener: ServerListener
}

export interface ServerListener {
  /** To be answered by `accept` or `refuse`, within `bindMs`. */
  bindAsked(peer: Peer, bind: PduOf<BindCommand>): void
  /** To be answered by `peer.answer`, once. */
  asked(peer: Peer, request: Pdu): void
  answered(peer: Peer, request: Pdu, answer: Pdu): void
  /** Nobody knows whether the ESME has it. */
  unanswered(peer: Peer, request: Pdu): void
  closed(peer: Peer, reason: string | null): void
}

/** One ESME's connection. */
export class Peer {
  readonly #link: Link
  readonly #wire: Wire
  readonly #elapsed: Elapsed

  constructor(socket: Socket, options: ServerOptions, onClosed: () => void) {
    const { elapsed, chance, listener } = options
    this.#elapsed = elapsed
    const settings = { ...usualSettings, ...options.settings }
    this.#link = new Link({ side: 'server', settings, now: elapsed(), chance })
    this.#wire = new Wire({
      socket,
      link: this.#link,
      elapsed,
      onNews: news => this.#hear(news, listener),
      onClosed: reason => {
        onClosed()
        listener.closed(this, reason)
      },
    })
    this.#wire.flush()
  }

  accept(bind: PduOf<BindCommand>, systemId: string): void {
    this.#link.accept(bind, systemId)
    this.#wire.flushSoon()
  }

  refuse(bind: PduOf<BindCommand>, code: number): void {
    this.#link.refuse(bind, code)
    this.#wire.flushSoon()
  }

  room(): number {
    return this.#link.room(this.#elapsed())
  }

  /** There must be room. Returns the request as sent. */
  request<P extends Pdu>(pdu: P): P {
    const request = this.#link.request(pdu, this.#elapsed())
    this.#wire.flushSoon()
    return request
  }

  answer(answer: Pdu): void {
    this.#link.answer(answer)
    this.#wire.flushSoon()
  }

  unbind(limitMs: number): void {
    this.#link.unbind(limitMs, this.#elapsed())
    this.#wire.flushSoon()
  }

  /** Hangs up without a goodbye. */
  destroy(): void {
    this.#wire.destroy()
  }

  #hear(news: News, listener: ServerListener): void {
    switch (news.what) {
      case 'bind-asked':
        return listener.bindAsked(this, news.bind)
      case 'asked':
        return listener.asked(this, news.request)
      case 'answered':
        return listener.answered(this, news.request, news.answer)
      case 'unanswered':
        return listener.unanswered(this, news.request)
      case 'bound':
      case 'bind-refused':
      case 'odd':
    }
  }
}

export class Server {
  readonly #options: ServerOptions
  readonly #server: PlainServer
  readonly #peers = new Set<Peer>()

  constructor(options: ServerOptions) {
    this.#options = options
    const onConnection = (socket: Socket) => this.#take(socket)
    this.#server = options.tls ? createTls(options.tls, onConnection) : createPlain(onConnection)
    this.#server.maxConnections = options.connectionsMax ?? 1_000
  }

  /** Resolves to the port. */
  listen(): Promise<number> {
    const { host, port } = this.#options
    return new Promise((resolve, reject) => {
      this.#server.on('error', reject)
      this.#server.listen(port, host, () => resolve((this.#server.address() as AddressInfo).port))
    })
  }

  /** Hangs up on all, and goes on listening. */
  hangUp(): void {
    for (const peer of this.#peers) peer.destroy()
  }

  /** Stops listening, unbinds from all within the limit. */
  async close(limitMs: number): Promise<void> {
    const closed = new Promise<void>(resolve => this.#server.close(() => resolve()))
    for (const peer of this.#peers) peer.unbind(limitMs)
    await closed
  }

  #take(socket: Socket): void {
    const peer: Peer = new Peer(socket, this.#options, () => this.#peers.delete(peer))
    this.#peers.add(peer)
  }
}
