/**
 * Staff who come in through a provider of identities. The account is found by issuer and subject; at the first time by its
 * name, where nobody else has come in by it. Where roles follow a claim, an account that nobody made is made, and its
 * roles and territories are the provider's at each signing in; accounts made here keep theirs.
 */
import { randomBytes } from 'node:crypto'
import type { Desk } from '../../api/desk.ts'
import type { ProviderReturn, SignInFailure } from '../../api/provider-sign-in.ts'
import { lastStanding, type Role } from '../../api/roles.ts'
import { staffBody } from '../../api/shapes/staff.ts'
import type { Statement } from '../../store/database.ts'
import { endSessions } from '../../store/staff-session.ts'
import {
  bindSubject,
  findStaff,
  findStaffBySubject,
  insertStaff,
  lockStaff,
  manageByProvider,
  requireHolder,
  setPassword,
  type StaffRow,
  updateStaff,
} from '../../store/staff.ts'
import { AddressBackOff } from '../staff/back-off.ts'
import {
  type Errand,
  type Identity,
  type IdentityProvider,
  ProviderError,
} from '../staff/identity-provider.ts'
import { hashPassword } from '../staff/password.ts'
import { audited, nobody } from './audit.ts'
import type { DeskParts } from './parts.ts'
import { committed, newSession, type SessionsParts, wellFormed } from './sessions.ts'
import { isSameList, takenBy } from './staff.ts'

export interface ProviderParts extends SessionsParts, Pick<DeskParts, 'log'> {
  readonly provider: IdentityProvider | null
}

type Functions = Pick<Desk, 'signInWays' | 'beginProviderSignIn' | 'endProviderSignIn'>

/** Long enough to find one's telephone for the second factor. */
const ticketMs = 10 * 60_000
const ticketPlace = 'cookie/ticket'

type Ticket = Errand & { readonly until: number }

const failed = (failure: SignInFailure['failure']): SignInFailure => ({ failure })

export function providerDesk(parts: ProviderParts): Functions {
  const { provider, vault, clock, log } = parts
  const signInWays: Functions['signInWays'] = async () => ({
    provider: provider === null ? null : { label: provider.settings.label ?? null },
  })
  if (provider === null)
    return {
      signInWays,
      beginProviderSignIn: async () => null,
      endProviderSignIn: async () => failed('expired'),
    }
  const entrance = new Entrance(parts, provider)
  const orFailure = async <T>(work: () => Promise<T>): Promise<T | SignInFailure> => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      log.warn({ why: error.message }, 'nobody was signed in by the provider of identities')
      return failed(error.kind)
    }
  }
  return {
    signInWays,
    beginProviderSignIn: redirectUri =>
      orFailure(async () => {
        const { url, errand } = await provider.begin(provider.settings.redirectUri ?? redirectUri)
        const ticket: Ticket = { ...errand, until: clock.now() + ticketMs }
        const sealed = vault.sealHouse(JSON.stringify(ticket), ticketPlace)
        return { url, ticket: Buffer.from(sealed).toString('base64url') }
      }),
    endProviderSignIn: came => orFailure(() => entrance.enter(came)),
  }
}

interface Came extends Identity {
  readonly address: string
}

class Entrance {
  readonly #parts: ProviderParts
  readonly #provider: IdentityProvider
  readonly #addresses = new AddressBackOff()

  constructor(parts: ProviderParts, provider: IdentityProvider) {
    this.#parts = parts
    this.#provider = provider
  }

  async enter({ ticket, query, address }: ProviderReturn): Promise<{ token: string } | SignInFailure> {
    const { clock, turnstile } = this.#parts
    if (this.#addresses.begin(address, clock.now()) !== null) return failed('too-many-attempts')
    const errand = this.#errandOf(ticket)
    // Another window's, or somebody else's, who would have this browser signed in as themselves.
    if (errand === null || new URLSearchParams(query).get('state') !== errand.state) return failed('expired')
    const identity = await this.#provider.end(errand, query).catch((error: unknown) => {
      // No attempt on an account: the person thought better of it, or the provider did not answer.
      if (error instanceof ProviderError && error.kind !== 'refused') this.#addresses.takeBack(address)
      throw error
    })
    const entered = await turnstile.pass(() => this.#admit({ ...identity, address }))
    if ('refusal' in entered) return failed('too-many-attempts')
    if ('token' in entered) this.#addresses.forget(address)
    return entered
  }

  #errandOf(ticket: string | null): Errand | null {
    if (ticket === null) return null
    const { vault, clock } = this.#parts
    try {
      const read = vault.unsealHouse(Buffer.from(ticket, 'base64url'), ticketPlace)
      const errand = JSON.parse(read) as Ticket
      return clock.now() < errand.until ? errand : null
    } catch {
      // Not one of ours, or of before another master key.
      return null
    }
  }

  async #admit(came: Came): Promise<{ token: string } | SignInFailure> {
    const { address } = came
    const row = await this.#accountOf(came)
    if (row === 'taken') return this.#turnAway('unknown-account', address)
    if (row !== null && row.disabledAt !== null) return this.#turnAway('disabled', address, row)
    if (row !== null && !row.oidcManaged) return this.#begin(row, came, [])
    const mapped = mappedOf(came, this.#provider)
    if (mapped === null) return this.#turnAway('unknown-account', address)
    if (mapped.roles.length === 0) return this.#turnAway('no-role', address, row)
    if (row !== null) return this.#begin(row, came, this.#following(row, mapped))
    return this.#make(came, mapped)
  }

  /** By subject; else by name, where no subject has it yet. */
  async #accountOf(identity: Identity): Promise<StaffRow | 'taken' | null> {
    const { database } = this.#parts
    const known = await findStaffBySubject(database, identity.subject)
    if (known !== null) return known
    const row = await findStaff(database, nameIn(identity, this.#provider) ?? '')
    return row !== null && row.oidcSubject !== null ? 'taken' : row
  }

  /** Whom the provider gives nothing any more keeps no session here either. */
  async #turnAway(failure: SignInFailure['failure'], address: string, row: StaffRow | null = null) {
    const { database, clock } = this.#parts
    const details = { address, by: 'provider', why: failure }
    const deed = { action: 'session.refused', object: row?.name ?? 'unknown name', details }
    await database.transact([
      ...(row === null ? [] : [endSessions(row.name, '')]),
      audited(nobody, clock.now(), deed),
    ])
    return failed(failure)
  }

  /** Roles and territories as the provider has them now. */
  #following(row: StaffRow, mapped: Mapped): readonly Statement[] {
    const isSame = isSameList(mapped.roles, row.roles) && isSameList(mapped.territories, row.territories)
    if (isSame) return []
    const wasLast = row.roles.includes(lastStanding)
    const deed = { action: 'staff.change', object: row.name, details: { ...mapped, by: 'provider' } }
    return [
      lockStaff,
      updateStaff(row.name, { ...row, ...mapped }),
      ...(wasLast ? [requireHolder(lastStanding)] : []),
      endSessions(row.name, ''),
      audited(nobody, this.#parts.clock.now(), deed),
    ]
  }

  async #begin(row: StaffRow, { subject, address }: Came, first: readonly Statement[]) {
    const { database, clock, sessionLimits } = this.#parts
    const now = clock.now()
    const { token, begin } = newSession(row.name, now, sessionLimits)
    const details = { address, by: 'provider' }
    const isIn = await committed(database, [
      ...first,
      bindSubject(row.name, subject),
      // Who comes in this way was never told the password for one use: it is void.
      ...(row.mustChange ? [setPassword(row.name, { password: await noPassword(), mustChange: false })] : []),
      ...begin,
      audited({ kind: 'staff', name: row.name }, now, { action: 'session.begin', object: row.name, details }),
    ])
    return isIn ? { token } : this.#turnAway('refused', address, null)
  }

  async #make(came: Came, mapped: Mapped) {
    const { address } = came
    const name = nameIn(came, this.#provider)
    if (name === null || (await takenBy(this.#parts, name)) !== null)
      return this.#turnAway('unknown-account', address)
    const createdAt = this.#parts.clock.now()
    const { data: profile } = staffBody.safeParse({ name, ...mapped, displayName: displayNameIn(came) })
    if (profile === undefined) return this.#turnAway('unknown-account', address)
    const password = await noPassword()
    const row = {
      ...profile,
      displayName: profile.displayName ?? name,
      password,
      mustChange: false,
      createdAt,
    }
    const deed = { action: 'staff.create', object: name, details: { ...mapped, by: 'provider' } }
    const made = [insertStaff(row), manageByProvider(name), audited(nobody, createdAt, deed)]
    return this.#begin({ ...unbound, ...row }, came, made)
  }
}

const unbound = {
  totpEnc: null,
  totpNextEnc: null,
  totpStep: 0,
  oidcSubject: null,
  oidcManaged: true,
  disabledAt: null,
} as const

/** Nobody knows it. */
const noPassword = (): Promise<string> => hashPassword(randomBytes(32).toString('base64'))

interface Mapped {
  readonly roles: readonly Role[]
  readonly territories: readonly string[]
}

const textsOf = (value: unknown): readonly string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string')

const everywhere = 'everywhere'

/**
 * What the claims open here; null where roles do not follow a claim. Where territories should be told and are not, or
 * are none of ours, nothing opens: nobody sees everywhere for want of a word.
 */
function mappedOf({ claims }: Identity, { settings }: IdentityProvider): Mapped | null {
  const { rolesClaim, roles: mapping, territoriesClaim } = settings
  if (rolesClaim === undefined || mapping === undefined) return null
  const held = textsOf(claims[rolesClaim]).filter(value => Object.hasOwn(mapping, value))
  const roles = [...new Set(held.flatMap(value => mapping[value]!))]
  if (territoriesClaim === undefined) return { roles, territories: [] }
  const told = textsOf(claims[territoriesClaim])
  if (told.includes(everywhere)) return { roles, territories: [] }
  const territories = staffBody.shape.territories.safeParse(told)
  const isTold = territories.success && told.length > 0
  return { roles: isTold ? roles : [], territories: told }
}

function nameIn({ claims }: Identity, { settings }: IdentityProvider): string | null {
  const value = claims[settings.nameClaim]
  const name = typeof value === 'string' ? value.trim().toLowerCase() : ''
  return wellFormed.test(name) ? name : null
}

const displayNameIn = ({ claims }: Identity): string | undefined =>
  typeof claims['name'] === 'string' && claims['name'] !== '' ? claims['name'].slice(0, 80) : undefined
