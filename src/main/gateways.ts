/** Gateways from the settings. */
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import type { ConnectionOptions } from 'node:tls'
import type { Logger } from 'pino'
import type { SmsCentre } from '../../operator/sms-centre.ts'
import type { LinkChange } from '../../packages/smpp/src/index.ts'
import type { Gateway, ReceiptClock } from '../channels/channel.ts'
import { maskedNumber } from '../api/masking.ts'
import { LogGateway } from '../channels/log/gateway.ts'
import type { Reach } from '../channels/log/reach.ts'
import { SmsGateway } from '../channels/sms/gateway.ts'
import type { SmsSettings } from '../channels/sms/settings.ts'
import type { Clock } from '../engine/clock.ts'
import { type Config, ConfigError, type GatewayConfig, type SmppGatewayConfig } from './config.ts'
import { LoopbackSms } from './demo/loopback.ts'

interface Ask {
  readonly config: Config
  readonly reach: Reach
  /** Null by the discrete clock: receipts come when it says so. */
  readonly clock: Clock | null
  /** By the discrete clock: the centre that SMPP gateways talk to. */
  readonly centre?: SmsCentre | null
  readonly log?: Logger
  readonly env?: Readonly<Record<string, string | undefined>>
}

export const openGateways = (ask: Ask): readonly Gateway[] =>
  ask.config.gateways.map(one => openGateway(one, ask))

function openGateway(gateway: GatewayConfig, ask: Ask): Gateway {
  if (gateway.driver === 'smpp') return openSms(gateway, ask)
  const { name, channel, window, partsPerSecond, file } = gateway
  const { config, reach, clock } = ask
  const path = file ?? join(config.dataFolder, `${name}.ndjson`)
  return new LogGateway({ name, channel, confirms: 'handset', partsPerSecond, window, path, reach, clock })
}

function openSms(gateway: SmppGatewayConfig, { clock, centre, log, env }: Ask): Gateway {
  const settings = smsSettings(gateway, passwordOf(gateway, env ?? process.env))
  if (centre) return new LoopbackSms(settings, centre)
  if (clock === null) throw new ConfigError(`${gateway.name}: the discrete clock needs a centre of its own`)
  return new SmsGateway(settings, {
    clock,
    chance: Math.random,
    masked: maskedNumber,
    ...(log === undefined ? {} : loggedBy(log, gateway.name)),
  })
}

/** What staff should see of a gateway; how often a link is dialled anew is limited, so the log is too. */
function loggedBy(log: Logger, gateway: string) {
  return {
    onChange(change: LinkChange): void {
      if (change.to === 'down') log.warn({ gateway, ...change }, `SMPP link is down: ${change.reason}`)
      else log.info({ gateway, ...change }, change.to === 'bound' ? 'SMPP link is up' : 'SMPP link')
    },
    onClock(clock: ReceiptClock): void {
      const found = { gateway, ...clock }
      if (clock.verdict === 'agrees') log.info(found, 'the dates of receipts agree with their arrival')
      else log.warn(found, clockWords(clock))
    },
  }
}

/** The gap is told as it would have to be put right. */
function clockWords({ verdict, gapMs, zone, skewMs }: ReceiptClock): string {
  const minutes = Math.round(Math.abs(gapMs ?? 0) / 60_000)
  const side = verdict === 'ahead' ? 'after' : 'before'
  return `receipts are dated ${minutes} min ${side} their arrival: is zone ${zone} or skewSeconds ${skewMs / 1_000} wrong? their arrival counts meanwhile`
}

/** Throws ConfigError when there is none, or one that SMPP cannot carry; it is never said which. */
function passwordOf({ name, passwordFile }: SmppGatewayConfig, env: NonNullable<Ask['env']>): string {
  const variable = `KAIROS_SMPP_PASSWORD_${name.toUpperCase().replaceAll('-', '_')}`
  const password =
    passwordFile === undefined
      ? env[variable]
      : read(`${name}: passwordFile`, passwordFile).toString('utf8').trim()
  if (password === undefined)
    throw new ConfigError(`${name}: give passwordFile, or ${variable} in the environment`)
  if (/^[!-~]{0,8}$/.test(password)) return password
  throw new ConfigError(`${name}: an SMPP password has at most 8 characters, all ASCII`)
}

function read(setting: string, file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new ConfigError(`${setting}: ${error instanceof Error ? error.message : 'cannot be read'}`)
  }
}

function smsSettings(gateway: SmppGatewayConfig, password: string): SmsSettings {
  const { systemId, systemType, addressRange, sender, skewSeconds, enquireSeconds, answerSeconds } = gateway
  return {
    ...gateway,
    tls: gateway.tls === false ? null : tlsOptions(gateway.name, gateway.tls),
    account: { systemId, password, systemType, addressRange },
    sender: { ton: sender.ton, npi: sender.npi, number: sender.address },
    skewMs: skewSeconds * 1_000,
    link: { enquireMs: enquireSeconds * 1_000, answerMs: answerSeconds * 1_000 },
  }
}

/** Throws ConfigError when a file cannot be read or does not hold what it should. */
function tlsOptions(
  name: string,
  { caFile, certificateFile, keyFile, serverName }: Exclude<SmppGatewayConfig['tls'], false>,
): ConnectionOptions {
  const pem = (setting: string, file: string | undefined): Buffer | undefined =>
    file === undefined ? undefined : read(`${name}: tls.${setting}`, file)
  const [ca, cert, key] = [
    pem('caFile', caFile),
    pem('certificateFile', certificateFile),
    pem('keyFile', keyFile),
  ]
  if (ca) holds(`${name}: tls.caFile`, 'a PEM certificate', () => new X509Certificate(ca))
  if (cert && key) {
    const pair = 'a PEM certificate and, in keyFile, its key'
    holds(`${name}: tls.certificateFile`, pair, () => createSecureContext({ cert, key }))
  }
  return {
    ...(ca && { ca }),
    ...(cert && { cert }),
    ...(key && { key }),
    ...(serverName === undefined ? {} : { servername: serverName }),
  }
}

/** What the library says of a key is not repeated. */
function holds(setting: string, what: string, look: () => unknown): void {
  try {
    look()
  } catch (error) {
    throw new ConfigError(`${setting} must hold ${what}`, { cause: error })
  }
}
