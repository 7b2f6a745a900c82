import { afterAll } from 'vitest'
import { embeddedDatabase, serverDatabase } from './databases-suite.ts'
import { retentionSuite } from './retention-suite.ts'

for (const database of await Promise.all([embeddedDatabase(), serverDatabase()])) {
  retentionSuite(database.name, database.fresh)
  afterAll(database.close)
}
