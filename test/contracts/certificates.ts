/**
 * Certificates for tests of TLS, made anew each time: an authority, and what it has signed. Node makes keys and
 * signatures but no certificates, so the few pieces of DER (X.509, ECDSA on P-256 with SHA-256) are written here.
 */
import { createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** As PEM, with its key. */
export interface Signed {
  readonly certificate: string
  readonly key: string
}

const hourMs = 3_600_000

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  if (content.length < 0x80) return Buffer.concat([Buffer.of(tag, content.length), content])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(content.length)
  return Buffer.concat([Buffer.of(tag, 0x82), length, content])
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts)
const text = (written: string): Buffer => der(0x0c, Buffer.from(written))
const bits = (octets: Buffer): Buffer => der(0x03, Buffer.of(0), octets)
const hex = (octets: string): Buffer => Buffer.from(octets, 'hex')

const ecdsaWithSha256 = sequence(der(0x06, hex('2a8648ce3d040302')))
const commonName = der(0x06, hex('550403'))
const yes = der(0x01, Buffer.of(0xff))

const nameOf = (written: string): Buffer => sequence(der(0x31, sequence(commonName, text(written))))

/** GeneralizedTime, which holds beyond 2049. */
const timeOf = (at: number): Buffer =>
  der(0x18, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, '').slice(0, 14)}Z`))

const basicConstraints = (isAuthority: boolean): Buffer =>
  sequence(der(0x06, hex('551d13')), yes, der(0x04, isAuthority ? sequence(yes) : sequence()))

/** Names by which the holder may be called: of a host, or the four octets of an address. */
const alternativeNames = (names: readonly string[]): Buffer =>
  sequence(
    der(0x06, hex('551d11')),
    der(
      0x04,
      sequence(
        ...names.map(name =>
          /^[\d.]+$/.test(name)
            ? der(0x87, Buffer.from(name.split('.').map(Number)))
            : der(0x82, Buffer.from(name)),
        ),
      ),
    ),
  )

interface Certified {
  readonly subject: string
  readonly issuer: string
  readonly publicKey: KeyObject
  readonly issuerKey: KeyObject
  readonly extensions: readonly Buffer[]
}

function certificate({ subject, issuer, publicKey, issuerKey, extensions }: Certified): string {
  const now = Date.now()
  const serial = Buffer.concat([Buffer.of(1), randomBytes(8)])
  const told = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, serial),
    ecdsaWithSha256,
    nameOf(issuer),
    sequence(timeOf(now - hourMs), timeOf(now + hourMs)),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  )
  const whole = sequence(told, ecdsaWithSha256, bits(sign('sha256', told, issuerKey)))
  const lines = whole.toString('base64').replace(/.{64}/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines.trimEnd()}\n-----END CERTIFICATE-----\n`
}

export class Authority {
  readonly certificate: string
  readonly #name: string
  readonly #key: KeyObject

  constructor(name: string) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#name = name
    this.#key = privateKey
    this.certificate = certificate({
      subject: name,
      issuer: name,
      publicKey: createPublicKey(privateKey),
      issuerKey: privateKey,
      extensions: [basicConstraints(true)],
    })
  }

  sign(subject: string, names: readonly string[]): Signed {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const extensions = [basicConstraints(false), alternativeNames(names)]
    return {
      certificate: certificate({
        subject,
        issuer: this.#name,
        publicKey,
        issuerKey: this.#key,
        extensions,
      }),
      key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    }
  }
}
