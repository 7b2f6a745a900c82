/** The stage of a demo: simulated customers, what may happen to them, what their phones show, and the road of each event. */
import { z } from 'zod'
import { brand, channelName, language, standing } from '../../core/event/facts.ts'
import { classes, withheldReasons } from '../../core/reminder.ts'
import { instant } from './instant.ts'
import { accountId } from './name.ts'

const names = z.object({ 'zh-CN': z.string(), en: z.string() })
const at = '2026-11-20T00:16:02.000Z'
const later = '2026-11-20T00:16:05.000Z'

/** What can be made to happen, in the order in which one would try it. */
export const happenings = [
  'open-account',
  'use-data',
  'make-calls',
  'top-up',
  'change-plan',
  'keep-plan',
  'order-service',
  'cancel-service',
  'ask-call-details',
  'arrive-abroad',
  'return-home',
  'lose-phone',
  'replace-card',
] as const

/** How long one may wait: twenty minutes, until nine in the morning, a day, until the month has turned. */
export const waits = ['a-while', 'morning', 'a-day', 'month'] as const

/** Where one may travel to. */
export const destinations = ['520', '440', '454', '310', '222'] as const

const person = {
  account: z.string(),
  name: z.string(),
  number: z.string().meta({ description: 'Masked, unless it was invented here.' }),
  brand,
  language,
  plan: names.nullable().meta({ description: 'Null before the account is opened.' }),
  isInvented: z.boolean(),
}

const personExample = {
  account: 'A31000000',
  name: '陈思远',
  number: '15430000001',
  brand: 'gotone',
  language: 'zh-CN',
  plan: { 'zh-CN': '商旅58', en: 'Business 58' },
  isInvented: true,
}

const clock = {
  now: instant.meta({ description: 'The time on the stage; it may be ahead of the real one.' }),
  aheadMs: z.int(),
  waitingUntil: instant.nullable().meta({ description: 'While time is passing quickly: until when.' }),
}

export const stageView = z.object({ ...clock, people: z.array(z.object(person)) }).meta({
  id: 'Stage',
  description: 'The time on the stage, and who may be played.',
  examples: [{ now: at, aheadMs: 0, waitingUntil: null, people: [personExample] }],
})

const note = names.meta({ description: 'In the words of either language.' })

const attempt = z.object({
  gateway: z.string(),
  channel: channelName,
  text: z.string().nullable(),
  parts: z.int(),
  decidedAt: instant,
  acceptedAt: instant.nullable(),
  concludedAt: instant.nullable(),
  outcome: z.string().nullable(),
  code: z.string().nullable().meta({ description: 'Of the receipt.' }),
})

const reminder = z.object({
  id: z.string(),
  rule: z.string(),
  touchpoint: z.string(),
  class: z.enum(classes),
  state: z.enum(['planned', 'attempted', 'delivered', 'failed', 'expired', 'unconfirmed', 'withheld']),
  reason: z.enum(withheldReasons).nullable(),
  due: instant,
  usefulUntil: instant,
  channel: channelName,
  plannedAt: instant,
  concludedAt: instant.nullable(),
  passed: z
    .array(z.string())
    .meta({ description: 'Questions of planning that were answered with yes, in order.' }),
  notes: z.array(note).meta({ description: 'What planning noted: when, and by which channel, or why not.' }),
  trail: z.array(z.object({ at: instant, state: z.string(), note })),
  attempts: z.array(attempt),
})

export const stageRoad = z
  .object({
    id: z.string(),
    at: instant,
    happening: z.enum(happenings).nullable().meta({ description: 'What was made to happen, if anything.' }),
    facts: z.array(
      z.object({
        source: z.string(),
        id: z.string(),
        type: z.string(),
        body: z.record(z.string(), z.unknown()),
      }),
    ),
    considered: z.array(z.object({ rule: z.string(), outcome: z.string() })),
    reminders: z.array(reminder),
  })
  .meta({
    id: 'StageRoad',
    description: 'What a fact set going: which rules were asked, what was planned, sent and received.',
    examples: [
      {
        id: 'ocs/stage-1',
        at,
        happening: 'use-data',
        facts: [{ source: 'ocs', id: 'stage-1', type: 'usage.reported', body: { usedBytes: 419_430_400 } }],
        considered: [{ rule: 'data-used-80', outcome: 'planned' }],
        reminders: [
          {
            id: 'A31000000/data-used-80/L31000000-1/2026-11',
            rule: 'data-used-80',
            touchpoint: 'data-usage',
            class: 'real-time',
            state: 'delivered',
            reason: null,
            due: at,
            usefulUntil: '2026-11-20T02:16:02.000Z',
            channel: 'sms',
            plannedAt: at,
            concludedAt: later,
            passed: ['allowed', 'consent', 'once-per', 'told-recently', 'useful'],
            notes: [{ 'zh-CN': '时间：任何时间都可发', en: 'time: at any hour' }],
            trail: [{ at, state: 'planned', note: { 'zh-CN': '任何时间都可发', en: 'at any hour' } }],
            attempts: [
              {
                gateway: 'smpp-sms',
                channel: 'sms',
                text: '【恰时移动】本月流量已用80%。',
                parts: 1,
                decidedAt: at,
                acceptedAt: at,
                concludedAt: later,
                outcome: 'delivered',
                code: 'DELIVRD:000',
              },
            ],
          },
        ],
      },
    ],
  })

export const stageMessage = z
  .object({
    id: z.string(),
    at: instant,
    from: z.string().nullable().meta({ description: 'Null: written with this phone.' }),
    text: z.string(),
    parts: z.int(),
    codes: z.array(z.string()).meta({ description: 'Codes that it asks to be sent back.' }),
  })
  .meta({
    id: 'StageMessage',
    description: 'On the screen: what the centre brought to this phone, or what it wrote.',
    examples: [
      { id: '1', at: later, from: '10086', text: '回复2651加购流量包。', parts: 1, codes: ['2651'] },
    ],
  })

const held = z
  .object({
    plan: names,
    nextPlan: names.nullable().meta({ description: 'Ordered, from the first of the next month.' }),
    balance: z.int().nullable().meta({ description: 'Micro-yuan.' }),
    isPrepaid: z.boolean(),
    usedBytes: z.int(),
    allowanceBytes: z.int(),
    abroad: names.nullable(),
    standing,
    services: z.array(names),
  })
  .meta({ description: 'As the operator’s systems have it.' })

export const stageScene = z
  .object({
    ...person,
    ...clock,
    isPhoneOn: z.boolean(),
    held: held.nullable().meta({ description: 'Null before the account is opened.' }),
    may: z.array(z.enum(happenings)).meta({ description: 'What can happen now.' }),
    messages: z.array(stageMessage).meta({ description: 'Oldest first.' }),
    roads: z.array(stageRoad).meta({ description: 'Newest first.' }),
  })
  .meta({
    id: 'StageScene',
    description: 'A simulated customer with the phone in hand.',
    examples: [
      {
        ...personExample,
        now: at,
        aheadMs: 0,
        waitingUntil: null,
        isPhoneOn: true,
        held: {
          plan: personExample.plan,
          nextPlan: null,
          balance: 58_000_000,
          isPrepaid: true,
          usedBytes: 419_430_400,
          allowanceBytes: 524_288_000,
          abroad: null,
          standing: 'normal',
          services: [],
        },
        may: ['use-data', 'top-up'],
        messages: stageMessage.meta()?.['examples'] ?? [],
        roads: stageRoad.meta()?.['examples'] ?? [],
      },
    ],
  })

export const stageParams = z.strictObject({ account: accountId })
export const inventBody = z
  .strictObject({ brand, language })
  .meta({ id: 'InventBody', examples: [{ brand: 'gotone', language: 'zh-CN' }] })
export const happenBody = z
  .strictObject({
    what: z.enum(happenings),
    mcc: z
      .enum(destinations)
      .optional()
      .meta({ description: 'Of arrive-abroad: the mobile country code; Thailand unless told.' }),
  })
  .meta({ id: 'HappenBody', examples: [{ what: 'use-data' }, { what: 'arrive-abroad', mcc: '520' }] })
export const phoneBody = z
  .strictObject({ isOn: z.boolean() })
  .meta({ id: 'PhoneBody', examples: [{ isOn: false }] })
export const writeBody = z
  .strictObject({
    text: z
      .string()
      .min(1)
      .max(300)
      .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'printable text'),
  })
  .meta({ id: 'WriteBody', examples: [{ text: '2651' }] })
export const waitBody = z
  .strictObject({ until: z.enum(waits) })
  .meta({ id: 'WaitBody', examples: [{ until: 'a-day' }] })
