/**
 * The CEL of rulebooks: the names of one trigger's view with their types, numbers that are plain doubles, and a few functions
 * for units. The library parses and checks types; what it checked is evaluated by evaluation.ts.
 */
import { Environment } from '@marcbachmann/cel-js'
import type { FieldKind } from '../../core/rule/view.ts'
import type { ViewShape } from '../trigger.ts'

/** Beyond these a condition is refused: conditions are read by people. */
export const celLimits = {
  maxAstNodes: 200,
  maxDepth: 24,
  maxListElements: 200,
  maxMapEntries: 0,
  maxCallArguments: 2,
}

/** One yuan, one KB … in the units of the view; `days(2)` is a span in milliseconds. */
export const unitFunctions = {
  yuan: 1_000_000,
  kb: 1024,
  mb: 1_048_576,
  gb: 1_073_741_824,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
} as const

export type UnitFunction = keyof typeof unitFunctions

export const isUnitFunction = (name: string): name is UnitFunction => Object.hasOwn(unitFunctions, name)

const celTypes: Readonly<Record<FieldKind, string>> = {
  money: 'double',
  bytes: 'double',
  instant: 'double',
  percent: 'double',
  count: 'double',
  day: 'string',
  month: 'string',
  text: 'string',
  flag: 'bool',
  list: 'list<string>',
}

/** For one trigger: made once, used for all its conditions. */
export function environmentOf(shape: ViewShape): Environment {
  const environment = new Environment({ limits: celLimits })
  for (const [name, kind] of shape.plain) environment.registerVariable(name, celTypes[kind])
  for (const [root, fields] of shape.roots) {
    const schema = Object.fromEntries(Object.entries(fields).map(([field, kind]) => [field, celTypes[kind]]))
    environment.registerVariable({ name: root, schema })
  }
  for (const [name, factor] of Object.entries(unitFunctions)) {
    environment.registerFunction(`${name}(double): double`, (count: number) => Math.round(count * factor))
  }
  // Any fact may be unknown, and may be asked about.
  for (const type of ['double', 'string', 'bool', 'list<string>']) {
    environment.registerOperator(`${type} == null: bool`, (a: unknown, b: unknown) => a === b)
  }
  environment.registerOperator('double % double: double', (a: number, b: number) => a % b)
  environment.registerOperator('int == double: bool', (a: bigint, b: number) => Number(a) === b)
  return environment
}
