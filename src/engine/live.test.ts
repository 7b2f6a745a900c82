import { afterAll } from 'vitest'
import { embeddedDatabase, serverDatabase } from './databases-suite.ts'
import { liveSuite } from './live-suite.ts'

for (const database of await Promise.all([embeddedDatabase(), serverDatabase()])) {
  liveSuite(database.name, database.fresh)
  afterAll(database.close)
}
