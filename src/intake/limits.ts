/** A limit on everything that comes from outside (style: unit last in the name). */
export const limits = {
  /** One event as JSON text; the largest that the schemas allow, with all extensions, is under 8 KB. */
  eventBytes: 65_536,
  batchEvents: 1_000,
  /** Lines of one NDJSON request; a larger amount is better sent as a file. */
  streamLines: 1_000_000,
  fileLines: 1_000_000_000,
  idCharacters: 128,
  sourceCharacters: 128,
  extensionNameCharacters: 20,
  extensionTextCharacters: 256,
  extensions: 16,
  depth: 6,
  /** Faults reported for one event; further ones would not help anybody. */
  faults: 20,
  /** Names sent by strangers are cut to this before they are shown. */
  shownCharacters: 64,
} as const

/** Event times from this instant on, and before the other (2000-01-01 and 2100-01-01, UTC). */
export const timesFrom = 946_684_800_000
export const timesBefore = 4_102_444_800_000

/** Years of calendar days within `data`: old customers joined long ago, offers end some day. */
export const dayYears = { first: 1900, last: 2199 } as const
