/**
 * Builds the tree that conditions and templates look at (see `view.ts`): the account as it stands now,
 * beside what was true when the rule was triggered.
 */
import type { Account, Line, Meter } from '../account/account.ts'
import { contactNamed } from '../account/contact.ts'
import { monthsBetween } from '../calendar/months.ts'
import { dayOf, localOf, monthOf } from '../calendar/zone.ts'
import type { Facts, FactValue } from '../reminder.ts'
import { percentOf } from '../touchpoints/usage-limits.ts'
import { homeMcc } from '../touchpoints/roaming.ts'
import type { Instant } from '../units.ts'
import { callsAbroadOf, packOf, placeOf, planOf } from './catalogue.ts'
import { promotionFacts, serviceFacts } from './subscription-view.ts'
import type { Rulebook } from './rule.ts'
import { extraRoots, type Root } from './view.ts'

/** What is kept of a trigger until its reminder leaves: plain JSON, no personal data. */
export interface Kept {
  readonly trigger: string
  readonly event: Facts
  readonly bucket: string | null
  readonly place: string | null
  /** When the fact was true. */
  readonly at: Instant
}

export interface Ask {
  readonly account: Pick<Account, 'cold' | 'hot'>
  readonly line: Line
  readonly kept: Kept
  readonly rulebook: Rulebook
  readonly now: Instant
}

export function viewOf(ask: Ask): Facts {
  const { rulebook, kept, now } = ask
  const roots = extraRoots[kept.trigger] ?? []
  return {
    account: accountView(ask),
    line: lineView(ask),
    plan: planFacts(ask, ask.line.planId),
    contact: contactView(ask),
    code: rulebook.codes,
    now,
    event: kept.event,
    ...Object.fromEntries(roots.map(root => [root, rootOf[root](ask)])),
  }
}

const rootOf: Readonly<Record<Root, (ask: Ask) => Facts>> = {
  bucket: bucketView,
  place: placeView,
  callsAbroad: ({ rulebook, line, now }) => ({ prices: callsAbroadOf(rulebook, line.language, now) }),
  service: serviceFacts,
  promotion: promotionFacts,
  planBefore: ask => planFacts(ask, ask.kept.event['fromPlanId']),
  planAfter: ask => planFacts(ask, ask.kept.event['planId']),
}

function accountView({ account: { cold, hot } }: Ask): Facts {
  return {
    role: cold.payment.role,
    members: cold.payment.members,
    standing: hot.standing.state,
    balanceKnown: hot.balance !== null,
    balanceMicroYuan: hot.balance?.amount ?? null,
    balanceAsOf: hot.balance?.asOf ?? null,
    validUntil: hot.validity?.untilDay ?? null,
    billMonth: hot.bill?.month ?? null,
    billDueMicroYuan: hot.bill?.due ?? null,
    billPayBy: hot.bill?.payBy ?? null,
  }
}

function contactView({ account: { cold }, line }: Ask): Facts {
  const contact = contactNamed(cold, line.id)
  return { role: contact?.role ?? null, aboutMasked: contact?.aboutMasked ?? null }
}

function lineView({ account: { hot }, line, rulebook, now }: Ask): Facts {
  const { zone } = rulebook.policy
  const mcc = hot.abroad.find(entry => entry.line === line.id)?.mcc ?? homeMcc
  return {
    brand: line.brand,
    brandName: rulebook.catalogue.brands[line.brand][line.language],
    planId: line.planId,
    payMode: line.payMode,
    star: line.star,
    vip: line.vip,
    province: line.province,
    city: line.city,
    language: line.language,
    age: line.birthYear === null ? null : localOf(now, zone).year - line.birthYear,
    months: monthsBetween(line.openedAt, now, zone),
    packIds: line.packIds,
    packs: line.packIds.map(id => packOf(rulebook, id, now)?.name[line.language] ?? id),
    abroad: mcc === homeMcc ? '' : mcc,
    open: line.closedAt === null,
  }
}

/** The plan of this id; every field null for one that is not in the catalogue. */
function planFacts({ line, rulebook, now }: Ask, id: FactValue | undefined): Facts {
  const plan = typeof id === 'string' ? planOf(rulebook, id, now) : null
  return {
    name: plan?.name[line.language] ?? null,
    monthlyFeeMicroYuan: plan?.monthlyFee ?? null,
    dataBytes: plan?.dataBytes ?? null,
    voiceMinutes: plan?.voiceMinutes ?? null,
    outOfPlanPerMBMicroYuan: plan?.outOfPlanPerMB ?? null,
    offer: plan?.offer[line.language] ?? null,
  }
}

const noBucket: Facts = {
  kind: null,
  usedBytes: null,
  allowanceBytes: null,
  leftBytes: null,
  overBytes: null,
  usedPercent: null,
  asOf: null,
  periodStart: null,
  periodEnd: null,
  month: null,
}

function bucketView({ account: { hot }, line, kept, rulebook }: Ask): Facts {
  const meter = meterOf(hot.meters, line.id, kept.bucket)
  if (meter === undefined) return noBucket
  const { used, allowance, from, until } = meter
  const { zone } = rulebook.policy
  return {
    kind: meter.kind,
    usedBytes: used,
    allowanceBytes: allowance,
    leftBytes: Math.max(0, allowance - used),
    overBytes: Math.max(0, used - allowance),
    usedPercent: allowance > 0 ? percentOf(used, allowance) : null,
    asOf: meter.asOf,
    periodStart: dayOf(from, zone),
    periodEnd: dayOf(until - 1, zone),
    month: monthOf(from, zone),
  }
}

export const meterOf = (meters: readonly Meter[], line: string, bucket: string | null): Meter | undefined =>
  meters.find(meter => meter.line === line && meter.bucket === bucket)

function placeView({ line, kept, rulebook, now }: Ask): Facts {
  const place = kept.place === null ? null : placeOf(rulebook, kept.place, now)
  return {
    mcc: kept.place,
    name: place?.name[line.language] ?? null,
    known: place !== null,
    callLocalPerMinuteMicroYuan: place?.callLocalPerMinute ?? null,
    callHomePerMinuteMicroYuan: place?.callHomePerMinute ?? null,
    receivePerMinuteMicroYuan: place?.receivePerMinute ?? null,
    smsHomeMicroYuan: place?.smsHome ?? null,
    dataPerMBMicroYuan: place?.dataPerMB ?? null,
    dayPackMicroYuan: place?.dayPack ?? null,
    police: place?.police ?? null,
    ambulance: place?.ambulance ?? null,
  }
}

/** What stands at a dotted path of the tree; undefined where nothing does. */
export function valueAt(view: Facts, path: string): FactValue | undefined {
  let value: FactValue | undefined = view
  for (const name of path.split('.')) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
    value = (value as Facts)[name]
  }
  return value
}
