/** `npm run bench`: measures, prints tables, and writes them into docs/performance.md. */
import { parseArgs } from 'node:util'
import { type Measure, table } from './clockwork.ts'
import { type DatabaseKind, databaseKinds } from './databases.ts'
import { inOwnProcess } from './own-process.ts'
import { writeBlock } from './page.ts'
import { loadText, placeText } from './place.ts'
import {
  type BenchName,
  benches,
  hasOwnSize,
  isAlone,
  partsOf,
  sizeOf,
  type Stage,
  type StageAsk,
} from './stage.ts'
import { growthRow, type TurnCosts } from './turn.ts'

const help = `npm run bench -- [options]

  --size 10k|100k|1m     accounts; several, as 10k,1m, also tell how costs grow   (10k)
  --only NAME,…          decide, store, turn, intake, dispatch, smpp, wire, customer,
                         views, demo  (all)
  --database NAME        embedded, postgres or both                               (both)
  --print                print only; docs/performance.md stays as it is
  --help

Each figure stands beside a floor measured in the same run. A quiet machine, please: two cores busy with something else
measure that.

  npm run bench -- --size 10k
  npm run bench -- --size 10k,100k,1m --only turn
  npm run bench -- --size 100k --only dispatch --database postgres --print`

const sizes: Readonly<Record<string, number>> = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 }

interface Ask {
  readonly sizes: readonly number[]
  readonly names: readonly BenchName[]
  readonly databases: readonly DatabaseKind[]
  readonly print: boolean
}

class NotUnderstood extends Error {}

function askOf(args: readonly string[]): Ask | 'help' {
  const options = {
    size: { type: 'string', default: '10k' },
    only: { type: 'string', default: benches.join(',') },
    database: { type: 'string', default: 'both' },
    print: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const
  const { values } = parseArgs({ args: [...args], options })
  if (values.help) return 'help'
  const both = values.database === 'both'
  return {
    sizes: chosen(values.size, Object.keys(sizes)).map(name => sizes[name]!),
    names: chosen(values.only, benches),
    databases: both ? databaseKinds : chosen(values.database, databaseKinds),
    print: values.print,
  }
}

/** Names of a list, in the order of the list. */
function chosen<T extends string>(text: string, known: readonly T[]): readonly T[] {
  const wanted = text.split(',')
  const odd = wanted.find(name => !known.some(one => one === name))
  if (odd !== undefined) throw new NotUnderstood(`"${odd}" is none of ${known.join(', ')}`)
  return known.filter(name => wanted.includes(name))
}

async function runBench(name: BenchName, ask: Ask): Promise<readonly Measure[]> {
  const databases = isAlone(name) ? [null] : ask.databases
  const rows: Measure[] = []
  for (const database of databases) {
    const stages = await runStages(stagesOf(name, database, ask))
    rows.push(...stages.flatMap(stage => stage.rows), ...growthRows(database, stages))
  }
  return rows
}

function stagesOf(name: BenchName, database: DatabaseKind | null, ask: Ask): readonly StageAsk[] {
  const parts = partsOf(name)
  const fitting = [...new Set(ask.sizes.map(size => sizeOf(name, size)))]
  const wanted = hasOwnSize(name) ? fitting.slice(0, 1) : fitting
  return wanted.flatMap(size => parts.map(part => ({ part, size, database })))
}

interface Done extends Stage {
  readonly size: number
}

async function runStages(asks: readonly StageAsk[]): Promise<readonly Done[]> {
  const done: Done[] = []
  for (const ask of asks) {
    const stage = await inOwnProcess(ask)
    for (const { what, figure, ratio } of stage.rows) console.error(`  ${what}: ${figure}, ${ratio}`)
    done.push({ ...stage, size: ask.size })
  }
  return done
}

function growthRows(database: DatabaseKind | null, stages: readonly Done[]): readonly Measure[] {
  const costsAt = (size: number | undefined): TurnCosts | null =>
    stages.find(stage => stage.size === size)?.costs ?? null
  const [few, many] = [costsAt(sizes['10k']), costsAt(sizes['1m'])]
  return database === null || few === null || many === null ? [] : [growthRow(database, few, many)]
}

async function main(args: readonly string[]): Promise<void> {
  const ask = askOf(args)
  if (ask === 'help') return console.log(help)
  const given = args.filter(arg => arg !== '--print')
  for (const name of ask.names) {
    const before = loadText()
    console.error(`${name} (load ${before})`)
    const rows = await runBench(name, ask)
    const only = given.includes('--only') ? [] : ['--only', name]
    const place = placeText(`npm run bench -- ${[...given, ...only].join(' ')}`, before)
    const block = `${place}\n\n${table(rows)}`
    console.log(`\n${block}\n`)
    if (!ask.print) await writeBlock(name, block)
  }
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  const unclear =
    error instanceof NotUnderstood || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  if (unclear !== true) throw error
  console.error(`${(error as Error).message}\n\n${help}`)
  process.exitCode = 2
}
