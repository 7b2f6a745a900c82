/**
 * Is this event new? (G2; design §5, Duplicates)
 *
 * The hot row keeps the eight newest events by time (`ring`) and a `floor`, the latest time that was ever
 * dropped from it. An event that is not in the ring and later than the floor cannot have been decided
 * before: it is *new*, and nothing is read. For any other the journal is asked (`look`), and `judge` says
 * what its answer means. So the common case costs eight comparisons, and the journal has the last word.
 *
 * The ring keeps the newest by time, not by arrival: a late fact then pushes out nothing and leaves the
 * floor where it is. So a full ring says nothing of late ids, and a late fact is looked up whatever the floor
 * says: it may be known with an earlier time (a conflict). An id that comes again with a time later than all
 * in the ring, after eight newer events, is not seen to be known.
 */
import type { Instant } from '../units.ts'
import type { Hot, RingEntry } from './account.ts'

export const ringMax = 8

/**
 * 32 bits of (source, id). Two ids that meet by chance cost a look into the journal, nothing more; 52 bits
 * would cost 45 bytes per hot row and decide no better.
 */
export function eventHash(source: string, id: string): number {
  return hash32(id, hash32(source, 0x811c9dc5) ^ 0x9e3779b9) >>> 0
}

function hash32(text: string, seed: number): number {
  let hash = seed
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

/** 52 bits of a text, a safe integer: enough to tell two bodies under one id apart. */
export function textHash(text: string): number {
  return (hash32(text, 0x811c9dc5) & 0xfffff) * 0x1_0000_0000 + (hash32(text, 0x2f0b4c47) >>> 0)
}

export type Marks = Pick<Hot, 'ring' | 'floor'>

/** `look`: the journal must be asked before this can be decided. */
export function sight(marks: Marks, entry: RingEntry): 'new' | 'look' {
  const isLate = marks.ring.length >= ringMax && entry.time < marks.ring.at(-1)!.time
  if (isLate || entry.time <= marks.floor) return 'look'
  return marks.ring.some(known => known.hash === entry.hash) ? 'look' : 'new'
}

/** The marks after this event has been decided. */
export function remember(marks: Marks, entry: RingEntry): Marks {
  const at = marks.ring.findLastIndex(known => known.time <= entry.time) + 1
  const ring = marks.ring.toSpliced(at, 0, entry)
  if (ring.length <= ringMax) return { ring, floor: marks.floor }
  const dropped = ring.shift()!
  return { ring, floor: Math.max(marks.floor, dropped.time) }
}

/** The earliest time at which the journal must be asked for this (source, id): the ring knows it by hash only. */
export function earliestKnown(marks: Marks, entry: RingEntry): Instant {
  let earliest = entry.time
  for (const known of marks.ring) {
    if (known.hash === entry.hash && known.time < earliest) earliest = known.time
  }
  return earliest
}

/** What the journal knows of a (source, id). */
export interface Recorded {
  readonly time: Instant
  readonly bodyHash: number
}

/** `journalFrom`: events before it may have been dropped with their partition, so nobody can tell. */
export function judge(
  event: Recorded,
  recorded: Recorded | null,
  journalFrom: Instant,
): 'new' | 'duplicate' | 'conflict' | 'too-late-to-check' {
  if (recorded !== null) {
    return recorded.time === event.time && recorded.bodyHash === event.bodyHash ? 'duplicate' : 'conflict'
  }
  return event.time < journalFrom ? 'too-late-to-check' : 'new'
}
