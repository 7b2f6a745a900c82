import type { Database } from './database.ts'

/** Attempts in doubt, by gateway (G4). */
export async function inDoubtByGateway(database: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await database.read<{ gateway: string; count: number }>({
    text: `select gateway, count(*) as count from attempt where state = 'in-doubt' group by gateway`,
    values: [],
  })
  return new Map(rows.map(row => [row.gateway, row.count]))
}
