/** The API over the real desk and a database of three customers, by a told clock; staff sign in as browsers do. */
import { pino } from 'pino'
import { Registry } from 'prom-client'
import type { Api } from '../../api/api.ts'
import { keyHash, keyText, type Scope } from '../../api/keys.ts'
import { logOptions } from '../../api/log.ts'
import type { Role } from '../../api/roles.ts'
import type { Arrival } from '../../core/event/arrival.ts'
import { buildApi } from '../../api/server.ts'
import { shardOf } from '../../core/account/shard.ts'
import { decide } from '../../core/decide.ts'
import type { Rulebook } from '../../core/rule/rule.ts'
import {
  arrival,
  item,
  newVault,
  noon,
  numberOf,
  opening,
  partsOn,
  surroundings,
  usage,
} from '../../engine/small-world-suite.ts'
import { Recent } from '../../engine/recent.ts'
import type { Item } from '../../engine/turn/item.ts'
import { replayed } from '../../engine/waiting.ts'
import { runTurn } from '../../engine/turn/turn.ts'
import { FakeInbox } from '../../intake/fake-inbox.ts'
import { insertApiKey } from '../../store/api-key.ts'
import type { Database } from '../../store/database.ts'
import { plannedUntil } from '../../store/reminder.ts'
import { insertStaff } from '../../store/staff.ts'
import type { Vault } from '../../store/vault.ts'
import type { IdentityProvider } from '../staff/identity-provider.ts'
import { hashPassword } from '../staff/password.ts'
import type { SurroundingsKeeper } from '../surroundings.ts'
import { buildDesk } from './desk.ts'
import { storedKeys } from './keys.ts'
import type { EnginePort } from './parts.ts'
import { storedSessions } from './stored-sessions.ts'

export const password = 'three words and 7'
let kept: Promise<string> | null = null

/** What a customer wrote. */
export const words = '我在人民医院'
const reply = arrival('reply.received', 'r1', {
  subject: { kind: 'number', number: numberOf('A1') },
  data: { channel: 'sms', text: words },
})

export interface Answer {
  readonly status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- what came over the wire, to be looked at by expect
  readonly body: any
  readonly headers: Readonly<Record<string, unknown>>
}

type Turns = Parameters<typeof runTurn>[0]

interface Asked {
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
  readonly address?: string
}

interface More {
  /** For those who ask for prices and names; the small world's own has none. */
  readonly rulebook?: Rulebook
  readonly provider?: IdentityProvider
}

export class Staffed {
  readonly clock: { now: number }
  readonly database: Database
  readonly vault: Vault
  readonly api: Api
  readonly logged: string[]

  readonly #turns: Turns
  readonly #more: More

  private constructor(
    parts: Pick<Staffed, 'clock' | 'api' | 'logged'> & {
      readonly turns: Turns
      readonly more: More
    },
  ) {
    this.#more = parts.more
    this.clock = parts.clock
    this.#turns = parts.turns
    this.database = parts.turns.database
    this.vault = parts.turns.vault
    this.api = parts.api
    this.logged = parts.logged
  }

  static async open(database: Database, more: More = {}): Promise<Staffed> {
    const vault = newVault()
    const turns = await partsOn(database, { vault })
    const elsewhere = opening('A3')
    const opened = [
      opening('A1'),
      opening('A2'),
      { ...elsewhere, data: { ...elsewhere.data, province: 'jiangsu', city: 'nanjing' } },
    ]
    await runTurn(
      turns,
      opened.map(fact => item(fact)),
    )
    await runTurn(turns, [item(usage('A1', 'u1')), item(usage('A3', 'u3')), item(reply)])
    return Staffed.#over(turns, { now: noon }, more)
  }

  /** One customer, about whom is really decided by these rules. */
  static async deciding(database: Database, rulebook: Rulebook): Promise<Staffed> {
    const around = { rulebook, versions: new Map([[rulebook.version, rulebook]]) }
    const surroundingsAt = () => ({ ...surroundings, ...around })
    const turns = await partsOn(database, { vault: newVault(), decide, surroundingsAt })
    await runTurn(turns, [item(opening('A1'))])
    return Staffed.#over(turns, { now: noon }, { rulebook })
  }

  async turn(...items: readonly Item[]): Promise<readonly string[]> {
    const { verdicts } = await runTurn(this.#turns, items)
    return items.map(one => verdicts.get(one)!.state)
  }

  /** What is due leaves and arrives. */
  async deliver(account: string): Promise<void> {
    const { now } = this.clock
    const dues = await plannedUntil(this.database, now)
    await this.turn(...dues.map(reminder => ({ kind: 'due' as const, now, reminder, gateway: 'g' })))
    const key = { shard: shardOf(account), account }
    const word = { kind: 'outcome' as const, now, ...key, outcome: 'delivered' as const, code: '', at: now }
    await this.turn(...dues.map(({ id }) => ({ ...word, attempt: `${id}#1`, stray: null })))
  }

  /** As after a start anew: what was in memory is gone. */
  static async #over(turns: Turns, clock: { now: number }, more: More): Promise<Staffed> {
    const { rulebook, provider = null } = more
    const { database, vault } = turns
    const logged: string[] = []
    const log = pino({ ...logOptions, level: 'trace' }, { write: line => void logged.push(line) })
    const told = { now: () => clock.now, elapsed: () => clock.now, sleep: async () => undefined }
    const desk = buildDesk({
      database,
      vault,
      clock: told,
      surroundings: {
        reload: async () => undefined,
        ruleIds: () => ['r1'],
        rulebookAt: (now: number) => rulebook ?? turns.surroundingsAt(now).rulebook,
      } as unknown as SurroundingsKeeper,
      engine: engineOf(turns, told.now),
      log,
      provider,
    })
    const api = await buildApi({
      inbox: new FakeInbox(),
      keys: storedKeys(database, told),
      sessions: storedSessions(database, told),
      desk,
      metrics: new Registry(),
      now: told.now,
      hosts: ['localhost'],
      log,
    })
    return new Staffed({ clock, turns, api, logged, more })
  }

  /** A fact that arrives, in a turn of its own. */
  async takes(fact: Arrival): Promise<void> {
    await runTurn(this.#turns, [item(fact, this.clock.now)])
  }

  restarted(): Promise<Staffed> {
    return Staffed.#over(this.#turns, this.clock, this.#more)
  }

  async ask(method: string, url: string, { body, headers, address }: Asked = {}): Promise<Answer> {
    const sent = {
      method: method as 'GET',
      url,
      headers: { ...headers },
      remoteAddress: address ?? '10.0.0.1',
    }
    const answer = await this.api.inject(body === undefined ? sent : { ...sent, payload: body })
    const { statusCode: status, headers: got } = answer
    return { status, body: answer.body === '' ? null : answer.json(), headers: got }
  }

  async key(name: string, ...scopes: readonly Scope[]): Promise<Browser> {
    const key = keyText(Buffer.from(name.padEnd(32, '.')))
    await this.database.transact([insertApiKey({ hash: keyHash(key), name, scopes, createdAt: noon })])
    return new Browser(this, { authorization: `Bearer ${key}` })
  }

  async hire(name: string, roles: readonly Role[], territories: readonly string[] = []): Promise<void> {
    kept ??= hashPassword(password)
    const person = { name, displayName: name, roles, territories, locale: 'en' }
    const statement = insertStaff({ ...person, password: await kept, mustChange: false, createdAt: noon })
    await this.database.transact([statement])
  }

  signIn(
    name: string,
    given = password,
    more: { readonly address?: string; readonly code?: string } = {},
  ): Promise<Answer> {
    const { address, ...rest } = more
    const body = { name, password: given, ...rest }
    return this.ask('POST', '/session', { body, ...(address === undefined ? {} : { address }) })
  }

  async browser(name: string, given = password): Promise<Browser> {
    const { status, body, headers } = await this.signIn(name, given)
    if (status !== 200) throw new Error(`${name} was not let in: ${JSON.stringify(body)}`)
    return new Browser(this, { cookie: cookieOf(headers), 'x-kairos-csrf': body.csrf })
  }

  /** Somebody new, signed in. */
  async as(name: string, roles: readonly Role[], territories: readonly string[] = []): Promise<Browser> {
    await this.hire(name, roles, territories)
    return this.browser(name)
  }

  /** `actor action object`, oldest first. */
  async audit(): Promise<readonly string[]> {
    const rows = await this.database.read<Record<'actor' | 'action' | 'object' | 'reason', string>>({
      text: 'select actor, action, object, reason from audit order by seq',
      values: [],
    })
    return rows.map(({ actor, action, object, reason }) => [actor, action, object, reason].join(' ').trim())
  }
}

const cookieOf = (headers: Answer['headers']): string => String(headers['set-cookie']).split(';', 1)[0]!

/** Keeps its cookie, as a browser does. */
export class Browser {
  readonly #staffed: Staffed
  #headers: Readonly<Record<string, string>>

  constructor(staffed: Staffed, headers: Readonly<Record<string, string>>) {
    this.#staffed = staffed
    this.#headers = headers
  }

  async ask(method: string, url: string, body?: object): Promise<Answer> {
    const sent = body === undefined ? {} : { body }
    const answer = await this.#staffed.ask(method, url, { ...sent, headers: this.#headers })
    if (answer.headers['set-cookie'] !== undefined)
      this.#headers = { ...this.#headers, cookie: cookieOf(answer.headers) }
    return answer
  }

  /** `200`, or status and code. */
  async status(method: string, url: string, body?: object): Promise<string> {
    const { status, body: said } = await this.ask(method, url, body)
    return status < 300 ? String(status) : `${status} ${said.code}`
  }
}

function engineOf(turns: Turns, now: () => number): EnginePort {
  return {
    gateways: [],
    drain: () => undefined,
    recent: new Recent(0),
    startedAt: noon,
    unanswered: () => 0,
    measured: () => [],
    async replay(seqs) {
      const items = await replayed(turns, seqs, noon)
      const { verdicts } = await runTurn(turns, items)
      return items.map(one => verdicts.get(one)!)
    },
    changed: () => undefined,
    state: () => ({ ok: true, note: 'running', queued: 0, lagMs: null, lastTurnAt: null }),
    async act(order) {
      const act = { kind: 'act' as const, now: now(), ...order }
      const { verdicts } = await runTurn(turns, [act])
      return verdicts.get(act)!
    },
    async erase(order) {
      const erasure = { kind: 'erasure' as const, now: noon, ...order }
      const { verdicts } = await runTurn(turns, [erasure])
      return verdicts.get(erasure)!
    },
  }
}
