/** One process holds a gateway; who has a newer epoch may take it, the old one cannot commit any more. */
import type { Instant } from '../core/units.ts'
import type { Database, Statement } from './database.ts'

export interface Lease {
  readonly gateway: string
  readonly epoch: number
  readonly holder: string
  readonly until: Instant
}

/** Gateways that an engine holds at present. */
export async function heldGateways(database: Database, now: Instant): Promise<readonly string[]> {
  const text = 'select gateway from gateway_lease where until > $1 order by gateway'
  return (await database.read<{ gateway: string }>({ text, values: [now] })).map(row => row.gateway)
}

/** An engine that ends in order lets go at once; what a dead one holds runs out. */
export const dropLeases = (holder: string): Statement => ({
  text: 'delete from gateway_lease where holder = $1',
  values: [holder],
})

/** Takes or renews leases; answers with the gateways that are ours. */
export async function takeLeases(
  database: Database,
  want: Omit<Lease, 'gateway'> & { readonly gateways: readonly string[]; readonly now: Instant },
): Promise<readonly string[]> {
  const text = `
    insert into gateway_lease (gateway, epoch, holder, until) values ($1, $2, $3, $4)
    on conflict (gateway) do update set epoch = excluded.epoch, holder = excluded.holder, until = excluded.until
    where gateway_lease.holder = excluded.holder or gateway_lease.epoch < excluded.epoch or gateway_lease.until < $5
    returning gateway`
  const answers = await database.transact(
    want.gateways.map(gateway => ({
      text,
      values: [gateway, want.epoch, want.holder, want.until, want.now],
    })),
  )
  return answers.flatMap(rows => rows.map(row => String(row['gateway'])))
}
