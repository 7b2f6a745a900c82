/**
 * One suite for both drivers of the Database seam (the contract stands in `src/store/database.ts`). From a case
 * that cannot arise behind it, a driver is excused by a written reason, which the run shows.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database, Statement } from '../../src/store/database.ts'
import type { DatabaseLimits } from '../../src/store/limits.ts'
import { type DatabaseCase, databaseCases } from './database-cases.ts'

export interface DatabaseDriver {
  /** Another handle on the same data. Embedded: only after the former has been closed. */
  open(limits?: Partial<DatabaseLimits>): Promise<Database>
  /** A read that runs until it is broken off. */
  readonly endless: Statement
  /** Breaks the connection of the endless read of a database opened with these limits. */
  readonly breaking: { readonly limits: Partial<DatabaseLimits>; breakOff: () => Promise<void> }
  dispose(): Promise<void>
}

const reasonMin = 30

export function databaseSuite(
  name: string,
  makeDriver: () => Promise<DatabaseDriver>,
  excused: Partial<Record<DatabaseCase, string>>,
): void {
  const excuses = new Map(Object.entries(excused))
  describe(`database contract: ${name}`, () => {
    let driver: DatabaseDriver
    let database: Database
    let tables = 0

    beforeAll(async () => {
      driver = await makeDriver()
      database = await driver.open()
    })

    afterAll(async () => {
      await database.close()
      await driver.dispose()
    })

    test.each(Object.entries(databaseCases).filter(([sentence]) => !excuses.has(sentence)))(
      '%s',
      async (_sentence, run) => {
        tables += 1
        const table = `case_${tables}`
        await database.exec(`create table ${table} (k bigint primary key, v text)`)
        const reopen = async (limits?: Partial<DatabaseLimits>): Promise<Database> => {
          await database.close()
          database = await driver.open(limits)
          return database
        }
        await run({ database, driver, table, reopen })
      },
    )

    test.each([...excuses])('is excused from "%s": %s', (_sentence, reason) => {
      expect(reason.length).toBeGreaterThan(reasonMin)
    })
  })
}
