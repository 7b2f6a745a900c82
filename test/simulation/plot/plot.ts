/** Everything that is fixed before a run begins: it all follows from the seed. */
import type { Moment, Setting, Span } from '../chronicle.ts'
import { Dice } from '../dice.ts'
import { type Customer, settle } from './customers.ts'
import { day, Diary, hour, minute } from './diary.ts'
import { calm, deliver, type Delivery, type Disorder } from './disorder.ts'
import { travel } from './travel.ts'
import { walkUsage } from './usage-walk.ts'
import { spend } from './wallet.ts'
import { payTogether, wish } from './wishes.ts'

/** Where in its work the engine dies. */
export type CrashPoint = 'before-commit' | 'after-commit' | 'half-handed'

export interface Crash {
  readonly at: Moment
  readonly point: CrashPoint
  readonly downMs: number
}

/** How a gateway treats what it is given: shares of 1. */
export interface Manners {
  readonly returned: number
  readonly refused: number
  /** No answer, though the gateway has it; no answer, and it has not. */
  readonly muteTaken: number
  readonly muteLost: number
  readonly failed: number
  /** Handsets out of reach for hours. */
  readonly slow: number
  /** Neither shown nor reported. */
  readonly vanished: number
  readonly receiptLost: number
  readonly receiptTwice: number
  readonly receiptEarly: number
  readonly receiptLate: number
}

export interface Plot {
  readonly seed: string
  readonly start: Moment
  readonly quietFrom: Moment
  readonly end: Moment
  readonly customers: readonly Customer[]
  readonly deliveries: readonly Delivery[]
  readonly poisoned: ReadonlySet<string>
  readonly setting: Omit<Setting, 'down' | 'closed'>
  readonly crashes: readonly Crash[]
  readonly manners: Manners
  /** Gateways take no messages. */
  readonly closed: readonly Span[]
  /** Gateways take messages and say nothing of them, neither answer nor receipt. */
  readonly silent: readonly Span[]
  readonly batchMax: number
  /** The engine asks about paused reminders too, instead of leaving them alone. */
  readonly asksPaused: boolean
}

/** A Wednesday in Beijing; the plots begin there or up to two days later, so that each lives through the turn of a month. */
const wednesday = Date.parse('2026-11-25T00:00:00+08:00')
const daysOfLife = 7
/** Long enough for every rung, night and silence to come to its end. */
const daysOfQuiet = 6

export interface Taste {
  /** False: facts arrive as they should, nothing breaks. */
  readonly trouble: boolean
}

export function plotOf(seed: string, taste: Taste = { trouble: true }): Plot {
  const dice = new Dice(`plot ${seed}`)
  const start = wednesday + dice.between(0, 2) * day
  const quietFrom = start + daysOfLife * day
  const diary = new Diary({ from: start, until: quietFrom })
  const customers = settle(dice, diary)
  for (const { account, lines } of customers) {
    for (const line of lines) {
      const who = { account, line: line.id }
      walkUsage(diary, dice, who)
      travel(diary, dice, who)
      wish(diary, dice, who)
    }
    spend(diary, dice, { account, line: lines[0]!.id })
  }
  payTogether(diary, dice, customers)
  const facts = diary.facts.sort((a, b) => a.time - b.time)
  const life = { from: start, until: quietFrom }
  return {
    seed,
    start,
    quietFrom,
    end: quietFrom + daysOfQuiet * day,
    customers,
    deliveries: deliver(facts, dice, taste.trouble ? disorderOf(dice) : calm),
    poisoned: new Set(
      facts
        .filter(fact => mayChoke(fact.type) && dice.happens(0.005))
        .map(fact => `${fact.source} ${fact.id}`),
    ),
    setting: settingOf(dice, { life, customers }),
    crashes: taste.trouble ? crashesOf(dice, life) : [],
    manners: dice.happens(0.3) ? kind : harsh(dice),
    closed: dice.happens(0.3) ? [spanIn(dice, life, { least: hour, most: 10 * hour })] : [],
    silent: dice.happens(0.3) ? [spanIn(dice, life, { least: hour, most: 20 * hour })] : [],
    batchMax: dice.pick([1, 3, 100]),
    asksPaused: dice.happens(0.5),
  }
}

/** Openings choke nobody: what depends on them would only wait. */
const mayChoke = (type: string): boolean =>
  !['line.opened', 'payment-group.joined', 'payment-group.left'].includes(type)

const disorderOf = (dice: Dice): Disorder => ({
  late: dice.pick([0, 0.05, 0.2]),
  twice: dice.pick([0, 0.1, 0.3]),
  conflict: dice.pick([0, 0.02, 0.06]),
  ahead: dice.pick([0, 0.03]),
})

const kind: Manners = {
  returned: 0,
  refused: 0,
  muteTaken: 0,
  muteLost: 0,
  failed: 0.02,
  slow: 0.03,
  vanished: 0,
  receiptLost: 0,
  receiptTwice: 0,
  receiptEarly: 0,
  receiptLate: 0,
}

const harsh = (dice: Dice): Manners => ({
  returned: dice.pick([0.02, 0.1]),
  refused: 0.04,
  muteTaken: dice.pick([0.01, 0.05]),
  muteLost: 0.02,
  failed: dice.pick([0.05, 0.3]),
  slow: dice.pick([0.05, 0.2]),
  vanished: 0.04,
  receiptLost: 0.05,
  receiptTwice: 0.1,
  receiptEarly: 0.1,
  receiptLate: 0.1,
})

function spanIn(dice: Dice, life: Span, length: { readonly least: number; readonly most: number }): Span {
  const from = dice.between(life.from + 10 * hour, life.until)
  return { from, until: from + dice.between(length.least, length.most) }
}

function settingOf(
  dice: Dice,
  { life, customers }: { life: Span; customers: readonly Customer[] },
): Plot['setting'] {
  const lines = customers.flatMap(({ account, lines }) => lines.map(line => ({ account, ...line })))
  const whole = { from: 0, until: Infinity }
  const listed = lines
    .filter(() => dice.happens(0.75))
    .map(({ account, id }) => ({
      who: `${account}/${id}`,
      ...(dice.happens(0.3) ? { from: 0, until: dice.between(life.from, life.until) } : whole),
    }))
  return {
    allowed: dice.happens(0.5) ? null : listed,
    pauses: dice.happens(0.3)
      ? [{ ...pauseOf(dice), ...spanIn(dice, life, { least: 5 * minute, most: 8 * hour }) }]
      : [],
    versions: versionsOf(dice, life),
    window: dice.pick([1, 4, 16]),
    numbers: new Map(lines.map(({ account, id, number }) => [`${account}/${id}`, number])),
  }
}

const pauseOf = (dice: Dice): { kind: string; value: string } =>
  dice.pick([
    { kind: 'all', value: '' },
    { kind: 'rule', value: 'low' },
    { kind: 'channel', value: 'sms' },
    { kind: 'scope', value: 'city/taizhou' },
  ])

function versionsOf(dice: Dice, life: Span): Setting['versions'] {
  const first = { version: 'v1', from: 0 }
  if (!dice.happens(0.4)) return [{ ...first, recalledAt: null }]
  const from = dice.between(life.from, life.until)
  return [
    { ...first, recalledAt: dice.happens(0.5) ? from : null },
    { version: 'v2', from, recalledAt: null },
  ]
}

function crashesOf(dice: Dice, life: Span): readonly Crash[] {
  const points: readonly CrashPoint[] = ['before-commit', 'after-commit', 'half-handed']
  return Array.from({ length: dice.between(0, 6) }, () => ({
    at: dice.between(life.from, life.until),
    point: dice.pick(points),
    downMs: dice.pick([1_000, minute, 20 * minute, 3 * hour, 11 * hour]),
  })).sort((a, b) => a.at - b.at)
}
