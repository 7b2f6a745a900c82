/**
 * A provider of identities (OpenID Connect Core 1.0): the code flow with PKCE, state and nonce. What it is and where is
 * asked at the first need and kept; while it cannot be reached, nothing is kept.
 */
import { readFileSync } from 'node:fs'
import type * as OpenId from 'openid-client'
import { ConfigError } from '../config.ts'
import type { OidcConfig } from '../oidc-config.ts'

/** What must be the same when the browser comes back. */
export interface Errand {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly redirectUri: string
}

export interface Identity {
  /** Issuer and subject: the one name that does not change hands. */
  readonly subject: string
  readonly claims: Readonly<Record<string, unknown>>
}

export class ProviderError extends Error {
  override readonly name = 'ProviderError'
  readonly kind: 'provider-down' | 'denied' | 'refused'
  constructor(kind: ProviderError['kind'], message: string) {
    super(message)
    this.kind = kind
  }
}

export interface IdentityProvider {
  readonly settings: OidcConfig
  /** Both throw ProviderError. */
  begin(redirectUri: string): Promise<{ readonly url: string; readonly errand: Errand }>
  end(errand: Errand, query: string): Promise<Identity>
}

/** Each question to it. */
const timeoutS = 5

/** @throws ConfigError when the file of the secret cannot be read */
export function identityProvider(settings: OidcConfig): IdentityProvider {
  const secret = secretIn(settings.clientSecretFile)
  let known: Promise<Known> | null = null
  const provider = (): Promise<Known> => {
    known ??= discovered(settings, secret).catch((error: unknown) => {
      known = null
      throw told(error)
    })
    return known
  }
  return {
    settings,
    async begin(redirectUri) {
      const { openId, configuration } = await provider()
      const verifier = openId.randomPKCECodeVerifier()
      const errand = { state: openId.randomState(), nonce: openId.randomNonce(), verifier, redirectUri }
      const url = openId.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: settings.scopes.join(' '),
        state: errand.state,
        nonce: errand.nonce,
        code_challenge: await openId.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, errand }
    },
    async end(errand, query) {
      const known = await provider()
      return identityOf({ known, settings, errand }, query).catch((error: unknown) => {
        throw told(error)
      })
    },
  }
}

interface Known {
  readonly openId: typeof OpenId
  readonly configuration: OpenId.Configuration
}

function secretIn(path: string | undefined): string | undefined {
  if (path === undefined) return undefined
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw new ConfigError(
      `staff.oidc.clientSecretFile: ${path} cannot be read: ${(error as Error).message}`,
      { cause: error },
    )
  }
}

/** The library is loaded where it is needed. */
async function discovered({ issuer, clientId }: OidcConfig, secret: string | undefined): Promise<Known> {
  const openId = await import('openid-client')
  // oxlint-disable-next-line typescript/no-deprecated -- marked so as a warning: the settings allow http on this machine alone
  const execute = issuer.startsWith('http:') ? [openId.allowInsecureRequests] : []
  const options = { timeout: timeoutS, execute }
  const found = await openId.discovery(new URL(issuer), clientId, undefined, openId.None(), options)
  if (secret === undefined) return { openId, configuration: found }
  const server = found.serverMetadata()
  const isBasic = server.token_endpoint_auth_methods_supported?.includes('client_secret_basic') ?? true
  const auth = isBasic ? openId.ClientSecretBasic(secret) : openId.ClientSecretPost(secret)
  const configuration = new openId.Configuration(server, clientId, undefined, auth)
  configuration.timeout = timeoutS
  for (const extend of execute) extend(configuration)
  return { openId, configuration }
}

interface Meeting {
  readonly known: Known
  readonly settings: OidcConfig
  readonly errand: Errand
}

async function identityOf({ known, settings, errand }: Meeting, query: string): Promise<Identity> {
  const { openId, configuration } = known
  const tokens = await openId.authorizationCodeGrant(
    configuration,
    new URL(`${errand.redirectUri}?${query}`),
    {
      pkceCodeVerifier: errand.verifier,
      expectedState: errand.state,
      expectedNonce: errand.nonce,
      idTokenExpected: true,
    },
  )
  const inToken = tokens.claims()!
  const wanted = [settings.nameClaim, settings.rolesClaim, settings.territoriesClaim]
  const isWhole = wanted.every(name => name === undefined || inToken[name] !== undefined)
  // Many keep the token small, and tell the rest when asked.
  const asked =
    isWhole || configuration.serverMetadata().userinfo_endpoint === undefined
      ? {}
      : await openId.fetchUserInfo(configuration, tokens.access_token, inToken.sub)
  return { subject: `${inToken.iss} ${inToken.sub}`, claims: { ...asked, ...inToken } }
}

/** Not understood, or not in time: it is down. Understood, and wrong: it is refused. */
const downCodes: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
])

function told(error: unknown): ProviderError {
  const { message, code = '', name, error: said } = error as Error & { code?: string; error?: string }
  if (name === 'AuthorizationResponseError')
    return new ProviderError(said === 'access_denied' ? 'denied' : 'refused', `${message}: ${said ?? ''}`)
  const isDown = error instanceof TypeError || downCodes.has(code)
  return new ProviderError(isDown ? 'provider-down' : 'refused', `${message} ${said ?? code}`.trim())
}
