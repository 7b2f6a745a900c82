/**
 * What must hold when all is over, one function per promise; each gives a sentence for every breach.
 *
 * Compared are three things that know nothing of each other: what the senders noted (`ledger`), what the database
 * holds, and the files of the gateways. Nothing here asks Kairos, and nothing here knows its rules.
 */
import type { Message } from '../../src/channels/channel.ts'
import { seededReach } from '../../src/channels/log/reach.ts'
import type { AttemptRow, Evidence, ReminderRow, Sms } from './evidence.ts'
import type { Fact } from './customer.ts'
import { lastHandOverMs, type RestHours } from './rulebook-copy.ts'
import type { Life, Siege } from './siege.ts'
import { gateways } from './site.ts'

type Look = (evidence: Evidence, siege: Siege) => readonly string[]

const factKey = ({ source, id }: { readonly source: string; readonly id: string }): string =>
  `${source}/${id}`

/** G1: whatever was acknowledged is there, once: decided, or set aside with a reason. */
const everyFactOnce: Look = ({ journal, aside }, { ledger }) => {
  const decided = new Map(journal.map(row => [factKey(row), row.count]))
  const asides = Map.groupBy(
    aside.filter(row => row.state !== 'replayed' && row.reason !== 'conflict'),
    factKey,
  )
  return [...ledger.facts].flatMap(([key, fact]) => {
    const times = decided.get(key) ?? 0
    const kept = asides.get(key) ?? []
    const said = ledger.acknowledged.get(key)
    if (said === undefined) return [`${key} was never acknowledged`]
    if (fact.kind === 'future')
      return times === 0 && kept.length > 0 ? [] : [`${key}, from the future, was decided`]
    if (kept.some(row => row.state === 'set-aside' && row.reason === null))
      return [`${key} is set aside without reason`]
    const [first] = kept
    if (first !== undefined)
      return [
        `${key} was acknowledged as ${said.state}, but is ${first.state}: ${first.reason} (${first.note})`,
      ]
    return times === 1
      ? []
      : [`${key} was acknowledged as ${said.state}, and is in the journal ${times} times`]
  })
}

/** Nothing is known that nobody sent; what contradicts a known fact is kept as such. */
const nothingElse: Look = ({ journal, aside }, { ledger }) => {
  const strange = [...journal, ...aside].filter(row => !ledger.facts.has(factKey(row)))
  const conflicts = new Set(aside.filter(row => row.reason === 'conflict').map(factKey))
  return [
    ...strange.map(row => `${factKey(row)} is in the books, but was never sent`),
    ...[...ledger.conflicts]
      .filter(key => !conflicts.has(key))
      .map(key => `the other version of ${key} is lost`),
  ]
}

/** G4: an attempt is handed over once, after it was committed, to its own gateway; what was accepted has left. */
const everyAttemptOnce: Look = ({ attempts, messages }) => {
  const rows = new Map(attempts.map(row => [row.name, row]))
  const left = Map.groupBy(messages, message => message.attempt)
  const arrived = new Set(['accepted', 'delivered', 'failed', 'expired'])
  const proven = attempts.filter(row => arrived.has(row.outcome ?? row.state) && !left.has(row.name))
  return [
    ...[...left]
      .filter(([, lines]) => lines.length > 1)
      .map(([name, lines]) => `${name} left ${lines.length} times`),
    ...messages.flatMap(({ attempt, gateway }) => {
      const row = rows.get(attempt)
      if (row === undefined) return [`${attempt} left, but was never committed`]
      return row.gateway === gateway ? [] : [`${attempt} was for ${row.gateway}, but left by ${gateway}`]
    }),
    ...proven.map(row => `${row.name} is ${row.outcome ?? row.state}, but never left`),
  ]
}

/** G4: a further attempt only after the former has certainly failed; what is in doubt is not sent again. */
const noBlindRepetition: Look = ({ attempts, messages }) => {
  const left = new Set(messages.map(message => message.attempt))
  const failed = new Set(['failed', 'expired', 'refused', 'returned'])
  const found: string[] = []
  for (const rows of Map.groupBy(attempts, row => row.reminder).values()) {
    const last = Math.max(...rows.map(row => row.n))
    if (rows.length !== last)
      found.push(`${rows[0]!.reminder} has ${rows.length} attempts, the last is #${last}`)
    const former = rows.filter(row => row.n < last && !failed.has(row.outcome ?? ''))
    found.push(
      ...former.map(row => `${row.name} was followed by another, but was ${row.outcome ?? row.state}`),
    )
  }
  const returned = attempts.filter(row => row.outcome === 'returned' && left.has(row.name))
  return [...found, ...returned.map(row => `${row.name} counts as not handed over, but left`)]
}

/** G4: what a crash leaves in doubt is at most one window per gateway; a stop in good order leaves nothing. */
const doubtIsBounded: Look = ({ attempts }, { lives }) =>
  lives.flatMap((life, n) => {
    const until = lives[n + 1]?.bornAt ?? Infinity
    const own = attempts.filter(
      row => row.decidedAt >= life.bornAt && row.decidedAt < until && wasInDoubt(row),
    )
    return gateways.flatMap(gateway => {
      const count = own.filter(row => row.gateway === gateway).length
      return count <= life.inDoubtMax
        ? []
        : [`${count} in doubt at ${gateway}, at most ${life.inDoubtMax}, ${nameOf(life, n)}`]
    })
  })

/** No answer of the gateway was recorded, and it was not found out in time that nothing was handed over. */
export const wasInDoubt = (row: AttemptRow): boolean =>
  row.answeredAt === null && !['returned', 'refused'].includes(row.outcome ?? '')

const nameOf = ({ blow }: Life, n: number): string => `life ${n + 1} (${blow})`

/** G2: no line is told more of a kind than what happened to it allows, and nobody is told what concerns another. */
const nothingTwice: Look = ({ messages }, { ledger }) => {
  const allowed = new Map<string, number>()
  for (const { line, leads } of ledger.facts.values()) {
    for (const [rule, count] of Object.entries(leads)) {
      const key = `${line.number} ${rule}`
      allowed.set(key, (allowed.get(key) ?? 0) + count)
    }
  }
  const strangers = messages.filter(
    ({ attempt, number }) => ledger.customers.lines.get(number)?.account !== accountOf(attempt),
  )
  const told = Map.groupBy(messages, ({ number, attempt }) => `${number} ${ruleOf(attempt)}`)
  return [
    ...strangers.map(({ attempt, number }) => `${attempt} went to ${number}`),
    ...[...told].flatMap(([key, lines]) => {
      const reminders = new Set(lines.map(({ attempt }) => attempt.slice(0, attempt.lastIndexOf('#'))))
      const max = allowed.get(key) ?? 0
      return reminders.size <= max ? [] : [`${key}: told ${reminders.size} times, at most ${max} allowed`]
    }),
  ]
}

const accountOf = (attempt: string): string => attempt.split('/')[0]!
const ruleOf = (attempt: string): string => attempt.split('/')[1]!.split('#')[0]!

/** Nothing planned is lost: each query has its reminder, each opening its two, each acknowledged once. */
const everyReasonAnswered: Look = ({ reminders }, { ledger }) => {
  const byCause = Map.groupBy(
    reminders,
    ({ causeSource, causeId, rule }) => `${causeSource}/${causeId} ${rule}`,
  )
  const expected = (fact: Fact): readonly string[] => {
    if (fact.event['type'] === 'query.performed') return Object.keys(fact.leads)
    if (fact.event['type'] === 'line.opened') return Object.keys(fact.leads)
    return []
  }
  return [...ledger.facts].flatMap(([key, fact]) =>
    expected(fact).flatMap(rule => {
      const count = byCause.get(`${key} ${rule}`)?.length ?? 0
      return count === 1 ? [] : [`${key} led to ${count} reminders of ${rule}`]
    }),
  )
}

/** G3: a member of a group leaves after the final outcome of all before it (the siege is shorter than their wait). */
const groupsInOrder: Look = ({ reminders, attempts, messages }) => {
  const left = new Set(messages.map(message => message.attempt))
  const groups = Map.groupBy(
    reminders.filter(row => row.group !== null),
    row => `${accountOf(row.name)} ${row.group}`,
  )
  return [...groups.values()].flatMap(members =>
    attempts
      .filter(row => left.has(row.name))
      .flatMap(row => {
        const member = members.find(({ name }) => name === row.reminder)
        return member === undefined ? [] : tooEarly(row, member, members)
      }),
  )
}

/** One that was planned only after a later one had left has nobody to wait for it. */
const tooEarly = (row: AttemptRow, member: ReminderRow, group: readonly ReminderRow[]): readonly string[] =>
  group
    .filter(former => former.place < member.place && former.plannedAt < row.decidedAt)
    .filter(former => former.concludedAt === null || former.concludedAt > row.decidedAt)
    .map(former => `${row.name} left before the outcome of ${former.name}`)

/** The order of the file is the order of the attempts, line by line. */
const fileInOrder: Look = ({ attempts, messages }) => {
  const decidedAt = new Map(attempts.map(row => [row.name, row.decidedAt]))
  const found: string[] = []
  for (const lines of Map.groupBy(messages, ({ gateway, number }) => `${gateway} ${number}`).values()) {
    for (const [i, { attempt }] of lines.entries()) {
      const former = lines[i - 1]?.attempt
      if (former === undefined || decidedAt.get(former)! <= decidedAt.get(attempt)!) continue
      found.push(`${attempt} left after ${former}, which was decided later`)
    }
  }
  return found
}

/** G5: nothing that may wait leaves in rest hours of the customer's local time, nor shortly before. */
const noRestDisturbed: Look = ({ messages }, { ledger, site }) =>
  messages
    .filter(message => mayWait(message))
    .flatMap(({ attempt, number, at }) => {
      const { zone } = ledger.customers.lines.get(number)!
      const isRest = inRest(at, zone, site.rest) || inRest(at + lastHandOverMs, zone, site.rest)
      return isRest ? [`${attempt} left at ${iso(at)}, in rest hours of ${zone}`] : []
    })

const mayWait = (message: Sms): boolean => ['notice', 'courtesy', 'marketing'].includes(message.class)

function inRest(at: number, zone: string, { from, to }: RestHours): boolean {
  const clock = new Date(at).toLocaleTimeString('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
  })
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to
}

/** Whole lines only, figures as the rows have them, and one rulebook, in force from the first start on. */
const nothingTorn: Look = ({ figures, unreadable, versions }) => [
  ...figures,
  ...unreadable.map(text => `not a line of the file: ${text.slice(0, 80)}`),
  ...(versions.length === 1 && versions[0]!.state === 'published'
    ? []
    : [`rulebooks: ${JSON.stringify(versions)}`]),
]

/**
 * What is due leaves in order of its lane and due time (G3), so however slow the machine is, nothing is left lying while
 * what fell due later has gone. Members of groups wait for each other.
 */
const nothingForgotten: Look = ({ reminders, attempts }, { lives }) => {
  const lastLife = lives.at(-1)!.bornAt
  const gone = new Set(attempts.filter(row => row.decidedAt >= lastLife).map(row => row.reminder))
  const lane = (row: ReminderRow): string => `${row.channel} ${row.class}`
  const latest = new Map<string, number>()
  for (const row of reminders) {
    if (gone.has(row.name)) latest.set(lane(row), Math.max(row.due, latest.get(lane(row)) ?? 0))
  }
  const overlooked = reminders.filter(
    row => row.state === 'planned' && row.group === null && row.due + slackMs < (latest.get(lane(row)) ?? 0),
  )
  return [
    ...overlooked.map(row => `${row.name} has been due since ${iso(row.due)}, later ones have left`),
    ...attempts
      .filter(row => row.state === 'decided')
      .map(row => `${row.name} is neither handed over nor in doubt`),
  ]
}

/** A line whose former message is not answered yet lets others pass. */
const slackMs = 1_000

const iso = (at: number): string => new Date(at).toISOString()

const seconds = ['opening-pack-offer', 'roaming-arrived-data', 'roaming-arrived-data-limit']

/**
 * What came of each message that left is known, also when Kairos was dead at the time (`reach.ts` plays the network,
 * and repeats itself). Excepted is one in doubt where another of its number, of its minute or the one before, was too: nobody
 * can tell them apart (G4).
 */
const everyReceiptCounted: Look = ({ attempts, messages, secret }, { stoppedAt }) => {
  const reach = seededReach(secret)
  const rows = new Map(attempts.map(row => [row.name, row]))
  const doubts = Map.groupBy(attempts.filter(wasInDoubt), receiver)
  return messages.flatMap(({ attempt, at, gateway }) => {
    const row = rows.get(attempt)
    if (row === undefined || doubts.get(receiver(row))?.some(other => mistakable(row, other)) === true)
      return []
    const fate = reach({ attempt, now: at, validUntil: row.validUntil } as Message)
    if (fate === 'never' || at + fate.afterMs > stoppedAt - receiptSlackMs) return []
    const known = row.outcome ?? row.state
    return known === fate.outcome ? [] : [`${attempt} was ${fate.outcome} by ${gateway}, but is ${known}`]
  })
}

const receiver = ({ gateway, name }: AttemptRow): string => `${gateway} ${accountOf(name)}`

const minuteOf = ({ decidedAt }: AttemptRow): number => Math.floor(decidedAt / 60_000)

const mistakable = (row: AttemptRow, other: AttemptRow): boolean =>
  row.name !== other.name && wasInDoubt(row) && [0, 1].includes(minuteOf(row) - minuteOf(other))

/** On a busy machine receipts wait a little. */
const receiptSlackMs = 4_000

/** Else the other findings would say little: each kind of trouble did come up. */
const enoughHappened: Look = ({ aside, messages, reminders }, { ledger }) => {
  const abroad = [...ledger.customers.lines.values()].filter(line => line.zone !== 'Asia/Shanghai')
  const accounts = new Set(abroad.map(line => line.account))
  const held = reminders.filter(row => row.state === 'planned' && accounts.has(accountOf(row.name)))
  const happened = {
    'a fact sent twice': ledger.answers.duplicate,
    'a fact before its line': ledger.answers.waiting,
    'a fact that contradicts another': aside.filter(row => row.reason === 'conflict').length,
    'a fact from the future': aside.filter(row => row.reason === 'from-the-future').length,
    'a message held by rest hours': held.length,
    'a second message of a group': messages.filter(({ attempt }) => seconds.includes(ruleOf(attempt))).length,
  }
  return Object.entries(happened).flatMap(([what, times]) => (times > 0 ? [] : [`${what} never happened`]))
}

/** While it went on: answers that contradict each other, books that did not hold, secrets that changed. */
const nothingNoted: Look = (_, { ledger, found }) => [...ledger.contradictions, ...found]

export const looks = {
  nothingNoted,
  everyFactOnce,
  nothingElse,
  everyAttemptOnce,
  noBlindRepetition,
  doubtIsBounded,
  nothingTwice,
  everyReasonAnswered,
  groupsInOrder,
  fileInOrder,
  noRestDisturbed,
  nothingTorn,
  nothingForgotten,
  everyReceiptCounted,
  enoughHappened,
} as const satisfies Record<string, Look>
