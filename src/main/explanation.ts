/** Why, and why not, in a terminal. */
import { stamp } from './conversation.ts'

export interface Decision {
  readonly source: string
  readonly id: string
  readonly type: string
  readonly time: string
  readonly origin: string
  readonly body: Readonly<Record<string, unknown>>
  readonly considered: readonly { readonly rule: string; readonly outcome: string }[]
  readonly reminders: readonly {
    readonly id: string
    readonly state: string
    readonly reason: string | null
  }[]
}

export interface ReminderAnswer {
  readonly id: string
  readonly rule: string
  readonly touchpoint: string
  readonly template: string
  readonly version: string
  readonly class: string
  readonly state: string
  readonly reason: string | null
  readonly due: string
  readonly usefulUntil: string
  readonly cause: { readonly source: string; readonly id: string; readonly time: string }
  readonly facts: Readonly<Record<string, unknown>>
  readonly steps: readonly string[]
  readonly trail: readonly {
    readonly at: string
    readonly state: string
    readonly reason: string | null
    readonly note: string
  }[]
  readonly attempts: readonly {
    readonly channel: string
    readonly gateway: string
    readonly text: string | null
    readonly parts: number
    readonly decidedAt: string
    readonly outcome: string | null
  }[]
}

export function decisionsText(decisions: readonly Decision[]): string {
  return decisions.map(decisionText).join('\n\n')
}

function decisionText({ source, id, type, time, body, considered, reminders }: Decision): string {
  const asked = considered.map(({ rule, outcome }) => `    rule ${rule}: ${outcome}`)
  const led = reminders.map(
    ({ id: reminder, state, reason }) =>
      `    → ${reminder}: ${state}${reason === null ? '' : ` (${reason})`}`,
  )
  const none = asked.length + led.length === 0 ? ['    no rule starts from this'] : []
  return [
    `${stamp(time)}  ${type}  (${source} ${id})`,
    `    ${JSON.stringify(body)}`,
    ...asked,
    ...led,
    ...none,
  ].join('\n')
}

export function reminderText(reminder: ReminderAnswer): string {
  const { rule, touchpoint, version, template, cause, steps, trail, attempts, facts } = reminder
  const state = reminder.reason === null ? reminder.state : `${reminder.state}: ${reminder.reason}`
  return [
    `${reminder.id}: ${state}`,
    `  rule        ${rule} (${touchpoint}), class ${reminder.class}, rulebook ${version}, template ${template}`,
    `  caused by   ${cause.source} ${cause.id} at ${stamp(cause.time)}`,
    `  due         ${stamp(reminder.due)}, useful until ${stamp(reminder.usefulUntil)}`,
    `  inputs      ${JSON.stringify(facts)}`,
    ...steps.map(step => `  step        ${step}`),
    ...trail.map(
      ({ at, state: then, reason, note }) =>
        `  ${stamp(at)}  ${[then, reason, note].filter(Boolean).join(' · ')}`,
    ),
    ...attempts.map(
      row =>
        `  ${stamp(row.decidedAt)}  ${row.channel} by ${row.gateway}, ${row.parts} parts, ${row.outcome ?? 'no word yet'}\n    ${row.text ?? '(blanked)'}`,
    ),
  ].join('\n')
}
