/** A gathered batch as statements: the fence before all rows, so that everything behind it is ours to write. */
import { coldText, hotText } from '../../core/account/state-text.ts'
import { insertStates, type StateRow, updateStates } from '../../store/account.ts'
import { type AgendaRow, dropAgenda, putAgenda, takeAgenda } from '../../store/agenda.ts'
import { endAlarms, raiseAlarms } from '../../store/alarm.ts'
import { concludeAttempts, insertAttempts, type SentRow } from '../../store/attempt.ts'
import { type ContactRow, dropContacts, insertContacts } from '../../store/contact-person.ts'
import type { Statement } from '../../store/database.ts'
import { byIndex } from '../../store/by-index.ts'
import { erase } from '../../store/erasure.ts'
import { addFigures, countEnds } from '../../store/figure.ts'
import { insertJournal } from '../../store/journal.ts'
import { insertLines } from '../../store/line-directory.ts'
import { insertPersons, namePersons } from '../../store/person.ts'
import { insertReminders, moveReminders, type PlannedRow } from '../../store/reminder.ts'
import { insertReplies } from '../../store/reply.ts'
import { insertAside, settleAside } from '../../store/set-aside.ts'
import { type Fence, moveOn } from '../../store/shard.ts'
import { seeSources } from '../../store/source-seen.ts'
import { dropStrays } from '../../store/stray-receipt.ts'
import { addTallies } from '../../store/tally.ts'
import type { Sheet } from './decide.ts'
import { endsOf, figuresOf } from './figures.ts'
import type { Gathering, Moving } from './gather.ts'
import { textPlace } from './load.ts'
import { shardOf } from '../../core/account/shard.ts'

/** The shards that a batch touches; one that touches no account moves shard 0, so that its commit can be told. */
export function shardsOf(gathering: Gathering): ReadonlySet<number> {
  const shards = new Set<number>()
  for (const account of gathering.accounts.keys()) shards.add(shardOf(account))
  for (const key of gathering.taken.values()) shards.add(key.shard)
  for (const row of gathering.agenda.values()) if (!('due' in row)) shards.add(row.shard)
  for (const row of gathering.concluded.values()) shards.add(row.shard)
  if (shards.size === 0) shards.add(0)
  return shards
}

export function statementsOf(sheet: Sheet, fences: readonly Fence[]): readonly Statement[] {
  const { gathering } = sheet
  const turns = new Map(fences.map(({ shard, turn }) => [shard, turn + 1]))
  const states = statesOf(gathering, turns)
  const agenda = [...gathering.agenda.values()]
  const puts = agenda.filter((row): row is AgendaRow => 'due' in row)
  const drops = agenda.filter(row => !('due' in row))
  const contacts = [...gathering.contacts.values()]
  const moving = [...gathering.reminders.values()]
  const when = <T>(rows: readonly T[], make: (rows: readonly T[]) => Statement): readonly Statement[] =>
    rows.length === 0 ? [] : [make(rows)]
  const journal = gathering.journal.map(row => ({ ...row, turn: turns.get(row.shard)! }))
  return [
    byIndex,
    moveOn(fences),
    ...when(states.newHot, rows => insertStates('account_hot', rows)),
    ...when(states.newCold, rows => insertStates('account_cold', rows)),
    ...when(states.hot, rows => updateStates('account_hot', rows)),
    ...when(states.cold, rows => updateStates('account_cold', rows)),
    ...when(journal, insertJournal),
    ...when(gathering.persons, insertPersons),
    ...when(gathering.names, namePersons),
    ...when(gathering.directory, insertLines),
    ...when(
      contacts.filter(row => !isKept(row)),
      dropContacts,
    ),
    ...when(contacts.filter(isKept), insertContacts),
    ...when([...gathering.taken.values()], takeAgenda),
    ...when(drops, dropAgenda),
    ...when(puts, putAgenda),
    ...when(moving.filter(isPlanned), insertReminders),
    ...when(endsOf(gathering), countEnds),
    ...when(
      moving.filter(row => row.row === null),
      moveReminders,
    ),
    ...when(attemptsOf(sheet), insertAttempts),
    ...when([...gathering.concluded.values()], concludeAttempts),
    ...when(gathering.strays, dropStrays),
    ...when(gathering.replies, insertReplies),
    ...when(gathering.asides, insertAside),
    ...when(gathering.returned, rows => settleAside(rows)),
    ...when(gathering.refusedAgain, rows => settleAside(rows, true)),
    ...when(gathering.alarms, raiseAlarms),
    ...when(gathering.alarmsOver, endAlarms),
    ...when([...gathering.sources.values()], seeSources),
    ...when([...gathering.tallies.values()], addTallies),
    ...when(figuresOf(gathering), addFigures),
    // Behind all rows: the audit's head is locked by whoever appends to it.
    ...gathering.records,
    // Last: of what was written above of this person, nothing stays readable.
    ...gathering.erasures.map(erase),
  ]
}

interface States {
  readonly newHot: StateRow[]
  readonly newCold: StateRow[]
  readonly hot: StateRow[]
  readonly cold: StateRow[]
}

/** @param turns the number that this turn bears, by shard */
function statesOf(gathering: Gathering, turns: ReadonlyMap<number, number>): States {
  const states: States = { newHot: [], newCold: [], hot: [], cold: [] }
  for (const [id, { account, coldChanged, isNew }] of gathering.accounts) {
    const shard = shardOf(id)
    const key = { shard, account: id, turn: turns.get(shard)! }
    const hot = isNew ? states.newHot : states.hot
    hot.push({ ...key, state: hotText(account.hot) })
    if (isNew) states.newCold.push({ ...key, state: coldText(account.cold) })
    else if (coldChanged) states.cold.push({ ...key, state: coldText(account.cold) })
  }
  return states
}

const isKept = (row: object): row is ContactRow => 'hash' in row

const isPlanned = (moving: Moving): moving is Moving & PlannedRow => moving.row !== null

function attemptsOf({ gathering, loaded, parts }: Sheet): readonly SentRow[] {
  return gathering.attempts.map(({ shard, account, row }) => {
    const key = loaded.keys.get(account)
    const textEnc = key === undefined ? null : parts.vault.seal(key, row.text, textPlace(account, row.id))
    const numberHash = loaded.destinations.get(`${account}/${row.line}`)?.hash ?? null
    return { shard, account, row, textEnc, numberHash }
  })
}
