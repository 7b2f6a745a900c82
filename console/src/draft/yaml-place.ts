/** Where the cursor stands in a YAML text, told by indentation: half-written text has no tree. */
import type { Path } from './yaml-edit.ts'

export interface CursorPlace {
  /** Keys around the cursor; list entries are 0, since their schema is the same. */
  readonly path: Path
  /** A key is being written, or the value of the last key of the path. */
  readonly writes: 'key' | 'value'
  /** What is written of it so far. */
  readonly word: string
  /** The whole value so far, for conditions. */
  readonly value: string
}

const keyed = /^(\s*(?:- +)*)(?:'([^']*)'|"([^"]*)"|([\w.-]+)):(?:\s+(.*))?$/
const linesBackMax = 2_000

/** Null inside a comment. */
export function placeAt(text: string, offset: number): CursorPlace | null {
  const before = text.slice(0, offset).split('\n')
  const line = before.pop() ?? ''
  if (/^\s*#|\s#/.test(line)) return null
  const word = /[\w.'/-]*$/.exec(line)![0]
  const match = keyed.exec(line)
  if (match !== null) {
    const flow = flowPlace(match[5] ?? '')
    const path = [...pathAbove(before, outerIndentOf(line)), ...stepsOf(match[1]!), keyOf(match)]
    return { path: [...path, ...flow.path], writes: flow.writes, word, value: match[5] ?? '' }
  }
  const block = blockValue(before, indentOf(line))
  if (block !== null) {
    const value = [...block.lines, line].map(one => one.trim()).join(' ')
    return { path: block.path, writes: 'value', word, value }
  }
  const dashes = stepsOf(/^\s*(?:- +)*/.exec(line)![0])
  return { path: [...pathAbove(before, outerIndentOf(line)), ...dashes], writes: 'key', word, value: '' }
}

const indentOf = (line: string): number => /^\s*(?:- +)*/.exec(line)![0].length
const outerIndentOf = (line: string): number => /^\s*/.exec(line)![0].length
const stepsOf = (lead: string): number[] => [...lead.matchAll(/- /g)].map(() => 0)
const keyOf = (match: RegExpExecArray): string => match[2] ?? match[3] ?? match[4] ?? ''

/** The keys under which a line with this indentation stands. */
function pathAbove(lines: readonly string[], indent: number): (string | number)[] {
  const path: (string | number)[] = []
  let level = indent
  for (const line of lines.slice(-linesBackMax).toReversed()) {
    if (line.trim() === '' || /^\s*#/.test(line)) continue
    const inner = indentOf(line)
    const outer = outerIndentOf(line)
    // An entry of a list on whose level we are: we stand inside it.
    if (inner >= level && outer < level && inner !== outer) {
      if (inner === level) path.unshift(...stepsOf(line.slice(0, inner)))
      level = outer
      continue
    }
    if (inner >= level) continue
    const match = keyed.exec(line)
    if (match === null) continue
    path.unshift(...(inner === outer ? [] : stepsOf(match[1]!)), keyOf(match))
    level = outer
    if (level === 0) break
  }
  return path
}

/** The key whose folded or literal block this line continues. */
function blockValue(
  lines: readonly string[],
  indent: number,
): { readonly path: Path; readonly lines: readonly string[] } | null {
  const taken: string[] = []
  for (let at = lines.length - 1; at >= 0 && lines.length - at < linesBackMax; at -= 1) {
    const line = lines[at]!
    if (line.trim() === '') return null
    const match = keyed.exec(line)
    if (match !== null && indentOf(line) < indent && /^[>|][+-]?\d?$/.test(match[5] ?? '')) {
      return {
        path: [...pathAbove(lines.slice(0, at), indentOf(line)), ...stepsOf(match[1]!), keyOf(match)],
        lines: taken,
      }
    }
    if (outerIndentOf(line) < indent && match !== null) return null
    taken.unshift(line)
  }
  return null
}

/** Inside `{ a: 1, b` and `[x, y`. */
function flowPlace(value: string): { readonly path: Path; readonly writes: 'key' | 'value' } {
  const open: { readonly sign: string; from: number }[] = []
  for (let at = 0; at < value.length; at += 1) {
    const sign = value[at]!
    if (sign === '{' || sign === '[') open.push({ sign, from: at + 1 })
    else if (sign === '}' || sign === ']') open.pop()
    else if (sign === ',' && open.length > 0) open.at(-1)!.from = at + 1
  }
  const path = open.flatMap(({ sign, from }, depth): (string | number)[] => {
    if (sign === '[') return [0]
    const until = open[depth + 1]?.from
    const key = /^\s*([\w.-]+):/.exec(value.slice(from, until))?.[1]
    return key === undefined ? [] : [key]
  })
  const last = open.at(-1)
  const isKey = last !== undefined && last.sign === '{' && !/:\s/.test(value.slice(last.from))
  return { path, writes: isKey ? 'key' : 'value' }
}
