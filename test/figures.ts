/** The figures by day, counted anew from the rows, to hold against what the turns have written (NF-02). */
import type { Database } from '../src/store/database.ts'
import { delayBoundsMs } from '../src/store/delay.ts'

interface Reminder {
  readonly account: string
  readonly id: string
  readonly touchpoint: string
  readonly rule: string
  readonly channel: string
  readonly state: string
  readonly reason: string | null
  readonly plannedAt: number
  readonly concludedAt: number | null
  readonly trail: string
}

interface Attempt {
  readonly account: string
  readonly id: string
  readonly reminder: string
  readonly channel: string
  readonly parts: number
  readonly decidedAt: number
}

type Counts = Map<string, number>

/** `day touchpoint rule channel name count`; by which channel one was planned the rows do not tell, so it is left out. */
const lines = (counts: Counts): readonly string[] =>
  [...counts].flatMap(([key, count]) => (count === 0 ? [] : [`${key} ${count}`])).toSorted()

const dayOf = (at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at)

export async function figuresByRows(database: Database): Promise<readonly string[]> {
  const counts: Counts = new Map()
  const add = (key: readonly string[], count = 1): void => {
    counts.set(key.join(' '), (counts.get(key.join(' ')) ?? 0) + count)
  }
  const reminders = await database.read<Reminder>({
    text: `select account, id, touchpoint, rule, channel, state, reason, planned_at as "plannedAt", concluded_at as "concludedAt", trail
      from reminder`,
    values: [],
  })
  const ruleOf = new Map<string, readonly string[]>()
  for (const row of reminders) {
    const of = [row.touchpoint, row.rule]
    ruleOf.set(`${row.account}/${row.id}`, of)
    add([dayOf(row.plannedAt), ...of, '*', 'triggered'])
    if (row.concludedAt !== null)
      add([dayOf(row.concludedAt), ...of, row.channel, nameOf(row, row.concludedAt)])
  }
  const attempts = await database.read<Attempt>({
    text: `select account, id, reminder, channel, parts, decided_at as "decidedAt" from attempt`,
    values: [],
  })
  for (const { account, id, reminder, channel, parts, decidedAt } of attempts) {
    const key = [dayOf(decidedAt), ...ruleOf.get(`${account}/${reminder}`)!, channel]
    add([...key, 'attempts'])
    add([...key, 'parts'], parts)
    if (id.endsWith('#1')) add([...key, 'sent'])
  }
  return lines(counts)
}

function nameOf({ state, reason, plannedAt, trail }: Reminder, concludedAt: number): string {
  if (state === 'withheld') return `withheld/${reason}`
  if (state !== 'delivered') return state
  const [first] = JSON.parse(`[${trail}]`) as readonly [number, string, string | null, string, number][]
  const delay = concludedAt - Math.max(plannedAt, first![4])
  return `delivered/${delayBoundsMs.find(bound => delay < bound) ?? 'more'}`
}

export async function figuresAsWritten(database: Database): Promise<readonly string[]> {
  const rows = await database.read<{
    readonly day: number
    readonly touchpoint: string
    readonly rule: string
    readonly channel: string
    readonly name: string
    readonly count: number
  }>({ text: 'select * from figure', values: [] })
  const counts: Counts = new Map()
  for (const { day, touchpoint, rule, channel, name, count } of rows) {
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
    const key = [date, touchpoint, rule, name === 'triggered' ? '*' : channel, name].join(' ')
    counts.set(key, (counts.get(key) ?? 0) + count)
  }
  return lines(counts)
}

/** One sentence for each figure that is not what the rows say; nothing may have grown old and gone. */
export async function figureDifferences(database: Database): Promise<readonly string[]> {
  const [counted, written] = [await figuresByRows(database), await figuresAsWritten(database)]
  return [
    ...counted.filter(line => !written.includes(line)).map(line => `figures lack ${line}`),
    ...written.filter(line => !counted.includes(line)).map(line => `figures have ${line}`),
  ]
}
