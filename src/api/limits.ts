/** Limits of the HTTP side; a test may make them smaller. */
export const apiLimits = {
  /** A full batch of the largest legal events is about 8 MB. */
  bodyBytes: 8 * 1_048_576,
  /** A rulebook of 8 M characters, three bytes each at most, and JSON's own marks. */
  rulebookBytes: 32 * 1_048_576,
  headerBytes: 16_384,
  headersMs: 10_000,
  /** For whole bodies; NDJSON may go on as long as bytes come. */
  bodyMs: 60_000,
  /** A connection on which nothing moves. */
  idleMs: 120_000,
  readinessMs: 2_000,
  /** How long one NDJSON request waits for the engine before it ends with `busy`. */
  streamPausesMs: 120_000,
  /** Answers held for a client that sends before it reads; beyond them, reading its request stops. */
  streamAheadBytes: 1_048_576,
  idCharacters: 900,
} as const

export type ApiLimits = { readonly [K in keyof typeof apiLimits]: number }
