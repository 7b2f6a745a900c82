import { afterAll } from 'vitest'
import { embeddedDatabase, serverDatabase } from './databases-suite.ts'
import { alarmSuite } from './alarm-suite.ts'

for (const database of await Promise.all([embeddedDatabase(), serverDatabase()])) {
  alarmSuite(database.name, database.fresh)
  afterAll(database.close)
}
