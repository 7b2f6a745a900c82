/** Signing in through a provider of identities: what the routes and the desk say to each other. */

/** Why nobody came in; the console has the words. None of them tells more than the person at the provider knows. */
export const signInFailures = [
  /** Not begun in this browser, or too long ago. */
  'expired',
  /** The person, or the provider for them, said no. */
  'denied',
  'provider-down',
  /** What the provider answered does not hold. */
  'refused',
  /** Nobody here has this name. */
  'unknown-account',
  'disabled',
  /** Nothing that the provider says of them opens a role here. */
  'no-role',
  'too-many-attempts',
] as const

export interface SignInFailure {
  readonly failure: (typeof signInFailures)[number]
}

export interface ProviderStart {
  /** Where the browser goes. */
  readonly url: string
  /** Sealed; comes back with the browser. */
  readonly ticket: string
}

export interface ProviderReturn {
  readonly ticket: string | null
  /** What stands behind the "?". */
  readonly query: string
  readonly address: string
}
