/**
 * Blocks of reminders (NF-12).
 *
 *     asked ──► approved ──► lifted        by hand, before its time
 *       │           └──────► (ended)       by itself: told by its time, never written
 *       ├────► refused
 *       └────► lifted                      taken back before anybody decided
 *
 * An approval and a lifting are acts about the account: the state that decisions read, the record here and the entry of
 * the audit log are committed together or not at all.
 */
import type { z } from 'zod'
import type { Actor } from '../../api/actor.ts'
import type { Desk } from '../../api/desk.ts'
import type { Refusal } from '../../api/refusal.ts'
import type { blockView } from '../../api/shapes/block.ts'
import { blocksMax } from '../../core/account/account.ts'
import { shardOf } from '../../core/account/shard.ts'
import { coldFrom } from '../../core/account/state-text.ts'
import type { LineId } from '../../core/event/event.ts'
import { type Mandatory, mandatoryFor } from '../../core/rule/mandatory.ts'
import type { Rule, Rulebook } from '../../core/rule/rule.ts'
import type { Instant } from '../../core/units.ts'
import type { Deed } from '../../engine/turn/item.ts'
import { loadAccounts } from '../../store/account.ts'
import {
  type BlockAsked,
  type BlockRequest,
  decideBlock,
  insertBlock,
  liftBlock,
  readBlock,
  readBlocks,
  readBlocksOf,
  readWaitingBlocks,
} from '../../store/block-request.ts'
import type { Statement } from '../../store/database.ts'
import { noteLook, refuseLook } from './access.ts'
import { audited } from './audit.ts'
import { badCursor, cursorOf, type DeskParts, pageOf, readCursor, refuse } from './parts.ts'

type BlocksDesk = Pick<
  Desk,
  'askForBlock' | 'listBlocksOf' | 'listBlocks' | 'approveBlock' | 'refuseBlock' | 'liftBlock'
>

const dayMs = 86_400_000
const shownMax = 100

export const blocksDesk = (parts: DeskParts): BlocksDesk => ({ ...asking(parts), ...deciding(parts) })

function asking(parts: DeskParts): Pick<BlocksDesk, 'askForBlock' | 'listBlocksOf' | 'listBlocks'> {
  const { clock, database, log, surroundings } = parts
  return {
    async askForBlock({ account, kind, value, line, days, reason }, actor) {
      const no = await refuseLook(parts, actor, account)
      if (no !== null) return no
      const now = clock.now()
      const rulebook = surroundings.rulebookAt(now)
      const key = { shard: shardOf(account), account }
      const refusal = refusedKind({ kind, value }, rulebook) ?? (await refusedAccount(parts, key, line))
      if (refusal !== null) return refusal
      const until = now + days * dayMs
      const asked: BlockAsked = {
        ...key,
        kind,
        value,
        line,
        until,
        askedBy: actor.name,
        askedAt: now,
        reason,
      }
      const details = { kind, value, line, until: new Date(until).toISOString() }
      const deed = { action: 'block.ask', object: account, reason, details }
      const [rows] = await database.transact([insertBlock(asked), audited(actor, now, deed)])
      const seq = Number(rows![0]!['seq'])
      log.info({ account, kind, value, by: actor.name }, 'a block was asked for')
      return viewOf((await readBlock(database, seq))!, { rulebook, now })
    },
    async listBlocksOf({ account }, actor) {
      const no = await refuseLook(parts, actor, account)
      if (no !== null) return no
      await noteLook(parts, actor, { account, at: 'blocks' })
      const now = clock.now()
      const around = { rulebook: surroundings.rulebookAt(now), now }
      const rows = await readBlocksOf(database, { shard: shardOf(account), account }, shownMax)
      return { items: rows.map(row => viewOf(row, around)) }
    },
    async listBlocks({ waiting, after, limit }) {
      const cursor = readCursor(after, ['number'])
      if (cursor === 'bad') return badCursor
      const now = clock.now()
      const ask = { before: cursor?.[0] ?? Number.MAX_SAFE_INTEGER, rowsMax: limit + 1 }
      const rows = await (waiting === 'true'
        ? readWaitingBlocks(database, { ...ask, now })
        : readBlocks(database, ask))
      const { items, next } = pageOf(rows, limit, row => cursorOf(row.seq))
      const around = { rulebook: surroundings.rulebookAt(now), now }
      return { items: items.map(row => viewOf(row, around)), next }
    },
  }
}

function deciding(parts: DeskParts): Pick<BlocksDesk, 'approveBlock' | 'refuseBlock' | 'liftBlock'> {
  const { clock, database, surroundings } = parts
  return {
    async approveBlock({ id, note }, actor) {
      const found = await toDecide(parts, id, actor)
      if ('refusal' in found) return found
      const now = clock.now()
      const { seq, kind, value, until, askedBy } = found
      const no = refusedKind(found, surroundings.rulebookAt(now))
      if (no !== null) return no
      const body = { block: id, kind, value, until, askedBy, by: actor.name }
      return act(parts, found, {
        id: `block/${id}`,
        deed: { type: 'reminders.blocked', body },
        record: [
          decideBlock('approved', { seq, by: actor.name, at: now, note }),
          audited(actor, now, deedOf('block.approve', found, note)),
        ],
      })
    },
    async refuseBlock({ id, note }, actor) {
      const found = await toDecide(parts, id, actor)
      if ('refusal' in found) return found
      const now = clock.now()
      await database.transact([
        decideBlock('refused', { seq: found.seq, by: actor.name, at: now, note }),
        audited(actor, now, deedOf('block.refuse', found, note)),
      ])
      return standing(parts, found.seq)
    },
    async liftBlock({ id, note, account }, actor) {
      const no = account === undefined ? null : await refuseLook(parts, actor, account)
      if (no !== null) return no
      const found = await readBlock(database, Number(id))
      if (found === null || (account !== undefined && found.account !== account)) return unknown(id)
      const now = clock.now()
      const { seq, state, until } = found
      if (until <= now || (state !== 'asked' && state !== 'approved'))
        return refuse('wrong-state', `block ${id} is ${until <= now ? 'over' : state}`)
      const record = [
        liftBlock(state, { seq, by: actor.name, at: now, note }),
        audited(actor, now, deedOf('block.lift', found, note)),
      ]
      if (state === 'approved') {
        const deed: Deed = { type: 'reminders.unblocked', body: { block: id, by: actor.name } }
        return act(parts, found, { id: `unblock/${id}`, deed, record })
      }
      await database.transact(record)
      return standing(parts, seq)
    },
  }
}

const unknown = (id: string): Refusal => refuse('not-found', `there is no block ${id}`)

const deedOf = (action: string, { seq, account, kind, value }: BlockRequest, reason: string) => ({
  action,
  object: account,
  reason,
  details: { block: String(seq), kind, value },
})

/** A request that this person may decide on. */
async function toDecide(
  { clock, database }: DeskParts,
  id: string,
  actor: Actor,
): Promise<BlockRequest | Refusal> {
  const found = await readBlock(database, Number(id))
  if (found === null) return unknown(id)
  if (found.askedBy === actor.name) return refuse('own-request', `${actor.name} asked for block ${id}`)
  const isOver = found.until <= clock.now()
  return isOver || found.state !== 'asked'
    ? refuse('wrong-state', `block ${id} is ${isOver ? 'over' : found.state}`)
    : found
}

interface Act {
  readonly id: string
  readonly deed: Deed
  readonly record: readonly Statement[]
}

/** In a turn; whoever was faster has left nothing to be recorded, and then nothing is done. */
async function act(parts: DeskParts, { seq, account, line }: BlockRequest, what: Act) {
  const verdict = await parts.engine.act({ account, line, ...what })
  if (verdict.state === 'decided') return standing(parts, seq)
  if (verdict.state === 'set-aside' && verdict.reason === 'decision-failed')
    throw new Error(`block ${seq} failed: ${verdict.note}`)
  return refuse('wrong-state', 'somebody else was faster, or the person was erased')
}

async function standing({ clock, database, surroundings }: DeskParts, seq: number) {
  const now = clock.now()
  return viewOf((await readBlock(database, seq))!, { rulebook: surroundings.rulebookAt(now), now })
}

type Kind = Pick<BlockRequest, 'kind' | 'value'>

const meant = ({ kind, value }: Kind, { rules }: Rulebook): readonly Rule[] =>
  [...rules.values()].filter(rule => (kind === 'rule' ? rule.id : rule.touchpoint) === value)

const because: Readonly<Record<Mandatory, string>> = {
  code: 'codes are waited for by the customer',
  restriction: 'a restriction, and each warning of one, must be told',
  query: 'whoever owns private facts is told that they were looked at',
  rulebook: 'the rulebook marks it as one that must be told',
}

function refusedKind(what: Kind, rulebook: Rulebook): Refusal | null {
  const rules = meant(what, rulebook)
  if (rules.length === 0) return refuse('not-found', `there is no ${what.kind} ${what.value}`, 'value')
  const reasons = rules.map(mandatoryFor)
  if (reasons.includes(null)) return null
  const told = [...new Set(reasons)].flatMap(reason => (reason === null ? [] : [because[reason]]))
  return refuse('mandatory', told.join('; '), 'value')
}

async function refusedAccount(
  { clock, database }: DeskParts,
  key: { readonly shard: number; readonly account: string },
  line: LineId | null,
): Promise<Refusal | null> {
  const [row] = await loadAccounts(database, [key])
  const lines = row === undefined ? [] : coldFrom(row.cold).lines
  if (lines.length === 0) return refuse('not-found', `nobody is known under the account ${key.account}`)
  if (line !== null && !lines.some(({ id }) => id === line))
    return refuse('not-found', `the account has no line ${line}`, 'line')
  const rows = await readBlocksOf(database, key, shownMax)
  const open = rows.filter(
    ({ state, until }) => until > clock.now() && (state === 'asked' || state === 'approved'),
  )
  return open.length < blocksMax ? null : refuse('wrong-state', `the account has ${blocksMax} blocks already`)
}

function viewOf(
  row: BlockRequest,
  { rulebook, now }: { readonly rulebook: Rulebook; readonly now: Instant },
): z.output<typeof blockView> {
  const { seq, account, line, kind, value, until, state } = row
  const isOver = until <= now && (state === 'asked' || state === 'approved')
  return {
    id: String(seq),
    account,
    line,
    kind,
    value,
    until,
    state: isOver ? 'ended' : state,
    asked: { by: row.askedBy, at: row.askedAt, reason: row.reason },
    decided: wordOf(row.decidedBy, row.decidedAt, row.decidedNote),
    lifted: wordOf(row.liftedBy, row.liftedAt, row.liftedNote),
    goOn: meant(row, rulebook).flatMap(rule => (mandatoryFor(rule) === null ? [] : [rule.id])),
  }
}

const wordOf = (by: string | null, at: Instant | null, note: string | null) =>
  by === null || at === null ? null : { by, at, note: note ?? '' }
