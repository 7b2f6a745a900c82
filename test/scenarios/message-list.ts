/** All messages of the shipped rulebook in one text, for people to read: test/scenarios/messages.txt. */
import type { Language } from '../../src/core/event/facts.ts'
import type { Message } from './message.ts'
import { realRulebook } from './real-rulebook.ts'
import { arrears } from './situations/arrears.ts'
import { bills } from './situations/bills.ts'
import { businessChange } from './situations/business-change.ts'
import { dataUsage } from './situations/data-usage.ts'
import { expiry } from './situations/expiry.ts'
import { further } from './situations/further.ts'
import { lowBalance } from './situations/low-balance.ts'
import { opening } from './situations/opening.ts'
import { rebate } from './situations/rebate.ts'
import { roaming } from './situations/roaming.ts'
import { sensitiveQuery } from './situations/sensitive-query.ts'
import type { Chapter, Situation } from './situations/situation.ts'
import { vas } from './situations/vas.ts'
import { Story } from './story.ts'

export const languages = ['zh-CN', 'en'] as const
export const chapters: readonly Chapter[] = [
  opening,
  businessChange,
  vas,
  expiry,
  rebate,
  roaming,
  sensitiveQuery,
  lowBalance,
  arrears,
  dataUsage,
  bills,
  further,
]

export interface Spoken {
  readonly situation: Situation
  readonly messages: Readonly<Record<Language, Message>>
}

/** Plays the situation twice, once for a reader of each language. */
export function speak(situation: Situation): Spoken {
  return { situation, messages: { 'zh-CN': spokenIn('zh-CN', situation), en: spokenIn('en', situation) } }
}

function spokenIn(language: Language, { template, what, profile, happens, until }: Situation): Message {
  const story = new Story()
  const customer = story.customer('reader', { ...profile, language })
  story.customer('somebody') // another account that a situation speaks of
  happens(customer)
  story.until(until)
  const message = customer.chronicle.messages.findLast(one => one.template === template)
  if (message === undefined) throw new Error(`${template} (${what}): ${customer.fates.join(', ')}`)
  return message
}

export const bodyOf = ({ text, language }: Message): string =>
  text.slice(realRulebook.policy.signature[language].length)

const head = `Every message of the shipped rulebook, as customers get it: each template on its occasions, told by the real rules.
Made by test/scenarios/wording.test.ts. After a change of rulebook/ read it, then renew it:

    npx vitest run test/scenarios/wording.test.ts -u
`

export function listing(spoken: readonly Spoken[]): string {
  const parts = chapters.map(({ touchpoint, points }) => {
    const mine = Object.keys(points).map(template => templateText(template, spoken))
    return `\n${'='.repeat(8)} ${touchpoint} ${'='.repeat(8)}\n\n${mine.join('\n')}`
  })
  return head + parts.join('')
}

function templateText(template: string, spoken: readonly Spoken[]): string {
  const mine = spoken.filter(({ situation }) => situation.template === template)
  const classes = [...new Set(mine.map(({ messages }) => messages.en.class))]
  return [`${template} (${classes.join(', ')})`, ...mine.flatMap(occasionText), ''].join('\n')
}

function occasionText({ situation, messages }: Spoken): readonly string[] {
  const lines = languages.map(language => {
    const { parts, text } = messages[language]
    return `    ${parts}p ${String(text.length).padStart(3)}  ${text}`
  })
  return [`  ${situation.what}`, ...lines]
}
