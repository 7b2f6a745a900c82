/** Why this message was sent, or held back (G9): a reminder with all that its decision rested on. */
import type { Desk } from '../../api/desk.ts'
import { shardOf } from '../../core/account/shard.ts'
import { textPlace } from '../../engine/turn/load.ts'
import { readKeys } from '../../store/person.ts'
import {
  type AttemptView,
  readAttempts,
  readReminder,
  readReminders,
  type ReminderView,
} from '../../store/reminder-views.ts'
import type { DataKey } from '../../store/vault.ts'
import { noteLook, refuseLook } from './access.ts'
import { showContacts } from './contacts.ts'
import { erasedAt } from './erasures.ts'
import { badCursor, cursorOf, type DeskParts, pageOf, readCursor, refuse } from './parts.ts'

/** Outside, a reminder's id begins with its account: `A17/data-used-80/L1/2026-11-01`. */
export const outerId = (row: { readonly account: string; readonly id: string }): string =>
  `${row.account}/${row.id}`

/** Attempts of one reminder: rungs, repeats after rest hours, returns; more would be a runaway. */
const attemptsMax = 200

export function remindersDesk(parts: DeskParts): Pick<Desk, 'getReminder' | 'listReminders'> {
  const { database, vault } = parts
  return {
    async getReminder({ id: outer }, actor) {
      const slash = outer.indexOf('/')
      const account = outer.slice(0, Math.max(0, slash))
      const no = await refuseLook(parts, actor, account)
      if (no !== null) return no
      const id = outer.slice(slash + 1)
      const key = { shard: shardOf(account), account }
      const found = slash < 1 ? null : await readReminder(database, { ...key, id })
      if (found === null) return refuse('not-found', `no reminder has the id ${outer}`)
      await noteLook(parts, actor, { account, at: 'reminder' })
      const attempts = await readAttempts(database, { ...key, reminder: id }, attemptsMax)
      const customerKey = await keyOf(parts, account)
      return {
        ...summaryOf(found),
        cause: found.cause,
        facts: { ...found.facts },
        steps: [...found.steps],
        group: found.group,
        order: found.order,
        trail: [...found.trail],
        contact: (await showContacts(parts, account, customerKey))(found.line),
        attempts: attempts.map(row => ({ ...row, text: textOf({ account, row, key: customerKey, vault }) })),
        erased: await erasedAt(parts, account),
      }
    },
    async listReminders({ account, line, state, after, limit }, actor) {
      const no = await refuseLook(parts, actor, account)
      if (no !== null) return no
      const cursor = readCursor(after, ['number', 'number', 'string'])
      if (cursor === 'bad') return badCursor
      const place = cursor && { plannedAt: cursor[0], decision: cursor[1], id: cursor[2] }
      const ask = { shard: shardOf(account), account, line: line ?? null, state: state ?? null }
      const rows = await readReminders(database, { ...ask, after: place, rowsMax: limit + 1 })
      const { items, next } = pageOf(rows, limit, row => cursorOf(row.plannedAt, row.decision, row.id))
      if (items.length > 0) await noteLook(parts, actor, { account, at: 'reminders' })
      return { items: items.map(summaryOf), next }
    },
  }
}

export function summaryOf(row: ReminderView) {
  const { account, line, touchpoint, rule, template, version, class: cls, state, reason } = row
  const { due, usefulUntil, channel, plannedAt, concludedAt } = row
  const what = {
    id: outerId(row),
    account,
    line,
    touchpoint,
    rule,
    template,
    version,
    class: cls,
    state,
    reason,
  }
  return { ...what, due, usefulUntil, channel, plannedAt, concludedAt }
}

/** The customer's key, null when the person was erased. Not remembered: the engine alone knows when to forget. */
export async function keyOf(
  { database, vault }: Pick<DeskParts, 'database' | 'vault'>,
  account: string,
): Promise<DataKey | null> {
  const [wrapped] = await readKeys(database, [{ shard: shardOf(account), account }])
  return wrapped === undefined ? null : vault.unwrap(account, wrapped.keyEnc)
}

/** The message as sent; null once blanked or erased. */
export function textOf(ask: {
  readonly account: string
  readonly row: AttemptView
  readonly key: DataKey | null
  readonly vault: DeskParts['vault']
}): string | null {
  const { account, row, key, vault } = ask
  return row.textEnc === null || key === null
    ? null
    : vault.unseal(key, row.textEnc, textPlace(account, row.id))
}
