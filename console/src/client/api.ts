/**
 * The API as the console speaks to it: paths, bodies and answers are those of our OpenAPI document
 * (`schema.d.ts` is made from it). Who signed in is known by a cookie; what changes something carries the token that came
 * with the session, which no other site can know.
 */
import createClient, { type Middleware } from 'openapi-fetch'
import { Problem, type ProblemBody } from './problem.ts'
import type { components, paths } from './schema.d.ts'

export type Shape<K extends keyof components['schemas']> = components['schemas'][K]

let csrf: string | null = null
export const keepToken = (token: string | null): void => void (csrf = token)

const carry: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', document.documentElement.lang)
    if (csrf !== null) request.headers.set('x-kairos-csrf', csrf)
    return request
  },
}

export const api = createClient<paths>({ baseUrl: '/api', credentials: 'same-origin' })
api.use(carry)

interface Answer<T> {
  readonly data?: T
  readonly error?: unknown
  readonly response: Response
}

/** The answer's content; a refusal is thrown as a `Problem`, and so is a server that cannot be reached. */
export async function ask<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked.catch((failure: unknown) => {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
    throw new Problem(0, null, null)
  })
  if (response.ok) return data as T
  const body = typeof error === 'object' && error !== null ? (error as ProblemBody) : null
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  throw new Problem(response.status, body, Number.isNaN(retryAfter) ? null : retryAfter)
}
