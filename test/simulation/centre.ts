/**
 * A message centre with handsets behind it, as an operator might meet it on a bad day. It knows nothing of the product but
 * what it is handed, keeps a record of all of it, and tells what it answers and when. Time is told.
 */
import type { Answered, Brought, Handed, Moment, Reported, Shown, Span } from './chronicle.ts'
import { Dice } from './dice.ts'
import type { Manners } from './plot/plot.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

export type Answer = { readonly kind: 'answer'; readonly at: Moment } & Omit<Answered, 'at'>
export type Report = { readonly kind: 'receipt'; readonly at: Moment } & Omit<Brought, 'at' | 'kept'> & {
    readonly number: string
    readonly submittedAt: Moment
  }
export type Happening = Answer | Report

/** What becomes of one message. */
interface Fate {
  readonly answer: Answered['state'] | 'none'
  readonly answerMs: number
  /** Null when the centre has not got it. */
  readonly outcome: { readonly of: Brought['outcome'] | 'vanished'; readonly afterMs: number } | null
  /** When each receipt is brought, after the outcome. */
  readonly receiptsMs: readonly number[]
}

export interface Behaviour {
  readonly seed: string
  readonly gateway: string
  readonly manners: Manners
  readonly closed: readonly Span[]
  readonly silent: readonly Span[]
}

export class Centre {
  readonly handed: Handed[] = []
  readonly shown: Shown[] = []
  readonly reported: Reported[] = []
  readonly #behaviour: Behaviour
  #coming: Happening[] = []

  constructor(behaviour: Behaviour) {
    this.#behaviour = behaviour
  }

  get gateway(): string {
    return this.#behaviour.gateway
  }

  isClosed(now: Moment): boolean {
    return this.#behaviour.closed.some(span => span.from <= now && now < span.until)
  }

  /** When it takes messages again; null when it does now. */
  opensAt(now: Moment): Moment | null {
    return this.#behaviour.closed.find(span => span.from <= now && now < span.until)?.until ?? null
  }

  submit(message: Handed): void {
    this.handed.push(message)
    const { attempt, account, number, at } = message
    const fate = this.#fateOf(message)
    const about = { attempt, account }
    if (fate.answer !== 'none') {
      this.#coming.push({ kind: 'answer', ...about, state: fate.answer, at: at + fate.answerMs })
    }
    if (fate.outcome === null) return
    const { of, afterMs } = fate.outcome
    if (of === 'delivered') this.shown.push({ ...about, at: at + afterMs })
    if (of === 'vanished') return
    if (fate.receiptsMs.length > 0) this.reported.push({ ...about, outcome: of, at: at + afterMs })
    for (const more of fate.receiptsMs) {
      this.#coming.push({
        kind: 'receipt',
        ...about,
        outcome: of,
        at: at + afterMs + more,
        number,
        submittedAt: at,
      })
    }
  }

  next(): Moment | null {
    return this.#coming.reduce<Moment | null>(
      (least, one) => (least === null || one.at < least ? one.at : least),
      null,
    )
  }

  /** What happens by now, in order; it is given away once. */
  take(now: Moment): readonly Happening[] {
    const due = this.#coming.filter(one => one.at <= now)
    this.#coming = this.#coming.filter(one => one.at > now)
    return due.sort((a, b) => a.at - b.at)
  }

  /** For those who do not wait for answers: the one about this attempt, null when there will be none. */
  answerTo(message: Pick<Handed, 'account' | 'attempt'>): Answer | null {
    const { account, attempt } = message
    const answer = this.#coming.find(
      (one): one is Answer => one.kind === 'answer' && one.account === account && one.attempt === attempt,
    )
    if (answer !== undefined) this.#coming.splice(this.#coming.indexOf(answer), 1)
    return answer ?? null
  }

  /** The engine could not keep this receipt: it is brought again. */
  again(report: Report, now: Moment): void {
    this.#coming.push({ ...report, at: now + minute })
  }

  #fateOf({ attempt, account, at, validUntil }: Handed): Fate {
    const { seed, manners, silent } = this.#behaviour
    const dice = new Dice(`fate ${seed} ${account} ${attempt}`)
    const answer = this.#answer(dice)
    const answerMs = dice.between(0, 800)
    const isMute = silent.some(span => span.from <= at && at < span.until)
    if (answer === 'refused' || answer === 'returned' || answer === 'lost') {
      return {
        answer: answer === 'lost' || isMute ? 'none' : answer,
        answerMs,
        outcome: null,
        receiptsMs: [],
      }
    }
    const outcome = outcomeOf(dice, manners, { at, validUntil })
    const isEarly = outcome.afterMs < 9 * second && dice.happens(manners.receiptEarly)
    return {
      answer: answer === 'mute' || isMute ? 'none' : 'accepted',
      answerMs: isEarly ? outcome.afterMs + 5 * second : answerMs,
      outcome,
      receiptsMs: isMute ? [] : receiptsOf(dice, manners),
    }
  }

  #answer(dice: Dice): Answered['state'] | 'mute' | 'lost' {
    const { returned, refused, muteTaken, muteLost } = this.#behaviour.manners
    const roll = dice.fraction()
    if (roll < returned) return 'returned'
    if (roll < returned + refused) return 'refused'
    if (roll < returned + refused + muteTaken) return 'mute'
    return roll < returned + refused + muteTaken + muteLost ? 'lost' : 'accepted'
  }
}

/** A centre shows nothing after its validity has ended. */
function outcomeOf(
  dice: Dice,
  manners: Manners,
  message: { readonly at: Moment; readonly validUntil: Moment },
): NonNullable<Fate['outcome']> {
  const roll = dice.fraction()
  if (roll < manners.vanished) return { of: 'vanished', afterMs: 0 }
  const soon = dice.between(second, 20 * second)
  if (roll < manners.vanished + manners.failed) return { of: 'failed', afterMs: soon }
  const isSlow = roll < manners.vanished + manners.failed + manners.slow
  const afterMs = isSlow ? dice.between(20 * minute, 20 * hour) : soon
  const livesMs = message.validUntil - message.at
  return afterMs < livesMs ? { of: 'delivered', afterMs } : { of: 'expired', afterMs: Math.max(0, livesMs) }
}

function receiptsOf(dice: Dice, manners: Manners): readonly number[] {
  if (dice.happens(manners.receiptLost)) return []
  const first = dice.happens(manners.receiptLate)
    ? dice.between(minute, 15 * hour)
    : dice.between(0, 3 * second)
  return dice.happens(manners.receiptTwice) ? [first, first + dice.between(0, hour)] : [first]
}
