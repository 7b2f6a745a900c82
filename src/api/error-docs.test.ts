import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { errorDocs, errorDocsPath } from './error-docs.ts'

test('docs/errors.md lists every code; else run: node src/api/error-docs.ts', () => {
  expect(readFileSync(errorDocsPath, 'utf8')).toBe(errorDocs())
})
