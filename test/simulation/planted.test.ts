import { describe, expect, it } from 'vitest'
import { decide } from '../../src/core/decide.ts'
import { bugs } from './bugs/table.ts'
import { judge, type Violation } from './model/model.ts'
import { plotOf } from './plot/plot.ts'
import { live } from './pure/run.ts'
import { complaints, seedsOf } from './trial.ts'

/** Each bug has so many lives in which to show itself. */
const seeds = seedsOf('bug', 80)

describe('each bug that is planted is caught', () => {
  it.each(bugs.map(bug => [bug.name, bug] as const))('%s', (_, { among, breaks, plant, flaw }) => {
    let caught: Violation | undefined
    for (const seed of seeds) {
      const plot = among?.(plotOf(seed)) ?? plotOf(seed)
      const chronicle = live(plot, plant?.(decide) ?? decide, flaw ?? null)
      caught = judge(chronicle).find(({ promise }) => breaks.includes(promise))
      if (caught !== undefined) break
    }
    expect(
      caught,
      `none of ${breaks.join(', ')} was seen to be broken in ${seeds.length} lives`,
    ).toBeDefined()
  })
})

it('and without a bug the same lives break nothing', () => {
  expect(seeds.flatMap(seed => complaints('planted.test.ts', live(plotOf(seed), decide)))).toEqual([])
})
