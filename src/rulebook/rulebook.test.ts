import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadRulebook, readBundle } from './folder.ts'
import { listing } from './listing.ts'

const folders = ['rulebook', 'rulebook-2012'].map(name =>
  fileURLToPath(new URL(`../../${name}/`, import.meta.url)),
)

describe.each(folders.filter(folder => existsSync(`${folder}policy`)))('%s', folder => {
  it('has no fault', () => {
    const { faults } = loadRulebook(folder)
    expect(listing({ faults, warnings: [] }, readBundle(folder).bundle)).toBe('no faults')
  })

  it('has each touchpoint with a rule, and each rule with its wording', () => {
    const { rulebook } = loadRulebook(folder)
    expect(rulebook?.rules.size).toBeGreaterThan(0)
    for (const rule of rulebook?.rules.values() ?? [])
      expect(rulebook?.templates.has(rule.template)).toBe(true)
  })
})
