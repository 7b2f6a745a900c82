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
import { loadRulebook } from '../folder.ts'
import { counted, generatedBy, page, rulesOf } from './page.ts'

const root = join(import.meta.dirname, '../../..')

export const touchpointDocsFolder = join(root, 'docs/touchpoints')

/** File name → content. A page is called like its touchpoint, which other files refer to and which therefore stays. */
export function touchpointDocs(rulebook: Rulebook): ReadonlyMap<string, string> {
  const pages = [...rulebook.titles.keys()].map(name => [`${name}.md`, page(name, rulebook)] as const)
  return new Map([['README.md', index(rulebook)], ...pages])
}

/** Throws when the rulebook that comes along has faults. */
export function shippedRulebook(): Rulebook {
  const { rulebook, faults } = loadRulebook(join(root, 'rulebook'), 'shipped')
  if (rulebook !== null) return rulebook
  throw new Error(faults.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
}

function index(rulebook: Rulebook): string {
  const rows = [...rulebook.titles].map(([name, title], at) => {
    const rules = rulesOf(name, rulebook)
    const triggers = [...new Set(rules.map(({ on }) => `\`${on}\``))].join(', ')
    return `| ${at + 1} | [${title.en} ${title['zh-CN']}](${name}.md) | ${rules.length} | ${triggers} |`
  })
  const total = `${counted(rulebook.rules.size, 'rule')}, ${counted(rulebook.templates.size, 'message')} in two languages.`
  return (
    [
      '# Touchpoints',
      generatedBy,
      `What the shipped [rulebook](../../rulebook/README.md) says, to whom and when. ${total} At which figures a counter, a balance or charges speak is in [limits.yaml](../../rulebook/policy/limits.yaml), the days of periodic words in [schedules.yaml](../../rulebook/policy/schedules.yaml). Requirements: [requirements.md](../requirements.md), and what serves each of them: [coverage.md](../coverage.md).`,
      ['| | touchpoint | rules | start from |', '|---|---|---|---|', ...rows].join('\n'),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  )
}

if (import.meta.main) {
  mkdirSync(touchpointDocsFolder, { recursive: true })
  for (const [name, content] of touchpointDocs(shippedRulebook()))
    writeFileSync(join(touchpointDocsFolder, name), content)
}
