/** What the operator's systems have of a played customer: what their facts have made of the account so far. */
import { type Held, packOf, planOf, type Puppet } from '../../../../operator/puppets.ts'
import { allowanceOf, type Plan } from '../../../../operator/plans.ts'
import type { Account, Line } from '../../../core/account/account.ts'
import { shardOf } from '../../../core/account/shard.ts'
import { coldFrom, hotFrom } from '../../../core/account/state-text.ts'
import { homeMcc } from '../../../core/touchpoints/roaming.ts'
import type { Instant, MicroYuan } from '../../../core/units.ts'
import { loadAccounts } from '../../../store/account.ts'
import type { Database } from '../../../store/database.ts'

/** What no fact has told Kairos, and BOSS knows all the same. */
export interface Known {
  readonly nextPlan: Plan | null
  readonly isPhoneLost: boolean
}

export interface Opened {
  readonly account: Account
  readonly line: Line
}

/** The account and its line; null while it has none that is open. */
export async function openedOf(database: Database, puppet: Puppet): Promise<Opened | null> {
  const id = puppet.account
  const [row] = await loadAccounts(database, [{ shard: shardOf(id), account: id }])
  if (row === undefined) return null
  const account = { id, cold: coldFrom(row.cold), hot: hotFrom(row.hot) }
  const line = account.cold.lines.find(one => one.id === puppet.line)
  return line === undefined || line.closedAt !== null ? null : { account, line }
}

/** Of one who has no account yet: what it will begin with. */
export function heldOf(
  { puppet, ...known }: Known & { readonly puppet: Puppet },
  opened: Opened | null,
  now: Instant,
): Held {
  if (opened === null) return { ...empty, plan: puppet.plan, allowanceBytes: allowanceOf(puppet.plan, []) }
  const { account, line } = opened
  const { hot } = account
  const plan = planOf(line.planId) ?? puppet.plan
  const packs = line.packIds.map(packOf).filter(pack => pack !== null)
  const meter = hot.meters.find(one => one.line === line.id && one.kind === 'data' && one.until > now)
  return {
    plan,
    packs,
    isPrepaid: line.payMode === 'prepaid' && account.cold.payment.role === 'single',
    balance: hot.balance?.amount ?? (0 as MicroYuan),
    validDay: hot.validity?.untilDay ?? null,
    usedBytes: meter?.used ?? 0,
    allowanceBytes: meter?.allowance ?? allowanceOf(plan, packs),
    abroad: hot.abroad.find(one => one.line === line.id && one.mcc !== homeMcc)?.mcc ?? null,
    standing: hot.standing.state,
    services: line.subscriptions.filter(({ kind }) => kind === 'service').map(({ id }) => id),
    nextPlan: known.nextPlan,
    isPhoneLost: known.isPhoneLost,
  }
}

const empty: Omit<Held, 'plan' | 'allowanceBytes'> = {
  packs: [],
  isPrepaid: true,
  balance: 0 as MicroYuan,
  validDay: null,
  usedBytes: 0,
  abroad: null,
  standing: 'normal',
  isPhoneLost: false,
  services: [],
  nextPlan: null,
}
