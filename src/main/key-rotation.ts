/**
 * Changing the master key: every customer's key is wrapped anew, and what belongs to no customer sealed anew, in slices
 * that may be broken off anywhere. No engine may be at work meanwhile: each slice also moves the fence on, so that one that
 * comes, or was overlooked, ends the change or is ended by it, and nothing is ever under a key that nobody has.
 */
import type { Instant } from '../core/units.ts'
import { rawPlace } from '../engine/turn/personal.ts'
import type { Database, Statement } from '../store/database.ts'
import { heldGateways } from '../store/gateway-lease.ts'
import {
  asidesToSeal,
  beforeFirst,
  beginRotation,
  countSealed,
  endRotation,
  personsToWrap,
  readRotation,
  type RotationRow,
  type SealedCount,
  sealAsides,
  type SealedSecrets,
  staffSecrets,
  wrapPersons,
} from '../store/key-rotation.ts'
import { type Fence, moveOn, takeShards } from '../store/shard.ts'
import type { Vault } from '../store/vault.ts'
import { audited, itself } from './desk/audit.ts'
import { secretPlace } from './desk/second-factor.ts'
import { CommandError, exitCodes } from './exit.ts'

export interface RotationAsk {
  readonly database: Database
  readonly from: Vault
  readonly to: Vault
  readonly now: () => Instant
  /** Opens everything, and writes nothing. */
  readonly dry: boolean
  readonly sliceMax: number
  at(done: number, total: number): void
}

export interface Rotated extends SealedCount {
  readonly from: string
  readonly to: string
  readonly dry: boolean
  /** What was done before it was broken off is not counted again. */
  readonly resumed: boolean
}

/** @throws CommandError when an engine is at work, or another change has begun */
export async function rotateKey(ask: RotationAsk): Promise<Rotated> {
  const { database, from, to, dry } = ask
  if (from.keyId === to.keyId) throw setup(`${to.keyId} is the present master key: name another`)
  const begun = await readRotation(database)
  if (begun !== null && begun.keyId !== to.keyId)
    throw setup(`a change to the master key ${begun.keyId} has begun: name its file with --new-key-file`)
  const count = await countSealed(database, { keyId: to.keyId, asideSeq: begun?.asideSeq ?? 0 })
  const work = dry ? new Work(ask, count, null) : new Work(ask, count, await begin(ask, begun))
  await work.persons()
  await work.asides(begun?.asideSeq ?? 0)
  await work.end()
  return { from: from.keyId, to: to.keyId, dry, resumed: begun !== null, ...count }
}

const setup = (message: string): CommandError => new CommandError(exitCodes.setup, message)

async function begin(ask: RotationAsk, begun: RotationRow | null): Promise<readonly Fence[]> {
  const { database, from, to, now } = ask
  const held = database.kind === 'embedded' ? [] : await heldGateways(database, now())
  if (held.length > 0)
    throw setup(
      `an engine is at work on this database (it holds ${held.join(', ')}): stop it first; if it died, wait 30 s`,
    )
  if (begun === null) {
    const deed = { action: 'master-key.begin', object: to.keyId, details: { from: from.keyId } }
    await database.transact([beginRotation(to.keyId, now()), audited(itself, now(), deed)])
  }
  return takeShards(database)
}

class Work {
  readonly #ask: RotationAsk
  readonly #total: number
  #done = 0
  /** Null: nothing is written. */
  #fences: readonly Fence[] | null

  constructor(ask: RotationAsk, count: SealedCount, fences: readonly Fence[] | null) {
    this.#ask = ask
    this.#fences = fences
    this.#total = count.persons + count.asides + count.secrets
  }

  async persons(): Promise<void> {
    const { database, from, to, sliceMax: rowsMax } = this.#ask
    for (let last = beforeFirst; ;) {
      const rows = await personsToWrap(database, { keyId: to.keyId, from: last, rowsMax })
      if (rows.length === 0) return
      const wrapped = rows.map(row => {
        const keyEnc = opened(`the key of account ${row.account}`, () =>
          from.rewrap(to, row.account, row.keyEnc),
        )
        return { ...row, keyEnc }
      })
      await this.#commit([wrapPersons(wrapped, to.keyId)], rows.length)
      last = rows.at(-1)!
    }
  }

  async asides(after: number): Promise<void> {
    const { database, from, to, sliceMax } = this.#ask
    for (let last = after; ;) {
      const rows = await asidesToSeal(database, last, sliceMax)
      if (rows.length === 0) return
      const sealed = rows.map(({ seq, time, raw }) => ({
        seq,
        time,
        raw: opened(`event ${seq} set aside`, () => from.reseal(to, raw, rawPlace(time))),
      }))
      await this.#commit(sealAsides(sealed), rows.length)
      last = rows.at(-1)!.seq
    }
  }

  async end(): Promise<void> {
    const { database, from, to, now } = this.#ask
    const secrets = (await staffSecrets(database)).map(row => this.#resealed(row))
    const deed = { action: 'master-key.rotate', object: to.keyId, details: { from: from.keyId } }
    const last = endRotation(to.keyId, from.indexKeyFor(to), secrets)
    await this.#commit([...last, audited(itself, now(), deed)], secrets.length)
  }

  #resealed({ name, totpEnc, totpNextEnc }: SealedSecrets): SealedSecrets {
    const { from, to } = this.#ask
    const anew = (sealed: Uint8Array | null): Uint8Array | null =>
      sealed === null
        ? null
        : opened(`the second factor of ${name}`, () => from.reseal(to, sealed, secretPlace(name)))
    return { name, totpEnc: anew(totpEnc), totpNextEnc: anew(totpNextEnc) }
  }

  async #commit(statements: readonly Statement[], rows: number): Promise<void> {
    const fences = this.#fences
    if (fences !== null) {
      await this.#ask.database
        .transact([moveOn(fences), ...statements])
        .catch((error: Error & { kind?: string }) => {
          if (error.kind !== 'conflict-of-rows') throw error
          throw setup(
            `an engine has begun to work on this database: stop it, and "kairos key rotate" goes on (${error.message})`,
          )
        })
      this.#fences = fences.map(fence => ({ ...fence, turn: fence.turn + 1 }))
    }
    this.#done += rows
    this.#ask.at(this.#done, this.#total)
  }
}

/** What does not open would be lost with the former key: nothing goes on before somebody has looked. */
function opened<T>(what: string, open: () => T): T {
  try {
    return open()
  } catch (error) {
    throw new CommandError(
      exitCodes.failed,
      `${what} does not open under the present master key (${(error as Error).message}): restore it from a backup, then go on`,
    )
  }
}
