/** An opened customer as they stand now. */
import type { z } from 'zod'
import type { Desk } from '../../api/desk.ts'
import type { customerPicture } from '../../api/shapes/picture.ts'
import { shardOf } from '../../core/account/shard.ts'
import type { Account, Line } from '../../core/account/account.ts'
import { coldFrom, hotFrom } from '../../core/account/state-text.ts'
import { homeMcc } from '../../core/touchpoints/roaming.ts'
import type { Language } from '../../core/event/facts.ts'
import type { Catalogue, Dated } from '../../core/rule/rule.ts'
import type { Instant } from '../../core/units.ts'
import { loadAccounts } from '../../store/account.ts'
import { accessUntil } from '../../store/customer-access.ts'
import { localDay } from '../local-time.ts'
import { noteLook, reasonNeeded } from './access.ts'
import { shownLines } from './customers.ts'
import { type DeskParts, refuse } from './parts.ts'

type Picture = z.output<typeof customerPicture>
type LinePicture = Picture['lines'][number]
type Held = LinePicture['offers'][number]

export function pictureDesk(parts: DeskParts): Pick<Desk, 'getCustomer'> {
  const { database, clock, surroundings } = parts
  return {
    async getCustomer({ account: id }, actor) {
      const now = clock.now()
      const key = { shard: shardOf(id), account: id }
      const until =
        actor.kind === 'key' ? null : await accessUntil(database, { ...key, session: actor.session, at: now })
      if (actor.kind === 'staff' && until === null) return reasonNeeded
      const [row] = await loadAccounts(database, [key])
      if (row === undefined) return refuse('not-found', `nobody is known under the account ${id}`)
      await noteLook(parts, actor, { account: id, at: 'customer' })
      const account = { id, cold: coldFrom(row.cold), hot: hotFrom(row.hot) }
      const { catalogue } = surroundings.rulebookAt(now)
      const shown = await shownLines(parts, { account: id, line: null }, account.cold)
      const lines = account.cold.lines.map((line, at) => ({
        ...shown[at]!,
        ...linePicture(account, line, { catalogue, now }),
      }))
      return { account: id, until, lines, ...standingOf(account) }
    },
  }
}

function standingOf({ cold, hot }: Account): Omit<Picture, 'account' | 'until' | 'lines'> {
  const { balance, standing, validity, bill } = hot
  return {
    balance,
    standing: { state: standing.state, since: standing.since === 0 ? null : standing.since },
    usableUntil: validity?.untilDay ?? null,
    bill: bill === null ? null : { month: bill.month, due: bill.due, payBy: bill.payBy },
    payment: { role: cold.payment.role, members: cold.payment.members },
    contacts: cold.contacts.filter(({ removed }) => !removed).length,
  }
}

interface World {
  readonly catalogue: Catalogue
  readonly now: Instant
}

function linePicture(
  { hot }: Account,
  line: Line,
  world: World,
): Pick<LinePicture, 'offers' | 'meters' | 'abroad' | 'preferences'> {
  const { channel, activeHours, marketingConsent, subscribed, unsubscribed } = line.preferences
  const own = hot.meters.filter(meter => meter.line === line.id && meter.until > world.now)
  return {
    offers: offersOf(line, world),
    meters: own.map(({ bucket, kind, used, allowance, from, until, asOf }) => ({
      bucket,
      kind,
      used,
      allowance,
      from,
      until,
      asOf,
    })),
    abroad: hot.abroad.find(one => one.line === line.id && one.mcc !== homeMcc)?.mcc ?? null,
    preferences: {
      channel,
      activeHours,
      marketingConsent,
      subscribed: [...subscribed],
      unsubscribed: [...unsubscribed],
    },
  }
}

function offersOf(line: Line, { catalogue, now }: World): Held[] {
  const day = localDay(now)
  const named = (entries: readonly Dated<Named>[] | undefined, id: string) =>
    entries?.findLast(({ from }) => from <= day)?.value.name ?? { 'zh-CN': id, en: id }
  const { plans, packs, services, promotions } = catalogue
  const open = { since: null, until: null }
  return [
    { id: line.planId, kind: 'plan', name: named(plans.get(line.planId), line.planId), ...open },
    ...line.packIds.map((id): Held => ({ id, kind: 'pack', name: named(packs.get(id), id), ...open })),
    ...line.subscriptions.map(({ id, kind, since, lastDay, lastMonth }): Held => ({
      id,
      kind,
      name: named(kind === 'service' ? services.get(id) : promotions.get(id), id),
      since,
      until: lastDay ?? lastMonth,
    })),
  ]
}

interface Named {
  readonly name: Readonly<Record<Language, string>>
}
