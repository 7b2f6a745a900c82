import { afterAll } from 'vitest'
import { type PostgresUnderTest, startPostgres } from '../postgres/postgres.ts'
import { siegeSuite } from './siege-suite.ts'

const started: PostgresUnderTest[] = []
afterAll(async () => {
  for (const postgres of started) await postgres.stop()
})

siegeSuite('PostgreSQL', {
  // Our own, since it is killed too.
  postgres: async () => {
    const postgres = await startPostgres({ own: true })
    started.push(postgres)
    return postgres
  },
})
