/** Settings of the provider through which staff sign in (OpenID Connect); docs/staff.md tells them. */
import { z } from 'zod'
import { roles } from '../api/roles.ts'

const local = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/

/** Without encryption only on this machine. */
const safeUrl = z.url().refine(url => url.startsWith('https://') || local.test(url))

const claim = z.string().min(1).max(100)
const role = z.enum(roles)

export const oidcSettings = z
  .strictObject({
    issuer: safeUrl,
    clientId: z.string().min(1).max(200),
    /** Without it: a public client, which PKCE alone protects. */
    clientSecretFile: z.string().min(1).optional(),
    scopes: z
      .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/))
      .min(1)
      .max(20)
      .refine(all => all.includes('openid'))
      .default(['openid', 'profile']),
    /** On the button. */
    label: z.string().min(1).max(40).optional(),
    /** Where the provider sends people back to; else the host by which they came. */
    redirectUri: safeUrl.refine(url => url.endsWith('/session/oidc/callback')).optional(),
    nameClaim: claim.default('preferred_username'),
    /** With `roles`: accounts are made at the first signing in, and their roles follow this claim. */
    rolesClaim: claim.optional(),
    roles: z
      .record(z.string().min(1).max(200), z.union([role, z.array(role).min(1)]))
      .refine(all => Object.keys(all).length <= 200)
      .optional(),
    territoriesClaim: claim.optional(),
  })
  .refine(({ rolesClaim, roles: mapping }) => (rolesClaim === undefined) === (mapping === undefined), {
    path: ['rolesClaim'],
  })
  .refine(({ rolesClaim, territoriesClaim }) => territoriesClaim === undefined || rolesClaim !== undefined, {
    path: ['territoriesClaim'],
  })

export type OidcConfig = Readonly<z.infer<typeof oidcSettings>>

export const expectedOfOidc: Readonly<Record<keyof OidcConfig | 'oidc', string>> = {
  oidc: 'settings of a provider: issuer, clientId and so on',
  issuer: 'the https address of the provider, such as https://id.example.com',
  clientId: 'the name by which the provider knows Kairos',
  clientSecretFile: 'the path of a file',
  scopes: 'a list with "openid" in it',
  label: 'a few words for the button, at most 40 characters',
  redirectUri: 'our own https address that ends in /api/session/oidc/callback',
  nameClaim: 'the name of a claim, such as preferred_username',
  rolesClaim: 'the name of a claim, such as groups, together with "roles"',
  roles: `values of the claim, each with roles: ${roles.join(', ')}; together with "rolesClaim"`,
  territoriesClaim: 'the name of a claim, together with "rolesClaim"',
}
