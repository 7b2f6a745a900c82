/** The first five minutes: a month passes, is written to a file, and is played again from it. */
import { appendFileSync, existsSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import type { Shown } from '../../src/main/demo/show.ts'
import { Place } from './kairos.ts'
import { ask, messages, query } from './server.ts'

const place = new Place()
afterAll(() => place.remove())

/** On a machine that does other things besides. */
const slowMs = 240_000

const month = ['--customers', '12', '--month', '2026-10']
/** What left can be read from outside. */
const intoFiles = ['--gateway', 'log']

/** What was decided and sent, without what depends on the machine. */
const decisions = ({ seed, from, until, facts, notPlayed, touchpoints, books }: Shown): object => ({
  seed,
  from,
  until,
  facts,
  notPlayed,
  touchpoints,
  books,
})

describe('a month of the simulated operator', () => {
  it(
    'ends with 0 because the books balance; played from its file, it gives the same decisions',
    async () => {
      const played = place.start([
        'demo',
        ...month,
        ...intoFiles,
        '--export',
        'month.ndjson',
        '--exit',
        '--json',
      ])
      const first = await played.ended
      expect(first).toMatchObject({ code: 0, errors: '' })
      const shown = JSON.parse(first.out) as Shown
      expect(shown.books).toMatchObject({ holds: true, differences: [] })
      expect(shown.books.reminders.planned).toBeGreaterThan(20)
      expect(shown.facts).toBe(shown.books.events.accepted)

      const again = await place.json<Shown>('simulate', '--input', 'month.ndjson', ...intoFiles)
      expect(decisions(again)).toEqual(decisions(shown))
      for (const channel of ['sms', 'voice', 'staff-call']) {
        const sent = place.read('data', 'demo', `log-${channel}.ndjson`)
        expect(place.read('data', 'simulation', `log-${channel}.ndjson`)).toBe(sent)
      }
      expect(messages(place, 'data/demo').length).toBeGreaterThan(20)
    },
    slowMs,
  )

  it(
    'a file of others is told in words, its bad lines by number; then it stays to be looked at',
    async () => {
      const lines = place.read('month.ndjson').split('\n').slice(0, 120)
      lines.splice(60, 0, '{"broken', '["not", "a", "fact"]')
      writeFileSync(place.path('part.ndjson'), lines.join('\n'))
      appendFileSync(place.path('part.ndjson'), Buffer.from([10, 0xff, 0xfe, 10]))
      const demo = place.start(['demo', '--input', 'part.ndjson', '--lang', 'zh-CN', '--port', '0'])
      const [, url = ''] = await demo.said(/The API is at (\S+) until/)
      expect(demo.errors).toContain(`Open ${url}/console/ at once`)
      expect(demo.out).toMatch(/^本月提醒报告: 2026-10-01 – 2026-10-31, 种子 demo/)
      expect(demo.out).toContain('拒收: 3\nline 61: event: is not JSON')
      expect(demo.out).toMatch(/✓ 账平/)
      expect(demo.out).toMatch(/^A\d+ · A?L?\d+-1 \(北京时间\)$/m)
      expect(demo.out).toContain(`--data ${place.path('data', 'demo')} explain A`)

      // A fact of the present is decided, and its message goes to the centre, whose handset has it.
      const demoPlace = { read: (_: string, name: string) => place.read('data', 'demo', name) } as Place
      const [number = ''] = /(?<=timeline )\+\d+/.exec(demo.out) ?? []
      const arrived = async (): Promise<number> => {
        const { out } = await place.run('timeline', number, '--data', 'data/demo')
        return [...out.matchAll(/✓ delivered: sensitive-query/g)].length
      }
      const before = await arrived()
      const answer = await ask({ url, place: demoPlace, path: '/events' }, query(number))
      expect(answer).toEqual({ status: 200, body: { state: 'decided' } })
      await expect.poll(arrived, { timeout: 40_000 }).toBe(before + 1)

      // While it runs, a second one must not take the folder from under it.
      expect(await place.run('demo', '--exit', '--customers', '1')).toMatchObject({ code: 3 })
      const ended = await demo.stopped('SIGINT')
      expect(ended).toMatchObject({ code: 0, signal: null })
      expect(existsSync(place.path('data', 'demo', 'server.json'))).toBe(false)
      expect((await place.run('reconcile', '--data', 'data/demo')).out).toContain('✓ the books balance')
    },
    slowMs,
  )
})

describe('a file that cannot be played is refused before anything is touched', () => {
  writeFileSync(place.path('empty.ndjson'), '')
  writeFileSync(place.path('binary.ndjson'), Buffer.from([0, 255, 254, 10, 7, 0, 200]))
  writeFileSync(place.path('header.ndjson'), '{"kairos":"operator-month","seed":"x"}\n')
  it.each([
    ['empty.ndjson', 1, /empty\.ndjson: it holds no facts; docs\/events shows/],
    ['binary.ndjson', 1, /none of its lines is a fact \(line 1: event: is not UTF-8/],
    ['header.ndjson', 1, /it holds no facts/],
    ['none.ndjson', 2, /none\.ndjson cannot be read: ENOENT/],
  ])('%s', async (file, code, words) => {
    const elsewhere = ['--data', 'elsewhere']
    const ended = await place.run('demo', '--exit', '--input', file, ...elsewhere)
    expect(ended).toMatchObject({ code, out: '' })
    expect(ended.errors).toMatch(words)
    expect(existsSync(place.path('elsewhere', 'demo'))).toBe(false)
  })
})

it('a folder that holds anything else is left alone', async () => {
  const precious = new Place()
  try {
    writeFileSync(precious.path('demo'), '')
    const ended = await precious.run('demo', '--exit', '--customers', '1', '--data', '.')
    expect(ended.code).toBe(3)
    expect(precious.read('demo')).toBe('')
  } finally {
    precious.remove()
  }
})
