import { readdirSync, readFileSync } from 'node:fs'
import type { Database } from './database.ts'

export async function migrate({ database, folder, now }: { database: Database; folder: URL; now: () => number }) {
  await database.exec('create table if not exists migration (number integer primary key, name text, applied_at bigint)')
  const done = new Set((await database.read<{ number: number }>({ text: 'select number from migration', values: [] })).map(r => r.number))
  for (const name of readdirSync(folder).sort()) {
    const number = Number(name.slice(0, 4))
    if (done.has(number)) continue
    await database.exec(readFileSync(new URL(name, folder), 'utf8'))
    await database.transact([{ text: 'insert into migration values ($1, $2, $3)', values: [number, name, now()] }])
  }
}
