import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { durationMs } from '../../core/calendar/duration.ts'
import { parseMoment } from '../../core/calendar/moment.ts'
import type { Moment } from '../../core/calendar/moment.ts'
import { sound, withEdits } from '../broken/sound-rulebook.ts'
import { loadBundle } from '../load.ts'
import { momentText, spanText } from './plain.ts'
import { shippedEdition, touchpointDocs, touchpointDocsFolder } from './write.ts'

const edition = shippedEdition()
const { rulebook, blueprints } = edition
const docs = touchpointDocs(edition)

test.each([...docs])(
  'docs/touchpoints/%s is current; else run: node src/rulebook/touchpoint-docs/write.ts',
  (name, content) => {
    const path = join(touchpointDocsFolder, name)
    expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(content)
  },
)

test('docs/touchpoints holds nothing else', () => {
  expect(readdirSync(touchpointDocsFolder).toSorted()).toEqual([...docs.keys()].toSorted())
})

describe('the pages', () => {
  const all = [...docs.values()].join('\n')

  it('NF-20 NF-23: every rule has its section, its wording in both languages and its requirements', () => {
    for (const { id, source } of rulebook.rules.values()) {
      const start = all.indexOf(`\n## ${id}\n`)
      if (start < 0) throw new Error(`${id} has no section`)
      const end = all.indexOf('\n## ', start + 1)
      const section = all.slice(start, end < 0 ? undefined : end)
      expect(section).toContain(`| requirements | ${source.join(', ')} |`)
      expect(section).toContain('> 【恰时移动】')
      expect(section).toContain('> Kairos Mobile: ')
    }
  })

  it('NF-10: no example has an empty or raw place', () => {
    const examples = all.split('\n').filter(line => line.startsWith('> '))
    expect(examples).toHaveLength(rulebook.rules.size * 4)
    expect(examples.filter(text => /\{\{|\{%|undefined|null|NaN/.test(text))).toEqual([])
  })

  it('BP-05: each says where it can fail, what goes wrong there and who answers for it', () => {
    for (const { touchpoint, steps } of blueprints.values()) {
      const page = docs.get(`${touchpoint}.md`)!
      const rows = page.split('\n').filter(line => /^\| F\d+ \|/.test(line))
      const points = steps.filter(({ failure }) => failure !== null)
      expect(rows).toHaveLength(points.length)
      for (const { title, failure } of points) {
        const row = rows.find(
          line => line.includes(`${title.en} ${title['zh-CN']}`) && line.includes(failure!.en),
        )
        expect(row).toMatch(/ \| (Marketing|Business Support|Network) /)
      }
    }
  })

  it('follow the rulebook: another time is another page', () => {
    const changed = loadBundle(
      withEdits(sound, [['touchpoints/08-balance.yaml', 'at: next 09:00', 'at: +2d 15:00']]),
    )
    if (changed.rulebook === null) throw new Error('the changed rulebook has faults')
    const page = [...touchpointDocs(changed)].find(([name]) => name.includes('balance'))![1]
    expect(page).toContain('| sent | 2 days later, at 15:00; notice, not in rest hours')
  })
})

it.each([
  ['now', 'at once'],
  ['next 08:00', 'the next 08:00'],
  ['+30m', '30 minutes later'],
  ['+2d 00:00', '2 days later, at 00:00'],
  ['-1 month before event.lastDay', '1 month before `event.lastDay`'],
  ['+24d after event.payMonth', '24 days after `event.payMonth`'],
  ['at event.startsOn', 'at `event.startsOn`'],
])('the moment %s reads: %s', (written, text) => {
  expect(momentText(parseMoment(written) as Moment)).toBe(text)
})

it.each([
  ['PT90M', '1 hour 30 minutes'],
  ['P3D', '3 days'],
  ['PT45S', '45 seconds'],
])('the span %s reads: %s', (written, text) => {
  expect(spanText(durationMs(written))).toBe(text)
})
