import { PGlite, type Transaction } from '@electric-sql/pglite'
import { type Database, DatabaseError, type Row, type Statement } from '../database.ts'

function wrap(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error
  const { code = null, message = String(error) } = error as { code?: string; message?: string }
  const cls = code?.slice(0, 2) ?? ''
  return new DatabaseError(['22', '23', '54'].includes(cls) ? 'bad-input' : 'retry', message, code)
}
const int8 = (text: string): number => Number(text)
const parsers = { 20: int8, 1700: (t: string) => t, 1082: (t: string) => t, 1184: (t: string) => Date.parse(t) }

export async function openProvisional(dataDir: string | null): Promise<Database> {
  const db = await PGlite.create({ ...(dataDir === null ? {} : { dataDir }), parsers })
  const one = async (tx: Transaction, { text, values, rows }: Statement): Promise<Row[]> => {
    const result = await tx.query<Row>(text, [...values])
    const count = result.rows.length > 0 ? result.rows.length : (result.affectedRows ?? 0)
    if (rows !== undefined && count !== rows) throw new DatabaseError('conflict-of-rows', `${count} rows instead of ${rows}: ${text}`)
    return result.rows
  }
  const transact = (statements: readonly Statement[]): Promise<Row[][]> =>
    db
      .transaction(async tx => {
        const out: Row[][] = []
        for (const statement of statements) out.push(await one(tx, statement))
        return out
      })
      .catch(error => {
        throw wrap(error)
      })
  return {
    kind: 'embedded',
    transact,
    snapshot: transact,
    read: async <T>(s: Statement) => (await db.query<T>(s.text, [...s.values]).catch(error => { throw wrap(error) })).rows,
    exec: async sql => void (await db.exec(sql)),
    maintain: async () => {},
    close: () => db.close(),
  }
}
