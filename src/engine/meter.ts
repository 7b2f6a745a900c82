/** What the engine has done since it started, for metrics: plain counters, read at any time. */
import type { Item } from './turn/item.ts'

export interface Meter {
  turns: number
  /** Items decided, by kind of item. */
  readonly decided: Record<Item['kind'], number>
  duplicates: number
  waiting: number
  /** Set aside, by reason. */
  readonly setAside: Record<string, number>
  /** Reminders planned, by touchpoint; withheld, by reason. */
  readonly planned: Record<string, number>
  readonly withheld: Record<string, number>
  /** Messages handed over and parts, by gateway. */
  readonly submitted: Record<string, number>
  readonly parts: Record<string, number>
  /** Outcomes of attempts. */
  readonly outcomes: Record<string, number>
  /** Attempts whose answer stayed out (G4). */
  inDoubt: number
  /** Receipts that said nothing new, and those that match nothing yet. */
  receiptsRepeated: number
  receiptsStray: number
  /** Arrivals in the queue now, and offers turned away for want of room. */
  queued: number
  busy: number
  /** Transactions tried again. */
  retries: number
  /** Real milliseconds spent in turns. */
  turnMs: number
}

export const newMeter = (): Meter => ({
  turns: 0,
  decided: { arrival: 0, entry: 0, due: 0, outcome: 0, replay: 0, erasure: 0, act: 0 },
  duplicates: 0,
  waiting: 0,
  setAside: {},
  planned: {},
  withheld: {},
  submitted: {},
  parts: {},
  outcomes: {},
  inDoubt: 0,
  receiptsRepeated: 0,
  receiptsStray: 0,
  queued: 0,
  busy: 0,
  retries: 0,
  turnMs: 0,
})

export function count(counters: Record<string, number>, name: string, by = 1): void {
  counters[name] = (counters[name] ?? 0) + by
}
