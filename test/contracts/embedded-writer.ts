/** A process that works on a data folder until it is killed, saying what it has been promised. */
import { openDatabase } from '../../src/store/open.ts'

const [dataDir, rows] = process.argv.slice(2)
const database = await openDatabase({ dataDir: dataDir! })
await database.exec('create table if not exists promised (n bigint primary key, body text)')
const [known] = await database.read<{ n: number | null }>({
  text: 'select max(n) as n from promised',
  values: [],
})
const write = `insert into promised select n, repeat('x', 100) from generate_series($1::bigint, $2::bigint) n`
console.log('open')
for (let n = (known?.n ?? 0) + 1; ; n += Number(rows)) {
  const last = n + Number(rows) - 1
  await database.transact([{ text: write, values: [n, last], rows: Number(rows) }])
  console.log(last)
  await database.maintain()
}
