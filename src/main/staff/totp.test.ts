import { expect, it } from 'vitest'
import { base32, codeAt, stepAt, stepOf, totpUrl } from './totp.ts'

const secret = Buffer.from('12345678901234567890')

it.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('RFC 6238, appendix B: at %i s it is %s', (seconds, code) => {
  expect(codeAt(secret, stepAt(seconds * 1_000), 8)).toBe(code)
  expect(codeAt(secret, stepAt(seconds * 1_000))).toBe(code.slice(2))
})

it('a code is good half a minute before and after, and once', () => {
  const now = 1_111_111_111_000
  const step = stepAt(now)
  const good = (code: string, after = 0) => stepOf(secret, code, { now, after })
  expect([-2, -1, 0, 1, 2].map(aside => good(codeAt(secret, step + aside)))).toEqual([
    null,
    step - 1,
    step,
    step + 1,
    null,
  ])
  expect(good(codeAt(secret, step), step)).toBeNull()
  expect(good(codeAt(secret, step + 1), step)).toBe(step + 1)
})

it.each([
  ['', ''],
  ['f', 'MY'],
  ['foob', 'MZXW6YQ'],
  ['foobar', 'MZXW6YTBOI'],
])('RFC 4648: base32 of "%s" is %s', (text, expected) => {
  expect(base32(Buffer.from(text))).toBe(expected)
})

it('the address for a QR code', () => {
  expect(totpUrl(base32(secret), 'wang')).toBe(
    'otpauth://totp/Kairos:wang?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Kairos&algorithm=SHA1&digits=6&period=30',
  )
})
