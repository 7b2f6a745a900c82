/**
 * Changes one value of a YAML text and leaves every other character as it was: comments, order, blank lines and the way things
 * are written belong to whoever wrote them. The parser says where a value stands; only that place is written anew. Where that
 * cannot be done in place, the document itself is changed, which keeps comments and order but not the layout.
 */
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml'
import { blockLines, flowText, type Written, scalarText } from './yaml-write.ts'

export type Path = readonly (string | number)[]

const options = { uniqueKeys: false, prettyErrors: false, merge: false } as const

export const documentOf = (text: string): Document.Parsed => parseDocument(text, options)

/** What a text holds, as plain values; undefined where it is no YAML. */
export function valueOf(text: string): unknown {
  const document = documentOf(text)
  return document.errors.length > 0 ? undefined : (document.toJS() as unknown)
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (held, step) =>
      typeof held === 'object' && held !== null
        ? (held as Record<string | number, unknown>)[step]
        : undefined,
    value,
  )
}

/** A path, and the keys beside its last one in the order of their schema: a new one goes where it belongs. */
export interface Keyed {
  readonly path: Path
  readonly order: readonly string[]
}

/** The text with another value in its place; undefined takes it out. */
export function withValue(text: string, at: Path | Keyed, value: Written | undefined): string {
  const { path, order } = 'path' in at ? at : { path: at, order: [] }
  const document = documentOf(text)
  if (document.errors.length > 0) return text
  const placed =
    value === undefined ? without(text, document, path) : withWritten({ text, document, path, value, order })
  if (placed !== null && isMeant(placed, { text, path, value })) return placed
  if (value === undefined) document.deleteIn(path)
  else document.setIn(path, document.createNode(plain(value)))
  return document.toString({ lineWidth: 0 })
}

/** The text with one more entry at the end of a list. */
export function withEntry(text: string, path: Path, value: Written): string {
  const document = documentOf(text)
  const list = document.getIn(path, true)
  const last = isSeq(list) ? list.items.at(-1) : undefined
  if (!isSeq(list) || list.flow === true || !isRanged(last)) {
    const before = valueAt(document.toJS(), path)
    return withValue(text, path, [...((before as Written[] | undefined) ?? []), value])
  }
  const indent = text.slice(lineStart(text, last.range[0]), last.range[0]).replace(/\S.*$/, '')
  const isSpaced =
    /\n\s*\n\s*-[^\n]*$/.test(text.slice(0, last.range[0] + 1)) || /\n\n/.test(text.slice(list.range![0]))
  const end = contentEnd(text, last)
  const lines = blockLines(value, `${indent}  `)
  const item = `${indent}- ${lines.join('\n').trimStart()}`
  return `${text.slice(0, end)}\n${isSpaced && lines.length > 4 ? '\n' : ''}${item}${text.slice(end)}`
}

interface Change {
  readonly text: string
  readonly document: Document.Parsed
  readonly path: Path
  readonly value: Written
  readonly order: readonly string[]
}

type Ranged = Node & { range: [number, number, number] }
const isRanged = (node: unknown): node is Ranged =>
  typeof node === 'object' && node !== null && Array.isArray((node as { range?: unknown }).range)

function withWritten(change: Change): string | null {
  const { text, document, path, value } = change
  const node = document.getIn(path, true)
  if (isRanged(node) && node.range[1] > node.range[0]) return replaced(text, node, { ...change, value })
  if (path.length === 0) return null
  const around = document.getIn(path.slice(0, -1), true)
  const key = path.at(-1)!
  if (!isMap(around)) {
    // What it would stand in is not there either.
    return around === undefined || (isScalar(around) && around.value === null)
      ? withValue(text, path.slice(0, -1), { [key]: value })
      : null
  }
  return inserted(text, around, { key: String(key), value, order: change.order })
}

function replaced(text: string, node: Ranged, { value, document, path }: Change): string {
  const [start, end] = node.range
  const isFlow = path.some((_, at) => at > 0 && isFlowing(document.getIn(path.slice(0, at), true)))
  if (
    isScalar(node) &&
    (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') &&
    typeof value === 'string'
  ) {
    const inner = /\n([ ]+)\S/.exec(text.slice(start, end))?.[1] ?? '  '
    const tail = text.slice(start, end).endsWith('\n') ? '\n' : ''
    return `${text.slice(0, start)}${scalarText(value, { as: 'folded', indent: inner })}${tail}${text.slice(end)}`
  }
  const as = isScalar(node) && typeof value === 'string' ? quoting(node.type) : 'plain'
  const indent = `${/^ */.exec(text.slice(lineStart(text, start)))![0]}  `
  const written = typeof value === 'string' ? scalarText(value, { as, indent, isFlow }) : flowText(value)
  const isBlock = (isMap(node) || isSeq(node)) && node.flow !== true
  // A list or map over several lines becomes one line behind its key.
  const from = isBlock ? text.slice(0, start).trimEnd().length : start
  const until = isBlock ? contentEnd(text, node) : end
  return `${text.slice(0, from)}${isBlock ? ' ' : ''}${written}${text.slice(until)}`
}

const isFlowing = (node: unknown): boolean => (isMap(node) || isSeq(node)) && node.flow === true

const quoting = (type: string | undefined): 'single' | 'double' | 'plain' =>
  type === 'QUOTE_SINGLE' ? 'single' : type === 'QUOTE_DOUBLE' ? 'double' : 'plain'

interface Inserted {
  readonly key: string
  readonly value: Written
  readonly order: readonly string[]
}

function inserted(text: string, map: YAMLMap, { key, value, order }: Inserted): string | null {
  const before = neighbourOf(map, key, order)
  const node = before?.value ?? before?.key
  if (map.flow === true) {
    const [start, end] = map.range!
    if (!isRanged(node)) return `${text.slice(0, start)}{ ${key}: ${flowText(value)} }${text.slice(end)}`
    return `${text.slice(0, node.range[1])}, ${key}: ${flowText(value)}${text.slice(node.range[1])}`
  }
  const first = map.items[0]?.key
  if (!isRanged(node) || !isRanged(first)) return null
  const indent = ' '.repeat(first.range[0] - lineStart(text, first.range[0]))
  const end = contentEnd(text, node)
  return `${text.slice(0, end)}\n${blockLines({ [key]: value }, indent).join('\n')}${text.slice(end)}`
}

/** The pair behind which a key stands by the order of its schema; the last where it has none. */
function neighbourOf(map: YAMLMap, key: string, order: readonly string[]): Pair | undefined {
  const place = order.indexOf(key)
  const earlier = map.items.filter(({ key: own }) => {
    const at = order.indexOf(String(isScalar(own) ? own.value : own))
    return at >= 0 && at < place
  })
  return earlier.at(-1) ?? (place < 0 ? map.items.at(-1) : map.items[0])
}

function without(text: string, document: Document.Parsed, path: Path): string | null {
  const around = document.getIn(path.slice(0, -1), true)
  const key = path.at(-1)
  if (isSeq(around) && typeof key === 'number')
    return withoutItem(text, around.items[key], around.flow === true)
  if (!isMap(around)) return text
  const at = around.items.findIndex(({ key: own }) => isScalar(own) && own.value === key)
  if (at < 0) return text
  if (around.items.length === 1) return path.length > 1 ? withValue(text, path.slice(0, -1), undefined) : null
  const own = rangeOf(text, around.items[at]!)
  if (own === null) return null
  if (around.flow !== true)
    return isOwnLine(text, own.from) ? cut(text, lineStart(text, own.from), own.until + 1) : null
  const next = around.items[at + 1]
  if (next !== undefined) return cut(text, own.from, rangeOf(text, next)?.from ?? own.until)
  return cut(text, rangeOf(text, around.items[at - 1]!)?.flowEnd ?? own.from, own.flowEnd)
}

function withoutItem(text: string, item: unknown, isFlow: boolean): string | null {
  if (isFlow || !isRanged(item)) return null
  return cut(text, lineStart(text, item.range[0]), contentEnd(text, item) + 1)
}

function rangeOf(
  text: string,
  { key, value }: Pair,
): { from: number; until: number; flowEnd: number } | null {
  if (!isRanged(key)) return null
  const last = isRanged(value) ? value : key
  return { from: key.range[0], until: contentEnd(text, last), flowEnd: last.range[1] }
}

const cut = (text: string, from: number, until: number): string => text.slice(0, from) + text.slice(until)
const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1
const isOwnLine = (text: string, offset: number): boolean =>
  /^ *$/.test(text.slice(lineStart(text, offset), offset))

/** Where the line ends on which the last character of a node stands: a comment behind it stays with it. */
function contentEnd(text: string, node: Ranged): number {
  const last = lastOf(node)
  const end = text.slice(0, last.range[1]).trimEnd().length
  const eol = text.indexOf('\n', end)
  return eol < 0 ? text.length : eol
}

function lastOf(node: Ranged): Ranged {
  if (isMap(node) && node.flow !== true) {
    const pair = node.items.at(-1)
    const inner = isRanged(pair?.value) ? pair.value : pair?.key
    return isRanged(inner) ? lastOf(inner) : node
  }
  if (isSeq(node) && node.flow !== true) {
    const item = node.items.at(-1)
    return isRanged(item) ? lastOf(item) : node
  }
  return node
}

interface Meant {
  readonly text: string
  readonly path: Path
  readonly value: Written | undefined
}

/** Whether the text now holds what it held, and the new value in its place. */
function isMeant(placed: string, { text, path, value }: Meant): boolean {
  const now = documentOf(placed)
  if (now.errors.length > 0) return false
  const wanted = documentOf(text)
  if (value === undefined) wanted.deleteIn(path)
  else wanted.setIn(path, wanted.createNode(plain(value)))
  const held = JSON.stringify(now.toJS())
  if (held === JSON.stringify(wanted.toJS())) return true
  // The last key of a map takes the map with it; the place of a new key is no matter.
  return sorted(now.toJS()) === sorted(wanted.toJS())
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, held: unknown) => {
    if (typeof held !== 'object' || held === null || Array.isArray(held)) return held
    const kept = Object.entries(held).filter(([, one]) => !isEmpty(one))
    return Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0)

/** Figures that keep their zeros as the figures that they are. */
function plain(value: Written): unknown {
  if (Array.isArray(value)) return value.map(item => plain(item as Written))
  if (typeof value !== 'object' || value === null) return value
  if ('figure' in value) return Number(value['figure'])
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, plain(held)]))
}
