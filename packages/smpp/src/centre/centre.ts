/**
 * A fake SMS centre: takes messages as told by `play`, and brings receipts when their time has come.
 *
 * Links live in real time; receipts in message time, which `after` keeps: a timer, or a discrete clock. What
 * is under way outlives its links, as in a real centre: it waits in the account's outbox.
 */
import { makeAnswer, makePdu, refusal } from '../codec/pdu.ts'
import type { Pdu, PduOf } from '../codec/pdu.ts'
import { status } from '../codec/status.ts'
import { Server } from '../net/server.ts'
import type { Peer, ServerOptions } from '../net/server.ts'
import type { BindCommand } from '../session/effects.ts'
import { codingOf, dataCodingOf, decodeText, encodeText } from '../text/coding.ts'
import type { Coding } from '../text/coding.ts'
import { partOf } from '../text/concatenation.ts'
import type { PartStyle } from '../text/concatenation.ts'
import { messageStates } from '../text/message-state.ts'
import { partsOf } from '../text/parts.ts'
import { writeReceiptText } from '../text/receipt-text.ts'
import { formatTime } from '../text/time.ts'
import { Outbox } from './outbox.ts'
import type { PlannedReceipt, Play, Submitted } from './play.ts'

export interface CentreOptions extends Omit<ServerOptions, 'listener'> {
  readonly systemId: string
  /** Passwords by system_id; `anyone` is let in. */
  readonly accounts: ReadonlyMap<string, string> | 'anyone'
  readonly play: (message: Submitted) => Play
  /** Message time: the present moment, and something to be done later. */
  readonly now: () => number
  readonly after: (afterMs: number, act: () => void) => void
  /** Of the dates in receipts, east of UTC. */
  readonly offsetMinutes: number
  /** How ids are written; many centres disagree with themselves. */
  readonly idsInAnswers: 'decimal' | 'hex'
  readonly idsInReceipts: 'decimal' | 'hex'
  /** The default alphabet. */
  readonly alphabet: Coding
}

/** A receipt or message that the ESME could not keep comes again after this, in message time. */
const againAfterMs = 1_000
/** Remembered messages; beyond it the older half is forgotten. */
const takenMax = 200_000

/** A handset's message; a long one goes in parts. */
export interface Written {
  readonly from: string
  readonly to: string
  readonly text: string
  readonly style?: PartStyle
}

interface Account {
  readonly systemId: string
  readonly outbox: Outbox
}

export class FakeCentre {
  readonly #options: CentreOptions
  /** Of the last long message written by a handset. */
  #reference = 0
  readonly #server: Server
  readonly #accounts = new Map<string, Account>()
  readonly #peers = new Map<Peer, { account: Account; bind: BindCommand }>()
  readonly #taken: Submitted[] = []
  #held: (() => void)[] = []
  #lastId = 1_000_000_000

  constructor(options: CentreOptions) {
    this.#options = options
    this.#server = new Server({
      ...options,
      listener: {
        bindAsked: (peer, bind) => this.#bindAsked(peer, bind),
        asked: (peer, request) => this.#asked(peer, request),
        answered: (peer, request, answer) => this.#answered(peer, request, answer),
        unanswered: (peer, request) => this.#again(peer, request),
        closed: peer => this.#left(peer),
      },
    })
  }

  /** Messages taken, oldest first; of long ones each part. */
  get taken(): readonly Submitted[] {
    return this.#taken
  }

  /** Resolves to the port. */
  listen(): Promise<number> {
    return this.#server.listen()
  }

  close(limitMs: number): Promise<void> {
    return this.#server.close(limitMs)
  }

  /** Breaks every connection without a goodbye. */
  hangUp(): void {
    this.#server.hangUp()
  }

  /** Answers all that was `held`. */
  release(): void {
    for (const answer of this.#held.splice(0)) answer()
  }

  /** A handset writes to the account. */
  write(systemId: string, { from, to, text, style = 'udh8' }: Written): void {
    const coding = encodeText(text, this.#options.alphabet) === null ? 'ucs2' : this.#options.alphabet
    const dataCoding = coding === 'ucs2' ? dataCodingOf.ucs2 : 0
    const source = { ton: 1, npi: 1, number: from }
    const destination = { ton: 0, npi: 1, number: to }
    this.#reference = (this.#reference + 1) & 0xff
    for (const { esmClassBits, message, tlvs } of partsOf(text, {
      coding,
      style,
      reference: this.#reference,
    })) {
      const fields = { source, destination, esmClass: esmClassBits, dataCoding, message }
      this.#account(systemId).outbox.add(makePdu('deliver_sm', fields, tlvs))
    }
  }

  /** Word of a message that was taken with no receipt planned: its fate was open then. */
  report(message: Submitted, receipt: Omit<PlannedReceipt, 'afterMs'>, submittedAt: number): void {
    const serial = Number.parseInt(message.id, this.#options.idsInAnswers === 'hex' ? 16 : 10)
    const told = { receipt: { ...receipt, afterMs: 0 }, serial, submittedAt }
    this.#account(message.systemId).outbox.add(this.#receipt(message, told))
  }

  #account(systemId: string): Account {
    const account = this.#accounts.get(systemId) ?? { systemId, outbox: new Outbox() }
    this.#accounts.set(systemId, account)
    return account
  }

  #bindAsked(peer: Peer, bind: PduOf<BindCommand>): void {
    const { accounts, systemId } = this.#options
    const { systemId: asking, password } = bind.body
    if (accounts !== 'anyone' && !accounts.has(asking)) return peer.refuse(bind, status.invalidSystemId)
    if (accounts !== 'anyone' && accounts.get(asking) !== password) {
      return peer.refuse(bind, status.invalidPassword)
    }
    const account = this.#account(asking)
    this.#peers.set(peer, { account, bind: bind.command })
    peer.accept(bind, systemId)
    if (bind.command !== 'bind_transmitter') account.outbox.join(peer)
  }

  #left(peer: Peer): void {
    this.#peers.get(peer)?.account.outbox.leave(peer)
    this.#peers.delete(peer)
  }

  #asked(peer: Peer, request: Pdu): void {
    const bound = this.#peers.get(peer)
    if (!bound || bound.bind === 'bind_receiver') return peer.answer(refusal(request, status.wrongBindState))
    if (request.command === 'submit_sm' || request.command === 'data_sm') {
      return this.#submitted(peer, bound.account, request)
    }
    peer.answer(refusal(request, unable.get(request.command) ?? status.invalidCommandId))
  }

  #submitted(peer: Peer, account: Account, request: PduOf<'submit_sm' | 'data_sm'>): void {
    const serial = ++this.#lastId
    const message = this.#read(account, request, this.#writtenId(serial, this.#options.idsInAnswers))
    const play = this.#options.play(message)
    if (play.status !== status.ok) return peer.answer(refusal(request, play.status))
    this.#taken.push(message)
    if (this.#taken.length > takenMax) this.#taken.splice(0, takenMax / 2)
    const submittedAt = this.#options.now()
    for (const receipt of play.receipts) {
      const send = () => account.outbox.add(this.#receipt(message, { receipt, serial, submittedAt }))
      if (play.early && receipt.afterMs === 0) send()
      else this.#options.after(receipt.afterMs, send)
    }
    const answer = () => peer.answer(makeAnswer(request, { body: { messageId: message.id } }))
    if (play.answer === 'held') this.#held.push(answer)
    else if (play.answer === 'cut') peer.destroy()
    else answer()
  }

  #read({ systemId }: Account, request: PduOf<'submit_sm' | 'data_sm'>, id: string): Submitted {
    const { source, destination, dataCoding, esmClass, registeredDelivery } = request.body
    const short = request.command === 'submit_sm' ? request.body : emptyMessage
    const { content, mark } = partOf({ body: { esmClass, message: short.message }, tlvs: request.tlvs })
    const coding = codingOf(dataCoding, this.#options.alphabet)
    const text = coding === null ? null : decodeText(content, coding)
    const wantsReceipt = (registeredDelivery & 0x03) !== 0
    const { validityPeriod, priority } = short
    const told = { source, destination, dataCoding, content, mark, text, wantsReceipt }
    return { systemId, id, validityPeriod, priority, ...told }
  }

  #receipt(
    { source, destination, text }: Submitted,
    { receipt, serial, submittedAt }: { receipt: PlannedReceipt; serial: number; submittedAt: number },
  ): PduOf<'deliver_sm'> {
    const { idsInReceipts, now } = this.#options
    const id = this.#writtenId(serial, idsInReceipts)
    const { state, err, form } = receipt
    const dates = { submitDate: this.#minute(submittedAt), doneDate: this.#minute(now()) }
    const written = writeReceiptText({ id, state, err, ...dates, text: text ?? '' })
    const message = form === 'parameters' ? Buffer.alloc(0) : Buffer.from(written.replace(/[^ -~]/g, '?'))
    const known = { receiptedMessageId: id, messageState: messageStates.indexOf(state) }
    const body = { source: destination, destination: source, esmClass: 0x04, message }
    return makePdu('deliver_sm', body, form === 'text' ? {} : known)
  }

  #minute(at: number): string {
    return formatTime(at, this.#options.offsetMinutes).slice(0, 10)
  }

  #writtenId(serial: number, base: 'decimal' | 'hex'): string {
    return base === 'hex' ? serial.toString(16) : String(serial)
  }

  #answered(peer: Peer, request: Pdu, answer: Pdu): void {
    const outbox = this.#peers.get(peer)?.account.outbox
    if (answer.status === status.ok) outbox?.settle(peer, request.sequence)
    else this.#again(peer, request)
    outbox?.pump()
  }

  #again(peer: Peer, request: Pdu): void {
    const outbox = this.#peers.get(peer)?.account.outbox
    const delivery = outbox?.settle(peer, request.sequence)
    if (outbox && delivery) this.#options.after(againAfterMs, () => outbox.add(delivery))
  }
}

const emptyMessage = { message: Buffer.alloc(0), validityPeriod: '', priority: 0 }

/** What the fake does not do, and how a centre says so. */
const unable: ReadonlyMap<string, number> = new Map([
  ['query_sm', 0x67],
  ['cancel_sm', 0x11],
  ['replace_sm', 0x13],
  ['submit_multi', 0x45],
])
