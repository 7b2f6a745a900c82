/**
 * A checked condition as nested functions over the view.
 *
 * The library's own evaluator knows no unknown: a null where a number is declared throws, which is slow, and rules
 * meet unknown balances all day. Here a fact that is not known makes what rests on it unknown, as in SQL: `false && unknown` is false,
 * `true || unknown` is true, `!unknown` is unknown, and a condition that stays unknown does not hold. `==` and `!=` always
 * answer, so a fact can be compared with null. Where all is known the result is the library's (a property test).
 */
import type { FactValue, Facts } from '../../core/reminder.ts'
import type { View } from '../../core/rule/view.ts'
import { isUnitFunction, unitFunctions } from './environment.ts'
import { boundName, isQuantifier, pathOf, type Node, type Quantifier } from './node.ts'

export type Evaluation = (view: View) => FactValue

/** The entry that a quantifier looks at; conditions do not nest them, so one cell is enough. */
interface Cell {
  readonly name: string
  entry: FactValue
}

/** Makes the function of a condition that `survey` and the type check have passed; throws for one that they refuse. */
export function evaluationOf(node: Node, cell: Cell | null = null): Evaluation {
  const path = pathOf(node)
  if (path !== null) return pathEvaluation(path, cell)
  switch (node.op) {
    case 'value':
      return constant(node.args as FactValue)
    case 'list':
      return listEvaluation(node.args.map(entry => evaluationOf(entry, cell)))
    case '!_':
      return lifted(evaluationOf(node.args, cell), value => value !== true)
    case '-_':
      return lifted(evaluationOf(node.args, cell), value => -(value as number))
    case '&&':
      return conjunction(evaluationOf(node.args[0], cell), evaluationOf(node.args[1], cell))
    case '||':
      return disjunction(evaluationOf(node.args[0], cell), evaluationOf(node.args[1], cell))
    case '?:':
      return choice(node.args.map(part => evaluationOf(part, cell)))
    case 'call':
    case 'rcall':
      return callEvaluation(node, cell)
    default:
      return binary(node, cell)
  }
}

const constant =
  (value: FactValue): Evaluation =>
  () =>
    value

function pathEvaluation(path: string, cell: Cell | null): Evaluation {
  if (cell !== null && path === cell.name) return () => cell.entry
  const [root = '', field] = path.split('.')
  if (field === undefined) return view => view[root] ?? null
  return view => (view[root] as Facts | null | undefined)?.[field] ?? null
}

function listEvaluation(entries: readonly Evaluation[]): Evaluation {
  const none = {} as View
  const isConstant = entries.every(entry => entry.length === 0)
  if (isConstant) return constant(entries.map(entry => entry(none)))
  return view => entries.map(entry => entry(view))
}

const lifted =
  (inner: Evaluation, apply: (value: FactValue) => FactValue): Evaluation =>
  view => {
    const value = inner(view)
    return value === null ? null : apply(value)
  }

const conjunction =
  (left: Evaluation, right: Evaluation): Evaluation =>
  view => {
    const a = left(view)
    if (a === false) return false
    const b = right(view)
    if (b === false) return false
    return a === null || b === null ? null : true
  }

const disjunction =
  (left: Evaluation, right: Evaluation): Evaluation =>
  view => {
    const a = left(view)
    if (a === true) return true
    const b = right(view)
    if (b === true) return true
    return a === null || b === null ? null : false
  }

function choice(parts: readonly Evaluation[]): Evaluation {
  const [condition, yes, no] = parts as [Evaluation, Evaluation, Evaluation]
  return view => {
    const held = condition(view)
    if (held === null) return null
    return held === true ? yes(view) : no(view)
  }
}

type Apply = (a: FactValue, b: FactValue) => FactValue

const operators: Readonly<Record<string, Apply>> = {
  '<': (a, b) => a! < b!,
  '<=': (a, b) => a! <= b!,
  '>': (a, b) => a! > b!,
  '>=': (a, b) => a! >= b!,
  '+': (a, b) => (a as number) + (b as number),
  '-': (a, b) => (a as number) - (b as number),
  '*': (a, b) => (a as number) * (b as number),
  '/': (a, b) => (a as number) / (b as number),
  '%': (a, b) => (a as number) % (b as number),
  in: (a, b) => (b as readonly FactValue[]).some(entry => equal(a, entry)),
}

function binary(node: Node, cell: Cell | null): Evaluation {
  const [first, second] = node.args as [Node, Node]
  const left = evaluationOf(first, cell)
  const right = evaluationOf(second, cell)
  if (node.op === '==') return view => equal(left(view), right(view))
  if (node.op === '!=') return view => !equal(left(view), right(view))
  const apply = operators[node.op]
  if (apply === undefined) throw new Error(`a condition cannot use ${node.op}`)
  return view => {
    const a = left(view)
    const b = right(view)
    return a === null || b === null ? null : apply(a, b)
  }
}

function equal(a: FactValue, b: FactValue): boolean {
  if (a === b) return true
  if (!Array.isArray(a) || !Array.isArray(b)) return false
  return a.length === b.length && a.every((entry, at) => equal(entry as FactValue, b[at] as FactValue))
}

function callEvaluation(node: Extract<Node, { op: 'call' | 'rcall' }>, cell: Cell | null): Evaluation {
  if (isQuantifier(node)) return quantifierEvaluation(node, cell)
  const parts = node.op === 'call' ? node.args[1] : [node.args[1], ...node.args[2]]
  const [first, second] = parts.map(part => evaluationOf(part, cell))
  const name = node.args[0]
  if (name === 'has') return view => first!(view) !== null
  if (name === 'size') return lifted(first!, sizeOf)
  if (isUnitFunction(name))
    return lifted(first!, count => Math.round((count as number) * unitFunctions[name]))
  const apply = textMethods[name]
  if (apply === undefined || second === undefined) throw new Error(`a condition cannot call ${name}`)
  return view => {
    const a = first!(view)
    const b = second(view)
    return a === null || b === null ? null : apply(a as string, b as string)
  }
}

const textMethods: Readonly<Record<string, (a: string, b: string) => boolean>> = {
  startsWith: (a, b) => a.startsWith(b),
  endsWith: (a, b) => a.endsWith(b),
  contains: (a, b) => a.includes(b),
}

/** Code points of a text, entries of a list. */
function sizeOf(value: FactValue): number {
  return typeof value === 'string' ? Array.from(value).length : (value as readonly FactValue[]).length
}

function quantifierEvaluation(node: Quantifier, outer: Cell | null): Evaluation {
  const cell: Cell = { name: boundName(node) ?? '', entry: null }
  const list = evaluationOf(node.args[1], outer)
  const predicate = evaluationOf(node.args[2][1], cell)
  const conclude = quantifiers[node.args[0]]!
  return view => {
    const entries = list(view) as readonly FactValue[] | null
    if (entries === null) return null
    const held = entries.map(entry => {
      cell.entry = entry
      return predicate(view)
    })
    return conclude(held)
  }
}

const quantifiers: Readonly<Record<string, (held: readonly FactValue[]) => FactValue>> = {
  exists: held => held.includes(true) || (held.includes(null) ? null : false),
  all: held => !held.includes(false) && (held.includes(null) ? null : true),
  exists_one: held => (held.includes(null) ? null : held.filter(value => value === true).length === 1),
}
