import type { Place } from '../../core/wording/source-place.ts'

/** The offset (from 0) of a place in a template's source. */
export function offsetOf(source: string, { line, column }: Place): number {
  const lines = source.split('\n').slice(0, line - 1)
  const before = lines.reduce((sum, text) => sum + text.length + 1, 0)
  return Math.min(before + column - 1, source.length)
}
