import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { monthSpan } from '../operator/civil.ts'
import { type Experience, happened } from '../operator/experience.ts'
import type { FactType } from '../src/core/event/facts.ts'
import { loadRulebook } from '../src/rulebook/folder.ts'
import type { Figures } from '../src/main/what-if/figures.ts'
import { liveUnder } from '../src/main/what-if/months.ts'
import { withBlock } from './page.ts'
import { compare } from './run.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const place = mkdtempSync(join(tmpdir(), 'kairos-compare-test-'))
afterAll(() => rmSync(place, { recursive: true }))

const ask = { seed: 'swap', customers: 60, ...monthSpan('2026-10', 'Asia/Shanghai') }
const lived = (folder: string): Promise<Experience[]> =>
  liveUnder(ask, join(root, folder), join(place, 'months'))

/** Journeys, questions, papers, families. */
const outside = new Set<FactType>([
  'line.opened',
  'line.closed',
  'query.performed',
  'contact.recorded',
  'order.progressed',
  'roaming.opened',
  'preference.changed',
  'family-net.joined',
  'payment-group.joined',
  'campaign.launched',
  'contact-person.named',
])
const outsideOf = (life: readonly Experience[]): string[] =>
  life.flatMap(({ account, happenings }) =>
    happenings.filter(({ type }) => outside.has(type)).map(({ type, time }) => `${account} ${type} ${time}`),
  )
const told = ({ happenings, shown }: Experience) => ({ happenings, shown })
const sum = ({ complaints }: Figures): number => [...complaints.values()].reduce((a, b) => a + b, 0)

/** Played once, for those who only look at it. */
let figures: Promise<Figures[]> | null = null
const compared = (): Promise<Figures[]> =>
  (figures ??= compare(ask, [join(root, 'rulebook-2012'), join(root, 'rulebook')]))

describe('the same months of the same people under two rulebooks', () => {
  it('GM-02: the folders change their names, and the results change places: nobody judges by a name', async () => {
    const [of2012, ofToday] = await compared()
    cpSync(join(root, 'rulebook-2012'), join(place, 'rulebook'), { recursive: true })
    cpSync(join(root, 'rulebook'), join(place, 'rulebook-2012'), { recursive: true })
    const swapped = await compare(ask, [join(place, 'rulebook-2012'), join(place, 'rulebook')])
    expect(swapped).toEqual([ofToday, of2012])
    expect(of2012).not.toEqual(ofToday)
  }, 240_000)

  it('TP0-06: the practice of 2012 wakes people, and more of them complain', async () => {
    const [of2012, ofToday] = await compared()
    expect(of2012!.whileResting).toBeGreaterThan(5 * ofToday!.whileResting)
    expect(sum(of2012!)).toBeGreaterThan(sum(ofToday!))
    expect(of2012!.customers).toBe(ofToday!.customers)
  }, 240_000)

  it('customers act on what they read, so months differ; what comes from outside does not', async () => {
    const lives = [await lived('rulebook-2012'), await lived('rulebook')]
    const [of2012, ofToday] = lives.map(outsideOf)
    expect(of2012!.length).toBeGreaterThan(100)
    expect(ofToday).toEqual(of2012)
    const payments = lives.map(life =>
      life.flatMap(one => happened(one, 'payment.received').map(({ id }) => id)),
    )
    expect(payments[0]).not.toEqual(payments[1])
    expect((await lived('rulebook')).map(told)).toEqual(lives[1]!.map(told))
  }, 240_000)
})

describe('rulebook-2012', () => {
  it('is a rulebook: warnings are its point, errors are not', () => {
    const { rulebook, faults, warnings } = loadRulebook(join(root, 'rulebook-2012'))
    expect(faults).toEqual([])
    expect(rulebook!.rules.size).toBeGreaterThan(50)
    expect(warnings.filter(({ code }) => code === 'wording.jargon').length).toBeGreaterThan(50)
  })

  /** Below the line that names the schema, which lies elsewhere. */
  const textOf = (folder: string, file: string): string =>
    readFileSync(join(root, folder, file), 'utf8')
      .split('\n')
      .slice(1)
      .join('\n')
  const files = [
    ...readdirSync(join(root, 'rulebook/catalogue')).map(name => `catalogue/${name}`),
    'codes.yaml',
    'policy/sources.yaml',
  ]
  it.each(files)('sells the same under the same names: %s', file => {
    expect(textOf('rulebook-2012', file)).toBe(textOf('rulebook', file))
  })
})

it('the comparison stands between its marks', () => {
  expect(withBlock('a <!-- compare --> old <!-- end of compare --> b', 'new')).toBe(
    'a <!-- compare -->\n\nnew\n\n<!-- end of compare --> b',
  )
  expect(() => withBlock('no marks', 'new')).toThrow(/no place/)
})
