/** Gateways that staff let run dry: nothing more is handed to them until they are resumed. */
import type { Instant } from '../core/units.ts'
import type { Database, Statement } from './database.ts'

export interface DrainRow {
  readonly gateway: string
  readonly since: Instant
  /** The name of who did it, and why. */
  readonly by: string
  readonly note: string
}

/** Who was first stays named. */
export const drainGateway = (row: DrainRow): Statement => ({
  text: `
    insert into gateway_drain (gateway, since, by, note) values ($1, $2, $3, $4)
    on conflict (gateway) do nothing`,
  values: [row.gateway, row.since, row.by, row.note],
})

export const resumeGateway = (gateway: string): Statement => ({
  text: 'delete from gateway_drain where gateway = $1',
  values: [gateway],
})

export function readDrains(database: Database): Promise<readonly DrainRow[]> {
  return database.read<DrainRow>({
    text: 'select gateway, since, by, note from gateway_drain order by gateway',
    values: [],
  })
}
