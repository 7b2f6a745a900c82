/** The little engine's tables and the far side's memory as a chronicle. */
import type { AttemptSeen, Chronicle, Decided, ReminderSeen } from '../chronicle.ts'
import type { Plot } from '../plot/plot.ts'
import type { Run } from './run.ts'
import type { AttemptRecord, JournalRow, ReminderRecord } from './tables.ts'

export function chronicleOf(plot: Plot, { engine, centres, sent, down }: Run): Chronicle {
  const { tables } = engine
  const { seed, setting, start, quietFrom, end, poisoned } = plot
  const journal = [...tables.journal.values()]
  const tally = (name: string): number => tables.tallies.get(name) ?? 0
  const asides = [...tables.asides.values()]
  return {
    seed,
    setting: { ...setting, down, closed: plot.closed },
    start,
    quietFrom,
    end,
    sent,
    poisoned,
    decided: journal.map(decidedOf),
    asides: asides.map(({ fact: { source, id, time }, state, reason }) => ({
      source,
      id,
      time,
      state,
      reason,
    })),
    handed: centres.flatMap(centre => centre.handed).sort((a, b) => a.at - b.at),
    answered: engine.answered,
    brought: engine.brought,
    reported: centres.flatMap(centre => centre.reported),
    shown: centres.flatMap(centre => centre.shown),
    reminders: [...tables.reminders.values()].map(reminderOf),
    attempts: [...tables.attempts.values()].map(attemptOf),
    alarms: [...tables.alarms.values()],
    books: {
      accepted: tally('accepted'),
      duplicate: tally('duplicate'),
      planned: tally('planned'),
      decided: journal.filter(row => row.fact !== null).length,
      setAside: asides.length,
      differences: [],
    },
    watchesSources: false,
    isLive: true,
  }
}

const decidedOf = ({ event, fact, at, order }: JournalRow): Decided => ({
  account: event.account,
  order,
  at,
  time: event.time,
  source: event.source,
  id: event.id,
  type: event.type,
  fact,
  line: event.line,
  body: { ...event.body },
})

const reminderOf = ({ row, step, trail }: ReminderRecord): ReminderSeen => ({
  id: row.id,
  account: row.account,
  line: row.line,
  rule: row.rule,
  touchpoint: row.touchpoint,
  template: row.template,
  version: row.version,
  class: row.class,
  causeSource: row.cause.source,
  causeId: row.cause.id,
  facts: row.facts,
  steps: row.steps,
  plannedAt: row.plannedAt,
  decision: row.decision,
  usefulUntil: row.step.usefulUntil,
  state: step.state,
  reason: step.reason,
  trail,
})

const attemptOf = ({ row, state, outcome, concludedAt }: AttemptRecord): AttemptSeen => ({
  id: row.id,
  reminder: row.reminder,
  account: row.account,
  line: row.line,
  channel: row.channel,
  gateway: row.gateway,
  decidedAt: row.decidedAt,
  validUntil: row.validUntil,
  text: row.text,
  state,
  outcome,
  concludedAt,
})
