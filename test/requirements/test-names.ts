/**
 * What names a test of this project, read from the syntax of its sources: titles of `it`, `test` and `describe`, and the texts of the
 * table from which `each` takes its names (`'%s'`). What is skipped, or runs only on a condition, is no proof and is left out.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vitest/node'

/** Path from the root → the names in it. */
export type TestNames = ReadonlyMap<string, readonly string[]>

const root = join(import.meta.dirname, '../..')
const folders = ['src', 'operator', 'packages', 'test', 'bench']
/** Where tests are written: files that vitest runs, and the suites and cases that they call. */
const written = /(\.test|-suite|-cases)\.ts$/

export function testNames(): TestNames {
  const paths = folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(path => written.test(path) && !path.includes('node_modules'))
      .map(path => `${folder}/${path.replaceAll('\\', '/')}`),
  )
  return new Map(paths.toSorted().map(path => [path, namesIn(readFileSync(join(root, path), 'utf8'))]))
}

interface Node {
  readonly type: string
  readonly [field: string]: unknown
}

interface Call {
  readonly kind: string
  readonly modifiers: readonly string[]
  readonly table: Node | null
}

/** The names in one source. Throws what the parser throws when it is no TypeScript. */
export function namesIn(source: string): readonly string[] {
  const program = parseAst(source, { lang: 'ts' }) as unknown as Node
  const tables = constantsOf(program)
  const names: string[] = []
  const visit = (node: Node): void => {
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') return
    const call = node.type === 'CallExpression' ? callOf(node['callee'] as Node) : null
    if (call !== null && call.modifiers.some(isConditional)) return
    if (call !== null) names.push(...namesOf(node, call, tables))
    for (const child of childrenOf(node)) visit(child)
  }
  visit(program)
  return names
}

const isConditional = (modifier: string): boolean =>
  ['skip', 'todo', 'fails', 'skipIf', 'runIf'].includes(modifier)

/** `it`, `describe.each(table)`, `test.only.for(table)`: what is called, how, and with which table; null for any other call. */
function callOf(callee: Node): Call | null {
  if (callee.type === 'Identifier') {
    const kind = String(callee['name'])
    return ['it', 'test', 'describe'].includes(kind) ? { kind, modifiers: [], table: null } : null
  }
  if (callee.type === 'MemberExpression') {
    const inner = callOf(callee['object'] as Node)
    const name = String((callee['property'] as Node)['name'])
    return inner === null ? null : { ...inner, modifiers: [...inner.modifiers, name] }
  }
  if (callee.type !== 'CallExpression') return null
  const inner = callOf(callee['callee'] as Node)
  const [table = null] = callee['arguments'] as Node[]
  return inner === null || inner.modifiers.length === 0 ? null : { ...inner, table }
}

function namesOf(call: Node, { table }: Call, tables: ReadonlyMap<string, Node>): readonly string[] {
  const [first] = call['arguments'] as Node[]
  const title = first === undefined ? null : textOf(first)
  if (title === null) return []
  if (table === null || !/%s|\$\w/.test(title)) return [title]
  const rows = table.type === 'Identifier' ? tables.get(String(table['name'])) : table
  return [title, ...(rows === undefined ? [] : textsIn(rows))]
}

/** A text as it is written; what is filled in is left out. */
function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null
  if (node.type !== 'TemplateLiteral') return null
  return (node['quasis'] as Node[]).map(part => (part['value'] as { cooked: string }).cooked).join(' ')
}

const textsIn = (node: Node): readonly string[] => {
  const own = textOf(node)
  return own === null ? childrenOf(node).flatMap(textsIn) : [own]
}

/** Constants of the file by name: a table may stand apart from its tests. */
function constantsOf(program: Node): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>()
  const visit = (node: Node): void => {
    const id = node['id'] as Node | undefined
    const init = node['init'] as Node | null | undefined
    if (node.type === 'VariableDeclarator' && id?.type === 'Identifier' && init)
      found.set(String(id['name']), init)
    for (const child of childrenOf(node)) visit(child)
  }
  visit(program)
  return found
}

function childrenOf(node: Node): readonly Node[] {
  return Object.entries(node)
    .filter(([field]) => field !== 'typeAnnotation' && field !== 'typeArguments')
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is Node => typeof value === 'object' && value !== null && 'type' in value)
}
