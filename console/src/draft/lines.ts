/** Lines of a text and the things that stand on them. */
import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import type { Path } from './yaml-edit.ts'

/** The lines (from 1) over which a value stretches; all of them where it is not found. */
export function linesOf(text: string, path: Path): { readonly from: number; readonly until: number } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false })
  const node = document.getIn(path, true) as Node | undefined
  const around = document.getIn(path.slice(0, -1), true)
  const key = path.at(-1)
  const pair = isMap(around)
    ? around.items.find(({ key: own }) => isScalar(own) && own.value === key)
    : undefined
  const from = (pair?.key as Node | undefined)?.range?.[0] ?? node?.range?.[0]
  const until = node?.range?.[1]
  if (path.length === 0 || from === undefined || until === undefined || from === null || until === null)
    return { from: 1, until: Infinity }
  return { from: lines.linePos(from).line, until: lines.linePos(Math.max(from, until - 1)).line }
}

/** The event of the rule in which an offset stands: the `on` nearest above it, or just below its first line. */
export function ruleAt(text: string, offset: number): string | null {
  const isStart = /^\s*- id:/
  const lines = text.split('\n')
  const own = text.slice(0, offset).split('\n').length - 1
  let first = own
  while (first > 0 && !isStart.test(lines[first]!)) first -= 1
  for (let at = first; at < lines.length && (at === first || !isStart.test(lines[at]!)); at += 1) {
    const on = /^\s+(?:- )?on:\s*([\w.-]+)/.exec(lines[at]!)?.[1]
    if (on !== undefined) return on
  }
  return null
}
