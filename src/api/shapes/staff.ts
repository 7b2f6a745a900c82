import { z } from 'zod'
import { scopes } from '../keys.ts'
import { roles } from '../roles.ts'
import { instant } from './instant.ts'

const at = '2026-11-20T00:16:02.000Z'

/** Told apart by eye and ear: small letters. */
export const staffName = z
  .string()
  .regex(
    /^[a-z][a-z0-9._-]{0,39}$/,
    'small letters, digits, ".", "_" and "-", beginning with a letter, at most 40',
  )
const displayName = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'printable text')
const role = z.enum(roles)
const roleList = z.array(role).min(1).max(roles.length)
const territory = z
  .string()
  .regex(/^(province|city)\/[a-z0-9][a-z0-9._-]{0,39}$/, 'province/NAME or city/NAME, such as city/taizhou')
const territories = z
  .array(territory)
  .max(50)
  .meta({ description: 'Where this person may look at customers; none is everywhere.' })
const locale = z.enum(['zh-CN', 'en'])

const person = { name: z.string(), displayName: z.string(), roles: z.array(role), territories, locale }
const wang = {
  name: 'wang',
  displayName: '王丽',
  roles: ['agent'],
  territories: ['city/taizhou'],
  locale: 'zh-CN',
}

const kept = { ...wang, mustChangePassword: false, secondFactor: false, createdAt: at, disabledAt: null }

export const staffView = z
  .object({
    ...person,
    mustChangePassword: z.boolean(),
    secondFactor: z.boolean().meta({ description: 'Whether signing in asks for a code as well.' }),
    createdAt: instant,
    disabledAt: instant.nullable(),
  })
  .meta({
    id: 'Staff',
    description: 'Somebody who may sign in.',
    examples: [kept],
  })

export const staffList = z.object({ items: z.array(staffView) }).meta({ id: 'StaffList' })
export const staffParams = z.strictObject({ name: staffName })

export const staffBody = z
  .strictObject({
    name: staffName,
    displayName: displayName.optional(),
    roles: roleList,
    territories: territories.default([]),
    locale: locale.default('zh-CN'),
  })
  .meta({ id: 'StaffBody', examples: [wang] })

export const staffChangeBody = z
  .strictObject({
    displayName: displayName.optional(),
    roles: roleList.optional(),
    territories: territories.optional(),
    locale: locale.optional(),
    disabled: z.boolean().optional(),
  })
  .meta({
    id: 'StaffChangeBody',
    description:
      'What is left out stays. Other roles or territories, or disabling, end the sessions of this person.',
    examples: [{ roles: ['agent', 'viewer'] }, { disabled: true }],
  })

const oneTime = z.string().meta({ description: 'For one use, shown this once.' })
export const newStaff = z.object({ ...staffView.shape, password: oneTime }).meta({
  id: 'NewStaff',
  examples: [{ ...kept, mustChangePassword: true, password: 'k7qpx-m2hwd-z9rtb-c4nfy' }],
})
export const newPassword = z.object({ name: z.string(), password: oneTime }).meta({
  id: 'NewPassword',
  description: 'The sessions of this person have ended, a second factor is taken off.',
  examples: [{ name: 'wang', password: 'k7qpx-m2hwd-z9rtb-c4nfy' }],
})

export const sessionView = z
  .object({
    staff: z.object({
      ...person,
      scopes: z.array(z.enum(scopes)).meta({ description: 'What the roles open together.' }),
      mustChangePassword: z.boolean(),
    }),
    csrf: z.string().meta({ description: 'To be sent as x-kairos-csrf with whatever changes something.' }),
    hasStage: z.boolean().meta({ description: 'Whether this is a demo with simulated customers to play.' }),
  })
  .meta({
    id: 'Session',
    description: 'Who is signed in.',
    examples: [
      {
        staff: { ...wang, scopes: ['read', 'customers', 'unmask'], mustChangePassword: false },
        csrf: 'Zk0y3gqkq0r1W8b5i2u1n7yQvQ0l0C9mJ2o5X3s1dEA',
        hasStage: false,
      },
    ],
  })

export const signedOut = z
  .object({ signedOut: z.literal(true) })
  .meta({ id: 'SignedOut', examples: [{ signedOut: true }] })

export const signInWays = z
  .object({
    provider: z
      .object({ label: z.string().nullable().meta({ description: 'What the settings call it.' }) })
      .nullable()
      .meta({ description: 'Of identities; null where none is set up.' }),
  })
  .meta({
    id: 'SignInWays',
    description: 'How staff sign in beside name and password.',
    examples: [{ provider: { label: '统一身份认证' } }],
  })

/** Any text: what is no name of anybody is told from a wrong password by nothing. */
const typed = z.string().min(1).max(200)
const code = z.string().regex(/^\d{6}$/, 'six digits')

export const signInBody = z
  .strictObject({ name: typed, password: typed, code: code.optional() })
  .meta({ id: 'SignInBody', examples: [{ name: 'wang', password: 'three words and a number 7' }] })
export const passwordBody = z.strictObject({ current: typed, next: z.string().max(200) }).meta({
  id: 'PasswordBody',
  examples: [{ current: 'k7qpx-m2hwd-z9rtb-c4nfy', next: 'three words and a number 7' }],
})

export const totpBody = z
  .strictObject({ code: code.optional().meta({ description: 'Left out it begins; sent it confirms.' }) })
  .meta({ id: 'TotpBody', examples: [{}, { code: '287082' }] })
export const totpView = z
  .object({
    confirmed: z.boolean(),
    secret: z
      .string()
      .nullable()
      .meta({ description: 'Base32, to be typed into an authenticator; shown this once.' }),
    url: z.string().nullable().meta({ description: 'The same as otpauth: URL, for a QR code.' }),
  })
  .meta({
    id: 'SecondFactor',
    description: 'A second factor that begins, or is confirmed and asked for from now on.',
    examples: [{ confirmed: true, secret: null, url: null }],
  })
