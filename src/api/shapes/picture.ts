/** A customer as they stand now, for whoever has them on the line: the state that decisions rest on, with its names. */
import { z } from 'zod'
import { channelName } from '../../core/event/facts.ts'
import { customerView } from './customer.ts'
import { instant } from './instant.ts'

const names = z
  .object({ 'zh-CN': z.string(), en: z.string() })
  .meta({ description: 'As the catalogue has it; its id in both where the catalogue does not know it.' })
const microYuan = z.int().meta({ description: 'Micro-yuan.' })
const bytes = z.int().meta({ description: 'Bytes.' })
const at = '2026-11-20T00:16:02.000Z'
const flow30 = { 'zh-CN': '流量30元套餐', en: 'Data 30' }

const [customerExample] = customerView.meta()!['examples'] as { lines: object[] }[]
const lineExample = customerExample!.lines[0]!

const meter = z
  .object({
    bucket: z.string(),
    kind: z.string(),
    used: bytes,
    allowance: bytes,
    from: instant,
    until: instant,
    asOf: instant.meta({ description: 'Time of the newest report.' }),
  })
  .meta({ description: 'An allowance in its present period, as reported.' })

const held = z
  .object({
    id: z.string(),
    kind: z.enum(['plan', 'pack', 'service', 'promotion']),
    name: names,
    since: z.string().nullable().meta({ description: 'Local day.' }),
    until: z.string().nullable().meta({ description: 'Last day or month, where one is known.' }),
  })
  .meta({ description: 'A plan, pack, service or promotion that the line holds.' })

const preferences = z.object({
  channel: channelName.nullable(),
  activeHours: z.object({ from: z.string(), to: z.string() }).nullable(),
  marketingConsent: z.boolean(),
  subscribed: z.array(z.string()).meta({ description: 'Kinds that were ordered.' }),
  unsubscribed: z.array(z.string()).meta({ description: 'Kinds that were switched off.' }),
})

const linePicture = z.object({
  ...customerView.shape.lines.element.shape,
  offers: z.array(held),
  meters: z.array(meter),
  abroad: z.string().nullable().meta({ description: 'Mobile country code, while registered abroad.' }),
  preferences,
})

export const customerPicture = z
  .object({
    account: z.string(),
    until: customerView.shape.until,
    lines: z.array(linePicture),
    balance: z.object({ amount: microYuan, asOf: instant }).nullable(),
    standing: z.object({ state: z.string(), since: instant.nullable() }),
    usableUntil: z.string().nullable().meta({ description: 'Local day on which a prepaid number ends.' }),
    bill: z.object({ month: z.string(), due: microYuan, payBy: z.string() }).nullable(),
    payment: z.object({ role: z.enum(['single', 'head', 'member']), members: z.int() }),
    contacts: z.int().meta({ description: 'People who are no customers and are told of arrears.' }),
  })
  .meta({
    id: 'CustomerPicture',
    description: 'An opened customer as the facts so far have it.',
    examples: [
      {
        account: 'A17',
        until: '2026-11-20T00:46:02.000Z',
        lines: [
          {
            ...lineExample,
            offers: [{ id: 'flow-30', kind: 'plan', name: flow30, since: null, until: null }],
            meters: [
              {
                bucket: 'data-main',
                kind: 'data',
                used: 419_430_400,
                allowance: 524_288_000,
                from: '2026-10-31T16:00:00.000Z',
                until: '2026-11-30T16:00:00.000Z',
                asOf: at,
              },
            ],
            abroad: null,
            preferences: {
              channel: null,
              activeHours: null,
              marketingConsent: false,
              subscribed: [],
              unsubscribed: [],
            },
          },
        ],
        balance: { amount: 40_170_000, asOf: at },
        standing: { state: 'normal', since: null },
        usableUntil: null,
        bill: null,
        payment: { role: 'single', members: 0 },
        contacts: 0,
      },
    ],
  })
