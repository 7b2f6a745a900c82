/** A handset and its hours: what follows from seed and number, and from seed, number and day. */
import type { Instant } from '../src/core/units.ts'
import { Chance } from './chance.ts'
import { dayMs, hourMs, type Civil } from './civil.ts'

/** Shares of all handsets. */
const kinds = [
  ['usual', 80],
  /** Switched off every night. */
  ['off-at-night', 15],
  /** Often off or without coverage. */
  ['shaky', 3],
  /** In a drawer: never on again. */
  ['dead', 1.2],
  /** Old ones with room for a few messages; full on one day in three. */
  ['small', 0.5],
  /** The number is no longer served, or takes no messages. */
  ['unserved', 0.3],
] as const
type Kind = (typeof kinds)[number][0]

/** Chance of a spell off (battery, flight, cinema, hospital) beginning on a day. */
const oddsOfSpell: Readonly<Record<Kind, number>> = {
  usual: 0.05,
  'off-at-night': 0.05,
  shaky: 0.5,
  dead: 0,
  small: 0.05,
  unserved: 0,
}
const spellMaxMs = 30 * hourMs

export interface Handset {
  readonly seed: string
  readonly number: string
  readonly kind: Kind
  /** For those off at night: from so many ms before midnight to so many after. */
  readonly nightFromMs: number
  readonly nightUntilMs: number
}

export function handsetOf(seed: string, number: string): Handset {
  const chance = Chance.of(seed, 'handset', number)
  return {
    seed,
    number,
    kind: chance.share<Kind>(kinds),
    nightFromMs: chance.between(-0.5, 2) * hourMs,
    nightUntilMs: chance.between(5.5, 8) * hourMs,
  }
}

/** The first moment, not before that one, at which the handset is on. */
export function firstOn(handset: Handset, from: Instant, civil: Civil): Instant {
  let at = from
  for (let isMoving = true; isMoving;) {
    const { number, start } = civil.dayAt(at)
    const ends = [number - 2, number - 1, number].map(day => spellEnd(handset, civil.day(day), at))
    const next = Math.max(at, nightEnd(handset, start, at), ...ends)
    isMoving = next > at
    at = next
  }
  return at
}

function nightEnd({ kind, nightFromMs, nightUntilMs }: Handset, midnight: Instant, at: Instant): Instant {
  if (kind !== 'off-at-night') return at
  if (at >= midnight + dayMs - nightFromMs) return midnight + dayMs + nightUntilMs
  return at >= midnight - nightFromMs && at < midnight + nightUntilMs ? midnight + nightUntilMs : at
}

/** The end of the spell that began on this day, if it covers the moment; else the moment itself. */
function spellEnd(
  { seed, number, kind }: Handset,
  day: { number: number; start: Instant },
  at: Instant,
): Instant {
  const chance = Chance.of(seed, 'spell', number, day.number)
  if (!chance.yes(oddsOfSpell[kind])) return at
  const begins = day.start + chance.unit() * dayMs
  const ends = begins + Math.min(spellMaxMs, chance.logNormal(2.5 * hourMs, 1))
  return at >= begins && at < ends ? Math.ceil(ends) : at
}
