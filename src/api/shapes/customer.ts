import { z } from 'zod'
import { internationalNumber } from '../../intake/subject.ts'
import { instant } from './instant.ts'
import { accountId, reasonText } from './name.ts'

const wrong = 'write +country and number, or the 11 digits of a mobile of mainland China'

/** In the body, never in an address: addresses are logged by whatever stands in between. */
export const customerNumber = z
  .string()
  .max(32)
  .transform((text, context) => {
    const international = internationalNumber(text)
    if (international === null) context.issues.push({ code: 'custom', message: wrong, input: text })
    return international ?? ''
  })

/** The lawful cases of FP-09. */
export const lawfulCases = ['authenticated', 'judicial', 'partner', 'complaint'] as const

const note = z
  .string()
  .max(300)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'printable text')

const reason = z
  .strictObject({
    case: z.enum(lawfulCases).meta({
      description:
        'authenticated: the customer, or an agent of theirs, has proved who they are; judicial: an order of a court or the police; partner: one with an agreement and the consent of the customer; complaint: a body that handles complaints.',
    }),
    note: note
      .default('')
      .meta({ description: 'Which order, partner or complaint; may be empty only when authenticated.' }),
  })
  .refine(({ case: which, note: told }) => which === 'authenticated' || told.trim() !== '', {
    error: 'say which order, partner or complaint it is',
    path: ['note'],
  })

export const customerBody = z
  .strictObject({ number: customerNumber.optional(), account: accountId.optional(), reason })
  .refine(body => (body.number === undefined) !== (body.account === undefined), {
    error: 'send either "number" or "account"',
  })
  .meta({
    id: 'CustomerBody',
    examples: [
      { number: '+8613800138000', reason: { case: 'authenticated', note: '' } },
      { account: 'A17', reason: { case: 'complaint', note: 'case 2026-118 of the ministry' } },
    ],
  })

export const customerView = z
  .object({
    account: z.string(),
    lines: z.array(
      z.object({
        line: z.string(),
        numberMasked: z.string().nullable().meta({ description: 'Null when it is no longer known.' }),
        brand: z.string(),
        payMode: z.string(),
        star: z.int(),
        language: z.string(),
        province: z.string(),
        city: z.string(),
        openedAt: instant,
        closedAt: instant.nullable(),
        isAsked: z.boolean().meta({ description: 'It is the line of the number that was asked for.' }),
      }),
    ),
    until: instant
      .nullable()
      .meta({ description: 'How long staff may look at this customer; null for keys.' }),
  })
  .meta({
    id: 'Customer',
    description: 'A customer opened for a reason; without lines when the person was erased.',
    examples: [
      {
        account: 'A17',
        lines: [
          {
            line: 'L17',
            numberMasked: '+86138****8000',
            brand: 'gotone',
            payMode: 'postpaid',
            star: 3,
            language: 'zh-CN',
            province: 'zhejiang',
            city: 'taizhou',
            openedAt: '2024-02-29T02:00:00.000Z',
            closedAt: null,
            isAsked: true,
          },
        ],
        until: '2026-11-20T00:46:02.000Z',
      },
    ],
  })

export const customerParams = z.strictObject({ account: accountId })
export const unmaskBody = z
  .strictObject({ reason: reasonText })
  .meta({ id: 'UnmaskBody', examples: [{ reason: 'the customer asks which number is meant' }] })
export const unmasked = z
  .object({
    account: z.string(),
    lines: z.array(z.object({ line: z.string(), number: z.string().nullable() })),
  })
  .meta({
    id: 'Unmasked',
    description: 'The numbers of a customer in full.',
    examples: [{ account: 'A17', lines: [{ line: 'L17', number: '+8613800138000' }] }],
  })
