/** Files of facts, live: resumed after a crash, bad lines put aside with their reasons, through a server or without. */
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { makeSchema, type TestSchema } from '../postgres/schema.ts'
import { Place, until } from './kairos.ts'
import { ask, fact, opening, serve } from './server.ts'

let schema: TestSchema
let place: Place
beforeEach(async () => {
  schema = await makeSchema()
  place = new Place({ DATABASE_URL: inject('postgresUrl'), KAIROS_SCHEMA: schema.schema })
  return async () => {
    place.remove()
    await schema.drop()
  }
})

const accounts = 200
const number = (n: number): string => `+86154${String(n).padStart(8, '0')}`
let lines: readonly string[]
beforeAll(() => {
  const openings = Array.from({ length: accounts }, (_, n) => opening(`A${n}`, number(n)))
  const balances = openings.flatMap((_, n) =>
    Array.from({ length: 40 }, (_, day) =>
      fact('balance.reported', `tel:${number(n)}`, { balanceMicroYuan: (500 - day) * 1_000_000 }),
    ),
  )
  lines = [...openings, ...balances].map(event => JSON.stringify(event))
})

interface Report {
  readonly ended: string
  readonly lines: number
  readonly resumedAt: number
  readonly tally: Record<string, number>
  readonly refusedPath: string | null
}

const books = async (): Promise<{ holds: boolean; events: Record<string, number> }> => place.json('reconcile')

describe('without a server an engine runs for as long as it takes', () => {
  it('killed in the middle, it goes on where it was; nothing is taken twice', async () => {
    writeFileSync(place.path('facts.ndjson'), `${lines.join('\n')}\n`)
    const first = place.start(['ingest', 'facts.ndjson'])
    await until('a first position', () => {
      const kept = positions()
      return kept !== null && kept < lines.length ? kept : null
    })
    await first.stopped('SIGKILL')
    // On a shared database nobody knows that it is dead until its leases have run out, half a minute later.
    expect((await place.run('ingest', 'facts.ndjson')).errors).toContain('if it died, wait 30 s')
    await endLeases()
    const [report] = await place.json<Report[]>('ingest', 'facts.ndjson')
    expect(report).toMatchObject({ ended: 'complete', lines: lines.length, refusedPath: null })
    expect(report?.resumedAt).toBeGreaterThan(0)
    const { holds, events } = await books()
    expect(holds).toBe(true)
    expect(events).toMatchObject({ decided: lines.length, setAside: 0 })
    // Once more: nothing is left to take in.
    const again = await place.run('ingest', 'facts.ndjson')
    expect(again).toMatchObject({ code: 0 })
    expect(again.out).toContain('(all of it taken in before)')
  })

  it('bad lines are kept with their reasons (exit code 1); the good ones count', async () => {
    writeFileSync(place.path('mixed.ndjson'), `${lines[0]}\n{"broken\n`)
    appendFileSync(place.path('mixed.ndjson'), Buffer.from([0xff, 10]))
    appendFileSync(
      place.path('mixed.ndjson'),
      JSON.stringify({ ...JSON.parse(lines[1]!), type: 'line.opend' }),
    )
    const ended = await place.run('ingest', 'mixed.ndjson')
    expect(ended.code).toBe(1)
    expect(ended.out).toContain('mixed.ndjson: 4 lines: decided 1')
    expect(ended.out).toContain('refused lines and why: mixed.ndjson.refused.ndjson')
    const refused = place.read('mixed.ndjson.refused.ndjson').trim().split('\n')
    expect(refused.map(line => (JSON.parse(line) as { line: number; reason: string }).reason)).toEqual([
      expect.stringContaining('is not JSON'),
      expect.stringContaining('is not UTF-8'),
      expect.stringContaining('did you mean "line.opened"?'),
    ])
  })

  it('all files are looked for before the first is taken in', async () => {
    writeFileSync(place.path('facts.ndjson'), `${lines[0]}\n`)
    const ended = await place.run('ingest', 'facts.ndjson', 'none.ndjson')
    expect(ended).toMatchObject({ code: 2, out: '', errors: 'kairos: none.ndjson: no such file\n' })
  })
})

it('with a server the facts go through it, under its eyes', async () => {
  const server = await serve(place)
  writeFileSync(place.path('facts.ndjson'), `${lines.slice(0, 50).join('\n')}\n`)
  const [report] = await place.json<Report[]>('ingest', 'facts.ndjson')
  expect(report).toMatchObject({ ended: 'complete', tally: { decided: 50, duplicate: 0 } })
  expect((await ask({ ...server, place, path: '/reconcile' })).body).toMatchObject({
    events: { decided: 50 },
  })
  // Another machine must not take the engine's place by the way.
  const elsewhere = new Place(place.env)
  writeFileSync(elsewhere.path('facts.ndjson'), `${lines[60]}\n`)
  const keyed = { KAIROS_MASTER_KEY_FILE: place.path('data', 'master.key') }
  const ended = await elsewhere.start(['ingest', 'facts.ndjson'], keyed).ended
  expect(ended).toMatchObject({ code: 3, out: '' })
  expect(ended.errors).toContain('another engine is at work on this database')
  elsewhere.remove()
  expect(await server.started.stopped()).toMatchObject({ code: 0 })
})

it('what another database has taken in is not taken for granted in this one', async () => {
  writeFileSync(place.path('facts.ndjson'), `${lines.slice(0, 5).join('\n')}\n`)
  await place.run('ingest', 'facts.ndjson')
  const other = await makeSchema()
  const [report] = JSON.parse(
    (await place.start(['ingest', 'facts.ndjson', '--json'], { KAIROS_SCHEMA: other.schema }).ended).out,
  ) as Report[]
  expect(report).toMatchObject({ resumedAt: 0, tally: { decided: 5 } })
  await other.drop()
})

/** As if half a minute had passed. */
async function endLeases(): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  await client.query(`update "${schema.schema}".gateway_lease set until = 0`)
  await client.end()
}

/** How many lines the file's position stands for; null before the first. */
function positions(): number | null {
  try {
    const folder = place.path('data', 'positions')
    const [installation = ''] = readdirSync(folder)
    const file = readdirSync(`${folder}/${installation}`).find(name => name.endsWith('.json'))
    return (JSON.parse(readFileSync(`${folder}/${installation}/${file}`, 'utf8')) as { line: number }).line
  } catch {
    return null
  }
}
