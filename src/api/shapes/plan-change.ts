import { z } from 'zod'
import { instant } from './instant.ts'
import { accountId } from './name.ts'

const named = z.object({ 'zh-CN': z.string(), en: z.string() })
const plan = z.object({ id: z.string(), name: named, offer: named.nullable() }).meta({
  description: 'The name is the id, and the offer null, where the catalogue does not know the plan.',
})
const amount = z.number().nullable()

export const planChangeParams = z.strictObject({
  account: accountId,
  eventId: z.string().min(3).max(400).meta({ description: 'As the timeline gives it: source/id.' }),
})

export const planChangeView = z
  .object({
    eventId: z.string(),
    type: z.enum(['plan.change-ordered', 'plan.changed']),
    at: instant,
    numberMasked: z.string().nullable(),
    language: z.enum(['zh-CN', 'en']).meta({ description: 'That of the customer.' }),
    startsOn: z.string().meta({ description: 'First day of the new plan.' }),
    lastDay: z.string().meta({ description: 'Last day of the old one.' }),
    before: plan.nullable().meta({ description: 'Null when it is not known what it was.' }),
    after: plan,
    figures: z.array(
      z.object({
        what: z
          .enum(['monthlyFee', 'dataBytes', 'voiceMinutes', 'outOfPlanPerMB'])
          .meta({ description: 'Fees and prices in micro-yuan.' }),
        before: amount,
        after: amount,
        change: z.enum(['better', 'worse', 'same', 'unknown']).meta({ description: 'For the customer.' }),
      }),
    ),
    contracts: z.array(
      z.object({
        id: z.string(),
        name: named,
        until: z.string().nullable(),
        monthsLeft: z.int().nullable(),
        minimum: amount.meta({ description: 'Minimum spend a month, in micro-yuan.' }),
      }),
    ),
    spoken: z.object({ 'zh-CN': z.string().nullable(), en: z.string().nullable() }).meta({
      description: 'What staff say with it; null where the rulebook has no words, or a fact is missing.',
    }),
  })
  .meta({
    id: 'PlanChange',
    description:
      'A change of plan, for the customer to look at (TP2-24): all of it from the catalogue by date.',
    examples: [
      {
        eventId: 'urn:boss:taizhou/b-20261120-000018',
        type: 'plan.change-ordered',
        at: '2026-11-20T01:20:00.000Z',
        numberMasked: '+86138****8000',
        language: 'zh-CN',
        startsOn: '2026-12-01',
        lastDay: '2026-11-30',
        before: { id: 'gotone-58', name: { 'zh-CN': '商旅58', en: 'Business 58' }, offer: null },
        after: { id: 'gotone-88', name: { 'zh-CN': '商旅88', en: 'Business 88' }, offer: null },
        figures: [{ what: 'monthlyFee', before: 58_000_000, after: 88_000_000, change: 'worse' }],
        contracts: [],
        spoken: { 'zh-CN': '请您核对屏幕……', en: 'Please look at the screen with me …' },
      },
    ],
  })
