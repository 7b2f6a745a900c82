/**
 * The text of an account's two rows: compact, versioned JSON without raw newlines (the store joins rows by
 * them). Defaults are left out; a plain customer's hot row has some 300 bytes, half of them the ring.
 *
 * Adding a field at the end of a shape needs no new version. Anything else raises `stateVersion` and adds
 * an upcast from the version before, with a stored example in `state-text.test.ts`; rows are rewritten only
 * as their accounts are touched.
 */
import type {
  Bill,
  Block,
  Charges,
  Cold,
  Contact,
  FamilyNet,
  Hot,
  Line,
  Meter,
  PaymentGroup,
  Preferences,
  RingEntry,
  Subscription,
  Told,
} from './account.ts'
import { emptyCold, emptyHot } from './account.ts'
import type { OpenReminder } from '../reminder.ts'
import { type Cells, type Frame, line, plain, read, type Shape, time, write } from './record-text.ts'

export const stateVersion = 1

/** From the version of its index + 1 to the next. */
const upcasts: { readonly hot: readonly Upcast[]; readonly cold: readonly Upcast[] } = { hot: [], cold: [] }
type Upcast = (old: Tree) => Tree
type Tree = { readonly v: number } & Readonly<Record<string, unknown>>

/** A row written by a newer Kairos: refused, never guessed. */
export class StateTooNew extends Error {
  override readonly name = 'StateTooNew'
  constructor(version: number) {
    super(
      `account state of version ${version}, but this Kairos knows up to ${stateVersion}: start the newer one`,
    )
  }
}

const meter: Shape<Meter> = {
  bucket: plain(),
  line: line(),
  kind: plain('data'),
  from: time(),
  until: time(),
  used: plain(0),
  allowance: plain(0),
  asOf: time(),
}

const told: Shape<Told> = {
  key: plain(),
  rule: plain(),
  line: line(),
  at: time(),
  until: time(),
  bucket: plain(null),
  measure: plain(null),
  limit: plain(null),
  times: plain(1),
  armed: plain(false),
  period: time(null),
}

const open: Shape<OpenReminder> = {
  id: plain(),
  rule: plain(),
  version: plain(),
  line: line(),
  class: plain('real-time'),
  state: plain('planned'),
  due: time(),
  usefulUntil: time(),
  group: plain(null),
  order: plain(0),
  rung: plain(0),
  channel: plain('sms'),
  attempts: plain(0),
  attemptedAt: time(0),
  waitingSince: time(0),
  tried: plain([]),
  restAt: time(0),
  isAwaited: plain(false),
}

const abroad: Shape<Hot['abroad'][number]> = { line: line(), mcc: plain(), asOf: time() }
const days: Shape<Hot['days'][number]> = { line: line(), day: plain(), count: plain() }
const misses: Shape<Hot['misses'][number]> = { channel: plain(), count: plain() }
const ring: Shape<RingEntry> = { hash: plain(), time: time() }
const balance: Shape<NonNullable<Hot['balance']>> = { amount: plain(), asOf: time() }
const validity: Shape<NonNullable<Hot['validity']>> = { untilDay: plain(), asOf: time() }
const standing: Shape<Hot['standing']> = { state: plain('normal'), since: time(0), asOf: time(0) }

const bill: Shape<Bill> = {
  month: plain(),
  due: plain(),
  payBy: plain(),
  payer: plain(null),
  line: plain(null),
  issuedAt: time(0),
}
const charges: Shape<Charges> = { line: line(), kind: plain(), since: plain(), amount: plain() }
const family: Shape<FamilyNet> = { head: plain(null), members: plain([]) }
const contact: Shape<Contact> = {
  id: plain(),
  asOf: plain(),
  role: plain(),
  aboutMasked: plain(),
  line: plain(null),
  times: plain(1),
  removed: plain(false),
}
const block: Shape<Block> = {
  id: plain(),
  kind: plain('touchpoint'),
  value: plain(),
  until: plain(),
  askedBy: plain(),
  approvedBy: plain(),
  line: plain(null),
}
const subscription: Shape<Subscription> = {
  id: plain(),
  kind: plain('service'),
  since: plain(),
  lastDay: plain(null),
  lastMonth: plain(null),
  returnDay: plain(null),
}

const preferences: Shape<Preferences> = {
  channel: plain(null),
  activeHours: plain(null),
  marketingConsent: plain(false),
  subscribed: plain([]),
  unsubscribed: plain([]),
  since: plain([]),
}

/** Everything of a line but its preferences and subscriptions, which are records of their own. */
const profile: Shape<Omit<Line, 'preferences' | 'subscriptions'>> = {
  id: plain(),
  brand: plain(),
  planId: plain(),
  payMode: plain(),
  language: plain('zh-CN'),
  province: plain(),
  city: plain(),
  openedAt: plain(),
  star: plain(0),
  vip: plain('none'),
  birthYear: plain(null),
  packIds: plain([]),
  closedAt: plain(null),
}

const payment: Shape<PaymentGroup> = { role: plain('single'), head: plain(null), members: plain(0) }

export function hotText(hot: Hot): string {
  const frame: Frame = { base: hot.time, lines: [] }
  const many = <T extends object>(shape: Shape<T>, records: readonly T[]): readonly Cells[] | undefined =>
    records.length === 0 ? undefined : records.map(record => write(shape, record, frame))
  const one = <T extends object>(shape: Shape<T>, record: T | null): Cells | undefined =>
    record === null ? undefined : write(shape, record, frame)
  // JSON leaves out what is undefined.
  return JSON.stringify({
    v: stateVersion,
    n: hot.decisions,
    t: hot.time,
    r: hot.ring.length === 0 ? undefined : hot.ring.flatMap(entry => [entry.hash, entry.time - frame.base]),
    f: hot.floor === 0 ? undefined : hot.floor - frame.base,
    b: one(balance, hot.balance),
    y: one(validity, hot.validity),
    s: one(standing, hot.standing === emptyHot.standing ? null : hot.standing),
    w: hot.warnedAt === null ? undefined : hot.warnedAt - frame.base,
    m: many(meter, hot.meters),
    a: many(abroad, hot.abroad),
    k: many(told, hot.told),
    d: many(days, hot.days),
    c: many(misses, hot.misses),
    o: many(open, hot.open),
    i: one(bill, hot.bill),
    g: many(charges, hot.charges),
    // Last, when all lines have their places.
    l: frame.lines.length === 0 ? undefined : frame.lines,
  })
}

interface HotTree {
  readonly n: number
  readonly t: number
  readonly r?: readonly number[]
  readonly f?: number
  readonly b?: Cells
  readonly y?: Cells
  readonly s?: Cells
  readonly w?: number
  readonly m?: readonly Cells[]
  readonly a?: readonly Cells[]
  readonly k?: readonly Cells[]
  readonly d?: readonly Cells[]
  readonly c?: readonly Cells[]
  readonly o?: readonly Cells[]
  readonly i?: Cells
  readonly g?: readonly Cells[]
  readonly l?: string[]
}

export function hotFrom(text: string): Hot {
  const tree = parsed(text, upcasts.hot) as unknown as HotTree
  const frame: Frame = { base: tree.t, lines: tree.l ?? [] }
  const many = <T extends object>(shape: Shape<T>, rows: readonly Cells[] = []): readonly T[] =>
    rows.map(row => read(shape, row, frame))
  return {
    decisions: tree.n,
    time: tree.t,
    ring: ringFrom(tree.r ?? [], frame),
    floor: tree.f === undefined ? 0 : tree.f + frame.base,
    balance: tree.b === undefined ? null : read(balance, tree.b, frame),
    validity: tree.y === undefined ? null : read(validity, tree.y, frame),
    standing: tree.s === undefined ? emptyHot.standing : read(standing, tree.s, frame),
    warnedAt: tree.w === undefined ? null : tree.w + frame.base,
    meters: many(meter, tree.m),
    abroad: many(abroad, tree.a),
    told: many(told, tree.k),
    days: many(days, tree.d),
    misses: many(misses, tree.c),
    open: many(open, tree.o),
    bill: tree.i === undefined ? null : read(bill, tree.i, frame),
    charges: many(charges, tree.g),
  }
}

/** Flat, since it is the longest part of most rows: hash, time, hash, time … */
function ringFrom(cells: readonly number[], frame: Frame): readonly RingEntry[] {
  const entries: RingEntry[] = []
  for (let i = 0; i < cells.length; i += 2) {
    entries.push(read(ring, [cells[i], cells[i + 1]], frame))
  }
  return entries
}

export function coldText(cold: Cold): string {
  const frame: Frame = { base: 0, lines: [] }
  return JSON.stringify({
    v: stateVersion,
    l: cold.lines.map(one => lineCells(one, frame)),
    p: cellsOrNone(write(payment, cold.payment, frame)),
    f: cellsOrNone(write(family, cold.family, frame)),
    d: cellsOrNone(cold.dependents),
    c: cellsOrNone(cold.contacts.map(one => write(contact, one, frame))),
    b: cellsOrNone(cold.blocks.map(one => write(block, one, frame))),
  })
}

/** A record that is all defaults is left out. */
const cellsOrNone = (cells: Cells): Cells | undefined => (cells.length === 0 ? undefined : cells)

type LineCells = readonly [profile: Cells, preferences: Cells, subscriptions?: readonly Cells[]]

function lineCells(one: Line, frame: Frame): LineCells {
  const cells = [write(profile, one, frame), write(preferences, one.preferences, frame)] as const
  if (one.subscriptions.length === 0) return cells
  return [...cells, one.subscriptions.map(held => write(subscription, held, frame))]
}

interface ColdTree {
  readonly l: readonly LineCells[]
  readonly p?: Cells
  readonly f?: Cells
  readonly d?: readonly string[]
  readonly c?: readonly Cells[]
  readonly b?: readonly Cells[]
}

export function coldFrom(text: string): Cold {
  const tree = parsed(text, upcasts.cold) as unknown as ColdTree
  const frame: Frame = { base: 0, lines: [] }
  return {
    lines: tree.l.map(([line, liking, held = []]) => ({
      ...read(profile, line, frame),
      preferences: read(preferences, liking, frame),
      subscriptions: held.map(cells => read(subscription, cells, frame)),
    })),
    payment: tree.p === undefined ? emptyCold.payment : read(payment, tree.p, frame),
    family: tree.f === undefined ? emptyCold.family : read(family, tree.f, frame),
    dependents: tree.d ?? [],
    contacts: (tree.c ?? []).map(cells => read(contact, cells, frame)),
    blocks: (tree.b ?? []).map(cells => read(block, cells, frame)),
  }
}

function parsed(text: string, steps: readonly Upcast[]): Tree {
  let tree = JSON.parse(text) as Tree
  if (tree.v > stateVersion) throw new StateTooNew(tree.v)
  for (const upcast of steps.slice(tree.v - 1)) tree = upcast(tree)
  return tree
}
