/** What is left when all is over: the database, read by nobody but us, and the files that stand for the handsets. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { figureDifferences } from '../figures.ts'
import { openDatabase } from '../../src/store/open.ts'
import type { Database } from '../../src/store/database.ts'
import { gateways, logFile, type Site } from './site.ts'

export interface JournalRow {
  readonly source: string
  readonly id: string
  readonly count: number
}

export interface AsideRow {
  readonly source: string
  readonly id: string
  readonly state: string
  readonly reason: string | null
  readonly note: string
}

export interface AttemptRow {
  /** As it is called towards gateways: `account/reminder#n`. */
  readonly name: string
  /** `account/reminder`. */
  readonly reminder: string
  readonly n: number
  readonly gateway: string
  readonly state: string
  readonly outcome: string | null
  readonly decidedAt: number
  readonly answeredAt: number | null
  readonly validUntil: number
}

export interface ReminderRow {
  /** `account/id`. */
  readonly name: string
  readonly rule: string
  readonly class: string
  readonly state: string
  readonly reason: string | null
  readonly channel: string
  readonly plannedAt: number
  readonly due: number
  readonly group: string | null
  readonly place: number
  readonly concludedAt: number | null
  readonly causeSource: string
  readonly causeId: string
}

/** A line of a gateway's file: a message that left. */
export interface Sms {
  readonly gateway: string
  readonly at: number
  readonly attempt: string
  readonly number: string
  readonly class: string
  readonly text: string
}

export interface Evidence {
  readonly journal: readonly JournalRow[]
  readonly aside: readonly AsideRow[]
  readonly attempts: readonly AttemptRow[]
  readonly reminders: readonly ReminderRow[]
  /** What the figures by day lack or have beyond the rows (NF-02). */
  readonly figures: readonly string[]
  /** Seed of the network behind the gateways. */
  readonly secret: string
  readonly versions: readonly { readonly version: string; readonly state: string }[]
  readonly messages: readonly Sms[]
  /** Lines of the files that are none. */
  readonly unreadable: readonly string[]
}

/** Kairos must have ended. */
export async function gather(site: Site): Promise<Evidence> {
  const ask = site.server ?? { dataDir: join(site.dataFolder, 'database') }
  const database = await openDatabase(ask)
  try {
    return { ...(await rowsOf(database)), ...messagesOf(site) }
  } finally {
    await database.close()
  }
}

async function rowsOf(database: Database): Promise<Omit<Evidence, 'messages' | 'unreadable'>> {
  const read = <T>(text: string): Promise<readonly T[]> => database.read<T>({ text, values: [] })
  const [install] = await read<{ secret: string }>(`select encode(secret, 'hex') as secret from install`)
  return {
    secret: install!.secret,
    journal: await read<JournalRow>(
      `select source, id, count(*) as count from journal where origin = 'outside' group by source, id`,
    ),
    aside: await read<AsideRow>(
      `select source, id, state, reason, note from set_aside where origin = 'outside'`,
    ),
    attempts: await read<AttemptRow>(`
      select account || '/' || id as name, account || '/' || reminder as reminder,
        substring(id from '#(\\d+)$')::integer as n, gateway, state, outcome,
        decided_at as "decidedAt", answered_at as "answeredAt", valid_until as "validUntil"
      from attempt order by decided_at, account, id`),
    reminders: await read<ReminderRow>(`
      select account || '/' || id as name, rule, case lane when 0 then 'code' when 1 then 'real-time' when 2 then 'notice'
          when 3 then 'courtesy' else 'marketing' end as class,
        state, reason, channel, planned_at as "plannedAt", due, group_id as "group", place, concluded_at as "concludedAt",
        cause_source as "causeSource", cause_id as "causeId"
      from reminder`),
    figures: await figureDifferences(database),
    versions: await read(`select version, state from rulebook_version`),
  }
}

function messagesOf(site: Site): Pick<Evidence, 'messages' | 'unreadable'> {
  const messages: Sms[] = []
  const unreadable: string[] = []
  for (const gateway of gateways) {
    for (const text of readFileSync(logFile(site, gateway), 'utf8').split('\n').filter(Boolean)) {
      try {
        messages.push({ ...(JSON.parse(text) as Omit<Sms, 'gateway'>), gateway })
      } catch {
        unreadable.push(text)
      }
    }
  }
  return { messages, unreadable }
}
