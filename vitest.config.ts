import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,operator,packages,console,test,bench,compare}/**/*.test.ts'],
    // One real PostgreSQL for the whole run.
    globalSetup: ['test/postgres/global-setup.ts'],
    pool: 'forks',
    // Two cores, and an embedded database takes about a gigabyte: never more at once.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
    reporters: ['default', './test/closing-line.ts'],
  },
})
