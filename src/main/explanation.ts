/** Why, and why not, in a terminal. */
import type { Language } from '../core/event/facts.ts'
import type { ContactShown } from './desk/contacts.ts'
import { factText } from './fact-text.ts'
import { localTime } from './local-time.ts'
import { noteText } from './note-words.ts'
import { width } from './text-table.ts'
import { answerWord, reasonWord, stateWord, word, type Word } from './words.ts'

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
  readonly contact: ContactShown | null
  /** When the person was erased, null when nobody was. */
  readonly erased: string | null
}

/** Steps of sending, which the reminder itself tells better. */
const ofSending: ReadonlySet<string> = new Set(['reminder.due', 'attempt.concluded', 'attempt.silent'])

/** Whether an event is one that somebody would ask about. */
export const isCause = ({ type }: Pick<Decision, 'type'>): boolean => !ofSending.has(type)

/** Said first, where an account is spoken of whose person was erased. */
export const erasedText = (erased: string | null, language: Language): readonly string[] =>
  erased === null ? [] : [`${word('erasedOn', language)} ${localTime(Date.parse(erased))}`]

/** `contact C7, +86139****9000`: not the customer was told, but somebody named for it. */
export const contactText = ({ id, number }: ContactShown, language: Language): string =>
  [`${word('contact', language)} ${id}`, number ?? word('forgotten', language)].join(', ')

export const decisionsText = (decisions: readonly Decision[], language: Language): string =>
  decisions.map(decision => decisionText(decision, language)).join('\n\n')

function decisionText(decision: Decision, language: Language): string {
  const { source, id, type, time, body, considered, reminders } = decision
  const asked = considered.map(({ rule, outcome }) => `    ${rule}: ${answerWord(outcome, language)}`)
  const led = reminders.map(reminder => `    → ${reminder.id}: ${fateText(reminder, language)}`)
  const none = isCause(decision) && asked.length + led.length === 0 ? [`    ${word('noRule', language)}`] : []
  return [
    `${localTime(Date.parse(time))}  ${type}  (${source} ${id})`,
    `    ${factText(body)}`,
    ...asked,
    ...led,
    ...none,
  ].join('\n')
}

const fateText = (
  { state, reason }: { readonly state: string; readonly reason: string | null },
  language: Language,
): string => {
  const fate = stateWord(state, language)
  return reason === null ? fate : `${fate}, ${reasonWord(reason, language)}`
}

const columnWidth = 14

export function reminderText(reminder: ReminderAnswer, language: Language): string {
  const { rule, touchpoint, version, template, cause, steps, trail, attempts, facts } = reminder
  const at = (moment: string): string => localTime(Date.parse(moment))
  const row = (name: Word, text: string): string => {
    const label = word(name, language)
    return `  ${label}${' '.repeat(Math.max(1, columnWidth - width(label)))}${text}`
  }
  return [
    ...erasedText(reminder.erased, language),
    `${reminder.id}: ${fateText(reminder, language)}`,
    row('rule', `${rule} (${touchpoint}), ${reminder.class}, rulebook ${version}, template ${template}`),
    row('cause', `${cause.source} ${cause.id}, ${at(cause.time)}`),
    ...(reminder.contact === null ? [] : [row('to', contactText(reminder.contact, language))]),
    row('due', `${at(reminder.due)}, ${word('useful', language)} ${at(reminder.usefulUntil)}`),
    row('inputs', factText(facts)),
    ...steps.map(step => row('step', noteText(step, language))),
    ...trail.map(step => `  ${at(step.at)}  ${trailText(step, language)}`),
    ...attempts.flatMap(({ decidedAt, channel, gateway, parts, outcome, text }) => [
      `  ${at(decidedAt)}  ${channel}, ${gateway}, ${word('parts', language)} ${parts}: ${outcome === null ? word('noWord', language) : stateWord(outcome, language)}`,
      `    ${text ?? word('blanked', language)}`,
    ]),
  ].join('\n')
}

function trailText(step: ReminderAnswer['trail'][number], language: Language): string {
  const reason = step.reason === null ? '' : reasonWord(step.reason, language)
  return [stateWord(step.state, language), reason, noteText(step.note, language)]
    .filter(text => text !== '')
    .join(' · ')
}
