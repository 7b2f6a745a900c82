import { afterAll } from 'vitest'
import { embeddedDatabase, serverDatabase } from './databases-suite.ts'
import { doubtSuite } from './doubt-suite.ts'

for (const database of await Promise.all([embeddedDatabase(), serverDatabase()])) {
  doubtSuite(database.name, database.fresh)
  afterAll(database.close)
}
