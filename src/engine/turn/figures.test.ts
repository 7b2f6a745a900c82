import { afterAll } from 'vitest'
import { embeddedDatabase, serverDatabase } from '../databases-suite.ts'
import { figuresSuite } from './figures-suite.ts'

for (const database of await Promise.all([embeddedDatabase(), serverDatabase()])) {
  figuresSuite(database.name, database.fresh)
  afterAll(database.close)
}
