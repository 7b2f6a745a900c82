/** What is said over the wire: each text bears the name of its message in every part, so that whoever sees a part knows it. */
import type { Rulebook } from '../../../src/core/rule/rule.ts'
import { condition, policy, rule, rulebook as sampleRulebook } from '../../../src/core/sample/rulebook.ts'
import { compileTemplate, type CompiledTemplate } from '../../../src/core/wording/template.ts'
import type { Surroundings } from '../surroundings.ts'

/** Members of a group, the second of them long (G3). */
const openings = [1, 2, 3].map(order =>
  rule({ id: `open-${order}`, on: 'line.opened', group: 'opening', order, priority: 10 + order }),
)
/** Amounts are of so many fen: odd ones are told at length. */
export const fenInMicroYuan = 10_000
const isOdd = (amount: unknown): boolean => (Number(amount) / fenInMicroYuan) % 2 === 1
const paid = (id: string, told: (amount: unknown) => boolean) =>
  rule({
    id,
    on: 'payment.received',
    when: condition(id, view => told((view['event'] as { amountMicroYuan: number }).amountMicroYuan)),
  })

const rules = [
  ...openings,
  paid('paid', amount => !isOdd(amount)),
  paid('paid-long', amount => isOdd(amount)),
].map(one => ({ ...one, class: 'real-time', ladder: 'sms' }) as const)

const amount = '{{ event.amountMicroYuan | money }}'
const texts: Readonly<Record<string, string>> = {
  'open-1': '<open-1>',
  'open-2': '<open-2>'.repeat(20),
  'open-3': '<open-3>',
  paid: `<paid ${amount}>`,
  'paid-long': `<paid-long ${amount}>`.repeat(11),
}

function template(id: string, locale: 'zh-CN' | 'en'): CompiledTemplate {
  const compiled = compileTemplate(texts[id]!, locale)
  if (Array.isArray(compiled)) throw new Error(compiled[0]?.fault)
  return compiled
}

const wireRulebook: Rulebook = {
  ...sampleRulebook(rules, policy),
  templates: new Map(
    rules.map(({ id }) => [id, { 'zh-CN': template(id, 'zh-CN'), en: template(id, 'en') }] as const),
  ),
}

export const surroundings: Surroundings = {
  rulebook: wireRulebook,
  versions: new Map([[wireRulebook.version, wireRulebook]]),
  recalled: new Set(),
  pauses: [],
  channels: new Set(['sms']),
  sendTo: 'everyone',
}

/** After this a former of a group that has no end yet is not waited for any more. */
export const groupWaitMs = 600_000

/** Null where there is none: octets that are no words of ours. */
export const nameIn = (text: string): string | null => /<([^<>]+)>/.exec(text)?.[1] ?? null
