/** A gateway from a `kairos.yaml`, towards a centre on a real socket; with the lines of its log. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { plays } from '../../packages/smpp/src/index.ts'
import type { CentreOptions } from '../../packages/smpp/src/index.ts'
import type { Gateway } from '../../src/channels/channel.ts'
import { realClock } from '../../src/engine/clock.ts'
import { readConfig } from '../../src/main/config.ts'
import { openGateways } from '../../src/main/gateways.ts'
import { centreWith } from './sms-far-side.ts'

export interface Line {
  readonly level: number
  readonly msg: string
  readonly gateway: string
}

export interface Configured {
  readonly gateway: Gateway
  readonly lines: readonly Line[]
}

/** @param settings in YAML, beside those that every gateway needs */
export async function configured(
  settings: string,
  ofCentre: Partial<CentreOptions> = {},
): Promise<Configured> {
  const centre = centreWith(() => plays.reported('delivered', 20), ofCentre)
  const folder = mkdtempSync(join(tmpdir(), 'kairos-configured-'))
  onTestFinished(async () => {
    await centre.close(50)
    rmSync(folder, { recursive: true })
  })
  const file = join(folder, 'kairos.yaml')
  writeFileSync(
    file,
    `gateways:
  - name: sms-north
    driver: smpp
    host: 127.0.0.1
    port: ${await centre.listen()}
    systemId: kairos
    sender: { address: '10086' }
    ${settings}
`,
  )
  const lines: Line[] = []
  const log = pino({ level: 'info' }, { write: text => void lines.push(JSON.parse(text) as Line) })
  const env = { KAIROS_SMPP_PASSWORD_SMS_NORTH: 'secret' }
  const config = readConfig({}, file)
  const [gateway] = openGateways({ config, reach: () => 'never', clock: realClock, log, env })
  onTestFinished(() => gateway!.close(50))
  return { gateway: gateway!, lines }
}
