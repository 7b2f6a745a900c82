/**
 * One connection's side of the protocol, without the connection: bytes and the time go in, effects come out.
 * The times passed in are milliseconds of any clock that only grows.
 *
 *     open ──bind──► binding ──answer──► bound ──unbind──► draining ──all answered──► unbinding ──► closed
 *
 * - `open` is the beginning. A client leaves it by `bind`; a server by the peer's bind, which must come
 *   within `bindMs`.
 * - `binding` waits for the answer: of the centre (client, within `bindMs`), or of our own user (server).
 * - `bound`: requests go both ways. After `enquireMs` of silence the peer is asked whether it is there.
 * - `draining`: no room any more; answers are waited for within the limit given, the peer's requests are
 *   still answered. `unbinding` waits for unbind_resp within `unbindMs`.
 * - `closed` is entered from everywhere: unbind from either side, silence, a stream that makes no sense, or
 *   the connection gone (`lost`). What was unanswered then is in doubt.
 */
import { isRequest } from '../codec/commands.ts'
import { FrameReader } from '../codec/frames.ts'
import { decodePdu, encodePdu, makeAnswer, makePdu, refusal } from '../codec/pdu.ts'
import type { Fault, Pdu, PduOf } from '../codec/pdu.ts'
import { status, statusOf } from '../codec/status.ts'
import type { BindCommand, Effect } from './effects.ts'
import { Hold } from './hold.ts'
import { Outstanding } from './outstanding.ts'
import { Owed } from './owed.ts'
import { OwnRequests } from './own-requests.ts'
import type { OwnCommand } from './own-requests.ts'
import type { LinkSettings } from './settings.ts'

export interface LinkStart {
  readonly side: 'client' | 'server'
  readonly settings: LinkSettings
  readonly now: number
  /** Numbers in [0, 1): spreads the pauses after "throttled". */
  readonly chance: () => number
  /** Sequence numbers go on from link to link, so that they stay unlike. */
  readonly firstSequence?: number
  /** Sees every PDU that goes or comes, with its octets, before anything is made of it. */
  readonly watch?: Watch | undefined
}

export type Watch = (direction: 'in' | 'out', pdu: Pdu, octets: Buffer) => void

type State = 'open' | 'binding' | 'bound' | 'draining' | 'unbinding' | 'closed'

export class Link {
  readonly #side: 'client' | 'server'
  readonly #settings: LinkSettings
  readonly #frames: FrameReader
  readonly #outstanding: Outstanding
  readonly #hold: Hold
  readonly #watch: Watch | undefined
  readonly #own = new OwnRequests()
  /** What our user owes the peer. */
  readonly #owed = new Owed()
  #state: State = 'open'
  #effects: Effect[] = []
  #heardAt: number
  /** When the present state ends by itself: `open` and `binding` of a server, `draining`. */
  #stateUntil = Infinity

  constructor({ side, settings, now, chance, firstSequence = 1, watch }: LinkStart) {
    this.#watch = watch
    this.#side = side
    this.#settings = settings
    this.#frames = new FrameReader(settings.frameBytesMax)
    this.#outstanding = new Outstanding(settings.answerMs, firstSequence)
    this.#hold = new Hold(settings, chance)
    this.#heardAt = now
    if (side === 'server') this.#stateUntil = now + settings.bindMs
  }

  get state(): State {
    return this.#state
  }

  /** For the first request of the link after this one. */
  get nextSequence(): number {
    return this.#outstanding.nextSequence()
  }

  /** What has come about since the last call. */
  take(): Effect[] {
    const effects = this.#effects
    this.#effects = []
    return effects
  }

  /** Requests that may be made now. */
  room(now: number): number {
    if (this.#state !== 'bound' || now < this.#hold.until) return 0
    return Math.max(0, this.#settings.windowMax - this.#outstanding.size)
  }

  bind(bind: PduOf<BindCommand>, now: number): void {
    this.#state = 'binding'
    this.#ask(bind, 'bind', now + this.#settings.bindMs)
  }

  /** Server: the bind is welcome. */
  accept(bind: PduOf<BindCommand>, systemId: string): void {
    if (this.#state !== 'binding') return
    this.#state = 'bound'
    this.#stateUntil = Infinity
    this.#send(makeAnswer(bind, { body: { systemId }, tlvs: { scInterfaceVersion: 0x34 } }))
    this.#effects.push({ what: 'bound' })
  }

  /** Server: it is not; the connection is closed. */
  refuse(bind: PduOf<BindCommand>, code: number): void {
    if (this.#state !== 'binding') return
    this.#send(refusal(bind, code))
    this.#close(null)
  }

  /** Returns the request as sent, with its sequence number. There must be room. */
  request<P extends Pdu>(pdu: P, now: number): P {
    if (this.room(now) === 0) throw new Error('no room for a request')
    const request = { ...pdu, sequence: this.#outstanding.nextSequence() }
    this.#send(request)
    this.#outstanding.add(request, now)
    return request
  }

  /** Answers what came as `asked`; a second answer to the same goes nowhere, as does one after the end. */
  answer(answer: Pdu): void {
    if (this.#owed.settle(answer.sequence) && this.#state !== 'closed') this.#send(answer)
  }

  /** Ends in good order: takes no more, waits `limitMs` for answers, says goodbye. */
  unbind(limitMs: number, now: number): void {
    if (this.#state === 'bound') {
      this.#state = 'draining'
      this.#stateUntil = now + limitMs
    } else if (this.#state === 'open' || this.#state === 'binding') this.#close(null)
    this.tick(now)
  }

  /** The connection is gone. */
  lost(reason: string): void {
    this.#close(reason)
  }

  received(bytes: Buffer, now: number): void {
    this.#heardAt = now
    const { frames, fault } = this.#frames.push(bytes)
    for (const frame of frames) {
      if (this.#state === 'closed') return
      this.#frame(frame, now)
    }
    if (fault !== null && this.state !== 'closed') {
      this.#send(refusal({ command: null, sequence: 0 }, status.invalidCommandLength))
      this.#close(fault)
    }
  }

  /** The next moment at which `tick` has something to do. */
  due(): number {
    if (this.#state === 'closed') return Infinity
    const due = Math.min(this.#stateUntil, this.#outstanding.due(), this.#own.due())
    const idle = this.#state === 'bound' && !this.#own.has('enquire_link')
    return idle ? Math.min(due, this.#heardAt + this.#settings.enquireMs) : due
  }

  tick(now: number): void {
    for (const request of this.#outstanding.expire(now)) {
      this.#effects.push({ what: 'unanswered', request, reason: 'time' })
    }
    const overdue = this.#own.overdue(now)
    if (overdue) return this.#close(overdue === 'unbind' ? null : `${overdue} was not answered`)
    if (this.#state === 'draining') this.#drain(now)
    else if (now >= this.#stateUntil) return this.#close(`nothing came of "${this.#state}"`)
    if (this.#state === 'bound') this.#enquire(now)
  }

  #drain(now: number): void {
    if (this.#outstanding.size > 0 && now < this.#stateUntil) return
    this.#state = 'unbinding'
    this.#stateUntil = Infinity
    this.#ask(makePdu('unbind'), 'unbind', now + this.#settings.unbindMs)
  }

  #enquire(now: number): void {
    if (now < this.#heardAt + this.#settings.enquireMs || this.#own.has('enquire_link')) return
    this.#ask(makePdu('enquire_link'), 'enquire_link', now + this.#settings.enquireAnswerMs)
  }

  #frame(frame: Buffer, now: number): void {
    const decoded = decodePdu(frame)
    if (decoded.pdu === null) return this.#faulty(decoded.fault)
    this.#watch?.('in', decoded.pdu, frame)
    for (const note of decoded.oddities) this.#odd(`${decoded.pdu.command}: ${note}`)
    if (isRequest(decoded.pdu.command)) this.#asked(decoded.pdu, now)
    else this.#answered(decoded.pdu, now)
  }

  /** An answer is never answered: two peers could nack each other for ever. */
  #faulty({ commandId, sequence, status, reason }: Fault): void {
    this.#odd(reason)
    if (commandId < 0x80000000) this.#send(refusal({ command: null, sequence }, status))
  }

  #answered(answer: Pdu, now: number): void {
    const own = this.#own.settle(answer.sequence)
    if (own) return this.#ownAnswered(own, answer, now)
    const settled = this.#outstanding.settle(answer.sequence)
    if (!settled) return this.#odd(`${answer.command} ${answer.sequence} answers nothing`)
    const { kind } = statusOf(answer.status)
    if (kind === 'throttled') this.#hold.throttled(now)
    else if (kind === 'ok') this.#hold.taken(now)
    this.#effects.push({ what: 'answered', answer, ...settled })
    if (this.#state === 'draining') this.#drain(now)
  }

  #ownAnswered(command: OwnCommand, answer: Pdu, now: number): void {
    if (command === 'unbind') this.#close(null)
    else if (command === 'bind') this.#bindAnswered(answer, now)
  }

  #bindAnswered(answer: Pdu, now: number): void {
    if (answer.status === status.ok && answer.command !== 'generic_nack') {
      this.#state = 'bound'
      this.#heardAt = now
      this.#effects.push({ what: 'bound' })
    } else {
      this.#effects.push({ what: 'bind-refused', status: answer.status })
      this.#close(`bind refused: ${statusOf(answer.status).meaning}`)
    }
  }

  #asked(request: Pdu, now: number): void {
    if (isBind(request)) this.#bindAsked(request, now)
    else if (request.command === 'enquire_link') this.#send(makeAnswer(request))
    else if (request.command === 'unbind') {
      this.#send(makeAnswer(request))
      this.#close(null)
    } else if (unanswerable.has(request.command)) this.#effects.push({ what: 'asked', request })
    else this.#taskAsked(request)
  }

  #bindAsked(bind: PduOf<BindCommand>, now: number): void {
    if (this.#side === 'server' && this.#state === 'open') {
      this.#state = 'binding'
      this.#stateUntil = now + this.#settings.bindMs
      this.#effects.push({ what: 'bind-asked', bind })
    } else this.#send(refusal(bind, status.alreadyBound))
  }

  #taskAsked(request: Pdu): void {
    if (this.#state === 'open' || this.#state === 'binding') {
      this.#send(refusal(request, status.wrongBindState))
    } else if (this.#owed.size >= this.#settings.owedMax) {
      this.#send(refusal(request, status.queueFull))
    } else {
      this.#owed.add(request.sequence)
      this.#effects.push({ what: 'asked', request })
    }
  }

  #ask(pdu: Pdu, command: OwnCommand, deadline: number): void {
    const sequence = this.#outstanding.nextSequence()
    this.#own.add(sequence, command, deadline)
    this.#send({ ...pdu, sequence })
  }

  #send(pdu: Pdu): void {
    const bytes = encodePdu(pdu)
    this.#watch?.('out', pdu, bytes)
    this.#effects.push({ what: 'send', bytes })
  }

  #odd(note: string): void {
    this.#effects.push({ what: 'odd', note })
  }

  #close(reason: string | null): void {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    this.#own.clear()
    for (const request of this.#outstanding.clear()) {
      this.#effects.push({ what: 'unanswered', request, reason: 'link' })
    }
    this.#effects.push({ what: 'close', reason })
  }
}

/** Requests that the standard leaves without an answer. */
const unanswerable: ReadonlySet<string> = new Set(['alert_notification', 'outbind'])

function isBind(pdu: Pdu): pdu is PduOf<BindCommand> {
  return pdu.command.startsWith('bind_')
}
