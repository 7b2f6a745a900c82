/** Dry runs over six weeks that were really lived, on both databases. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dryRunResult, dryRunView } from '../../api/shapes/dry-run.ts'
import { embeddedDatabase, serverDatabase } from '../../engine/databases-suite.ts'
import type { Database, Row } from '../../store/database.ts'
import {
  begin,
  customers,
  day,
  editor,
  end,
  ended,
  inForce,
  inForceVersion,
  live,
  office,
  type Office,
  publishFirst,
  repeating,
  reworded,
  secret,
  taken,
  tried,
  withoutQueries,
} from './dry-run-suite.ts'
import { stopVersion } from '../../engine/blast-guard.ts'
import { listAlarms } from '../../store/alarm.ts'
import { makeInstall } from '../../store/install.ts'

const databases = await Promise.all([embeddedDatabase(), serverDatabase()])
afterAll(async () => {
  for (const database of databases) await database.close()
})

describe.each(databases)('a dry run on $name', ({ fresh }) => {
  let database: Database
  let desk: Office
  const from = end - 30 * day

  beforeAll(async () => {
    database = await fresh()
    await live(database)
  }, 120_000)
  beforeEach(async () => {
    await database.transact([{ text: 'delete from dry_run', values: [] }])
    await database.transact([
      { text: 'delete from rulebook_version where version <> $1', values: [inForceVersion] },
    ])
    desk = await office(database)
  })

  const count = async (where: string, values: readonly unknown[] = []): Promise<number> => {
    const [row] = await database.read<Row>({ text: `select count(*) as n from ${where}`, values })
    return Number(row!['n'])
  }

  it('of the version in force says what was really sent, and changes nothing', async () => {
    const rows = ['journal', 'reminder', 'attempt', 'agenda', 'account_hot']
    const before = await Promise.all(rows.map(table => count(table)))
    const result = await tried(desk, inForce)
    const sent = await count('attempt where decided_at >= $1 and decided_at < $2', [from, end])
    expect(sent).toBeGreaterThan(400)
    expect(result.total.before.messages).toBe(sent)
    expect(result.total.after).toMatchObject({ messages: sent })
    expect(result).toMatchObject({ examples: [], failed: 0, accounts: 12, startIncomplete: 0 })
    expect(result.run).toMatchObject({ state: 'finished', before: inForceVersion, from, until: end, of: 12 })
    expect(await Promise.all(rows.map(table => count(table)))).toEqual(before)
    dryRunResult.encode(result)
  })

  it('of one that says it twice shows where, to whom, when, and what the fullest hour is', async () => {
    const { total, rules, touchpoints, brands, days, peak, lines, examples, examplesLeftOut, run } =
      await tried(desk, repeating(2))
    const told = rules.find(({ of }) => of === 'sensitive-query')!
    const again = rules.find(({ of }) => of === 'again-1')!
    expect(told.after).toEqual(told.before)
    expect(again).toMatchObject({ before: { messages: 0 }, after: { messages: told.after.messages } })
    expect(total.after.messages - total.before.messages).toBe(told.after.messages)
    expect(total.after.costMicroYuan).toBeGreaterThan(total.before.costMicroYuan)
    expect(touchpoints[0]).toMatchObject({ of: 'sensitive-query' })
    expect(brands.map(({ of }) => of)).toEqual(['gotone'])
    expect(days).toHaveLength(31)
    expect(days.reduce((sum, one) => sum + one.after, 0)).toBe(total.after.messages)
    expect(lines).toEqual({ before: { told: 12, often: 12 }, after: { told: 12, often: 12 } })
    expect(run.hourlyMax).toBe(peak.after!.messages)
    expect(peak.after!.messages).toBe(2 * peak.before!.messages)
    expect(examples).toHaveLength(5)
    expect(examples[0]).toMatchObject({ rule: 'again-1', kind: 'added' })
    expect(examplesLeftOut).toBe(again.after.messages - 5)
  })

  it('of other words finds them changed, and keeps neither words nor numbers', async () => {
    const result = await tried(desk, reworded())
    expect(result.total.after.messages).toBe(result.total.before.messages)
    expect(new Set(result.examples.map(({ kind, rule }) => `${kind} ${rule}`))).toEqual(
      new Set(['changed sensitive-query']),
    )
    const [row] = await database.read<Row>({ text: 'select result from dry_run', values: [] })
    expect(String(row!['result'])).not.toMatch(/\+86|1008611|王小明/)
  })

  it('of one that falls silent shows what is missing', async () => {
    const { rules, examples } = await tried(desk, withoutQueries())
    expect(rules.find(({ of }) => of === 'sensitive-query')!.after.messages).toBe(0)
    expect(examples.every(({ kind }) => kind === 'removed')).toBe(true)
  })

  it('uses what was recorded of a reminder, and what is usual for its line where nothing was', async () => {
    const same = await tried(desk, inForce)
    expect(same.outcomes).toEqual({ recorded: same.total.before.messages * 2, assumed: 0 })
    const more = await tried(desk, repeating(2))
    const added = more.total.after.messages - more.total.before.messages
    expect(more.outcomes.assumed).toBe(added)
  })

  it('plays the same sample each time, says of how many, and scales the hour to all', async () => {
    const first = await tried(desk, repeating(2), { sample: 4 })
    const again = await tried(desk, repeating(2), { sample: 4 })
    expect({ ...again, run: null }).toEqual({ ...first, run: null })
    expect(first).toMatchObject({ accounts: 4, run: { of: 4, accounts: 12 } })
    expect(first.run.hourlyMax).toBe(first.peak.after!.messages * 3)
  })

  it('says for how many accounts the beginning is not in the journal, and plays them all the same', async () => {
    await database.transact([
      { text: `delete from journal where type = 'line.opened' and account < 'A2'`, values: [] },
    ])
    try {
      const result = await tried(desk, inForce)
      const gone = customers.filter(account => account < 'A2')
      expect(result.startIncomplete).toBe(gone.length)
      const told = result.rules.find(({ of }) => of === 'sensitive-query')!
      const queries = await count(`journal where type = 'query.performed' and decided_at >= $1`, [from])
      expect(told.before.messages).toBe(queries)
    } finally {
      database = await fresh()
      await live(database)
    }
  }, 120_000)

  it('can be cancelled; while it runs there is no other', async () => {
    const run = taken(await desk.startDryRun({ files: repeating(2), sample: 100 }, editor))
    expect(dryRunView.encode(run)).toMatchObject({ state: 'running' })
    const other = await desk.startDryRun({ files: inForce, sample: 100 }, editor)
    expect(other).toMatchObject({ refusal: 'wrong-state', detail: expect.stringContaining('under way') })
    expect(await desk.getDryRunResult({ id: run.id }, editor)).toMatchObject({ refusal: 'wrong-state' })
    expect(taken(await desk.cancelDryRun({ id: run.id }, editor))).toMatchObject({
      state: 'cancelled',
      note: 'by li',
    })
    expect(await desk.cancelDryRun({ id: run.id }, editor)).toMatchObject({ refusal: 'wrong-state' })
    expect((await tried(desk, inForce)).run.state).toBe('finished')
    expect(taken(await desk.getDryRun({ id: run.id }, editor)).state).toBe('cancelled')
  })

  it('whose process is gone has failed, and stands in nobody’s way', async () => {
    const run = taken(await desk.startDryRun({ files: inForce, sample: 100 }, editor))
    await ended(desk, run.id)
    await database.transact([
      { text: `update dry_run set state = 'running', result = null, finished_at = null`, values: [] },
    ])
    expect(taken(await desk.getDryRun({ id: run.id }, editor)).state).toBe('running')
    desk.clock.now += 61_000
    const gone = { state: 'failed', note: 'its process ended' }
    expect(taken(await desk.getDryRun({ id: run.id }, editor))).toMatchObject(gone)
    const next = taken(await desk.startDryRun({ files: inForce, sample: 100 }, editor))
    expect(await ended(desk, next.id)).toMatchObject({ state: 'finished' })
    expect(taken(await desk.listDryRuns({ limit: 50 }, editor)).items).toMatchObject([
      { state: 'finished' },
      gone,
    ])
  })

  it('refuses faulty files, periods that cannot be, and what it does not know', async () => {
    const faulty = { ...inForce, 'codes.yaml': 'codes: [' }
    const ask = { files: inForce, sample: 10 }
    expect(await desk.startDryRun({ files: faulty, sample: 10 }, editor)).toMatchObject({
      refusal: 'rulebook-faulty',
    })
    expect(await desk.startDryRun({ version: 'r-none', sample: 10 }, editor)).toMatchObject({
      refusal: 'not-found',
    })
    expect(await desk.startDryRun({ ...ask, from: end + day }, editor)).toMatchObject({
      refusal: 'invalid-input',
    })
    expect(await desk.startDryRun({ ...ask, from: begin - 100 * day }, editor)).toMatchObject({
      refusal: 'invalid-input',
    })
    expect(await desk.getDryRun({ id: '999999' }, editor)).toMatchObject({ refusal: 'not-found' })
  })

  it('NF-20: nothing is published that was not tried, but in an emergency, with its reason', async () => {
    const files = repeating(2)
    const { version } = taken(await desk.submitVersion({ note: 'twice', files }, editor)).version
    const li = { ...editor, name: 'wang' }
    taken(await desk.reviewVersion({ version }, li))
    const no = { refusal: 'dry-run-missing', detail: expect.stringContaining(`rulebook dry-run ${version}`) }
    expect(await desk.publishVersion({ version }, editor)).toMatchObject(no)
    await tried(desk, inForce)
    expect(await desk.publishVersion({ version }, editor)).toMatchObject(no)
    const { run } = await tried(desk, files)
    expect(taken(await desk.publishVersion({ version }, editor))).toMatchObject({ state: 'published' })
    const [row] = await database.read<Row>({
      text: 'select hourly_max as n from rulebook_version where version = $1',
      values: [version],
    })
    expect(row!['n']).toBe(run.hourlyMax)
    expect([...desk.surroundings.hourlyMax]).toEqual([[version, run.hourlyMax]])
    const other = taken(await desk.submitVersion({ note: 'thrice', files: repeating(3) }, editor)).version
    taken(await desk.reviewVersion({ version: other.version }, li))
    desk.clock.now += 1
    const urgent = { version: other.version, reason: 'wrong price' }
    expect(taken(await desk.publishUntried(urgent, li))).toMatchObject({ state: 'published' })
    const audit = await database.read<Row>({
      text: `select action, reason from audit where action like 'version.publish%' order by seq desc limit 2`,
      values: [],
    })
    expect(audit).toEqual([
      { action: 'version.publish-untried', reason: 'wrong price' },
      { action: 'version.publish', reason: null },
    ])
  })
})

describe.each(databases)('a version that the blast guard stopped on $name', ({ fresh }) => {
  it('G12: goes on when somebody lifts its pause, and is measured no more', async () => {
    const database = await fresh()
    await makeInstall(database, { secret, keyId: 'k', createdAt: begin })
    await publishFirst(database)
    const version = inForceVersion
    await database.transact([
      { text: 'update rulebook_version set hourly_max = 7', values: [] },
      ...stopVersion({ version, messages: 101, foreseen: 7, at: end }),
    ])
    const desk = await office(database)
    expect(desk.surroundings.hourlyMax.get(version)).toBe(7)
    expect(desk.surroundings.at(end).pauses).toMatchObject([{ kind: 'version', value: version }])
    const open = () => listAlarms(database, { open: true, before: Number.MAX_SAFE_INTEGER, rowsMax: 5 })
    expect(await open()).toMatchObject([{ kind: 'blast-guard', key: version, closedAt: null }])
    expect(taken(await desk.resume({ kind: 'version', value: version }, editor))).toMatchObject({
      by: 'kairos',
    })
    expect(await open()).toEqual([])
    expect(desk.surroundings.at(end).pauses).toEqual([])
    expect(desk.surroundings.hourlyMax.size).toBe(0)
    expect(await desk.pause({ kind: 'version', value: 'r-nope', note: 'x' }, editor)).toMatchObject({
      refusal: 'not-found',
    })
    expect(taken(await desk.pause({ kind: 'version', value: version, note: 'x' }, editor)).by).toBe('li')
  })
})

describe.each(databases)('a dry run over nothing on $name', ({ fresh }) => {
  it('is finished at once, and says so', async () => {
    const database = await fresh()
    await makeInstall(database, { secret, keyId: 'k', createdAt: begin })
    await publishFirst(database)
    const desk = await office(database)
    const result = await tried(desk, repeating(3))
    expect(result).toMatchObject({ accounts: 0, facts: 0, total: { before: { messages: 0 } } })
    expect(result.run).toMatchObject({ of: 0, accounts: 0, hourlyMax: null })
  })
})
