/** What the set-up of a test run hands to the tests. */
declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server: work in a schema of your own. */
    postgresUrl: string
  }
}

export {}
