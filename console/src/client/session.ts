/** Who is signed in, and what they may do. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, ask, keepToken, type Shape } from './api.ts'
import { isProblem } from './problem.ts'

export type Session = Shape<'Session'>
export type Scope = Session['staff']['scopes'][number]

/** Null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Infinity,
  retry: false,
  async queryFn(): Promise<Session | null> {
    try {
      return held(await ask(api.GET('/session')))
    } catch (error) {
      if (isProblem(error, 'not-authenticated')) return held(null)
      throw error
    }
  },
})

function held(session: Session | null): Session | null {
  keepToken(session?.csrf ?? null)
  return session
}

export const waysQuery = queryOptions({
  queryKey: ['session', 'ways'],
  staleTime: Infinity,
  queryFn: () => ask(api.GET('/session/ways')),
})

/** A browser goes there, and comes back signed in, or to the door with the reason in the address. */
export const providerAddress = '/api/session/oidc'

export interface Credentials {
  readonly name: string
  readonly password: string
  readonly code?: string
}

export const signIn = async (body: Credentials): Promise<Session> =>
  held(await ask(api.POST('/session', { body })))!

export async function signOut(): Promise<void> {
  await ask(api.DELETE('/session'))
  keepToken(null)
}

/** May the person who is signed in do this? The server asks again. */
export function useMay(): (scope: Scope) => boolean {
  const { data } = useQuery(sessionQuery)
  return scope => data?.staff.scopes.includes(scope) ?? false
}
