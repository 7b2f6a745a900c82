/** Opening a customer for a reason (FP-09), within one's territories; seeing the numbers in full. */
import type { Actor } from '../../api/actor.ts'
import type { Desk } from '../../api/desk.ts'
import { maskedNumber } from '../../api/masking.ts'
import type { Cold } from '../../core/account/account.ts'
import { shardOf } from '../../core/account/shard.ts'
import { coldFrom } from '../../core/account/state-text.ts'
import type { AccountId } from '../../core/event/event.ts'
import { inScope } from '../../core/rule/audience.ts'
import { numberPlace } from '../../engine/turn/load.ts'
import { loadAccounts } from '../../store/account.ts'
import { openAccess } from '../../store/customer-access.ts'
import { findLines, readNumbers } from '../../store/line-directory.ts'
import { refuseLook } from './access.ts'
import { audited } from './audit.ts'
import { type DeskParts, refuse } from './parts.ts'
import { keyOf } from './reminders.ts'

type Parts = Pick<DeskParts, 'database' | 'vault' | 'clock'>

/** How long a session may look at a customer whom it opened. */
const accessMs = 30 * 60_000

interface Held {
  readonly account: AccountId
  readonly line: string | null
}

export function customersDesk(parts: Parts): Pick<Desk, 'openCustomer' | 'unmaskCustomer'> {
  const { database, clock } = parts
  return {
    async openCustomer({ number, account: named, reason }, actor) {
      const now = clock.now()
      const held = number === undefined ? { account: named ?? '', line: null } : await heldAt(parts, number)
      const told = reason.note === '' ? reason.case : `${reason.case}: ${reason.note}`
      const cold = held === null ? null : await coldOf(parts, held.account)
      if (held === null || cold === null) {
        // Whom somebody asks for in vain tells of them too; the number stays out of it.
        await database.transact([
          audited(actor, now, { action: 'customer.not-found', object: '', reason: told }),
        ])
        return refuse('not-found', 'nobody is known under this number or account, or they were erased')
      }
      const { account } = held
      if (!isWithin(actor, cold)) {
        const deed = { action: 'customer.refused', object: account, reason: told }
        await database.transact([audited(actor, now, deed)])
        return refuse('not-permitted', `this customer is not of ${actor.territories.join(', ')}`)
      }
      const until = actor.kind === 'staff' ? now + accessMs : null
      const details = { until: until === null ? null : new Date(until).toISOString() }
      const granted = { shard: shardOf(account), account, lawfulCase: reason.case, note: reason.note }
      await database.transact([
        ...(actor.kind === 'staff' && until !== null
          ? [openAccess({ ...granted, session: actor.session, until })]
          : []),
        audited(actor, now, { action: 'customer.open', object: account, reason: told, details }),
      ])
      return { account, lines: await shownLines(parts, held, cold), until }
    },
    async unmaskCustomer({ account, reason }, actor) {
      const no = await refuseLook(parts, actor, account)
      if (no !== null) return no
      const cold = await coldOf(parts, account)
      if (cold === null) return refuse('not-found', `nobody is known under the account ${account}`)
      const numbers = await numbersOf(parts, account, cold)
      await database.transact([
        audited(actor, clock.now(), { action: 'customer.unmask', object: account, reason }),
      ])
      return {
        account,
        lines: cold.lines.map(({ id }) => ({ line: id, number: numbers.get(id) ?? null })),
      }
    },
  }
}

const isWithin = ({ territories }: Actor, { lines }: Cold): boolean =>
  territories.length === 0 || lines.some(line => territories.some(territory => inScope(territory, line)))

async function heldAt({ database, vault, clock }: Parts, number: string): Promise<Held | null> {
  const [held] = await findLines(database, [{ hash: vault.numberHash(number), time: clock.now() }])
  return held === undefined ? null : { account: held.account, line: held.line }
}

async function coldOf({ database }: Parts, account: AccountId): Promise<Cold | null> {
  const [row] = await loadAccounts(database, [{ shard: shardOf(account), account }])
  return row === undefined ? null : coldFrom(row.cold)
}

/** The present number of each line; none once the customer was erased. */
async function numbersOf(
  parts: Parts,
  account: AccountId,
  { lines }: Cold,
): Promise<ReadonlyMap<string, string>> {
  const key = await keyOf(parts, account)
  if (key === null) return new Map()
  const asked = lines.map(({ id }) => ({ shard: shardOf(account), account, line: id }))
  const rows = await readNumbers(parts.database, asked)
  return new Map(
    rows.map(({ line, numberEnc }) => [line, parts.vault.unseal(key, numberEnc, numberPlace(account, line))]),
  )
}

/** With their numbers masked, in the order of the account. */
export async function shownLines(parts: Parts, { account, line: asked }: Held, cold: Cold) {
  const numbers = await numbersOf(parts, account, cold)
  return cold.lines.map(line => {
    const { id, brand, payMode, star, language, province, city, openedAt, closedAt } = line
    const number = numbers.get(id)
    const numberMasked = number === undefined ? null : maskedNumber(number)
    const about = { brand, payMode, star, language, province, city, openedAt, closedAt }
    return { line: id, numberMasked, ...about, isAsked: id === asked }
  })
}
