/**
 * Units in conditions: money is compared with `yuan(…)`, data with `mb(…)`. CEL sees doubles everywhere, so nothing else would
 * stop `account.balanceMicroYuan < 10`, which asks for a hundred-thousandth of a yuan.
 */
import { kindOf, type ViewShape } from '../trigger.ts'
import type { CelFault } from './fault.ts'
import { partsOf, pathOf, type Node } from './node.ts'
import { faultOf } from './survey.ts'

type Unit = 'money' | 'bytes' | 'percent' | 'instant' | 'span' | 'day' | 'month'

const functionUnits: Readonly<Record<string, Unit>> = {
  yuan: 'money',
  kb: 'bytes',
  mb: 'bytes',
  gb: 'bytes',
  minutes: 'span',
  hours: 'span',
  days: 'span',
}

const asWritten: Readonly<Record<Unit, string>> = {
  money: 'write money as yuan(10)',
  bytes: 'write amounts of data as kb(100), mb(5) or gb(1)',
  percent: 'a percentage is a bare number, such as 80',
  instant: 'compare a time with another, such as now - hours(2)',
  span: 'write spans as minutes(10), hours(2) or days(3)',
  day: "write a day as '2012-12-31'",
  month: "write a month as '2012-12'",
}

const compared = new Set(['<', '<=', '>', '>=', '==', '!=', '+', '-', '%'])

export function unitFaults(node: Node, shape: ViewShape): readonly CelFault[] {
  const inner = partsOf(node).flatMap(part => unitFaults(part, shape))
  if (compared.has(node.op)) {
    const [left, right] = partsOf(node)
    const fault = left === undefined || right === undefined ? null : pairFault(left, right, { node, shape })
    return fault === null ? inner : [...inner, fault]
  }
  if (node.op !== 'in' || node.args[1].op !== 'list') return inner
  const wrong = node.args[1].args.map(entry => pairFault(node.args[0], entry, { node: entry, shape }))
  return [...inner, ...wrong.filter(fault => fault !== null)]
}

interface Setting {
  readonly node: Node
  readonly shape: ViewShape
}

function pairFault(left: Node, right: Node, { node, shape }: Setting): CelFault | null {
  const [a, b] = [unitOf(left, shape), unitOf(right, shape)]
  if (a !== null && b !== null) return mixes(a, b, node.op) ? mixFault(node, a, b) : null
  if (a !== null) return literalFault(a, right)
  return b === null ? null : literalFault(b, left)
}

function mixes(a: Unit, b: Unit, op: Node['op']): boolean {
  if (a === b) return op === '+' && a === 'instant'
  const spans = a === 'span' || b === 'span'
  const instants = a === 'instant' || b === 'instant'
  return !(spans && instants && (op === '+' || op === '-'))
}

function mixFault(node: Node, a: Unit, b: Unit): CelFault {
  const message = a === b ? 'two times cannot be added' : `${a} and ${b} do not mix`
  return faultOf(node, 'cel-unit', { message, hint: asWritten[b] })
}

/** Units that go with bare numbers, or with texts. */
const bare: ReadonlySet<Unit> = new Set(['percent', 'day', 'month'])

/** A bare number beside money, a text beside a day that is no day. Zero is zero in every unit. */
function literalFault(unit: Unit, node: Node): CelFault | null {
  const value = node.op === '-_' ? valueOf(node.args) : valueOf(node)
  if (typeof value === 'number' && value !== 0 && !bare.has(unit)) {
    return faultOf(node, 'cel-unit', { message: `the number ${value} has no unit`, hint: asWritten[unit] })
  }
  const isDate = unit === 'day' ? /^\d{4}-[01]\d-[0-3]\d$/ : /^\d{4}-[01]\d$/
  if (typeof value === 'string' && (unit === 'day' || unit === 'month') && !isDate.test(value)) {
    return faultOf(node, 'cel-unit', { message: `'${value}' is no ${unit}`, hint: asWritten[unit] })
  }
  return null
}

const valueOf = (node: Node): unknown => (node.op === 'value' ? node.args : undefined)

function unitOf(node: Node, shape: ViewShape): Unit | null {
  const path = pathOf(node)
  if (path !== null) return unitOfKind(kindOf(shape, path))
  if (node.op === 'call') return functionUnits[node.args[0]] ?? null
  if (node.op === '-_') return unitOf(node.args, shape)
  if (node.op === '?:') return unitOf(node.args[1], shape) ?? unitOf(node.args[2], shape)
  if (node.op !== '+' && node.op !== '-') return null
  const [a, b] = [unitOf(node.args[0], shape), unitOf(node.args[1], shape)]
  if (a === 'instant' && b === 'instant') return node.op === '-' ? 'span' : null
  return a === 'span' && b === 'instant' ? 'instant' : (a ?? b)
}

function unitOfKind(kind: ReturnType<typeof kindOf>): Unit | null {
  switch (kind) {
    case 'money':
    case 'bytes':
    case 'percent':
    case 'instant':
    case 'day':
    case 'month':
      return kind
    case 'count':
    case 'text':
    case 'flag':
    case 'list':
    case null:
      return null
  }
}
