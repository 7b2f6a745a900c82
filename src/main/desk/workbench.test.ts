/** The workbench over a version as it is stored: checks and previews of drafts, in their thread. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as shape from '../../api/shapes/workbench.ts'
import type { Desk } from '../../api/desk.ts'
import { serverDatabase, type TestDatabase } from '../../engine/databases-suite.ts'
import { readBundle } from '../../rulebook/folder.ts'
import { loadBundle } from '../../rulebook/load.ts'
import { triggers } from '../../rulebook/trigger.ts'
import { submitVersion } from '../../store/rulebook-version.ts'
import { bundledRulebook } from '../installation.ts'
import { workbenchDesk } from './workbench.ts'

const nobody = { kind: 'key' as const, id: 'test', name: 'test', scopes: [], territories: [] }
const now = Date.UTC(2026, 10, 20)
const { bundle } = readBundle(bundledRulebook)
const file = 'wording/zh-CN/10-data-usage.yaml'
const other = 'touchpoints/10-data-usage.yaml'

let prepared: TestDatabase
let desk: Pick<
  Desk,
  'checkDraft' | 'previewWording' | 'listNames' | 'listRules' | 'listSchemas' | 'completeness'
>
beforeAll(async () => {
  prepared = await serverDatabase()
  const database = await prepared.fresh()
  const act = { version: 'v1', by: 'test', at: now }
  await database.transact([submitVersion(act, JSON.stringify(bundle), 'as it comes')])
  const { rulebook } = loadBundle(bundle, 'v1')
  if (rulebook === null) throw new Error('the rulebook that comes along has faults')
  const clock = { now: () => now, elapsed: () => 0 }
  desk = workbenchDesk({ database, clock, surroundings: { rulebookAt: () => rulebook } })
})
afterAll(() => prepared.close())

const check = async (changes: Record<string, string | null>, language: 'zh-CN' | 'en' = 'en') =>
  shape.checkedDraft.parse(await desk.checkDraft({ changes, language }, nobody))

const preview = async (changes: Record<string, string>, channel: 'sms' | 'push' = 'sms') =>
  shape.preview.parse(
    await desk.previewWording({ changes, language: 'zh-CN', template: 'data-used-80', channel }, nobody),
  )

describe('checking a draft', () => {
  it('what is in force could be submitted as it stands', async () => {
    expect(await check({})).toMatchObject({ against: 'v1', usable: true, errors: 0 })
  })

  it('each fault has its file, line, column and what to write instead, in the language asked for', async () => {
    const text = bundle[other]!.replace('bucket.usedPercent >= 80', 'bucket.usdPercent >= 80')
    const line = text.split('\n').findIndex(one => one.includes('usdPercent')) + 1
    const { usable, errors, faults } = await check({ [other]: text }, 'zh-CN')
    expect([usable, errors]).toEqual([false, 1])
    expect(faults.find(({ severity }) => severity === 'error')).toMatchObject({
      file: other,
      line,
      column: text.split('\n')[line - 1]!.indexOf('bucket.usdPercent') + 1,
      message: expect.stringMatching(/^条件里没有这个名称/),
      hint: expect.stringContaining('bucket.usedPercent'),
    })
  })

  it('a file may be taken out, and one that is no part of a rulebook is told', async () => {
    const { faults } = await check({ 'policy/planning.yaml': null, 'notes.yaml': 'a: 1' })
    expect(faults.map(({ code }) => code)).toEqual(expect.arrayContaining(['file-missing', 'file-unknown']))
  })

  it('a version that is not there is not found', async () => {
    const answer = await desk.checkDraft({ against: 'v9', changes: {}, language: 'en' }, nobody)
    expect(answer).toMatchObject({ refusal: 'not-found' })
  })

  it('so many at once are let in, the rest is told to come again', async () => {
    const asked = Array.from({ length: 30 }, () => check({}))
    const answers = await Promise.allSettled(asked)
    const names = answers.map(one => (one.status === 'rejected' ? (one.reason as Error).name : 'told'))
    expect(new Set(names)).toEqual(new Set(['told', 'Busy']))
  })
})

describe('previewing a message', () => {
  it('NF-08 NF-09: several customers in both languages, with parts, cost and what must be told', async () => {
    const { texts, partsNorm, rules } = await preview({})
    expect([partsNorm, rules]).toEqual([1, [{ id: 'data-used-80', on: 'usage.crossed', kind: 'usage' }]])
    expect(texts.map(({ language }) => language)).toEqual(['zh-CN', 'en'])
    for (const { samples, elements } of texts) {
      expect(samples.map(({ who }) => who)).toEqual(['usual', 'gotone', 'easyown', 'm-zone', 'longest'])
      expect(new Set(samples.map(({ text }) => text)).size).toBeGreaterThan(3)
      for (const { text, parts, costMicroYuan } of samples) {
        expect(text).toMatch(/^(【恰时移动】|Kairos Mobile: )/)
        expect(costMicroYuan).toBe(30_000 * parts!.count)
      }
      expect(elements.filter(({ need, told }) => need === 'required' && !told)).toEqual([])
    }
  })

  it('NF-07: words of the trade stand at their place, with what can be said instead', async () => {
    const text = bundle[file]!.replace('加购流量包回复', 'GPRS加油包,回复')
    const [chinese] = (await preview({ [file]: text })).texts
    const found = chinese!.findings.filter(({ severity }) => severity === 'error')
    const source = /data-used-80:\n {4}text: >-\n {6}(.+)\n/.exec(text)![1]!
    expect(
      found.map(({ offset, length, instead }) => [source.slice(offset!, offset! + length), instead]),
    ).toEqual([
      ['GPRS', ['手机上网']],
      ['加油包', ['加购流量包']],
      [',', ['，']],
    ])
  })

  it('NF-09: what the kind demands and the text does not tell', async () => {
    const text = bundle[file]!.replace('，仅供参考。', '。')
    const [chinese] = (await preview({ [file]: text })).texts
    expect(chinese!.elements.filter(({ told }) => !told)).toEqual([
      { element: 'forReference', need: 'required', told: false },
    ])
  })

  it('NF-10: a name that the event does not have is told at its place, and nothing is rendered', async () => {
    const text = bundle[file]!.replace('bucket.usedPercent | percent', 'bucket.usdPercent | percent')
    const [chinese] = (await preview({ [file]: text })).texts
    expect(chinese!.samples).toEqual([])
    expect(chinese!.findings[0]).toMatchObject({ code: 'variable-unknown', severity: 'error' })
    expect(chinese!.findings[0]!.offset).toBeGreaterThan(0)
  })

  it('channels without parts have a price only where the policy names one', async () => {
    const [chinese] = (await preview({}, 'push')).texts
    expect(chinese!.samples[0]).toMatchObject({ parts: null, costMicroYuan: null })
  })

  it('a message that the draft does not have is not found', async () => {
    const ask = { changes: {}, language: 'en', template: 'nothing', channel: 'sms' } as const
    expect(await desk.previewWording(ask, nobody)).toMatchObject({ refusal: 'not-found' })
  })
})

describe('what a rulebook is written with', () => {
  it('every kind of file has its schema', async () => {
    const { items } = shape.schemaList.parse(await desk.listSchemas(nobody))
    expect(items).toHaveLength(14)
    expect(items.find(({ kind }) => kind === 'plans')).toMatchObject({ files: 'catalogue/plans.yaml' })
  })

  it.each(triggers)('names for %s', async on => {
    const { names, moments, oncePer } = shape.nameList.parse(await desk.listNames({ on }, nobody))
    const paths = names.map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining(['line.brand', 'account.standing', 'now', 'code.dataBooster']),
    )
    expect(moments.every(moment => paths.includes(moment))).toBe(true)
    expect(oncePer).toContain('line')
  })

  it('the rules in force, each with its words and channels', async () => {
    const { version, items } = shape.ruleList.parse(await desk.listRules(nobody))
    expect(version).toBe('v1')
    expect(items.length).toBeGreaterThan(100)
    expect(items.filter(({ text, channels }) => text.en === '' || channels.length === 0)).toEqual([])
    expect(items.find(({ id }) => id === 'data-used-80')).toMatchObject({
      touchpoint: 'data-usage',
      class: 'real-time',
      channels: ['sms', 'push'],
    })
  })

  it('NF-11: the completeness report of a version', async () => {
    const report = shape.completeness.parse(await desk.completeness({ version: 'v1' }, nobody))
    expect(report).toMatchObject({ version: 'v1', day: '2026-11-20', untold: [] })
  })
})
