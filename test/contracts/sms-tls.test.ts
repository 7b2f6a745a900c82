/** The SMS driver over TLS, as `kairos.yaml` sets it up: whose certificate is accepted, and what is said of others. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TlsOptions } from 'node:tls'
import { afterAll, describe, expect, test } from 'vitest'
import { Authority } from './certificates.ts'
import type { Signed } from './certificates.ts'
import { channelSuite } from './channel-suite.ts'
import { Ear, messageOf } from './far-side.ts'
import { configured } from './sms-configured.ts'
import type { Configured } from './sms-configured.ts'
import { smsFarSide, window } from './sms-far-side.ts'
import { until } from './sms-stage.ts'

const folder = mkdtempSync(join(tmpdir(), 'kairos-tls-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const ours = new Authority('An authority of the operator')
const theirs = new Authority('Somebody else')
const caFile = file('ca.pem', ours.certificate)

/** Of a host at 127.0.0.1. */
const centreSigned = ours.sign('centre', ['centre.example', '127.0.0.1'])
const toTls = ({ certificate: cert, key }: Signed): TlsOptions => ({ cert, key })

channelSuite({
  name: 'SMPP over TLS',
  window,
  excused: {},
  farSide: () => smsFarSide({ tls: { ca: ours.certificate } }, { tls: toTls(centreSigned) }),
})

const over = (tls: TlsOptions, settings: string): Promise<Configured> =>
  configured(`tls: { ${settings} }`, { tls })

describe('accepted', () => {
  const accepted = [
    ['the certificate of a known authority, for the host', ['127.0.0.1'], ''],
    ['one for another name, which serverName gives', ['centre.example'], ', serverName: centre.example'],
  ] as const
  test.each(accepted)('%s', async (...[, names, settings]) => {
    const { gateway, lines } = await over(toTls(ours.sign('centre', names)), `caFile: ${caFile}${settings}`)
    const ear = new Ear()
    await gateway.start(ear)
    await gateway.resume([], [])
    await until(() => gateway.room() > 0)
    gateway.submit({ ...messageOf(1), now: Date.now(), validUntil: Date.now() + 3_600_000 })
    await until(() => ear.answers().length === 1 && ear.receipts().length === 1)
    expect(ear.answers()).toMatchObject([{ state: 'accepted' }])
    expect(lines).toMatchObject([{ level: 30, gateway: 'sms-north', msg: 'SMPP link is up' }])
  })

  test('our own certificate, by a centre that asks for one', async () => {
    const { certificate, key } = ours.sign('kairos', ['kairos.example'])
    const pair = `certificateFile: ${file('own.pem', certificate)}, keyFile: ${file('own.key', key)}`
    const asking = { ...toTls(centreSigned), ca: ours.certificate, requestCert: true }
    const { gateway } = await over(asking, `caFile: ${caFile}, ${pair}`)
    void gateway.start(new Ear())
    await until(() => gateway.room() > 0)
  })
})

describe('refused, in words that say what is wrong', () => {
  const known = `caFile: ${caFile}`
  const refused = [
    ['an unknown authority', theirs.sign('centre', ['127.0.0.1']), known, /not accepted: unable to/],
    ['no authority of the public either', centreSigned, '', /not accepted: unable to/],
    [
      'another host',
      ours.sign('centre', ['elsewhere.example']),
      known,
      /not accepted: .*127\.0\.0\.1 is not/,
    ],
    [
      'a name that it does not have',
      centreSigned,
      `${known}, serverName: other.example`,
      /not accepted: .*other\.example/,
    ],
  ] as const
  test.each(refused)('%s', async (...[, signed, settings, words]) => {
    const { gateway, lines } = await over(toTls(signed), settings)
    void gateway.start(new Ear())
    await until(() => lines.length > 0)
    expect(gateway.room()).toBe(0)
    expect(lines[0]).toMatchObject({ level: 40, gateway: 'sms-north' })
    expect(lines[0]!.msg).toMatch(/^SMPP link is down: the certificate of the centre is /)
    expect(lines[0]!.msg).toMatch(words)
  })

  test('us, by a centre that asks for a certificate and gets none', async () => {
    const asking = { ...toTls(centreSigned), ca: ours.certificate, requestCert: true }
    const { gateway, lines } = await over(asking, known)
    void gateway.start(new Ear())
    await until(() => lines.length > 0)
    expect(lines[0]).toMatchObject({ level: 40 })
    expect(gateway.room()).toBe(0)
  })
})
