/**
 * Signing in and out. What is told to whoever fails is always the same, takes as long, and is counted alike, whether
 * somebody of that name exists or not.
 */
import { randomUUID } from 'node:crypto'
import type { StaffActor } from '../../api/actor.ts'
import type { Desk } from '../../api/desk.ts'
import type { Refusal } from '../../api/refusal.ts'
import { isRole, scopesOf } from '../../api/roles.ts'
import { newToken, type SessionLimits, tokenHash } from '../../api/sessions.ts'
import type { Instant } from '../../core/units.ts'
import { DatabaseError, type Statement } from '../../store/database.ts'
import { beginAttempt, forgetAttempts, takeBackAttempt } from '../../store/sign-in-attempt.ts'
import { clearSessions, endSession, endSessions, insertSession } from '../../store/staff-session.ts'
import { findStaff, setPassword, type StaffRow, upgradePassword, useTotp } from '../../store/staff.ts'
import { AddressBackOff, attemptLimits } from '../staff/back-off.ts'
import { hashPassword, isOutdated, isPassword, weaknessOf } from '../staff/password.ts'
import { stepOf } from '../staff/totp.ts'
import type { Turnstile } from '../staff/turnstile.ts'
import { audited, nobody } from './audit.ts'
import { type DeskParts, refuse } from './parts.ts'
import { openSecret } from './second-factor.ts'

export interface SessionsParts extends Pick<DeskParts, 'database' | 'vault' | 'clock'> {
  /** Hashing takes 19 MiB and a core for 21 ms each. */
  readonly turnstile: Turnstile
  readonly sessionLimits: SessionLimits
}

interface Asked {
  readonly name: string
  readonly password: string
  readonly code?: string | undefined
  readonly address: string
}

const refused = refuse('sign-in-refused', 'name, password or code is wrong')
export const wellFormed = /^[a-z][a-z0-9._-]{0,39}$/

export function sessionsDesk(parts: SessionsParts): Pick<Desk, 'signIn' | 'signOut' | 'changePassword'> {
  const desk = new SessionsDesk(parts)
  return {
    signIn: asked => parts.turnstile.pass(() => desk.signIn(asked)),
    signOut: actor => desk.signOut(actor),
    changePassword: (asked, actor) => parts.turnstile.pass(() => desk.changePassword(asked, actor)),
  }
}

class SessionsDesk {
  readonly #parts: SessionsParts
  readonly #addresses = new AddressBackOff()

  constructor(parts: SessionsParts) {
    this.#parts = parts
  }

  async signIn(asked: Asked) {
    const name = asked.name.trim().toLowerCase()
    const late = await this.#begin(name, asked.address)
    if (late !== null) return late
    const row = await this.#proved(name, asked.password)
    if (row === null) return this.#fail(name, asked.address)
    const step = this.#stepOf(row, asked.code)
    if (step === 'missing') {
      await this.#takeBack(name, asked.address)
      return refuse('code-needed', 'this account asks for the code of its authenticator as well')
    }
    if (step === 'wrong') return this.#fail(name, asked.address)
    return this.#enter(row, { ...asked, name }, step)
  }

  async signOut({ kind, name, session }: StaffActor): Promise<void> {
    const deed = { action: 'session.end', object: name }
    await this.#parts.database.transact([
      endSession(session),
      audited({ kind, name }, this.#parts.clock.now(), deed),
    ])
  }

  async changePassword(asked: { current: string; next: string; address: string }, actor: StaffActor) {
    const { name, session } = actor
    const weakness = weaknessOf(asked.next, name)
    if (weakness !== null) return refuse('weak-password', weakness, 'next')
    if (asked.next === asked.current) return refuse('weak-password', 'it is the same as before', 'next')
    const late = await this.#begin(name, asked.address)
    if (late !== null) return late
    const row = await this.#proved(name, asked.current)
    if (row === null) return this.#fail(name, asked.address)
    const password = await hashPassword(asked.next)
    await this.#parts.database.transact([
      upgradePassword(name, row.password, password),
      setPassword(name, { password, mustChange: false }),
      endSessions(name, session),
      forgetAttempts(this.#hashOf(name)),
      audited(actor, this.#parts.clock.now(), { action: 'password.change', object: name }),
    ])
    this.#addresses.forget(asked.address)
    return {}
  }

  /** Counts an attempt; a refusal when this name or address has had too many. */
  async #begin(name: string, address: string): Promise<Refusal | null> {
    const now = this.#parts.clock.now()
    const byAddress = this.#addresses.begin(address, now)
    if (byAddress !== null) return tooMany(byAddress, now)
    const ask = { ...attemptLimits, nameHash: this.#hashOf(name), attempt: randomUUID(), at: now }
    const byName = await beginAttempt(this.#parts.database, ask)
    return byName === null ? null : tooMany(byName, now)
  }

  async #takeBack(name: string, address: string): Promise<void> {
    this.#addresses.takeBack(address)
    await this.#parts.database.transact([takeBackAttempt(this.#hashOf(name))])
  }

  /** Whoever has this name and password and may sign in. */
  async #proved(name: string, password: string): Promise<StaffRow | null> {
    const row = await findStaff(this.#parts.database, wellFormed.test(name) ? name : '')
    const isRight = await isPassword(password, row?.password ?? null)
    return isRight && row !== null && row.disabledAt === null ? row : null
  }

  /** What was typed as name is kept only where somebody has it. */
  async #fail(name: string, address: string): Promise<Refusal> {
    const { database, clock } = this.#parts
    const row = await findStaff(database, wellFormed.test(name) ? name : '')
    const deed = { action: 'session.refused', object: row?.name ?? 'unknown name', details: { address } }
    await database.transact([audited(nobody, clock.now(), deed)])
    return refused
  }

  #stepOf(row: StaffRow, code: string | undefined): number | null | 'missing' | 'wrong' {
    if (row.totpEnc === null) return null
    if (code === undefined) return 'missing'
    const secret = openSecret(this.#parts.vault, row.name, row.totpEnc)
    return stepOf(secret, code, { now: this.#parts.clock.now(), after: row.totpStep }) ?? 'wrong'
  }

  async #enter(row: StaffRow, { name, password, address }: Asked, step: number | null) {
    const { database, clock } = this.#parts
    const now = clock.now()
    const kept = isOutdated(row.password) ? await hashPassword(password) : row.password
    const { token, csrf, begin } = newSession(name, now, this.#parts.sessionLimits)
    const done = await committed(database, [
      // Unless the password was changed or taken away meanwhile.
      { ...upgradePassword(name, row.password, kept), rows: 1 },
      ...(step === null ? [] : [useTotp(name, step)]),
      forgetAttempts(this.#hashOf(name)),
      ...begin,
      audited({ kind: 'staff', name }, now, { action: 'session.begin', object: name, details: { address } }),
    ])
    if (!done) return this.#fail(name, address)
    this.#addresses.forget(address)
    return { token, csrf, staff: profileOf(row) }
  }

  #hashOf(name: string): Uint8Array {
    return this.#parts.vault.numberHash(`sign-in/${name}`)
  }
}

/** A session that begins now, and what writes it down. */
export function newSession(staff: string, now: Instant, { idleMs, absoluteMs }: SessionLimits) {
  const token = newToken()
  const [id, csrf] = [newToken(), newToken()]
  const moments = { createdAt: now, rotatedAt: now, seenAt: now }
  const begin: readonly Statement[] = [
    clearSessions(staff, { seenBefore: now - idleMs, createdBefore: now - absoluteMs }),
    insertSession({ id, staff, tokenHash: tokenHash(token), csrf, ...moments }),
  ]
  return { token, csrf, begin }
}

function tooMany(until: Instant, now: Instant): Refusal {
  const retryAfterS = Math.max(1, Math.ceil((until - now) / 1_000))
  return { ...refuse('too-many-attempts', `signing in is refused for ${retryAfterS} s`), retryAfterS }
}

/** False when one of the statements found that something had changed. */
export async function committed(
  database: DeskParts['database'],
  statements: readonly Statement[],
): Promise<boolean> {
  try {
    await database.transact(statements)
    return true
  } catch (error) {
    if (error instanceof DatabaseError && error.kind === 'conflict-of-rows') return false
    throw error
  }
}

function profileOf({ name, displayName, roles, territories, locale, mustChange }: StaffRow) {
  const held = roles.filter(isRole)
  return {
    name,
    displayName,
    roles: held,
    territories: [...territories],
    locale: localeOf(locale),
    scopes: [...scopesOf(held)],
    mustChangePassword: mustChange,
  }
}

export const localeOf = (text: string): 'zh-CN' | 'en' => (text === 'en' ? 'en' : 'zh-CN')
