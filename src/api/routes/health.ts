import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import type { Routes, Works } from '../api.ts'
import { ok } from '../answers.ts'
import { ProblemError } from '../problem.ts'
import { speaker } from '../spoken.ts'
import { health, readiness } from '../shapes/readiness.ts'

const tags = ['operation']

/** Alive: the process answers. Ready: the database answers and the engine is not stuck. */
export const healthRoutes: Routes = (api, works) => {
  api.route({
    method: 'GET',
    url: '/healthz',
    config: { scope: 'open' },
    schema: {
      tags,
      operationId: 'health',
      summary: 'Is the process alive?',
      security: [],
      response: ok(health),
    },
    handler: () => ({ alive: true as const }),
  })
  api.route({
    method: 'GET',
    url: '/readyz',
    config: { scope: 'read' },
    schema: { tags, operationId: 'readiness', summary: 'Can it work?', response: ok(readiness) },
    handler: async request => {
      const state = await readinessOf(works)
      const say = speaker(works.noteText, request)
      if (state.ready) return { ...state, database: say(state.database), engine: say(state.engine) }
      throw new ProblemError('not-ready', {
        detail: `database: ${state.database.note}; engine: ${state.engine.note}`,
        retryAfterS: 5,
      })
    },
  })
}

async function readinessOf({ desk, limits }: Works): Promise<z.output<typeof readiness>> {
  const late = new AbortController()
  const lateness = pause(limits.readinessMs, null, { signal: late.signal, ref: false }).catch(() => null)
  try {
    const state = await Promise.race([desk.readiness(), lateness])
    if (state === null)
      throw new ProblemError('not-ready', { detail: 'the database did not answer in time', retryAfterS: 5 })
    return state
  } finally {
    late.abort()
  }
}
