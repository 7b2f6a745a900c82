import { afterAll } from 'vitest'
import { embeddedDatabase, serverDatabase } from './databases-suite.ts'
import { erasureSuite } from './erasure-suite.ts'

for (const database of await Promise.all([embeddedDatabase(), serverDatabase()])) {
  erasureSuite(database.name, database.fresh)
  afterAll(database.close)
}
