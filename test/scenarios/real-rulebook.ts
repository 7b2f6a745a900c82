/** The rulebook that is shipped, loaded as the product loads it. */
import type { Rulebook } from '../../src/core/rule/rule.ts'
import { loadRulebook } from '../../src/rulebook/folder.ts'

export const realRulebook: Rulebook = loaded()

function loaded(): Rulebook {
  const { rulebook, faults } = loadRulebook(new URL('../../rulebook', import.meta.url).pathname, 'shipped')
  if (rulebook !== null) return rulebook
  throw new Error(faults.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
}
