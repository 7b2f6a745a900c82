/** Gateways from the settings. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConnectionOptions } from 'node:tls'
import type { Logger } from 'pino'
import type { SmsCentre } from '../../operator/sms-centre.ts'
import type { Gateway } from '../channels/channel.ts'
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
    onChange: change => log?.info({ gateway: gateway.name, ...change }, 'SMPP link'),
  })
}

/** Throws ConfigError when there is none, or one that SMPP cannot carry; it is never said which. */
function passwordOf({ name, passwordFile }: SmppGatewayConfig, env: NonNullable<Ask['env']>): string {
  const variable = `KAIROS_SMPP_PASSWORD_${name.toUpperCase().replaceAll('-', '_')}`
  const password = passwordFile === undefined ? env[variable] : readSecret(name, passwordFile)
  if (password === undefined)
    throw new ConfigError(`${name}: give passwordFile, or ${variable} in the environment`)
  if (/^[!-~]{0,8}$/.test(password)) return password
  throw new ConfigError(`${name}: an SMPP password has at most 8 characters, all ASCII`)
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new ConfigError(
      `${name}: passwordFile: ${error instanceof Error ? error.message : 'cannot be read'}`,
    )
  }
}

function smsSettings(gateway: SmppGatewayConfig, password: string): SmsSettings {
  const { systemId, systemType, addressRange, sender, skewSeconds, enquireSeconds, answerSeconds } = gateway
  return {
    ...gateway,
    tls: gateway.tls === false ? null : tlsOptions(gateway.tls),
    account: { systemId, password, systemType, addressRange },
    sender: { ton: sender.ton, npi: sender.npi, number: sender.address },
    skewMs: skewSeconds * 1_000,
    link: { enquireMs: enquireSeconds * 1_000, answerMs: answerSeconds * 1_000 },
  }
}

function tlsOptions({
  caFile,
  certificateFile,
  keyFile,
  serverName,
}: Exclude<SmppGatewayConfig['tls'], false>): ConnectionOptions {
  return {
    ...(caFile === undefined ? {} : { ca: readFileSync(caFile) }),
    ...(certificateFile === undefined ? {} : { cert: readFileSync(certificateFile) }),
    ...(keyFile === undefined ? {} : { key: readFileSync(keyFile) }),
    ...(serverName === undefined ? {} : { servername: serverName }),
  }
}
