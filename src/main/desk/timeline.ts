/**
 * "What did we tell this customer, and did it arrive?": a line's conversation, newest first. What the contacts of its
 * account were told stands among it, marked as such.
 *
 * Four lists make it: what happened, what was held back or waits, what was sent, what became of it. Each is read
 * by keyset and they are merged; among entries of one moment the later kind is the newer.
 */
import type { z } from 'zod'
import type { Desk } from '../../api/desk.ts'
import type { timelineEntry } from '../../api/shapes/timeline.ts'
import { shardOf } from '../../core/account/shard.ts'
import type { AccountId, LineId } from '../../core/event/event.ts'
import { readHistory } from '../../store/account-history.ts'
import { type ConversationAsk, readConcluded, readSent, readUnsent } from '../../store/conversation.ts'
import { findLines } from '../../store/line-directory.ts'
import { readReplies, replyPlace } from '../../store/reply.ts'
import type { AttemptView } from '../../store/reminder-views.ts'
import type { DataKey } from '../../store/vault.ts'
import { factText } from '../fact-text.ts'
import { noteLook, refuseLook } from './access.ts'
import { type ShowContact, showContacts } from './contacts.ts'
import { erasedAt } from './erasures.ts'
import { badCursor, cursorOf, type DeskParts, pageOf, readCursor, refuse } from './parts.ts'
import { keyOf, outerId, textOf } from './reminders.ts'

type Parts = Pick<DeskParts, 'database' | 'vault'>
export type Entry = z.output<typeof timelineEntry>

interface Line {
  readonly account: AccountId
  readonly line: LineId
}

/** Where an entry stands: its moment, its list, and its name within that list. */
interface Place {
  readonly at: number
  readonly rank: number
  readonly source: string
  readonly id: string
}

type Placed = Place & { readonly entry: Entry }

/** Of a list: what comes before this place, at most so many. */
interface Ask {
  readonly held: Line
  readonly before: Omit<Place, 'rank'>
  readonly rowsMax: number
  readonly customerKey: DataKey | null
  readonly showContact: ShowContact
}

/** In the order in which they happen at one moment. */
const lists: readonly ((parts: Parts, ask: Ask) => Promise<readonly Omit<Placed, 'rank'>[]>)[] = [
  eventsOf,
  unsentOf,
  sentOf,
  outcomesOf,
]

export function timelineDesk(parts: DeskParts): Pick<Desk, 'timeline'> {
  return {
    async timeline({ number, account: ofAccount = '', line: ofLine = '', at, after, limit }, actor) {
      const { database, vault, clock, log } = parts
      const cursor = readCursor(after, ['number', 'number', 'string', 'string'])
      if (cursor === 'bad') return badCursor
      const asked = { account: ofAccount, line: ofLine }
      const [held] =
        number === undefined
          ? [asked]
          : await findLines(database, [{ hash: vault.numberHash(number), time: at ?? clock.now() }])
      // Who has opened nobody learns nothing, not even whether anybody has this number.
      const no = await refuseLook(parts, actor, held?.account ?? '')
      if (no !== null) return no
      if (held === undefined)
        return refuse('not-found', 'nobody holds this number at that time, or whoever held it was erased')
      const { account, line } = held
      await noteLook(parts, actor, { account, at: 'timeline' })
      log.info({ account, line, by: actor.name }, 'a timeline was looked up')
      const place = cursor && { at: cursor[0], rank: cursor[1], source: cursor[2], id: cursor[3] }
      const page = await conversationPage(parts, held, { after: place, limit })
      return { account, line, ...page, erased: await erasedAt(parts, account) }
    },
  }
}

/** The newest entries of a line's conversation, with the cursor of what came before them. */
export async function conversationPage(
  parts: Parts,
  held: Line,
  page: { readonly after: Place | null; readonly limit: number },
): Promise<{ items: Entry[]; next: string | null }> {
  const { limit, after } = page
  const customerKey = await keyOf(parts, held.account)
  const showContact = await showContacts(parts, held.account, customerKey)
  const read = await Promise.all(
    lists.map(async (list, rank) => {
      const place = { before: bound(after, rank), rowsMax: limit + 1 }
      const rows = await list(parts, { held, ...place, customerKey, showContact })
      return rows.map(row => ({ ...row, rank }))
    }),
  )
  // Stable: within one moment and list the order of its own stays.
  const merged = read.flat().sort((a, b) => b.at - a.at || b.rank - a.rank)
  const { items, next } = pageOf(merged, limit, last => cursorOf(last.at, last.rank, last.source, last.id))
  return { items: items.map(({ entry }) => entry), next }
}

/** What is left of a list behind a place: of that moment, all of it, nothing, or what comes before its name. */
function bound(after: Place | null, rank: number): Omit<Place, 'rank'> {
  const nothing = { source: '', id: '' }
  if (after === null) return { at: Number.MAX_SAFE_INTEGER, ...nothing }
  if (rank === after.rank) return after
  return { at: rank < after.rank ? after.at + 1 : after.at, ...nothing }
}

const blank = { channel: null, text: null, reminder: null, contact: null, eventId: null, by: null }

async function eventsOf({ database, vault }: Parts, { held, before, rowsMax, customerKey }: Ask) {
  const { account, line } = held
  const { at: time, source, id } = before
  const events = await readHistory(database, {
    shard: shardOf(account),
    account,
    line,
    origins: ['outside', 'staff'],
    from: 0,
    until: Number.MAX_SAFE_INTEGER,
    after: { time, source, id },
    rowsMax,
  })
  const words = await wordsOf({ database, vault }, { account, key: customerKey, events })
  return events.map(({ time: at, type, source, id, body, origin }) => {
    const eventId = `${source}/${id}`
    const text = words.get(eventId) ?? null
    const by = origin === 'staff' && typeof body['by'] === 'string' ? body['by'] : null
    const said = { kind: 'event' as const, what: type, note: factText(body), eventId, text, by }
    return { at, source, id, entry: entry({ at, ...said }) }
  })
}

/** What the customer wrote, by event; nothing once the customer has been erased. */
async function wordsOf(
  { database, vault }: Parts,
  what: {
    readonly account: AccountId
    readonly key: DataKey | null
    readonly events: readonly { readonly time: number; readonly type: string }[]
  },
): Promise<ReadonlyMap<string, string>> {
  const { account, key } = what
  const times = what.events.filter(({ type }) => type === 'reply.received').map(({ time }) => time)
  if (key === null || times.length === 0) return new Map()
  const span = { from: Math.min(...times), until: Math.max(...times) }
  const rows = await readReplies(database, { shard: shardOf(account), account, ...span })
  return new Map(
    rows.flatMap(({ source, id, textEnc }) =>
      textEnc === null
        ? []
        : [[`${source}/${id}`, vault.unseal(key, textEnc, replyPlace(account, source, id))] as const],
    ),
  )
}

const entry = (fields: Partial<Entry> & Pick<Entry, 'at' | 'kind' | 'what' | 'note'>): Entry => ({
  ...blank,
  ...fields,
})

const asked = ({ held: { account, line }, before, rowsMax }: Ask): ConversationAsk => ({
  shard: shardOf(account),
  account,
  line,
  before,
  rowsMax,
})

async function unsentOf({ database }: Parts, ask: Ask) {
  const rows = await readUnsent(database, asked(ask))
  return rows.map(row => {
    const { at, id, rule, reason, channel, due } = row
    const about = { reminder: outerId(row), contact: ask.showContact(row.line) }
    const last = row.trail.at(-1)?.note ?? ''
    const said =
      row.state === 'withheld'
        ? { kind: 'withheld' as const, note: `${reason ?? ''}: ${last}` }
        : { kind: 'planned' as const, note: `for ${new Date(due).toISOString()}: ${last}`, channel }
    return { at, source: '', id, entry: entry({ at, what: rule, ...about, ...said }) }
  })
}

const ruleOf = (reminder: string): string => reminder.split('/', 1)[0] ?? reminder

async function sentOf({ database, vault }: Parts, ask: Ask) {
  const rows = await readSent(database, asked(ask))
  return rows.map(row => {
    const { decidedAt: at, id, parts, gateway } = row
    const text = textOf({ account: ask.held.account, row, key: ask.customerKey, vault })
    const note = `${parts} ${parts === 1 ? 'part' : 'parts'} by ${gateway}`
    const said = { ...about(row, ask), kind: 'sent' as const, what: ruleOf(row.reminder), text, note }
    return { at, source: '', id, entry: entry({ at, ...said }) }
  })
}

async function outcomesOf({ database }: Parts, ask: Ask) {
  const rows = await readConcluded(database, asked(ask))
  return rows.map(row => {
    const at = row.concludedAt ?? 0
    const said = {
      ...about(row, ask),
      kind: 'outcome' as const,
      what: row.outcome ?? '',
      note: row.code ?? '',
    }
    return { at, source: '', id: row.id, entry: entry({ at, ...said }) }
  })
}

const about = (row: AttemptView, { held, showContact }: Ask) => ({
  channel: row.channel,
  contact: showContact(row.line),
  reminder: outerId({ account: held.account, id: row.reminder }),
})
