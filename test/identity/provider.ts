/** A provider of identities on a socket of this machine, and a person at it: a browser without pictures. */
import { generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export const clientId = 'kairos'
export const clientSecret = 'known to both'

export interface Desired {
  readonly redirectUris: readonly string[]
  /** Default: any free one. */
  readonly port?: number
}

/** What it says of each who signs in there, by the name that they type. */
export type People = Map<string, Readonly<Record<string, unknown>>>

export class TestProvider {
  readonly issuer: string
  readonly people: People = new Map()
  readonly #server: Server

  private constructor(server: Server, issuer: string) {
    this.#server = server
    this.issuer = issuer
  }

  static async open({ redirectUris, port = 0 }: Desired): Promise<TestProvider> {
    const server = createServer()
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const open = new TestProvider(server, issuer)
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const provider = new Provider(issuer, {
      clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [...redirectUris] }],
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' }] },
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
      cookies: { keys: ['of this run'] },
      claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups', 'places'] },
      findAccount: (_, id) => ({
        accountId: id,
        claims: async () => ({ sub: id, ...open.people.get(id) }),
      }),
    })
    const answer = provider.callback()
    server.on('request', (request, response) => void answer(request, response))
    return open
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections()
    return new Promise(resolve => this.#server.close(() => resolve()))
  }
}

const stepsMax = 20

/** Goes where it is sent until it leaves the provider; signs in as `login` and agrees to all, or says no. */
export async function atProvider(
  provider: TestProvider,
  start: string,
  { login, isWilling = true }: { readonly login: string; readonly isWilling?: boolean },
): Promise<URL> {
  const cookies = new Map<string, string>()
  let [url, form]: [URL, URLSearchParams | null] = [new URL(start), null]
  for (let step = 0; step < stepsMax; step += 1) {
    if (url.origin !== provider.issuer) return url
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === null ? {} : { method: 'POST', body: form }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    form = null
    const location = answer.headers.get('location')
    if (location !== null) {
      url = new URL(location, url)
      continue
    }
    const page = await answer.text()
    const [, prompt] = /name="prompt" value="(\w+)"/.exec(page) ?? []
    if (prompt === undefined) throw new Error(`${answer.status} at ${url.href}: ${page.slice(0, 300)}`)
    if (!isWilling) url = new URL(`${url.href}/abort`)
    else form = new URLSearchParams(prompt === 'login' ? { prompt, login, password: 'any' } : { prompt })
  }
  throw new Error(`no end of it at ${url.href}`)
}
