/**
 * A database that breaks its word now and then: it is in trouble before the commit, it commits and the answer is lost, or the
 * whole process dies before, within or after a transaction. Each of it by the seed.
 */
import { type Database, DatabaseError, type Row, type Statement } from '../../../src/store/database.ts'
import type { Moment } from '../chronicle.ts'
import type { Dice } from '../dice.ts'
import type { Crash } from '../plot/plot.ts'
import type { RealFlaw } from './flaw.ts'
import { Died, type Process } from './process.ts'

/** Shares of transactions. */
const troubleBefore = 0.004
const answerLost = 0.004
const readFails = 0.001

export interface Trouble {
  readonly dice: Dice
  readonly now: () => Moment
  /** From then on nothing dies any more. */
  readonly quietFrom: Moment
  /** Those still to come, in order of time; each is taken once. */
  readonly crashes: Crash[]
  readonly process: Process
  readonly flaw: RealFlaw | null
}

export class FaultyDatabase implements Database {
  readonly kind: Database['kind']
  readonly #inner: Database
  readonly #trouble: Trouble
  #underWay = 0
  /** What failed by trouble is surely tried again by a call of this kind. */
  #awaited: 'read' | 'transact' | null = null

  constructor(inner: Database, trouble: Trouble) {
    this.kind = inner.kind
    this.#inner = inner
    this.#trouble = trouble
  }

  /** Something is under way, or surely will be. */
  get isBusy(): boolean {
    return this.#underWay > 0 || this.#awaited !== null
  }

  transact(statements: readonly Statement[]): Promise<Row[][]> {
    if (this.#awaited === 'transact') this.#awaited = null
    return this.#call(() => this.#transact(statements))
  }

  read<T>(statement: Statement): Promise<T[]> {
    if (this.#awaited === 'read') this.#awaited = null
    return this.#call(() => {
      if (this.#trouble.dice.happens(readFails)) throw this.#fail('retry', 'read')
      return this.#inner.read<T>(statement)
    })
  }

  snapshot(statements: readonly Statement[]): Promise<Row[][]> {
    return this.#call(() => this.#inner.snapshot(statements))
  }

  exec(sql: string): Promise<void> {
    return this.#call(() => this.#inner.exec(sql))
  }

  maintain(): Promise<void> {
    return this.#call(() => this.#inner.maintain())
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  async #call<T>(work: () => Promise<T>): Promise<T> {
    const { process } = this.#trouble
    if (process.isDying) process.die()
    if (!process.isAlive) throw new Died()
    this.#underWay += 1
    try {
      return await work()
    } finally {
      this.#underWay -= 1
    }
  }

  async #transact(statements: readonly Statement[]): Promise<Row[][]> {
    const { dice, flaw, process } = this.#trouble
    const crash = this.#crashIn(statements)
    if (crash?.point === 'before-commit') await this.#tear(statements)
    if (crash?.point === 'before-commit') process.die()
    if (!process.isAlive) throw new Died()
    if (crash === null && dice.happens(troubleBefore))
      throw this.#fail(dice.pick(['retry', 'unknown-outcome']), 'transact')
    const isLost = (text: string): boolean => flaw === 'loses-agenda' && text.includes('insert into agenda')
    const rows = await this.#inner.transact(statements.filter(({ text }) => !isLost(text)))
    if (crash?.point === 'after-commit') process.die()
    if (crash?.point === 'half-handed') process.dieAfterSubmits(dice.between(0, 2))
    if (!process.isAlive) throw new Died()
    if (crash === null && dice.happens(answerLost)) throw this.#fail('unknown-outcome', 'read')
    return rows
  }

  /** A crash in the midst of handing over waits for something to hand over. */
  #crashIn(statements: readonly Statement[]): Crash | null {
    const { crashes, now, quietFrom } = this.#trouble
    const [crash] = crashes
    if (crash === undefined || crash.at > now() || now() > quietFrom) return null
    const isSending = statements.some(({ text }) => text.includes('insert into attempt'))
    return crash.point === 'half-handed' && !isSending ? null : crashes.shift()!
  }

  /** Some of the statements were executed when the process died: none of them may stand. */
  async #tear(statements: readonly Statement[]): Promise<void> {
    const done = statements.slice(0, this.#trouble.dice.between(0, statements.length))
    await this.#inner.transact([...done, { text: 'select 1 / 0', values: [] }]).catch(() => undefined)
  }

  #fail(kind: 'retry' | 'unknown-outcome', awaited: 'read' | 'transact'): DatabaseError {
    this.#awaited = awaited
    return new DatabaseError(kind, 'planted trouble')
  }
}
