import { afterAll } from 'vitest'
import { embeddedDatabase, serverDatabase } from '../databases-suite.ts'
import { boundarySuite } from './boundary-suite.ts'
import { turnSuite } from './turn-suite.ts'
import { underwaySuite } from './underway-suite.ts'

for (const database of await Promise.all([embeddedDatabase(), serverDatabase()])) {
  turnSuite(database.name, database.fresh)
  underwaySuite(database.name, database.fresh)
  boundarySuite(database.name, database.fresh, 12)
  afterAll(database.close)
}
