/**
 * One turn: a batch of items becomes events, is decided, and is committed in one transaction (design §1).
 *
 *     resolve ─► load ─► look up ─► decide each ─► write ─► commit
 *
 * What the database refuses as data is found by halving the batch, by account, order kept (G10): the one
 * item that it cannot take is set aside, all others are committed.
 */
import type { AccountId } from '../../core/event/event.ts'
import type { AttemptRow, ReminderStep } from '../../core/reminder.ts'
import type { AgendaKey, AgendaRow } from '../../store/agenda.ts'
import { DatabaseError } from '../../store/database.ts'
import { takenIds } from '../../store/reminder.ts'
import { patiently } from '../patience.ts'
import { count } from '../meter.ts'
import { lookUp } from './admit.ts'
import { commit } from './commit.ts'
import type { Sheet } from './decide.ts'
import { Gathering, type Moving } from './gather.ts'
import { halves } from './halve.ts'
import type { Item, ItemVerdict, Refusal } from './item.ts'
import { type Destination, load } from './load.ts'
import type { TurnParts } from './parts.ts'
import { Openings, resolve, type Resolution } from './resolve.ts'
import { takeItem } from './take.ts'
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
  refused = noRefusals,
): Promise<TurnResult> {
  try {
    return await attempt(parts, { items, refused, taken: new Set() })
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    parts.log.warn({ error, items: items.length }, 'the database refused a batch')
    return findCulprit(parts, { items, refused, note: error.message })
  }
}

const noRefusals: ReadonlyMap<Item, Refusal> = new Map()

const noSubjects: Pick<Resolution, 'subjects'> = { subjects: new Map() }

interface Batch {
  readonly items: readonly Item[]
  readonly refused: ReadonlyMap<Item, Refusal>
  /** `account/id` of reminders that are in the database already. */
  readonly taken: ReadonlySet<string>
}

async function attempt(parts: TurnParts, batch: Batch): Promise<TurnResult> {
  const { items, refused, taken } = batch
  // An arrival that the database has refused is not asked about again: its very id may be the trouble.
  const asked = items.filter(item => item.kind !== 'arrival' || !refused.has(item))
  const resolution = await patiently(parts, () => resolve(parts, asked))
  const loaded = await patiently(parts, () => load(parts, asked, resolution))
  const records = await patiently(parts, () => lookUp(parts, resolution, loaded))
  const gathering = new Gathering(taken)
  const sheet: Sheet = {
    parts,
    resolution,
    loaded,
    records,
    refused,
    gathering,
    openings: new Openings(),
    before: new Map(),
    newKeys: new Map(),
  }
  const verdicts = new Map<Item, ItemVerdict>()
  for (const item of items) verdicts.set(item, takeItem(sheet, item))
  const fences = parts.fences.of(shardsOf(gathering))
  await patiently(parts, () => parts.days.make(gathering.journal.map(row => row.time)))
  try {
    await commit(parts, statementsOf(sheet, fences), fences)
  } catch (error) {
    const again =
      error instanceof DatabaseError && taken.size === 0 ? await idsTaken(parts, gathering) : taken
    if (again.size === 0 || again === taken) throw error
    return attempt(parts, { items, refused, taken: again })
  }
  meterTurn(parts, gathering, verdicts)
  return resultOf(sheet, verdicts)
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
    return runTurn(parts, items, new Map([...refused, [only, refusal]]))
  }
  const { subjects } = await patiently(parts, () => resolve(parts, items)).catch(() => noSubjects)
  const [first, second] = halves(items, item => subjects.get(item)?.holder?.account ?? null)
  return merged(await runTurn(parts, first, refused), await runTurn(parts, second, refused))
}

function merged(a: TurnResult, b: TurnResult): TurnResult {
  return {
    verdicts: new Map([...a.verdicts, ...b.verdicts]),
    handOvers: [...a.handOvers, ...b.handOvers],
    moved: [...a.moved, ...b.moved],
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
    agenda: [...gathering.taken.values(), ...gathering.agenda.values()],
    opened: gathering.directory.length > 0,
  }
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
