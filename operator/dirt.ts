/**
 * What happens to a fact between the system that states it and the door of whoever listens: it takes a
 * while, now and then hours; it comes twice; rarely it comes again with another body, or with a clock that
 * runs ahead, or about a number that nobody holds.
 *
 * A fact's fate hangs on the seed, on what it is about, its type and its moment alone: the lives of the customers are
 * the same with clean and with dirty lines, and one fact more or less leaves the fates of the others as they were.
 */
import type { Instant } from '../src/core/units.ts'
import { Chance } from './chance.ts'
import type { Civil } from './civil.ts'
import { hourMs, minuteMs, secondMs } from './civil.ts'
import type { Envelope, Fact, Source } from './envelope.ts'
import { strayNumber } from './numbers.ts'

/** Shares of all facts, or of those named. */
export interface Dirt {
  /** Arrive minutes to hours late, and so out of order. */
  readonly late: number
  /** Arrive a second time, unchanged. */
  readonly repeated: number
  /** Come again under the same id with another time or body. */
  readonly conflicting: number
  /** Of usage and balance reports: are dated up to a day ahead. */
  readonly ahead: number
  /** Of usage reports: are stated for a number that nobody holds. */
  readonly stray: number
  /** Of openings within the span: arrive after the first facts of their line. */
  readonly openingLate: number
}

export const usualDirt: Dirt = {
  late: 0.03,
  repeated: 0.01,
  conflicting: 0.0002,
  ahead: 0.0001,
  stray: 0.0001,
  openingLate: 0.06,
}

export const noDirt: Dirt = { late: 0, repeated: 0, conflicting: 0, ahead: 0, stray: 0, openingLate: 0 }

/** From the statement to the door, when all is well. */
const lagMs: Record<Source, readonly [low: number, high: number]> = {
  ocs: [300, 4 * secondMs],
  hlr: [500, 8 * secondMs],
  crm: [secondMs, 20 * secondMs],
  boss: [secondMs, 45 * secondMs],
}
/** The load has a door of its own, ahead of everything else. */
const loadLagMs = [200, 2 * secondMs] as const
const lateMs = [2 * minuteMs, 12 * hourMs] as const
const openingLateMs = [5 * minuteMs, 90 * minuteMs] as const
const repeatMs = [secondMs, 3 * hourMs] as const
const aheadMs = [20 * minuteMs, 24 * hourMs] as const

export interface Sent {
  readonly event: Envelope
  /** When the system stated it. */
  readonly at: Instant
  /** An opening within the span, as against one of the load at its start. */
  readonly isNewLine: boolean
}

export interface Wire {
  readonly seed: string
  readonly dirt: Dirt
  readonly civil: Civil
}

/** The deliveries that come of one statement: at least one, at most three. */
export function deliveries(wire: Wire, sent: Sent): Fact[] {
  const { dirt } = wire
  const chance = Chance.of(wire.seed, 'wire', sent.event.subject, sent.event.type, sent.at)
  const event = mistaken(wire, sent, chance)
  const arrivesAt = Math.round(sent.at + lagOf(dirt, sent, chance))
  const facts: Fact[] = [{ arrivesAt, event }]
  const again = (copy: Envelope): void => {
    facts.push({ arrivesAt: Math.round(arrivesAt + chance.logBetween(...repeatMs)), event: copy })
  }
  if (chance.yes(dirt.repeated)) again(event)
  if (chance.yes(dirt.conflicting)) again(contradicting(wire.civil, sent, chance))
  return facts
}

function lagOf(dirt: Dirt, { event, isNewLine }: Sent, chance: Chance): number {
  const usual = chance.between(...lagMs[event.source])
  if (event.type === 'line.opened') {
    if (!isNewLine) return chance.between(...loadLagMs)
    return chance.yes(dirt.openingLate) ? chance.between(...openingLateMs) : usual
  }
  return chance.yes(dirt.late) ? chance.logBetween(...lateMs) : usual
}

function mistaken(wire: Wire, { event, at }: Sent, chance: Chance): Envelope {
  const isUsage = event.type === 'usage.reported'
  if ((isUsage || event.type === 'balance.reported') && chance.yes(wire.dirt.ahead)) {
    return { ...event, time: wire.civil.stamp(at + Math.round(chance.logBetween(...aheadMs))) }
  }
  if (isUsage && chance.yes(wire.dirt.stray)) return { ...event, subject: `tel:${strayNumber(chance)}` }
  return event
}

/** The same id with another amount, or, where there is none, with another time. */
function contradicting(civil: Civil, { event, at }: Sent, chance: Chance): Envelope {
  if (chance.yes(0.5)) {
    if (event.type === 'usage.reported') {
      return { ...event, data: { ...event.data, usedBytes: event.data.usedBytes + 4096 } }
    }
    if (event.type === 'balance.reported') {
      return { ...event, data: { ...event.data, balanceMicroYuan: event.data.balanceMicroYuan - 10_000 } }
    }
  }
  return { ...event, time: civil.stamp(at + secondMs) }
}
