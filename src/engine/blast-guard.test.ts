import { afterAll } from 'vitest'
import { blastGuardSuite } from './blast-guard-suite.ts'
import { embeddedDatabase, serverDatabase } from './databases-suite.ts'

for (const database of await Promise.all([embeddedDatabase(), serverDatabase()])) {
  blastGuardSuite(database.name, database.fresh)
  afterAll(database.close)
}
