/** A trial of rules in a terminal: each rule asked and what it said, then each reminder with its steps and words. */
import type { z } from 'zod'
import type { ruleTrial } from '../api/shapes/rule-trial.ts'
import type { Language } from '../core/event/facts.ts'
import { localTime } from './local-time.ts'
import { noteText } from './note-words.ts'
import { answerWord, reasonWord, stateWord, word } from './words.ts'

export type RuleTrialAnswer = z.input<typeof ruleTrial>
type Rule = RuleTrialAnswer['rules'][number]
type Reminder = RuleTrialAnswer['reminders'][number]

export function ruleTrialText({ rules, reminders }: RuleTrialAnswer, language: Language): string {
  const asked = rules.map(rule => ruleText(rule, language))
  return [
    asked.length === 0 ? word('noRule', language) : asked.join('\n'),
    ...reminders.map(reminder => reminderText(reminder, language)),
  ].join('\n\n')
}

function ruleText({ rule, outcome, at, condition }: Rule, language: Language): string {
  const when = condition === null ? '' : `  [${condition.holds ? '✓' : '✗'} ${condition.source}]`
  return `${localTime(Date.parse(at))}  ${rule}: ${answerWord(outcome, language)}${when}`
}

function reminderText(reminder: Reminder, language: Language): string {
  const { rule, line, state, reason, due, channel, steps, texts } = reminder
  const why = reason === null ? '' : `, ${reasonWord(reason, language)}`
  return [
    `→ ${rule} (${line}): ${stateWord(state, language)}${why}  ${localTime(Date.parse(due))}  ${channel}`,
    ...steps.map(step => `  · ${noteText(step, language)}`),
    ...texts.map(one => textLine(one, language)),
  ].join('\n')
}

function textLine(
  { language: of, text, parts, fault }: Reminder['texts'][number],
  language: Language,
): string {
  if (text === null) return `  ${of}: ✗ ${fault}`
  const unit = language === 'en' ? (parts === 1 ? 'part' : 'parts') : '条'
  return `  ${of} (${parts} ${unit}): ${text}`
}
