import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { staffDocs, staffDocsPath } from './staff-docs.ts'
import { openTrial } from './trial.ts'

test('docs/staff.md is current; else run: node src/api/staff-docs.ts', async () => {
  const { api } = await openTrial()
  expect(readFileSync(staffDocsPath, 'utf8')).toBe(staffDocs(api.routeTable.all))
  await api.close()
})
