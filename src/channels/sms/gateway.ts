/**
 * SMS by SMPP: the Channel seam on one account of an SMS centre.
 *
 *            start              link breaks, no room in the pause after "throttled"
 *     new ─────────► up ◄─────────────────────────────────────────► down
 *                    └──────────────────► closing ◄──────────────────┘
 *                          close             │ all answered, or the limit
 *                                            ▼
 *                                          closed
 *
 * In `up` messages are taken. `down` ends by itself: links are redialled, pauses pass; messages under way
 * stay open and their parts not sent yet wait, for `partsWithinMs` at most. In `closing` there is no room,
 * answers and receipts still go to the listener; in `closed` nothing does. How a message fares is told in
 * `sending.ts`, how receipts find it in `long-messages.ts`, what their dates mean in `centre-clock.ts`.
 *
 * A receipt is answered when the listener has kept it; if it cannot, with a temporary error (0x64), upon
 * which centres bring it again; so it is with a handset's own message, see `replies.ts`.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { makeAnswer, refusal, status, statusOf } from '../../../packages/smpp/src/index.ts'
import type { Outcome, Pdu, PduOf } from '../../../packages/smpp/src/index.ts'
import type { Answer, Gateway, Listener, Message, OpenAttempt, ReceiptClock, Tracing } from '../channel.ts'
import { CentreClock } from './centre-clock.ts'
import { Hearing } from './hearing.ts'
import { idsOf } from './ids.ts'
import { Links } from './links.ts'
import { Replies } from './replies.ts'
import { References } from './references.ts'
import { Sending } from './sending.ts'
import type { SmsSettings, SmsSurroundings } from './settings.ts'
import { submitsOf } from './submit.ts'
import { Trace } from './trace.ts'

/** `start` waits so long for the first bind; a centre that is away does not keep the engine from starting. */
const startWithinMs = 3_000
const usualPartsWithinMs = 30_000
/** After a trouble of the centre that is not "throttled" (0x08 and the like): it is not asked at once again. */
const troublePauseMs = 1_000
/** How often parts look whether there is room again. */
const pumpEveryMs = 100

export class SmsGateway implements Gateway {
  readonly name: string
  readonly channel = 'sms'
  readonly confirms = 'handset'
  readonly partsPerSecond: number
  /** Of the centre, as its receipts show it. */
  readonly #centre: CentreClock
  readonly #settings: SmsSettings
  readonly #around: SmsSurroundings
  readonly #links: Links
  readonly #hearing: Hearing
  readonly #replies: Replies
  readonly #references: References
  readonly #trace: Trace
  readonly #open = new Set<Sending>()
  /** Of these, those of several parts. */
  readonly #long = new Set<Sending>()
  readonly #answered = new WeakSet<Sending>()
  /** By the body of its submit_sm, for answers that come too late. */
  readonly #places = new WeakMap<object, { readonly sending: Sending; readonly n: number }>()
  #listener: Listener | null = null
  #pausedUntil = -Infinity
  #pumping: NodeJS.Timeout | null = null
  #closing = false
  /** Until it is known which messages are open, nobody can tell whose part a receipt speaks of. */
  readonly #resumed = Promise.withResolvers<void>()

  constructor(settings: SmsSettings, around: SmsSurroundings) {
    this.name = settings.name
    this.partsPerSecond = settings.partsPerSecond
    this.#settings = settings
    this.#around = around
    this.#centre = new CentreClock(settings.zone, settings.skewMs, around.onClock)
    const listener = (): Listener => this.#listener ?? closedListener
    this.#replies = new Replies(settings, {
      keep: reply => listener().reply(reply),
      elapsed: () => around.clock.elapsed(),
    })
    this.#hearing = new Hearing(receipt => listener().receipt(receipt), this.#replies)
    this.#references = new References(settings.partStyle === 'udh8' ? 8 : 16, around.chance)
    this.#trace = new Trace({
      now: () => around.clock.now(),
      elapsed: () => around.clock.elapsed(),
      masked: around.masked ?? (() => '****'),
      alphabet: settings.alphabet,
    })
    this.#links = new Links(settings, around, {
      watch: this.#trace.saw,
      asked: (request, answer) => this.#asked(request, answer),
      answeredLate: (request, answer) => this.#answeredLate(request, answer),
      changed: change => around.onChange?.(change),
    })
  }

  async start(listener: Listener): Promise<void> {
    this.#listener = listener
    this.#links.start()
    await this.#links.bound(startWithinMs)
  }

  /** A message's id holds those of its parts. The centre brings receipts by itself. */
  resume(open: readonly OpenAttempt[], ended: readonly OpenAttempt[] = []): Promise<void> {
    for (const attempt of open) this.#takeUp(attempt, 'whole')
    // Of those nothing more is to be said.
    for (const attempt of ended) this.#takeUp(attempt, 'refused')
    this.#resumed.resolve()
    return Promise.resolve()
  }

  #takeUp({ attempt, messageId, number, parts, handedAt }: OpenAttempt, fate: 'whole' | 'refused'): void {
    const ids = messageId === null ? Array.from({ length: parts }, () => null) : idsOf(messageId)
    const { messages } = this.#hearing
    if (messageId !== null && ids.length === 1 && ids[0] !== null) {
      messages.settled(attempt, { state: 'accepted', messageId })
    } else messages.add({ attempt, messageId, number, ids, since: handedAt, fate })
  }

  room(): number {
    if (this.#closing || this.#isPaused()) return 0
    let waiting = 0
    for (const sending of this.#long) waiting += sending.ready().length
    return Math.max(0, Math.min(this.#settings.window - this.#open.size, this.#links.room() - waiting))
  }

  submit(message: Message): void {
    if (this.room() === 0) return this.#turnBack(message, { state: 'returned', code: 'no-room' })
    if (message.validUntil <= message.now) {
      return this.#turnBack(message, { state: 'returned', code: 'too-late' })
    }
    try {
      this.#begin(message)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      this.#turnBack(message, { state: 'refused', code: 'not-encodable' })
    }
  }

  async close(limitMs: number): Promise<void> {
    this.#closing = true
    const began = this.#around.clock.elapsed()
    const left = () => limitMs - (this.#around.clock.elapsed() - began)
    while (this.#open.size > 0 && left() > limitMs / 4) await sleep(Math.min(5, limitMs / 10))
    if (this.#pumping) clearTimeout(this.#pumping)
    await this.#links.close(Math.max(0, left()))
    this.#replies.close()
    this.#listener = null
  }

  /** deliver_sm that came in and were looked at: for metrics, and to know that nothing is on its way. */
  get deliveries(): number {
    return this.#hearing.count
  }

  receiptClock(): ReceiptClock {
    return this.#centre.shown()
  }

  trace(after: number): Tracing {
    return this.#trace.look(after)
  }

  #isPaused(): boolean {
    return this.#around.clock.elapsed() < this.#pausedUntil
  }

  #turnBack({ attempt }: Message, answer: Answer): void {
    queueMicrotask(() => this.#listener?.answered(attempt, answer))
  }

  #begin(message: Message): void {
    const { idsInAnswers, partsWithinMs = usualPartsWithinMs } = this.#settings
    const submits = submitsOf(message, this.#settings, this.#references.next(message.number))
    const deadline = this.#around.clock.elapsed() + partsWithinMs
    const sending = new Sending({ message, submits, deadline, ids: idsInAnswers })
    this.#send(sending, 0)
    this.#open.add(sending)
    if (submits.length > 1) this.#long.add(sending)
    this.#hearing.await(message.number, submits.length)
  }

  #send(sending: Sending, n: number): void {
    const submit = sending.submits[n]!
    const outcome = this.#links.request(submit)
    sending.sent(n)
    this.#places.set(submit.body, { sending, n })
    void outcome.then(settled => this.#settle(sending, n, settled))
  }

  #settle(sending: Sending, n: number, outcome: Outcome): void {
    if (outcome.state === 'answered') this.#heed(outcome.answer.status)
    sending.settle(n, outcome)
    this.#conclude(sending)
    this.#pump()
  }

  /** The request had been given up; its answer is the truth all the same. */
  #answeredLate(request: Pdu, answer: Pdu): void {
    const place = this.#places.get(request.body)
    if (place) this.#settle(place.sending, place.n, { state: 'answered', answer })
  }

  #heed(code: number): void {
    const { kind } = statusOf(code)
    if (kind === 'passing' || kind === 'session')
      this.#pausedUntil = this.#around.clock.elapsed() + troublePauseMs
  }

  /** Answers the message as soon as its parts say how; told again by answers that come after that. */
  #conclude(sending: Sending): void {
    const verdict = sending.verdict()
    if (verdict === 'open') return
    const long = sending.long()
    const { messages } = this.#hearing
    if (long) messages.add(long)
    else messages.settled(sending.message.attempt, verdict)
    this.#long.delete(sending)
    if (this.#open.delete(sending)) this.#hearing.answered(sending.message.number, sending.submits.length)
    if (verdict === 'in-doubt' || this.#answered.has(sending)) return
    this.#answered.add(sending)
    this.#listener?.answered(sending.message.attempt, verdict)
  }

  /** Sends parts that wait, as far as there is room; looks again while any do. */
  #pump(): void {
    const now = this.#around.clock.elapsed()
    let waiting = 0
    for (const sending of this.#long) {
      if (now >= sending.deadline) sending.giveUp()
      for (const n of sending.ready()) {
        if (this.#links.room() > 0 && !this.#isPaused()) this.#send(sending, n)
        else waiting += 1
      }
      this.#conclude(sending)
    }
    if (waiting === 0 || this.#pumping) return
    this.#pumping = setTimeout(() => {
      this.#pumping = null
      this.#pump()
    }, pumpEveryMs)
  }

  #asked(request: Pdu, answer: (answer: Pdu) => void): void {
    if (request.command === 'deliver_sm' || request.command === 'data_sm') void this.#hear(request, answer)
  }

  async #hear(request: PduOf<'deliver_sm' | 'data_sm'>, answer: (answer: Pdu) => void): Promise<void> {
    const arrival = this.#around.clock.now()
    await this.#resumed.promise
    const code = await this.#hearing.hear(request, {
      settings: this.#settings,
      centre: this.#centre,
      arrival,
    })
    answer(code === status.ok ? accepted(request) : refusal(request, code))
  }
}

const closed = (): Promise<never> => Promise.reject(new Error('closed'))
const closedListener: Listener = { answered: () => undefined, receipt: closed, reply: closed }

const accepted = (request: PduOf<'deliver_sm' | 'data_sm'>): Pdu =>
  request.command === 'deliver_sm' ? makeAnswer(request) : makeAnswer(request)
