/** `npm run compare`: the same months of the same people under two rulebooks, and what changed for them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { monthSpan, shiftMonth } from '../operator/civil.ts'
import { type Figures, figuresOf } from '../src/main/what-if/figures.ts'
import { type Ask, liveUnder } from '../src/main/what-if/months.ts'
import { writeBlock } from './page.ts'
import { table } from './table.ts'

const help = `npm run compare -- [options]

  --before FOLDER, --after FOLDER   the two rulebooks            (rulebook-2012, rulebook)
  --customers N                     how many people              (1000)
  --month YYYY-MM, --months N       from when, how long          (2026-09, 2)
  --seed TEXT                       other people                 (demo)
  --print                           print only; README.md stays as it is
  --help

  npm run compare -- --customers 300 --months 1 --print`

const zone = 'Asia/Shanghai'
const customersMax = 20_000
const monthsMax = 12

const options = {
  before: { type: 'string', default: fileURLToPath(new URL('../rulebook-2012', import.meta.url)) },
  after: { type: 'string', default: fileURLToPath(new URL('../rulebook', import.meta.url)) },
  customers: { type: 'string', default: '1000' },
  month: { type: 'string', default: '2026-09' },
  months: { type: 'string', default: '2' },
  seed: { type: 'string', default: 'demo' },
  print: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

class NotUnderstood extends Error {}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= 1 && number <= most) return number
  throw new NotUnderstood(`--${name} takes a whole number from 1 to ${most}, not ${text}`)
}

/** One rulebook after the other, in a folder of this run. */
export async function compare(ask: Ask, folders: readonly string[]): Promise<Figures[]> {
  const place = mkdtempSync(join(tmpdir(), 'kairos-compare-'))
  const figures: Figures[] = []
  try {
    for (const [n, folder] of folders.entries())
      figures.push(figuresOf(ask.seed, await liveUnder(ask, folder, join(place, String(n)))))
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
  return figures
}

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options })
  if (values.help) return console.log(help)
  const customers = wholeNumber('customers', values.customers, customersMax)
  const months = wholeNumber('months', values.months, monthsMax)
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(values.month))
    throw new NotUnderstood(`--month takes a month such as 2026-09, not ${values.month}`)
  const last = shiftMonth(values.month, months - 1)
  const span = { from: monthSpan(values.month, zone).from, until: monthSpan(last, zone).until }
  const folders = [resolve(values.before), resolve(values.after)]
  const figures = await compare({ seed: values.seed, customers, ...span }, folders)
  const columns = figures.map((one, n) => ({ name: basename(folders[n]!), figures: one }))
  const people = `${customers} simulated customers, ${values.month} to ${last}, seed ${values.seed}.`
  const block = `${people}\n\n${table(columns, months)}`
  console.log(block)
  if (!values.print) await writeBlock(block)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof NotUnderstood) && !(error instanceof TypeError)) throw error
    console.error(`${error.message}\n\n${help}`)
    process.exitCode = 2
  }
}
