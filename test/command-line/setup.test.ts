/** What is not in order is told in one line that says what to do, with its exit code, before anything is touched. */
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { makeSchema } from '../postgres/schema.ts'
import { checkout, Place, within } from './kairos.ts'

const place = new Place()
afterAll(() => place.remove())

const ends = async (
  code: number,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<string> => {
  const ended = await place.start(args, env).ended
  expect(ended).toMatchObject({ code, out: '' })
  return ended.errors
}

describe('settings', () => {
  it('each fault names where it was given and what belongs there (exit code 3)', async () => {
    writeFileSync(place.path('bad.yaml'), 'prot: 1\nsendTo: [12]\nlogLevel: loud\n')
    const told = await ends(3, ['serve', '--config', 'bad.yaml', '--port', 'x'], {
      DATABASE_URL: 'mysql://x',
    })
    expect(
      told
        .replace(/^kairos: /, '')
        .trim()
        .split('\n')
        .toSorted(),
    ).toEqual([
      '--port: port must be a whole number from 0 to 65535; 0 takes any free one',
      'DATABASE_URL: databaseUrl must be a PostgreSQL address such as postgres://user:password@host:5432/name',
      'bad.yaml: logLevel must be fatal, error, warn, info or debug',
      expect.stringMatching(/^bad\.yaml: sendTo must be "everyone", or a list of numbers/),
      'bad.yaml: there is no setting "prot"; did you mean "port"?',
    ])
  })

  it('a file of settings that is named must be there', async () => {
    expect(await ends(3, ['serve', '--config', 'none.yaml'])).toContain('none.yaml: no such file')
  })
})

describe('what a start needs', () => {
  it('a port that is taken is found out before the database is opened', async () => {
    const taken = createServer()
    await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = String(typeof address === 'object' ? address?.port : '')
    const args = ['--port', port, '--data', 'untouched']
    expect(await ends(3, ['serve', ...args])).toContain(`port ${port} is in use: stop what listens there`)
    expect(await ends(3, ['demo', '--customers', '1', ...args])).toContain(`port ${port} is in use`)
    expect(existsSync(place.path('untouched'))).toBe(false)
    taken.close()
  })

  it('a database that cannot be reached', async () => {
    const told = await ends(3, ['migrate'], { DATABASE_URL: 'postgres://127.0.0.1:1/none' })
    expect(told).toMatch(/^kairos: the database cannot be used: .*ECONNREFUSED.*; check DATABASE_URL/)
  })

  it('a data folder that is none', async () => {
    writeFileSync(place.path('file'), '')
    expect(await ends(3, ['migrate', '--data', 'file'])).toContain('name another with --data')
  })

  it('a master key that is missing, broken or another one (exit code 3)', async () => {
    const { schema, drop } = await makeSchema()
    const env = { DATABASE_URL: inject('postgresUrl'), KAIROS_SCHEMA: schema, KAIROS_DATA: 'keyed' }
    const named = (file: string): Record<string, string> => ({
      ...env,
      KAIROS_MASTER_KEY_FILE: place.path(file),
    })
    expect(await ends(3, ['serve', '--port', '0'], named('none'))).toContain('openssl rand -hex 32')
    expect((await place.start(['migrate'], env).ended).code).toBe(0)
    writeFileSync(place.path('broken'), 'abc\n')
    expect(await ends(3, ['serve', '--port', '0'], named('broken'))).toContain('64 hex digits expected')
    writeFileSync(place.path('other'), `${'ab'.repeat(32)}\n`)
    expect(await ends(3, ['reconcile'], named('other'))).toMatch(
      /other holds key \w+, but this database needs key \w+/,
    )
    expect(await ends(3, ['migrate', '--data', 'elsewhere'], { ...env, KAIROS_DATA: '' })).toMatch(
      /the master key \w+ is missing: put it at .*elsewhere\/master\.key/,
    )
    await drop()
  })
})

describe('looking something up begins nothing', () => {
  it('in a folder without Kairos', async () => {
    expect(await ends(3, ['explain', 'A1', '--data', 'mistyped'])).toMatch(
      /^kairos: there is nothing of Kairos in .*mistyped: "kairos serve" begins one/,
    )
    expect(existsSync(place.path('mistyped'))).toBe(false)
  })

  it('where only a demo was played, it is said how to look at it', async () => {
    mkdirSync(place.path('played', 'demo', 'database'), { recursive: true })
    const told = await ends(3, ['reconcile', '--data', 'played'])
    expect(told).toContain(`the demo's is looked at with --data ${place.path('played', 'demo')}`)
  })
})

describe('what was not understood (exit code 2)', () => {
  it.each([
    ['nonsense', "unknown command 'nonsense'"],
    ['timeline', "missing required argument 'number'"],
    ['reconcile --lang fr', 'Allowed choices are zh-CN, en'],
    ['explain A1 --limit many', 'a whole number from 1 to 10000'],
    ['demo --customers 0', 'a whole number from 1 to 100000'],
    ['simulate --month 2026-13', 'a month such as 2026-10'],
    ['demo --exit --input a --export b', 'either --input or --export'],
    ['ingest none.ndjson', 'none.ndjson: no such file'],
    ['rulebook check none', 'none is not a folder'],
    ['rulebook complete --on yesterday', 'a day such as 2026-12-01'],
    ['key create li --scopes all', 'Allowed choices are events:write'],
    ['pause rule data-used-80', '--note'],
    ['resume rule', 'say which rule'],
  ])('kairos %s', async (line, words) => {
    const ended = await within(...line.split(' '))
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.errors).toContain(words)
  })
})

it('a rulebook with faults is told like a compiler tells it (exit code 1)', async () => {
  mkdirSync(place.path('faulty'))
  writeFileSync(place.path('faulty', 'codes.yaml'), 'codes: [\n')
  const ended = await place.run('rulebook', 'check', 'faulty')
  expect(ended.code).toBe(1)
  expect(ended.out).toMatch(/codes\.yaml:\d+:\d+: error: .*\[yaml-syntax\]/)
  expect((await place.run('rulebook', 'submit', 'faulty', '--note', 'x')).code).toBe(1)
})

it('NF-11: what customers would not be told is named (exit code 1); of the rulebook that comes along nothing', async () => {
  const good = await place.run('rulebook', 'complete', '--on', '2015-06-01')
  expect(good).toMatchObject({ code: 0, errors: '' })
  expect(good.out).toContain('every plan, service and offer has its rules and words')
  cpSync(join(checkout, 'rulebook'), place.path('gaps'), { recursive: true })
  const expiry = place.path('gaps', 'touchpoints', '04-expiry.yaml')
  writeFileSync(
    expiry,
    readFileSync(expiry, 'utf8').replace("promotion.kind == 'plan-fee'", "promotion.kind == 'service'"),
  )
  const bad = await place.run('rulebook', 'complete', 'gaps', '--json')
  expect(bad.code).toBe(1)
  expect(JSON.parse(bad.out)).toMatchObject({
    untold: [{ what: 'promotion', id: 'changting-half-year', moment: 'its end', who: [] }],
  })
})

describe('an old Node', () => {
  const old = `Object.defineProperty(process.versions, 'node', { value: '20.1.0' })`
  const preload = `data:text/javascript,${encodeURIComponent(old)}`
  const run = (program: string, ...args: readonly string[]) =>
    promisify(execFile)(process.execPath, ['--import', preload, program, ...args])

  it('hands over to the one that came along, whose exit code is ours', async () => {
    const program = join(checkout, 'bin/kairos.js')
    expect((await run(program, '--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    await expect(run(program, 'nonsense')).rejects.toMatchObject({ code: 2, stdout: '' })
  })

  it('without one is told so in one line (exit code 3)', async () => {
    mkdirSync(place.path('alone'))
    cpSync(join(checkout, 'bin/kairos.js'), place.path('alone', 'kairos.mjs'))
    await expect(run(place.path('alone', 'kairos.mjs'), 'demo')).rejects.toMatchObject({
      code: 3,
      stdout: '',
      stderr: expect.stringMatching(/^kairos: Node\.js 24 or newer is needed, this is 20\.1\.0; .*\n$/),
    })
  })
})
