/** What a batch adds to the figures (NF-02): counted in memory where the batch knows all, by SQL where a row is older. */
import type { FinalState, ReminderStep } from '../../core/reminder.ts'
import type { EndedRow, FigureName, FigureRow } from '../../store/figure.ts'
import { tallyDay } from '../../store/tally.ts'
import type { Gathering } from './gather.ts'

type Counted = { -readonly [K in keyof FigureRow]: FigureRow[K] }

/** Of reminders that are planned here, and of attempts. */
export function figuresOf({ attempts, dues, reminders }: Gathering): readonly FigureRow[] {
  const rows = new Map<string, Counted>()
  const add = (row: FigureRow): void => {
    const key = `${row.day}/${row.rule}/${row.channel}/${row.touchpoint}/${row.name}`
    const known = rows.get(key)
    if (known === undefined) rows.set(key, row)
    else known.count += row.count
  }
  for (const { row, step } of reminders.values()) {
    if (row === null) continue
    const { touchpoint, rule } = row
    const planned = { day: tallyDay(row.plannedAt), channel: row.step.channel }
    add({ ...planned, touchpoint, rule, name: 'triggered', count: 1 })
    const end = endOf(step)
    if (end !== null)
      add({ day: tallyDay(end.at), channel: step.channel, touchpoint, rule, name: end.name, count: 1 })
  }
  for (const { account, row } of attempts) {
    const { touchpoint, rule } = dues.get(`${account}/${row.reminder}`)!
    const of = { day: tallyDay(row.decidedAt), touchpoint, rule, channel: row.channel }
    add({ ...of, name: 'attempts', count: 1 })
    add({ ...of, name: 'parts', count: row.parts })
    if (row.id === `${row.reminder}#1`) add({ ...of, name: 'sent', count: 1 })
  }
  return [...rows.values()]
}

/** What is planned and ends in one batch was withheld, or could not be decided. */
function endOf({ state, reason, concludedAt }: ReminderStep): { name: FigureName; at: number } | null {
  if (concludedAt === null) return null
  if (state === 'withheld') return { name: `withheld/${reason ?? 'none'}`, at: concludedAt }
  if (state === 'failed' || state === 'expired' || state === 'unconfirmed')
    return { name: state, at: concludedAt }
  throw new Error(`a reminder was planned and is ${state} within one batch`)
}

/** Reminders planned before that come to their end here. */
export function endsOf({ reminders }: Gathering): readonly EndedRow[] {
  const ended: EndedRow[] = []
  for (const { shard, account, row, step } of reminders.values()) {
    const { id, state, reason, channel, concludedAt } = step
    if (row !== null || concludedAt === null) continue
    ended.push({ shard, account, id, state: state as FinalState, reason, channel, concludedAt })
  }
  return ended
}
