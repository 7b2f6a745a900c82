/**
 * What a condition uses: every name and every construct is looked at before types are, so that all unknown names of an
 * expression are told at once. Refused are constructs whose cost the text does not show (regular expressions, loops in
 * loops) and those that could fail at run time (indexing, conversions).
 */
import { didYouMean, listed } from '../nearest-word.ts'
import { kindOf, namesOf, type ViewShape } from '../trigger.ts'
import { isUnitFunction, unitFunctions } from './environment.ts'
import type { CelFault } from './fault.ts'
import { boundName, isQuantifier, partsOf, pathOf, type Node, type Quantifier } from './node.ts'

const textMethods = new Set(['startsWith', 'endsWith', 'contains'])
const functionNames = ['has', 'size', ...Object.keys(unitFunctions)]
const methodNames = [...textMethods, 'size', 'exists', 'exists_one', 'all']

/** Why a piece of standard CEL is refused, by name. */
const refusals: Readonly<Record<string, string>> = {
  matches: 'regular expressions can take for ever: use startsWith, endsWith, contains or ==',
  map: 'use exists or all',
  filter: 'use exists or all',
  bind: 'write the expression out',
}

interface Walk {
  readonly shape: ViewShape
  readonly faults: CelFault[]
  /** The name that the quantifier around this node binds. */
  readonly bound: string | null
}

export function survey(root: Node, shape: ViewShape): readonly CelFault[] {
  const faults: CelFault[] = []
  visit(root, { shape, faults, bound: null })
  return faults
}

function visit(node: Node, walk: Walk): void {
  const path = pathOf(node)
  if (path !== null) return checkName(node, path, walk)
  if (node.op === 'call') checkCall(node, walk)
  if (node.op === 'rcall' && !checkMethod(node, walk)) return
  if (isQuantifier(node)) return visitQuantifier(node, walk)
  checkConstruct(node, walk)
  for (const part of partsOf(node)) visit(part, walk)
}

function checkName(node: Node, path: string, { shape, faults, bound }: Walk): void {
  if (path === bound || kindOf(shape, path) !== null) return
  const [root = ''] = path.split('.')
  if (path === root && shape.roots.has(root)) {
    const fields = Object.keys(shape.roots.get(root)!)
    faults.push(
      faultOf(node, 'cel-name-unknown', {
        message: `"${root}" alone says nothing`,
        hint: `name a field: ${listed(fields)}`,
      }),
    )
    return
  }
  const known = shape.roots.has(root)
    ? Object.keys(shape.roots.get(root)!).map(field => `${root}.${field}`)
    : []
  const otherwise =
    known.length > 0 ? `${root} has ${listed(known, 20)}` : `there are ${listed(rootsOf(shape), 20)}`
  const hint = didYouMean(path, [...known, ...namesOf(shape)], otherwise)
  faults.push(faultOf(node, 'cel-name-unknown', { message: `there is no "${path}" here`, hint }))
}

const rootsOf = (shape: ViewShape): string[] => [...shape.plain.keys(), ...shape.roots.keys()]

function checkCall(node: Extract<Node, { op: 'call' }>, { faults }: Walk): void {
  const [name, args] = node.args
  if (name === 'has') {
    if (args[0] !== undefined && pathOf(args[0])?.includes('.') !== true) {
      faults.push(
        faultOf(node, 'cel-refused', {
          message: 'has() asks about one fact',
          hint: 'write has(account.validUntil)',
        }),
      )
    }
    return
  }
  if (name === 'size' || isUnitFunction(name)) return
  const hint = didYouMean(name, functionNames, `functions: ${listed(functionNames)}`)
  faults.push(faultOf(node, 'cel-refused', { message: `rules have no function "${name}"`, hint }))
}

/** False where the method is refused, so that its arguments need no look. */
function checkMethod(node: Extract<Node, { op: 'rcall' }>, { faults, bound }: Walk): boolean {
  const [name] = node.args
  if (isQuantifier(node)) {
    if (bound === null) return true
    faults.push(
      faultOf(node, 'cel-refused', {
        message: 'one loop within another',
        hint: 'write two rules, or list the cases',
      }),
    )
    return false
  }
  if (textMethods.has(name) || name === 'size') return true
  const hint = refusals[name] ?? didYouMean(name, methodNames, `methods: ${listed(methodNames)}`)
  faults.push(faultOf(node, 'cel-refused', { message: `rules do not use "${name}"`, hint }))
  return false
}

function visitQuantifier(node: Quantifier, walk: Walk): void {
  visit(node.args[1], walk)
  visit(node.args[2][1], { ...walk, bound: boundName(node) })
}

function checkConstruct(node: Node, { faults }: Walk): void {
  const message = constructRefusal(node)
  if (message !== null) {
    faults.push(
      faultOf(node, 'cel-refused', { message, hint: 'compare facts, numbers, texts and lists of them' }),
    )
  }
}

function constructRefusal(node: Node): string | null {
  switch (node.op) {
    case '[]':
    case '[?]':
      return 'rules do not index: the entry may not be there'
    case '.?':
      return 'rules have no optional access: ask has(…)'
    case 'map':
      return 'rules have no maps'
    case '.':
      return 'only fields of a root can be named, such as bucket.usedBytes'
    case 'value':
      return typeof node.args === 'object' && node.args !== null
        ? 'rules have no bytes and no unsigned numbers'
        : null
    default:
      return null
  }
}

export function faultOf(
  node: Node,
  code: CelFault['code'],
  told: { readonly message: string; readonly hint: string },
): CelFault {
  return { code, message: told.message, hint: told.hint, start: node.start, end: node.end }
}
