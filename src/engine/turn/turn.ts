/**
 * One turn: a batch of items becomes events, is decided, and is committed in one transaction (design §1).
 *
 *     resolve ─► load ─► look up ─► decide each ─► write ─► commit
 *
 * While a turn is being committed the next one may be decided beside it (`underway.ts`); its own commit waits.
 *
 * What the database refuses as data is found by halving the batch, by account, order kept (G10): the one
 * item that it cannot take is set aside, all others are committed.
 */
import type { Account } from '../../core/account/account.ts'
import type { AccountId } from '../../core/event/event.ts'
import { personalFields } from '../../core/event/facts.ts'
import type { AttemptRow, ReminderStep } from '../../core/reminder.ts'
import type { AgendaKey, AgendaRow } from '../../store/agenda.ts'
import { DatabaseError, type Statement } from '../../store/database.ts'
import { takenIds } from '../../store/reminder.ts'
import type { Fence } from '../../store/shard.ts'
import { patiently } from '../patience.ts'
import { count } from '../meter.ts'
import type { Heard } from '../recent.ts'
import { lookUp, suspects } from './admit.ts'
import { commit } from './commit.ts'
import type { Sheet } from './decide.ts'
import { Gathering, type Moving, type Touched } from './gather.ts'
import { halves } from './halve.ts'
import type { Item, ItemVerdict, Refusal } from './item.ts'
import { accountOf, type Destination, load, nothingLoaded, together, union } from './load.ts'
import type { TurnParts } from './parts.ts'
import { Openings, resolve, type Resolution } from './resolve.ts'
import { takeItem } from './take.ts'
import type { Touches, Underway } from './underway.ts'
import { shardsOf, statementsOf } from './write.ts'

/** A message that the turn has decided to send; its attempt row is committed. */
export interface HandOver {
  readonly shard: number
  readonly account: AccountId
  readonly row: AttemptRow
  /** Null when the customer has no number or no key any more. */
  readonly destination: Destination | null
}

/** What has been committed, for whoever keeps time or hands over. */
export interface TurnResult {
  readonly verdicts: ReadonlyMap<Item, ItemVerdict>
  readonly handOvers: readonly HandOver[]
  /** Reminders planned or moved, each with its last step. */
  readonly moved: readonly (Moving & { readonly step: ReminderStep })[]
  /** Word of attempts, of which gateway. */
  readonly heard: readonly Heard[]
  /** The accounts that it changed, as it left them. */
  readonly accounts: ReadonlyMap<AccountId, Touched>
  /** Agenda entries put (with `due`) or taken away. */
  readonly agenda: readonly (AgendaRow | AgendaKey)[]
  /** A line appeared: events that wait for it may return now. */
  readonly opened: boolean
}

export const itemsMax = 2_000

/**
 * Resolves when everything in it is committed. Throws FencedOff when another engine has taken over, Stopped
 * when the engine is stopped while the database is in trouble; nothing of it is committed then, or, after a
 * lost answer, all of it.
 */
export async function runTurn(
  parts: TurnParts,
  items: readonly Item[],
  { refused = noRefusals, after = null, announce }: TurnOptions = {},
): Promise<TurnResult> {
  const outcome = Promise.withResolvers<boolean>()
  let announced = 0
  const say = (touched: Touches): void => {
    announced += 1
    if (announced === 1) announce?.({ ...touched, stands: outcome.promise })
  }
  try {
    const result = await attempt(parts, { items, refused, taken: noneTaken, after, say })
    // Decided twice, it may have come out otherwise the second time.
    outcome.resolve(announced === 1)
    return result
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    parts.log.warn({ error, items: items.length }, 'the database refused a batch')
    return await findCulprit(parts, { items, refused, note: error.message })
  } finally {
    outcome.resolve(false)
  }
}

export interface TurnOptions {
  readonly refused?: ReadonlyMap<Item, Refusal>
  /** The turn before this one, when it is still being committed. */
  readonly after?: Underway | null
  /** Told when all is decided and the commit begins. */
  readonly announce?: ((turn: Underway) => void) | undefined
}

const noRefusals: ReadonlyMap<Item, Refusal> = new Map()

const noneTaken: ReadonlySet<string> = new Set()

const noSubjects: Pick<Resolution, 'subjects'> = { subjects: new Map() }

interface Batch {
  readonly items: readonly Item[]
  readonly refused: ReadonlyMap<Item, Refusal>
  /** `account/id` of reminders that are in the database already. */
  readonly taken: ReadonlySet<string>
  readonly after: Underway | null
  readonly say: (touched: Touches) => void
}

async function attempt(parts: TurnParts, batch: Batch): Promise<TurnResult> {
  const { taken, after, say } = batch
  const alone = { ...batch, after: null }
  if (after?.opens === true) {
    await after.stands
    return attempt(parts, alone)
  }
  const sheet = await newSheet(parts, batch)
  const verdicts = new Map<Item, ItemVerdict>()
  const { free, touched, waiting } = parted(batch.items, sheet.resolution, after)
  await decideAll(sheet, free, verdicts)
  const rest = after === null ? waiting : [...waiting, ...decideAhead(sheet, touched, { after, verdicts })]
  const early = after !== null && rest.length === 0 ? await written(sheet, after.fences) : null
  if (after !== null && !(await after.stands)) return attempt(parts, alone)
  await decideAll(sheet, rest, verdicts)
  const { fences, statements } = early ?? (await written(sheet))
  const { gathering } = sheet
  say({ accounts: gathering.accounts, opens: gathering.directory.length > 0, fences })
  try {
    await commit(parts, statements, fences)
  } catch (error) {
    const again =
      error instanceof DatabaseError && taken.size === 0 ? await idsTaken(parts, gathering) : taken
    if (again.size === 0 || again === taken) throw error
    return attempt(parts, { ...alone, taken: again })
  }
  meterTurn(parts, gathering, verdicts)
  return resultOf(sheet, verdicts)
}

/** @param underWay the fences of the turn that is being committed */
async function written(
  sheet: Sheet,
  underWay?: readonly Fence[],
): Promise<{ readonly fences: readonly Fence[]; readonly statements: readonly Statement[] }> {
  const { gathering, parts } = sheet
  await patiently(parts, () => parts.days.make(gathering.journal.map(row => row.time)))
  const fences = parts.fences.of(shardsOf(gathering), underWay)
  return { fences, statements: statementsOf(sheet, fences) }
}

async function newSheet(parts: TurnParts, { items, refused, taken }: Batch): Promise<Sheet> {
  const resolution = await patiently(parts, () => resolve(parts, askable(items, refused)))
  return {
    parts,
    resolution,
    loaded: nothingLoaded,
    records: new Map(),
    refused,
    gathering: new Gathering(taken),
    openings: new Openings(),
    before: new Map(),
    newKeys: new Map(),
  }
}

/** An arrival that the database has refused is not asked about again: its very id may be the trouble. */
const askable = (items: readonly Item[], refused: ReadonlyMap<Item, Refusal>): readonly Item[] =>
  refused.size === 0 ? items : items.filter(item => item.kind !== 'arrival' || !refused.has(item))

interface Parted {
  /** About accounts that the turn before leaves alone. */
  readonly free: readonly Item[]
  /** About accounts that it changes. */
  readonly touched: readonly Item[]
  /** All of it when lines are opened here: whom a number means depends on the order. */
  readonly waiting: readonly Item[]
}

function parted(items: readonly Item[], resolution: Resolution, after: Underway | null): Parted {
  if (after === null || resolution.openings.size > 0) return { free: [], touched: [], waiting: items }
  const free: Item[] = []
  const touched: Item[] = []
  for (const item of items) {
    const account = accountOf(item, resolution)
    const isTouched = account !== null && after.accounts.get(account) !== undefined
    const list = isTouched ? touched : free
    list.push(item)
  }
  return { free, touched, waiting: [] }
}

/** Decides on the states that the turn before is committing; returns what has to be looked up first, by whole accounts. */
function decideAhead(
  sheet: Sheet,
  items: readonly Item[],
  what: { readonly after: Underway; readonly verdicts: Map<Item, ItemVerdict> },
): readonly Item[] {
  const { resolution, refused } = sheet
  const accounts = new Map<AccountId, Account>()
  const waiting = new Set<AccountId>()
  for (const item of items) {
    const id = accountOf(item, resolution)!
    const { account } = what.after.accounts.get(id)!
    accounts.set(id, account)
    const isPlain =
      item.kind === 'arrival' && !refused.has(item) && personalFields[item.arrival.type] === undefined
    if (!isPlain || suspects(account, [item]).length > 0) waiting.add(id)
  }
  for (const id of waiting) accounts.delete(id)
  sheet.loaded = together(sheet.loaded, { ...nothingLoaded, accounts })
  const isWaiting = (item: Item): boolean => waiting.has(accountOf(item, resolution)!)
  for (const item of items) if (!isWaiting(item)) what.verdicts.set(item, takeItem(sheet, item))
  return items.filter(isWaiting)
}

async function decideAll(
  sheet: Sheet,
  items: readonly Item[],
  verdicts: Map<Item, ItemVerdict>,
): Promise<void> {
  if (items.length === 0) return
  const { parts, resolution, refused } = sheet
  const loaded = await patiently(parts, () => load(parts, askable(items, refused), resolution))
  const records = await patiently(parts, () => lookUp(parts, resolution, loaded))
  sheet.loaded = together(sheet.loaded, loaded)
  sheet.records = union(sheet.records, records)
  for (const item of items) verdicts.set(item, takeItem(sheet, item))
}

/** Whether the refusal came from reminders that exist already (the backstop of once-per). */
async function idsTaken(parts: TurnParts, gathering: Gathering): Promise<ReadonlySet<string>> {
  const planned = [...gathering.reminders.values()].filter(moving => moving.row !== null)
  if (planned.length === 0) return new Set()
  const keys = planned.map(({ shard, account, step }) => ({ shard, account, id: step.id }))
  const rows = await patiently(parts, () => takenIds(parts.database, keys))
  return new Set(rows.map(row => `${row.account}/${row.id}`))
}

async function findCulprit(
  parts: TurnParts,
  batch: {
    readonly items: readonly Item[]
    readonly refused: ReadonlyMap<Item, Refusal>
    readonly note: string
  },
): Promise<TurnResult> {
  const { items, refused, note } = batch
  const [only] = items
  if (items.length === 1 && only !== undefined) {
    // Refused again although nothing of it was decided: then it is not the item that is at fault.
    if (refused.has(only)) throw new Error(`the database refuses even what was set aside: ${note}`)
    const refusal: Refusal = { reason: 'commit-refused', note }
    return runTurn(parts, items, { refused: new Map([...refused, [only, refusal]]) })
  }
  const { subjects } = await patiently(parts, () => resolve(parts, items)).catch(() => noSubjects)
  const [first, second] = halves(items, item => subjects.get(item)?.holder?.account ?? null)
  return merged(await runTurn(parts, first, { refused }), await runTurn(parts, second, { refused }))
}

function merged(a: TurnResult, b: TurnResult): TurnResult {
  return {
    verdicts: new Map([...a.verdicts, ...b.verdicts]),
    handOvers: [...a.handOvers, ...b.handOvers],
    moved: [...a.moved, ...b.moved],
    heard: [...a.heard, ...b.heard],
    accounts: new Map([...a.accounts, ...b.accounts]),
    agenda: [...a.agenda, ...b.agenda],
    opened: a.opened || b.opened,
  }
}

function resultOf(sheet: Sheet, verdicts: ReadonlyMap<Item, ItemVerdict>): TurnResult {
  const { gathering, loaded } = sheet
  return {
    verdicts,
    handOvers: gathering.attempts.map(({ shard, account, row }) => ({
      shard,
      account,
      row,
      destination: loaded.keys.has(account)
        ? (loaded.destinations.get(`${account}/${row.line}`) ?? null)
        : null,
    })),
    moved: [...gathering.reminders.values()],
    heard: heardIn(sheet),
    accounts: gathering.accounts,
    agenda: [...gathering.taken.values(), ...gathering.agenda.values()],
    opened: gathering.directory.length > 0,
  }
}

/** Silence is no word: of an attempt that was not loaded for its outcome nothing was heard. */
function heardIn({ gathering, loaded }: Sheet): readonly Heard[] {
  const heard: Heard[] = []
  for (const [name, { outcome, code, at }] of gathering.concluded) {
    const awaited = loaded.attempts.get(name)
    if (awaited === undefined) continue
    const { gateway, decidedAt } = awaited
    heard.push({ gateway, outcome: outcome as Heard['outcome'], code, tookMs: at - decidedAt })
  }
  return heard
}

function meterTurn(parts: TurnParts, gathering: Gathering, verdicts: ReadonlyMap<Item, ItemVerdict>): void {
  const { meter } = parts
  meter.turns += 1
  for (const [item, verdict] of verdicts) {
    if (verdict.state === 'decided') meter.decided[item.kind] += 1
    else if (verdict.state === 'duplicate') meter.duplicates += 1
    else if (verdict.state === 'waiting') meter.waiting += 1
    else if (verdict.state === 'set-aside') count(meter.setAside, verdict.reason)
  }
  for (const { row, step } of gathering.reminders.values()) {
    if (row !== null) count(meter.planned, row.touchpoint)
    if (step.state === 'withheld') count(meter.withheld, step.reason ?? 'none')
  }
  for (const { outcome } of gathering.concluded.values()) count(meter.outcomes, outcome)
}
