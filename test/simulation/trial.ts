/** One seed tried under the little engine; what is wrong is told with the line that repeats it. */
import type { Chronicle } from './chronicle.ts'
import { judge, type Violation } from './model/model.ts'

/** A broken promise breaks others: the first few are enough to read. */
const toldMax = 8

export const isLong = process.env['KAIROS_LONG'] === '1'

/** The seeds of a suite: one alone when it is asked for by name. */
export function seedsOf(name: string, count: number): readonly string[] {
  const only = process.env['KAIROS_SEED']
  if (only !== undefined) return [only]
  return Array.from({ length: count }, (_, n) => `${name}-${n}`)
}

/** Empty when no promise is broken. */
export function complaints(file: string, chronicle: Chronicle): readonly string[] {
  const violations = judge(chronicle)
  if (violations.length === 0) return []
  const repeat = `repeat: KAIROS_SEED=${chronicle.seed} npx vitest run test/simulation/${file}`
  const more = violations.length > toldMax ? [`… and ${violations.length - toldMax} more`] : []
  return [repeat, ...violations.slice(0, toldMax).map(lineOf), ...more]
}

const lineOf = ({ promise, says }: Violation): string => `${promise}  ${says}`
