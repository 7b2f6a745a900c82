import { afterAll } from 'vitest'
import { embeddedDatabase, serverDatabase } from '../databases-suite.ts'
import { boundarySuite, turnSuite } from './turn-suite.ts'

for (const database of await Promise.all([embeddedDatabase(), serverDatabase()])) {
  turnSuite(database.name, database.fresh)
  boundarySuite(database.name, database.fresh, 25)
  afterAll(database.close)
}
