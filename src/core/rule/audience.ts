import type { Line, PaymentGroup } from '../account/account.ts'
import type { Audience } from './rule.ts'

const within = <T>(allowed: readonly T[] | null, value: T): boolean =>
  allowed === null || allowed.includes(value)

/** Whether a line is among those that a rule or a limit is for; scope is a province or a city (TP0-03). */
export function inAudience(audience: Audience, line: Line, role: PaymentGroup['role']): boolean {
  return (
    within(audience.brands, line.brand) &&
    within(audience.payModes, line.payMode) &&
    within(audience.roles, role) &&
    within(audience.stars, line.star) &&
    inScope(audience.scope, line)
  )
}

/** `province/zhejiang`, `city/taizhou`; null is everywhere. */
export function inScope(scope: string | null, line: Line): boolean {
  return scope === null || scope === `province/${line.province}` || scope === `city/${line.city}`
}
