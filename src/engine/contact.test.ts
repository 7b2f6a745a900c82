import { afterAll } from 'vitest'
import { contactSuite } from './contact-suite.ts'
import { embeddedDatabase, serverDatabase } from './databases-suite.ts'

for (const database of await Promise.all([embeddedDatabase(), serverDatabase()])) {
  contactSuite(database.name, database.fresh)
  afterAll(database.close)
}
