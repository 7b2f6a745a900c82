/** The same people, told and not told: what they do on account of what they read, and what stays as it was. */
import { expect, test } from 'vitest'
import type { FactType } from '../src/core/event/facts.ts'
import { noDirt } from './dirt.ts'
import type { Envelope } from './envelope.ts'
import { leastMs } from './heed.ts'
import { createOperator } from './operator.ts'
import { masked } from './numbers.ts'

const options = { seed: 'heed', customers: 1_000, month: '2026-11', dirt: noDirt } as const
const minuteMs = 60_000

const people = new Map([...createOperator(options).people()].map(person => [person.account, person]))
const accountOf = ({ id }: Envelope): string => id.split('.')[1]!
const personOf = (event: Envelope) => people.get(accountOf(event))!
const time = ({ time: text }: Envelope): number => Date.parse(text)

/** Puts what was stated into words, as somebody might; null: says nothing of it. */
type Teller = (event: Envelope) => string | null

/** What happened in the month when the first number of each account is told so, a minute later. */
function livesTold(
  teller: Teller,
  numberOf = (event: Envelope): string => personOf(event).numbers[0]!,
): Envelope[] {
  const happened: Envelope[] = []
  const operator = createOperator({ ...options, witness: event => happened.push(event) })
  for (const { event } of operator.unfolding()) {
    const text = event === null ? null : teller(event)
    if (text !== null) operator.read({ number: numberOf(event!), at: time(event!) + minuteMs, text })
  }
  return happened
}

const quiet = livesTold(() => null)
const of = <T extends FactType>(events: readonly Envelope[], type: T): Envelope<T>[] =>
  events.filter((event): event is Envelope<T> => event.type === type)
const stops = (events: readonly Envelope[]): Envelope[] =>
  of(events, 'standing.reported').filter(
    ({ data }) => data.reason === 'arrears' && data.standing !== 'normal',
  )

const yuan = (microYuan: number): string => (microYuan / 1e6).toFixed(2)
const tellLow: Teller = event =>
  event.type === 'balance.reported' && event.data.balanceMicroYuan < 10e6
    ? `余额${yuan(event.data.balanceMicroYuan)}元，用完即停机。请到营业厅充值；查费用发送11到10086。`
    : null
const tellData: Teller = event => {
  if (event.type !== 'usage.reported' || event.data.kind !== 'data') return null
  const { usedBytes, allowanceBytes } = event.data
  if (allowanceBytes === 0 || usedBytes < 0.8 * allowanceBytes) return null
  return '套餐流量已用80%，还剩20.00MB，可用至11月30日。加购流量包回复2651。'
}

/** From outside: no message moves them. */
const outside: ReadonlySet<FactType> = new Set<FactType>([
  'line.opened',
  'line.closed',
  'preference.changed',
  'profile.changed',
  'query.performed',
  'contact.recorded',
  'order.progressed',
  'roaming.opened',
  'roaming.registered',
  'family-net.created',
  'family-net.joined',
  'family-net.left',
  'payment-group.joined',
  'payment-group.left',
  'virtual-net.joined',
  'campaign.launched',
  'contact-person.named',
  'contact-person.removed',
  'plan.change-cancelled',
])
const stoppedAtAll = new Set([...stops(quiet)].map(accountOf))

/** Type, account and moment of what comes from outside; packs are ordered, and not from outside. */
const causes = (events: readonly Envelope[]): string[] =>
  events
    .filter(event => outside.has(event.type) && !stoppedAtAll.has(accountOf(event)))
    .filter(event => event.type !== 'profile.changed' || event.data.packIds === undefined)
    .map(event => `${event.type} ${accountOf(event)} ${event.time}`)
    .toSorted()

test('who is told nothing, or nothing that calls for anything, lives as if nobody was there', () => {
  const alone = [...createOperator(options).facts()].map(({ event }) => event.id)
  expect(quiet.map(({ id }) => id).toSorted()).toEqual(alone.toSorted())
  expect(livesTold(() => '今天您已入网满3年，感谢您一直选择我们！')).toEqual(quiet)
})

test('told that the money runs out, more pay before they are stopped', () => {
  const told = livesTold(tellLow)
  expect(stops(quiet).length).toBeGreaterThan(40)
  expect(stops(told).length).toBeLessThan(0.75 * stops(quiet).length)
  expect(stops(told).length).toBeGreaterThan(0)
})

test('told in words of the trade that name nothing to do, fewer do', () => {
  const vague = livesTold(event =>
    tellLow(event) === null ? null : '您的可用余额不足10元，即将呼限，请缴费。',
  )
  expect(stops(vague).length).toBeGreaterThan(stops(livesTold(tellLow)).length)
  expect(stops(vague).length).toBeLessThan(stops(quiet).length)
})

test('told of the stop, they pay sooner and are back sooner', () => {
  const told = livesTold(event =>
    event.type === 'standing.reported' && event.data.reason === 'arrears'
      ? '您的号码已停机，不能拨打和接听。充值即可恢复。查费用可拨打10086。'
      : null,
  )
  const hoursStopped = (events: readonly Envelope[]): number => {
    const back = of(events, 'standing.reported').filter(({ data }) => data.reason === 'paid')
    const waits = stops(events).flatMap(stop => {
      const first = back.find(event => accountOf(event) === accountOf(stop) && event.time > stop.time)
      return first === undefined ? [] : [time(first) - time(stop)]
    })
    return waits.reduce((sum, wait) => sum + wait, 0) / waits.length / 3_600_000
  }
  expect(hoursStopped(told)).toBeLessThan(0.8 * hoursStopped(quiet))
})

test('told that data is nearly used, some take the pack whose code was named, others use less', () => {
  const told = livesTold(tellData)
  const packs = (events: readonly Envelope[]): number =>
    of(events, 'profile.changed').filter(({ data }) => data.packIds !== undefined).length
  expect(packs(told)).toBeGreaterThan(packs(quiet) + 5)
  const noCode = livesTold(event => tellData(event)?.replace('加购流量包回复2651。', '') ?? null)
  expect(packs(noCode)).toBeLessThanOrEqual(packs(quiet))
  const shocks = (events: readonly Envelope[]): number =>
    of(events, 'charges.reported').filter(({ data }) => data.kind === 'data' && data.amountMicroYuan >= 50e6)
      .length
  expect(shocks(told)).toBeLessThan(shocks(quiet))
})

test('told that an offer ends, most who heed it take it up again', () => {
  const told = livesTold(event => {
    if (event.type !== 'promotion.started' || event.data.promotionId !== 'broadband-100') return null
    return `100M宽带${event.data.lastDay}到期，之后不能上网。请到营业厅或网上营业厅续费，也可以拨打10086。`
  })
  const ended = (events: readonly Envelope[]): number =>
    of(events, 'promotion.confirmed').filter(({ data }) => data.promotionId === 'broadband-100').length
  expect(ended(told)).toBeGreaterThan(ended(quiet))
})

test('told what data costs abroad and how to switch it off, some do until they are home', () => {
  const told = livesTold(event =>
    event.type === 'roaming.registered' && event.data.mcc !== '460'
      ? '当地上网5元/MB，每天最多30元，不含在套餐内。手机可能自动联网，关闭请发送GB到10086。'
      : null,
  )
  const bytes = (events: readonly Envelope[]): number =>
    of(events, 'usage.reported')
      .filter(({ data }) => data.kind === 'roaming-data')
      .reduce((most, { data }) => most + data.usedBytes, 0)
  expect(bytes(told)).toBeLessThan(0.9 * bytes(quiet))
  expect(causes(told)).toEqual(causes(quiet))
})

test('TP9-04: a contact who reads of a number that owes pays for it', () => {
  const named = [...people.values()].filter(({ contact }) => contact !== null)
  const line = ({ numbers, contact }: (typeof named)[number]): string => numbers[contact!.line]!
  const told = livesTold(
    event => {
      const { contact } = personOf(event)
      if (event.type !== 'bill.issued' || event.data.payBy === undefined || contact === null) return null
      return `${masked(line(personOf(event)))}账单未付，仍可使用。请用手机银行付清，之后可能停机。有疑问拨打10086。`
    },
    event => personOf(event).contact!.number,
  )
  const paid = (events: readonly Envelope[]): number =>
    of(events, 'payment.received').filter(
      event => personOf(event).contact !== null && time(event) < Date.parse('2026-11-08'),
    ).length
  expect(paid(told)).toBeGreaterThan(paid(quiet))
})

test('a word moves nothing that comes from outside, and nobody acts at once', () => {
  const first = new Map<string, number>()
  const told = livesTold(event => {
    const text = tellLow(event) ?? tellData(event)
    if (text !== null && !first.has(accountOf(event))) first.set(accountOf(event), time(event))
    return text
  })
  expect(causes(told)).toEqual(causes(quiet))
  const before = (events: readonly Envelope[]): string[] =>
    events
      .filter(event => time(event) < (first.get(accountOf(event)) ?? Infinity) + leastMs)
      .map(event => `${event.type} ${event.id} ${event.time}`)
      .toSorted()
  expect(before(told)).toEqual(before(quiet))
  expect(livesTold(event => tellLow(event) ?? tellData(event))).toEqual(told)
})
