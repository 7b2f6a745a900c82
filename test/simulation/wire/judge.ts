/**
 * What a life over the wire must not show, however it went: the rows that were left against what the centre took and what went
 * over the wire. It knows messages by their number and name, and nothing of how the product finds them.
 */
import type { MessageState } from '../../../packages/smpp/src/index.ts'
import type { Taken } from './log.ts'
import { messageOf } from './log.ts'
import type { WireLine } from './plot.ts'
import type { AttemptLeft, ReminderLeft, WireChronicle } from './record.ts'
import { groupWaitMs } from './words.ts'

const expectedRules = ['open-1', 'open-2', 'open-3'] as const
const sameReplyMs = 600_000
const finals = new Set(['delivered', 'failed', 'expired', 'unconfirmed'])
/** As a receipt's state reads to the engine. */
const outcomes: Partial<Record<MessageState, string>> = {
  delivered: 'delivered',
  expired: 'expired',
  undeliverable: 'failed',
  rejected: 'failed',
  deleted: 'failed',
}

/** Everything about one message. */
interface Case {
  readonly reminder: ReminderLeft
  readonly line: WireLine
  readonly attempts: readonly AttemptLeft[]
  /** Null when it was never decided to send it. */
  readonly message: string | null
  readonly taken: readonly Taken[]
}

export function judgeWire(chronicle: WireChronicle): readonly string[] {
  const cases = casesOf(chronicle)
  return [
    ...chronicle.log.faults,
    ...chronicle.books.differences.map(says => `G8  ${says}`),
    ...(chronicle.books.setAside > 0 ? [`G2  ${chronicle.books.setAside} events were set aside`] : []),
    ...nothingLost(chronicle),
    ...handedOverOnce(chronicle),
    ...inDoubt(chronicle),
    ...cases.flatMap(one => ended(chronicle, one)),
    ...cases.flatMap(one => rightIds(one)),
    ...countedOnce(chronicle),
    ...cases.flatMap(one => counted(chronicle, one)),
    ...chronicle.plot.lines.flatMap(line => inOrder(cases.filter(one => one.line === line))),
    ...repliesKept(chronicle),
  ]
}

function casesOf({ plot, log, reminders, attempts }: WireChronicle): readonly Case[] {
  const lines = new Map(plot.lines.map(line => [line.account, line]))
  const taken = Map.groupBy(log.taken, messageOf)
  return reminders.map(reminder => {
    const line = lines.get(reminder.account)!
    const own = attempts.filter(one => one.account === reminder.account && one.reminder === reminder.id)
    const message = own.length === 0 ? null : messageOf({ number: line.number, name: own[0]!.name })
    const parts = (taken.get(message ?? '') ?? []).toSorted((a, b) => a.part - b.part)
    return { reminder, line, attempts: own, message, taken: parts }
  })
}

/** Each fact has its reminders, and what reached the centre is one of them (G8). */
function nothingLost({ plot, books, reminders, attempts, log }: WireChronicle): readonly string[] {
  const wanted = [
    ...plot.lines.flatMap(({ account, line }) =>
      expectedRules.map(rule => `${account} ${rule} open-${line}`),
    ),
    ...plot.payments.map(
      ({ line, fen }) => `${line.account} ${fen % 2 === 1 ? 'paid-long' : 'paid'} paid-${fen}`,
    ),
  ]
  const left = reminders.map(({ account, rule, causeId }) => `${account} ${rule} ${causeId}`)
  const numbers = new Map(plot.lines.map(({ account, number }) => [account, number]))
  const known = new Set(
    attempts.map(({ account, name }) => messageOf({ number: numbers.get(account)!, name })),
  )
  return [
    ...wanted
      .filter(one => left.filter(other => other === one).length !== 1)
      .map(one => `G8  not once: ${one}`),
    ...(left.length === wanted.length ? [] : [`G8  ${left.length} reminders instead of ${wanted.length}`]),
    ...(books.accepted < plot.lines.length + plot.payments.length
      ? [`G8  only ${books.accepted} events were accepted`]
      : []),
    ...log.taken.filter(one => !known.has(messageOf(one))).map(one => `G8  nobody sent ${messageOf(one)}`),
  ]
}

/** What the centre has it is not given again, whatever its answer was and whoever heard it (G4). */
function handedOverOnce({ log }: WireChronicle): readonly string[] {
  const byPart = Map.groupBy(log.taken, one => `${messageOf(one)} part ${one.part}`)
  return [...byPart].flatMap(([name, all]) => (all.length > 1 ? [`G4  ${all.length} times: ${name}`] : []))
}

/** One window at most for a death, and one for each link that had broken before it (G4). */
function inDoubt({ plot, log }: WireChronicle): readonly string[] {
  if (!plot.isPatient) return []
  return log.deaths
    .filter(({ unanswered, cuts }) => unanswered > plot.window * (1 + cuts))
    .map(({ unanswered, cuts }) => `G4  ${unanswered} in doubt after a death and ${cuts} broken links`)
}

const statesOf = ({ log }: WireChronicle, { id }: Taken): readonly string[] =>
  log.receipts.flatMap(one => (one.id === id ? (outcomes[one.state] ?? []) : []))

/** Each reminder has come to an end, and to one that its message has had. */
function ended(chronicle: WireChronicle, one: Case): readonly string[] {
  const { reminder, attempts, message, taken } = one
  const { state, reason, account, id } = reminder
  const says = (what: string): readonly string[] => [`G4  ${account} ${id} is ${state}: ${what}`]
  if (!finals.has(state)) return [`G8  ${account} ${id} ended as ${state} (${reason})`]
  const whole = attempts.reduce((most, { parts }) => Math.max(most, parts), 1)
  const told = taken.map(part => statesOf(chronicle, part))
  const isRefused = message !== null && chronicle.log.refused.has(message)
  const isPartial = taken.length > 0 && taken.length < whole
  switch (state) {
    case 'delivered':
      if (taken.length < whole) return says(`the centre took ${taken.length} of ${whole} parts`)
      return told.every(states => states.includes('delivered')) ? [] : says('no receipt said so of all parts')
    case 'failed':
      return isRefused || isPartial || told.some(states => states.includes('failed'))
        ? []
        : says('nobody refused it, and no receipt said so')
    case 'expired':
      return taken.length === 0 || told.some(states => states.includes('expired'))
        ? []
        : says('no receipt said so')
    default:
      return attempts.length > 0 ? [] : says('it was never sent')
  }
}

/** The ids that an attempt is known by are those that the centre gave to its own parts. */
function rightIds({ attempts, message, taken }: Case): readonly string[] {
  const given = taken.map(({ id }) => id).join(' ')
  return attempts
    .filter(({ messageId }) => messageId !== null && messageId !== given)
    .map(({ messageId }) => `G4  ${message} is taken for ${messageId}, the centre calls it ${given}`)
}

/** One outcome for an attempt; silence alone may be bettered by word that comes after all (G4). */
function countedOnce({ concluded }: WireChronicle): readonly string[] {
  const byAttempt = Map.groupBy(concluded, ({ account, attempt }) => `${account} ${attempt}`)
  return [...byAttempt].flatMap(([name, all]) =>
    all.length > 1 ? [`G4  ${name} was concluded as ${all.map(({ outcome }) => outcome).join(', ')}`] : [],
  )
}

/** Receipts that the driver has confirmed, about a message whose answer was kept, have been counted (G4). */
function counted(chronicle: WireChronicle, { attempts, message, taken }: Case): readonly string[] {
  const { receipts, deaths } = chronicle.log
  const last = attempts.at(-1)
  if (last === undefined || last.messageId === null || last.outcome === 'refused') return []
  // What was heard of a single part does not outlive the process.
  const isTorn = last.parts > 1 && deaths.some(({ at }) => at >= (taken[0]?.at ?? 0))
  if (isTorn || taken.length < last.parts) return []
  const kept = taken.map(({ id }) =>
    receipts.filter(one => one.id === id && one.status === 0).flatMap(one => outcomes[one.state] ?? []),
  )
  if (kept.some(states => states.length === 0)) return []
  const expected = kept.flat().find(state => state !== 'delivered') ?? 'delivered'
  if (last.outcome === expected) return []
  return [`G4  ${message} was reported as ${expected} and confirmed, and counted as ${last.outcome}`]
}

/** Members of a group: each after the end of the former, or its ten minutes (G3). */
function inOrder(cases: readonly Case[]): readonly string[] {
  const group = expectedRules.map(rule => cases.find(one => one.reminder.rule === rule))
  return group.flatMap((one, n) =>
    group.slice(0, n).flatMap(former => (one && former ? overtaking(one, former) : [])),
  )
}

function overtaking(one: Case, former: Case): readonly string[] {
  const left = one.attempts[0]?.decidedAt
  if (left === undefined || left - one.reminder.plannedAt >= groupWaitMs) return []
  const before = former.attempts.findLast(({ decidedAt }) => decidedAt <= left)?.decidedAt
  if (before !== undefined && left - before >= groupWaitMs) return []
  const { concludedAt } = former.reminder
  const isAfter = before !== undefined && concludedAt !== null && concludedAt <= left
  const [mine, its] = [one.taken[0]?.at, former.taken[0]?.at]
  const isTakenAfter = mine === undefined || its === undefined || its <= mine
  return isAfter && isTakenAfter
    ? []
    : [`G3  ${one.message} left at ${left}, before ${former.reminder.rule} had its end (${concludedAt})`]
}

/** A handset's message that the driver has confirmed in all its parts is kept, whole and once (CO-52). */
function repliesKept({ plot, log, replies }: WireChronicle): readonly string[] {
  const told = Map.groupBy(log.replies, messageOf)
  const kept = Map.groupBy(replies, ({ account, text }) => `${account} ${text}`)
  const isAgain = ({ at }: { at: number }, n: number, all: readonly { at: number }[]): boolean =>
    n > 0 && at - all[n - 1]!.at < sameReplyMs
  const own = plot.writings.map(({ line, text }) => {
    const name = /<([^<>]+)>/.exec(text)![1]!
    const seen = told.get(messageOf({ number: line.number, name })) ?? []
    const confirmed = new Set(seen.flatMap(({ part, status }) => (status === 0 ? [part] : [])))
    const isConfirmed = seen.length > 0 && confirmed.size === seen[0]!.total
    const all = (kept.get(`${line.account} ${text}`) ?? []).toSorted((a, b) => a.at - b.at)
    kept.delete(`${line.account} ${text}`)
    // The same words are known again for ten minutes.
    if (all.some(isAgain)) return `CO-52  ${name} was kept ${all.length} times`
    return isConfirmed && all.length === 0 ? `CO-52  ${name} was confirmed and not kept` : null
  })
  return [
    ...own.filter(one => one !== null),
    ...[...kept.keys()].map(text => `CO-52  nobody wrote: ${text.slice(0, 60)}`),
  ]
}
