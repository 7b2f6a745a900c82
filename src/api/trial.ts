/** The API over a fake inbox and a fake desk, with one key per set of scopes: for tests. */
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { FakeInbox } from '../intake/fake-inbox.ts'
import type { Api } from './api.ts'
import { cookieName } from './cookie.ts'
import type { Desk } from './desk.ts'
import { fakeDesk } from './fake-desk.ts'
import type { KeyRecord, Scope } from './keys.ts'
import { keyHash, keyText, scopes } from './keys.ts'
import { LiveHub } from './live-hub.ts'
import { logOptions } from './log.ts'
import type { Role } from './roles.ts'
import type { ApiParts } from './server.ts'
import { buildApi } from './server.ts'
import type { SessionRecord } from './sessions.ts'
import { newToken, tokenHash } from './sessions.ts'

export interface Trial {
  readonly api: Api
  readonly inbox: FakeInbox
  readonly desk: Desk
  readonly metrics: Registry
  /** Everything logged so far. */
  readonly logged: string[]
  readonly pauses: number[]
  /** A key of exactly these scopes. */
  key(...of: readonly Scope[]): string
  /** The headers of somebody who is signed in with this role, for requests that change something too. */
  staff(
    role: Role,
    more?: Partial<SessionRecord>,
  ): { readonly cookie: string; readonly 'x-kairos-csrf': string }
}

export async function openTrial(parts: Partial<ApiParts> = {}): Promise<Trial> {
  const inbox = new FakeInbox()
  const desk = fakeDesk()
  const metrics = new Registry()
  const logged: string[] = []
  const pauses: number[] = []
  const log = pino({ ...logOptions, level: 'trace' }, { write: line => void logged.push(line) })
  const keys = { find: async (hash: string) => records.get(hash) ?? null }
  const find = async (hash: string) => sessions.get(hash) ?? null
  const signedIn = { find, rotate: async () => true, seen: async () => undefined }
  const wait = async (ms: number) => void pauses.push(ms)
  const api = await buildApi({
    inbox,
    desk,
    keys,
    sessions: signedIn,
    metrics,
    log,
    wait,
    now: () => now,
    hosts: ['localhost'],
    // An answer that does not end cannot be injected: whoever tests the feed brings a hub.
    hub: new LiveHub('trial', { listenersMax: 0 }),
    ...parts,
  })
  return { api, inbox, desk, metrics, logged, pauses, key: (...of) => keyOf(of), staff: staffOf }
}

const now = Date.UTC(2026, 10, 20)
const sessions = new Map<string, SessionRecord>()

function staffOf(role: Role, more: Partial<SessionRecord> = {}): ReturnType<Trial['staff']> {
  const token = newToken()
  const hash = tokenHash(token)
  const csrf = `csrf-${role}`
  const moments = { formerUntil: 0, createdAt: now, rotatedAt: now, seenAt: now }
  const person = { name: role, displayName: role, roles: [role], territories: [], locale: 'en' as const }
  const made = { id: `s-${role}`, csrf, tokenHash: hash, formerHash: null, mustChangePassword: false }
  sessions.set(hash, { ...made, ...person, ...moments, ...more })
  return { cookie: `${cookieName}=${token}`, 'x-kairos-csrf': csrf }
}

const records = new Map<string, KeyRecord>()

function keyOf(of: readonly Scope[]): string {
  const bits = scopes.reduce((sum, scope, at) => sum + (of.includes(scope) ? 2 ** at : 0), 0)
  const key = keyText(new Uint8Array(32).fill(bits % 256).fill(bits >> 8, 16))
  const hash = keyHash(key)
  records.set(hash, { id: `k${bits}`, name: `trial-${bits}`, scopes: of, hash })
  return key
}
