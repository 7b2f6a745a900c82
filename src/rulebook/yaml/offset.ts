/** Which character of a file a character of a text value was written as: quoted, escaped, folded or in a block. */
import type { Scalar } from 'yaml'

/**
 * Offset inside `source`, the scalar as written, of the character at `offset` of its value. Blanks and line ends are folded
 * and indented in too many ways to follow; all others keep their order, so it is them that are counted.
 */
export function offsetWithin(source: string, scalar: Scalar, offset: number): number {
  const value = typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? '')
  const starts = visibleStarts(source, scalar.type)
  const target = Math.max(0, Math.min(offset, value.length))
  const before = countVisible(value.slice(0, target))
  if (target < value.length && isVisible(value[target]!)) return starts[before] ?? source.length
  // A blank, or the end of the value: just after the character before it.
  const last = starts[before - 1]
  return last === undefined ? (starts[0] ?? 0) : last + 1
}

function visibleStarts(source: string, type: Scalar['type']): number[] {
  switch (type) {
    case 'QUOTE_DOUBLE':
      return startsOf(source, { from: 1, until: source.length - 1, unit: escapedLength })
    case 'QUOTE_SINGLE':
      return startsOf(source, { from: 1, until: source.length - 1, unit: doubledLength })
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return startsOf(source, { from: source.indexOf('\n') + 1, until: source.length, unit: oneLength })
    default:
      return startsOf(source, { from: 0, until: source.length, unit: oneLength })
  }
}

/** Escapes that stand for a blank, or for no character at all (a line joined to the next). */
const blankEscape = /^\\[ntrvfNLP_\s]/

type UnitLength = (source: string, at: number) => number

function startsOf(source: string, part: { from: number; until: number; unit: UnitLength }): number[] {
  const starts: number[] = []
  for (let at = part.from; at < part.until;) {
    const length = part.unit(source, at)
    const isBlank = length > 1 && blankEscape.test(source.slice(at, at + 2))
    if (isVisible(source[at]!) && !isBlank) starts.push(at)
    at += length
  }
  return starts
}

const oneLength: UnitLength = () => 1
const doubledLength: UnitLength = (source, at) => (source.startsWith("''", at) ? 2 : 1)
const hexLengths: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 }
const escapedLength: UnitLength = (source, at) =>
  source[at] === '\\' ? (hexLengths[source[at + 1] ?? ''] ?? 2) : 1

const isVisible = (character: string): boolean => !/\s/.test(character)

function countVisible(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) if (isVisible(text[at]!)) count += 1
  return count
}
