import { z } from 'zod'
import { brand, language, payMode, wishedChannel } from '../../core/event/facts.ts'
import { id as plainId } from '../../core/event/fields.ts'
import { microYuan } from '../../core/units.ts'
import { instant } from './instant.ts'
import { accountId, lineId, versionId } from './name.ts'
import { rulebookFiles } from './rulebook-version.ts'

/** Facts told before the one that is tried. */
const beforeMax = 20

const event = z
  .record(z.string(), z.unknown())
  .meta({ description: 'A fact as POST /events takes it: CloudEvents 1.0 in JSON.' })

const tried = {
  version: versionId.optional(),
  files: rulebookFiles.optional().meta({ description: 'Instead of a version.' }),
  event,
  before: z
    .array(event)
    .max(beforeMax)
    .default([])
    .meta({ description: 'Facts that the customer is told to have had before, in this order.' }),
}

const customer = z
  .strictObject({
    brand,
    planId: plainId,
    packIds: z.array(plainId).max(16).default([]),
    payMode: payMode.default('prepaid'),
    star: z.int().min(0).max(5).default(0),
    vip: z.enum(['none', 'silver', 'gold', 'diamond']).default('none'),
    language: language.default('zh-CN'),
    province: plainId.default('zhejiang'),
    city: plainId.default('taizhou'),
    balanceMicroYuan: microYuan.optional(),
    channel: wishedChannel.optional().meta({ description: 'Preferred.' }),
    marketingConsent: z.boolean().default(false),
    joinedDaysAgo: z.int().min(1).max(10_000).default(400),
  })
  .meta({ id: 'InventedCustomerBody', examples: [{ brand: 'easyown', planId: 'easyown-28' }] })

const isOne = ({ version, files }: { version?: unknown; files?: unknown }) =>
  (version === undefined) !== (files === undefined)
const one = { error: 'either a version or its files', path: ['version'] }

const example = {
  version: '2026-11-01',
  event: {
    specversion: '1.0',
    id: 't-1',
    source: 'trial',
    type: 'query.performed',
    subject: 'account:invented',
    time: '2026-11-20T10:00:00+08:00',
    data: { kind: 'location', channel: 'web', verifiedBy: 'service-password' },
  },
}

export const tryBody = z
  .strictObject({ ...tried, customer })
  .refine(isOne, one)
  .meta({
    id: 'TryBody',
    examples: [{ ...example, customer: { brand: 'easyown', planId: 'easyown-28' } }],
  })

export const tryCustomerParams = z.strictObject({ account: accountId })
export const tryCustomerBody = z
  .strictObject({ ...tried, line: lineId.optional() })
  .refine(isOne, one)
  .meta({ id: 'TryCustomerBody', examples: [example] })

const text = z.object({
  language,
  text: z.string().nullable(),
  parts: z.int().nullable(),
  encoding: z.enum(['gsm7', 'ucs2']).nullable(),
  fault: z.string().nullable().meta({ description: 'Why it cannot be said.' }),
})

export const ruleTrial = z
  .object({
    version: z.string(),
    at: instant.meta({ description: 'When it is taken to happen: the time of the event.' }),
    rules: z.array(
      z.object({
        rule: z.string(),
        outcome: z.string().meta({
          description: '"planned", "later …", why it was not asked, "condition", or why it is withheld.',
        }),
        at: instant,
        condition: z.object({ source: z.string(), holds: z.boolean() }).nullable(),
      }),
    ),
    reminders: z.array(
      z.object({
        rule: z.string(),
        touchpoint: z.string(),
        template: z.string(),
        class: z.string(),
        line: z.string(),
        state: z.string(),
        reason: z.string().nullable(),
        note: z.string(),
        channel: z.string(),
        due: instant,
        usefulUntil: instant,
        steps: z.array(z.string()).meta({ description: 'Planning, step by step.' }),
        texts: z.array(text),
      }),
    ),
  })
  .meta({
    id: 'RuleTrial',
    description: 'What would follow from this event; nothing of it was kept.',
    examples: [
      {
        version: '2026-11-01',
        at: '2026-11-20T02:00:00.000Z',
        rules: [
          { rule: 'sensitive-query', outcome: 'planned', at: '2026-11-20T02:00:00.000Z', condition: null },
        ],
        reminders: [
          {
            rule: 'sensitive-query',
            touchpoint: 'sensitive-query',
            template: 'sensitive-query',
            class: 'real-time',
            line: 'L1',
            state: 'planned',
            reason: null,
            note: 'time: at once',
            channel: 'sms',
            due: '2026-11-20T02:00:00.000Z',
            usefulUntil: '2026-11-21T02:00:00.000Z',
            steps: ['passed: allowed, consent, once-per, told-recently, useful', 'channel: sms'],
            texts: [
              {
                language: 'en',
                text: 'Someone viewed your location …',
                parts: 1,
                encoding: 'gsm7',
                fault: null,
              },
            ],
          },
        ],
      },
    ],
  })
