/** Where a rulebook is faulty. */
import type { Shape } from '../../client/api.ts'
import type { ProblemBody } from '../../client/problem.ts'

export type Place = Shape<'RulebookFault'>

/** Those that the server named; none when it said nothing of the kind. */
export const faultsOf = (body: ProblemBody | null): readonly Place[] => body?.places ?? []

/** Where a line (from 1) begins and ends within its text. */
export function offsetOf(text: string, line: number): { readonly from: number; readonly until: number } {
  const lines = text.split('\n')
  const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  return { from, until: from + (lines[line - 1]?.length ?? 0) }
}
