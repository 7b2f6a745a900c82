/** The second factor: codes that change every 30 seconds (RFC 6238, on HOTP of RFC 4226, with SHA-1 and six digits). */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../../core/units.ts'

const stepMs = 30_000
const digitsShown = 6
/** Clocks of telephones that are a little off. */
const stepsAside = [0, -1, 1]

export const stepAt = (now: Instant): number => Math.floor(now / stepMs)

export function codeAt(secret: Uint8Array, step: number, digits = digitsShown): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = mac[mac.length - 1]! & 0x0f
  const number = (mac.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 10 ** digits
  return String(number).padStart(digits, '0')
}

/** The step of a code that is good now and was not used before; else null. */
export function stepOf(
  secret: Uint8Array,
  code: string,
  { now, after }: { readonly now: Instant; readonly after: number },
): number | null {
  const steps = stepsAside.map(aside => stepAt(now) + aside).filter(step => step > after)
  return steps.find(step => isSame(codeAt(secret, step), code)) ?? null
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map(group => letters[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}

export const totpUrl = (secret: string, name: string): string =>
  `otpauth://totp/Kairos:${encodeURIComponent(name)}?secret=${secret}&issuer=Kairos&algorithm=SHA1&digits=6&period=30`
