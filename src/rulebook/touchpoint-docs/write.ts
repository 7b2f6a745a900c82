/**
 * `docs/touchpoints/`: a page per touchpoint and an index, from the shipped rulebook. Made by
 *
 *     node src/rulebook/touchpoint-docs/write.ts
 *
 * and a test keeps them current.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rulebook } from '../../core/rule/rule.ts'
import { failurePoints } from '../blueprint.ts'
import { loadRulebook } from '../folder.ts'
import type { Edition } from '../load.ts'
import { counted, generatedBy, page, rulesOf } from './page.ts'

const root = join(import.meta.dirname, '../../..')

export const touchpointDocsFolder = join(root, 'docs/touchpoints')

/** File name → content. A page is called like its touchpoint, which other files refer to and which therefore stays. */
export function touchpointDocs(edition: Edition): ReadonlyMap<string, string> {
  const pages = [...edition.rulebook.titles.keys()].map(name => [`${name}.md`, page(name, edition)] as const)
  return new Map([['README.md', index(edition)], ...pages])
}

/** Throws when the rulebook that comes along has faults. */
export function shippedEdition(): Edition {
  const loaded = loadRulebook(join(root, 'rulebook'), 'shipped')
  if (loaded.rulebook !== null) return loaded
  throw new Error(loaded.faults.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
}

export const shippedRulebook = (): Rulebook => shippedEdition().rulebook

function index({ rulebook, blueprints }: Edition): string {
  const rows = [...rulebook.titles].map(([name, title], at) => {
    const rules = rulesOf(name, rulebook)
    const triggers = [...new Set(rules.map(({ on }) => `\`${on}\``))].join(', ')
    const blueprint = blueprints.get(name)
    const points = blueprint === undefined ? '' : failurePoints(blueprint).length
    return `| ${at + 1} | [${title.en} ${title['zh-CN']}](${name}.md) | ${rules.length} | ${points} | ${triggers} |`
  })
  const total = `${counted(rulebook.rules.size, 'rule')}, ${counted(rulebook.templates.size, 'message')} in two languages.`
  return (
    [
      '# Touchpoints',
      generatedBy,
      `What the shipped [rulebook](../../rulebook/README.md) says, to whom and when. ${total} At which figures a counter, a balance or charges speak is in [limits.yaml](../../rulebook/policy/limits.yaml), the days of periodic words in [schedules.yaml](../../rulebook/policy/schedules.yaml). F: points of failure in its [service blueprint](../../rulebook/blueprints/). Requirements: [requirements.md](../requirements.md), and what serves each of them: [coverage.md](../coverage.md).`,
      ['| | touchpoint | rules | F | start from |', '|---|---|---|---|---|', ...rows].join('\n'),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  )
}

if (import.meta.main) {
  mkdirSync(touchpointDocsFolder, { recursive: true })
  for (const [name, content] of touchpointDocs(shippedEdition()))
    writeFileSync(join(touchpointDocsFolder, name), content)
}
