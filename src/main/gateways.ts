/** Gateways from the settings. */
import { join } from 'node:path'
import type { Gateway } from '../channels/channel.ts'
import { LogGateway } from '../channels/log/gateway.ts'
import type { Reach } from '../channels/log/reach.ts'
import type { Clock } from '../engine/clock.ts'
import type { Config, GatewayConfig } from './config.ts'

interface Ask {
  readonly config: Config
  readonly reach: Reach
  /** Null by the discrete clock: receipts come when it says so. */
  readonly clock: Clock | null
}

export const openGateways = (ask: Ask): readonly Gateway[] =>
  ask.config.gateways.map(one => openGateway(one, ask))

function openGateway(
  { name, channel, window, partsPerSecond, file }: GatewayConfig,
  { config, reach, clock }: Ask,
): Gateway {
  const path = file ?? join(config.dataFolder, `${name}.ndjson`)
  return new LogGateway({ name, channel, confirms: 'handset', partsPerSecond, window, path, reach, clock })
}
