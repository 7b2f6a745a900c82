import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openProvisional } from '../../store/provisional/open.ts'
import { boundarySuite, turnSuite } from './turn-suite.ts'

const folder = join(import.meta.dirname, '../../store/migrations')
const scripts = readdirSync(folder)
  .toSorted()
  .map(name => readFileSync(join(folder, name), 'utf8'))
const database = await openProvisional(null)
async function fresh() {
  await database.exec('drop schema public cascade; create schema public')
  for (const script of scripts) await database.exec(script)
  return database
}
turnSuite('the embedded database', fresh)
boundarySuite('the embedded database', fresh, 25)
afterAll(() => database.close())
