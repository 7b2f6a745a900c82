/** The same life under the engine of demo and `simulate`: a clock that jumps by spans, facts from a feed, nothing dies. */
import { pino } from 'pino'
import type { Gateway, Listener, Message } from '../../../src/channels/channel.ts'
import { SettableClock } from '../../../src/engine/clock.ts'
import { runDiscrete } from '../../../src/engine/discrete.ts'
import { Machine } from '../../../src/engine/machine.ts'
import { makeInstall } from '../../../src/store/install.ts'
import { Vault } from '../../../src/store/vault.ts'
import { Centre, type Report } from '../centre.ts'
import type { Answered, Chronicle, Moment } from '../chronicle.ts'
import type { Plot } from '../plot/plot.ts'
import { surroundingsAt } from '../surroundings.ts'
import { messageIdOf, namedBy } from './centre-gateway.ts'
import type { Stage } from './life.ts'
import { Notebook } from './notebook.ts'
import { recordOf } from './record.ts'
import { arrivalOf } from './sender.ts'

const secret = new Uint8Array(32).fill(5)
/** Real time: an answer that stays out is given up. */
const answerMs = 20

export async function liveDiscretely(
  plot: Plot,
  { database, decide }: Omit<Stage, 'markPath'>,
): Promise<Chronicle> {
  const vault = new Vault(new Uint8Array(32).fill(3))
  await makeInstall(database, { secret, keyId: vault.keyId, createdAt: plot.start })
  const { seed, manners } = plot
  const centres = ['sms', 'voice'].map(
    gateway => new Centre({ seed, gateway, manners, closed: [], silent: [] }),
  )
  const answered: Answered[] = []
  const notebook = new Notebook(plot.poisoned)
  const clock = new SettableClock(plot.start)
  const machine = await Machine.open({
    database,
    vault,
    decide: notebook.watching(decide),
    surroundingsAt: now => surroundingsAt(plot.setting, now),
    secret,
    gateways: centres.map(centre => new PromptGateway(centre, { answered, window: plot.setting.window })),
    clock,
    log: pino({ level: 'silent' }),
    holder: 'simulation',
    markPath: null,
    limits: { throttled: false, handOverMs: Infinity, answerMs },
  })
  const feed = plot.deliveries.map(({ fact, at }) => ({ arrival: arrivalOf(plot, fact), at }))
  await runDiscrete({ machine, clock, feed, until: plot.end })
  await machine.close(100)
  const sent = plot.deliveries.map(({ fact, at }) => ({ fact, at, verdict: null }))
  const left = { plot: { ...plot, closed: [] }, database, vault, notebook, centres, sent, answered, down: [] }
  return recordOf({ ...left, isLive: false })
}

/** Answers at once, or never; receipts travel in message time. */
class PromptGateway implements Gateway {
  readonly name: string
  readonly channel: 'sms' | 'voice'
  readonly confirms = 'handset'
  readonly partsPerSecond = 1_000_000
  readonly #centre: Centre
  readonly #session: { readonly answered: Answered[]; readonly window: number }
  #listener: Listener | null = null

  constructor(centre: Centre, session: { readonly answered: Answered[]; readonly window: number }) {
    this.name = centre.gateway
    this.channel = centre.gateway as 'sms' | 'voice'
    this.#centre = centre
    this.#session = session
  }

  start(listener: Listener): Promise<void> {
    this.#listener = listener
    return Promise.resolve()
  }

  resume(): Promise<void> {
    return Promise.resolve()
  }

  room(): number {
    return this.#session.window
  }

  submit({ attempt: name, number, text, validUntil, now: at, class: cls }: Message): void {
    const message = { ...namedBy(name), gateway: this.name, number, text, class: cls, at, validUntil }
    this.#centre.submit(message)
    const answer = this.#centre.answerTo(message)
    if (answer === null) return
    const { state } = answer
    this.#session.answered.push({ ...namedBy(name), state, at })
    const word =
      state === 'accepted' ? ({ state, messageId: messageIdOf(name) } as const) : { state, code: 'planted' }
    queueMicrotask(() => this.#listener?.answered(name, word))
  }

  close(): Promise<void> {
    this.#listener = null
    return Promise.resolve()
  }

  nextMoment(): Moment | null {
    return this.#centre.next()
  }

  async advance(now: Moment): Promise<void> {
    const reports = this.#centre.take(now).filter((one): one is Report => one.kind === 'receipt')
    await Promise.all(reports.map(report => this.#bring(report)))
  }

  async #bring({ account, attempt, number, outcome, submittedAt, at }: Report): Promise<void> {
    const messageId = messageIdOf(`${account}/${attempt}`)
    await this.#listener?.receipt({
      gateway: this.name,
      messageId,
      number,
      outcome,
      code: '',
      submittedAt,
      at,
    })
  }
}
