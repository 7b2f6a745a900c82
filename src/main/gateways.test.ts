import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { realClock } from '../engine/clock.ts'
import { checkedGateway, readConfig } from './config.ts'
import { openGateways } from './gateways.ts'

const folder = mkdtempSync(join(tmpdir(), 'kairos-gateways-'))
afterAll(() => rmSync(folder, { recursive: true }))

const written = join(folder, 'password')
writeFileSync(written, 'filepass\n')

function open(rest: object, env: Record<string, string> = {}): readonly { readonly name: string }[] {
  const smpp = {
    name: 'sms-north',
    driver: 'smpp',
    host: 'h',
    systemId: 'k',
    sender: { address: '10086' },
  } as const
  const config = { ...readConfig({}), gateways: [checkedGateway({ ...smpp, ...rest })] }
  return openGateways({ config, reach: () => 'never', clock: realClock, env })
}

describe('TLS of an SMPP gateway', () => {
  const env = { KAIROS_SMPP_PASSWORD_SMS_NORTH: 'envpass' }
  const rows = [
    [{ caFile: join(folder, 'none') }, /^sms-north: tls\.caFile: ENOENT/],
    [{ caFile: written }, /^sms-north: tls\.caFile must hold a PEM certificate$/],
    [
      { certificateFile: written, keyFile: written },
      /^sms-north: tls\.certificateFile must hold a PEM certificate and, in keyFile, its key$/,
    ],
  ] as const
  test.each(rows)('%j is refused in words', (tls, words) => {
    expect(() => open({ tls }, env)).toThrow(words)
  })
})

describe('the password of an SMPP gateway', () => {
  test('comes from a file, or from the environment', () => {
    expect(open({ passwordFile: written })).toMatchObject([{ name: 'sms-north', channel: 'sms' }])
    expect(open({}, { KAIROS_SMPP_PASSWORD_SMS_NORTH: 'envpass' })).toHaveLength(1)
  })

  test.each([
    [{}, {}, /sms-north: give passwordFile, or KAIROS_SMPP_PASSWORD_SMS_NORTH/],
    [{ passwordFile: join(folder, 'none') }, {}, /sms-north: passwordFile: ENOENT/],
    [{}, { KAIROS_SMPP_PASSWORD_SMS_NORTH: 'much-too-long' }, /at most 8 characters/],
  ] as const)('%j %j is refused in words', (rest, env, words) => {
    expect(() => open(rest, env)).toThrow(words)
  })

  test('is not in what is said of a bad one, nor anywhere in an opened gateway that can be printed', () => {
    expect(() => open({}, { KAIROS_SMPP_PASSWORD_SMS_NORTH: 'much-too-long' })).not.toThrow(/much-too-long/)
    expect(JSON.stringify(open({ passwordFile: written }))).not.toContain('filepass')
  })
})
