/** A new installation, served with its console: there within seconds, and without a history. */
import type { Browser } from 'playwright-core'
import type { Role } from '../../src/api/roles.ts'
import { Place } from '../command-line/kairos.ts'
import { serve, type Server } from '../command-line/server.ts'
import { buildConsole, openBrowser, visit, type Watched } from './browser.ts'
import { enter } from './stage.ts'

const password = 'three words and 7'

export class Served {
  readonly place: Place
  readonly url: string
  readonly browser: Browser
  readonly #server: Server

  private constructor(server: Server, place: Place, browser: Browser) {
    this.#server = server
    this.url = server.url
    this.place = place
    this.browser = browser
  }

  static async open(): Promise<Served> {
    buildConsole()
    const place = new Place()
    const server = await serve(place)
    return new Served(server, place, await openBrowser())
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.#server.started.stopped()
    this.place.remove()
  }

  /** With the owner's key; throws when it is refused. */
  async call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const type = path === '/events' ? 'application/cloudevents+json' : 'application/json'
    const authorization = `Bearer ${this.place.read('data', 'api-key').trim()}`
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const headers = { authorization, ...(body === undefined ? {} : { 'content-type': type }) }
    const answer = await fetch(`${this.url}${path}`, { method, headers, ...sent })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return JSON.parse(text) as T
  }

  /** Somebody with a password of their own in place of the one for one use. */
  async hire(name: string, role: Role): Promise<void> {
    const made = await this.call<{ password: string }>('POST', '/staff', { name, roles: [role] })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${this.url}/session`, {
      ...{ method: 'POST', headers },
      body: JSON.stringify({ name, password: made.password }),
    })
    const { csrf } = (await answer.json()) as { csrf: string }
    const [cookie = ''] = answer.headers.getSetCookie()[0]!.split(';')
    const changed = await fetch(`${this.url}/session/password`, {
      method: 'POST',
      headers: { ...headers, cookie, 'x-kairos-csrf': csrf },
      body: JSON.stringify({ current: made.password, next: password }),
    })
    if (!changed.ok) throw new Error(`${name} has no password: ${await changed.text()}`)
  }

  async signedIn(name: string): Promise<Watched> {
    const watched = await visit(this.browser, {})
    await watched.page.goto(`${this.url}/console/`)
    await enter(watched.page, name, password)
    await watched.page.locator('.desk').waitFor()
    return watched
  }
}
