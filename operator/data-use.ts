/**
 * Data at home and abroad, and what online charging (OCS) says of it.
 *
 * OCS grants a line its data in quotas and reports the counter when a quota is used up, and once more when
 * something was used and the last report is a day old. Towards the end of the allowance quotas shrink, so
 * reports come thicker; once half of the month's reports are spent, they grow.
 */
import { megabytes } from '../src/core/units.ts'
import { hourMs, minuteMs, type CivilDay } from './civil.ts'
import type { Counter, Customer } from './customer.ts'
import type { Life } from './errand.ts'
import { watchCharges } from './monitor.ts'
import { allowanceOf, overYuanPerMB } from './plans.ts'
import { isWeekend, momentOfDay, weekendFactor } from './rhythm.ts'
import { charge } from './wallet.ts'

/** Nothing below this is worth a session. */
const sessionMinBytes = 16 * 1024
const sessionsMax = 6
/** A session is cut into at most so many portions, so that it makes no more reports. */
const portionsMax = 5
const manyStatements = 45

const heartbeatMs = (customer: Customer): number =>
  (customer.statementsThisMonth > manyStatements ? 44 : 20) * hourMs

function quotaOf(customer: Customer, counter: Counter): number {
  const { usedBytes, allowanceBytes } = counter
  const width = customer.statementsThisMonth > manyStatements ? 3 : 1
  if (allowanceBytes === 0) return width * Math.max(megabytes(0.06), usedBytes / 4)
  const left = allowanceBytes - usedBytes
  if (left <= 0) return width * Math.max(allowanceBytes / 10, usedBytes / 12)
  return width * Math.min(allowanceBytes / 20, Math.max(allowanceBytes / 100, left / 5))
}

const carefulPart = 0.4

/** Beyond the allowance those who look after their use themselves; in a month in which they were told so, others too. */
function isCareful({ person, sparingMonth }: Customer, counter: Counter, day: CivilDay): boolean {
  if (sparingMonth === day.month) return true
  return counter.usedBytes > counter.allowanceBytes && person.watchesUse && !person.isHeedless
}

/** Of a line's whole day. */
function dayBytes({ customer }: Life, line: 0 | 1, day: CivilDay): number {
  const { person, chance } = customer
  const { counter } = customer.lines[line]!
  const monthly = line === 0 ? person.appetiteBytes : counter.allowanceBytes * 0.5
  const usual =
    (monthly / 30) * (isWeekend(day.weekday) ? weekendFactor[person.way] : 1) * chance.logNormal(0.8, 0.7)
  const isOnline = chance.yes(0.35)
  const careful = isCareful(customer, counter, day) ? carefulPart : 1
  if (counter.allowanceBytes === 0) return isOnline ? (careful * usual) / 0.35 : 0
  return careful * usual
}

export function planSessions(life: Life, line: 0 | 1, day: CivilDay): void {
  const bytes = dayBytes(life, line, day)
  const { stage, customer, at } = life
  const { chance, person } = customer
  const count = 1 + chance.times(1.2, sessionsMax - 1)
  const each = Math.round(bytes / count)
  if (each < sessionMinBytes) return
  for (let i = 0; i < count; i++) {
    const begins = day.start + momentOfDay(person.way, day.weekday, chance)
    if (begins <= at) continue
    stage.wake(customer, begins, { kind: 'session', line, bytes: each, portionBytes: each / portionsMax })
  }
}

/** Uses up to one quota; what is left of the session follows minutes later. */
export function useData(
  life: Life,
  { line, bytes, portionBytes }: { line: 0 | 1; bytes: number; portionBytes: number },
): void {
  const { stage, customer, at } = life
  if (customer.standing !== 'normal' || customer.abroad !== null) return
  const { counter } = customer.lines[line]!
  const quota = quotaOf(customer, counter)
  const granted = counter.reportedBytes + quota - counter.usedBytes
  const used = Math.ceil(Math.min(bytes, Math.max(granted, portionBytes)))
  const overBefore = Math.max(0, counter.usedBytes - counter.allowanceBytes)
  counter.usedBytes += used
  const over = Math.max(0, counter.usedBytes - counter.allowanceBytes) - overBefore
  const isQuotaUsed = counter.usedBytes - counter.reportedBytes >= quota
  if (isQuotaUsed || at - counter.reportedAt >= heartbeatMs(customer)) reportData(life, line)
  const costYuan = (over / megabytes(1)) * overYuanPerMB
  charge(life, costYuan)
  if (costYuan > 0) watchCharges(life, 'data', costYuan)
  const left = bytes - used
  if (left >= sessionMinBytes) {
    stage.wake(customer, at + customer.chance.between(0.5, 6) * minuteMs, {
      kind: 'session',
      line,
      bytes: left,
      portionBytes,
    })
  }
}

function usageOf({ stage, customer, at }: Life, line: 0 | 1) {
  const { counter } = customer.lines[line]!
  const day = stage.civil.dayAt(at)
  counter.reportedBytes = counter.usedBytes
  counter.reportedAt = at
  return {
    bucketId: 'data',
    kind: 'data' as const,
    periodStart: day.monthStart,
    periodEnd: day.monthEnd,
    usedBytes: counter.usedBytes,
    allowanceBytes: counter.allowanceBytes,
  }
}

export function reportData(life: Life, line: 0 | 1): void {
  life.stage.state(life, { source: 'ocs', about: line, type: 'usage.reported', data: usageOf(life, line) })
}

/** Something was counted twice. */
export function correctUsage(life: Life): void {
  const { counter } = life.customer.lines[0]!
  if (counter.usedBytes === 0) return
  counter.usedBytes = Math.floor(counter.usedBytes * life.customer.chance.between(0.6, 0.95))
  life.stage.state(life, { source: 'ocs', about: 0, type: 'usage.corrected', data: usageOf(life, 0) })
}

/** A pack more or less: the bucket is larger or smaller from now on. */
export function resize(life: Life): void {
  const line = life.customer.lines[0]!
  line.counter.allowanceBytes = allowanceOf(line.plan, line.packs)
  if (line.counter.usedBytes > 0) reportData(life, 0)
}

export function resetCounters({ lines, roaming }: Customer): void {
  for (const counter of [...lines.map(line => line.counter), roaming]) {
    counter.usedBytes = 0
    counter.reportedBytes = 0
  }
}
