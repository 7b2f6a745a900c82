/** Compiles a condition of a rule: parsed and type-checked by the library, looked through by us, made into a function. */
import type { Environment } from '@marcbachmann/cel-js'
import type { Condition } from '../../core/rule/rule.ts'
import type { ViewShape } from '../trigger.ts'
import { environmentOf } from './environment.ts'
import { evaluationOf } from './evaluation.ts'
import type { CelFault } from './fault.ts'
import { withPlainNumbers, type Node } from './node.ts'
import { survey } from './survey.ts'
import { unitFaults } from './unit.ts'
import { valueFaults, type Vocabulary } from './vocabulary.ts'

/** What conditions of one trigger are compiled against. */
export interface CelScope {
  readonly shape: ViewShape
  readonly environment: Environment
  readonly vocabulary: Vocabulary
}

export function scopeOf(shape: ViewShape, vocabulary: Vocabulary): CelScope {
  return { shape, environment: environmentOf(shape), vocabulary }
}

export type CompiledCondition =
  | { readonly condition: Condition; readonly faults: readonly [] }
  | { readonly condition: null; readonly faults: readonly CelFault[] }

/** All faults of the names and constructs it uses; if there are none, the first of its types. */
export function compileCondition(
  source: string,
  { shape, environment, vocabulary }: CelScope,
): CompiledCondition {
  const parsed = parse(source, environment)
  if ('fault' in parsed) return { condition: null, faults: [parsed.fault] }
  withPlainNumbers(parsed.node)
  const named = survey(parsed.node, shape)
  if (named.length > 0) return { condition: null, faults: named }
  const typed = parsed.check()
  if (typed !== null) return { condition: null, faults: [typed] }
  const meant = [...unitFaults(parsed.node, shape), ...valueFaults(parsed.node, vocabulary)]
  if (meant.length > 0) return { condition: null, faults: meant }
  const evaluate = evaluationOf(parsed.node)
  return { condition: { source, test: view => evaluate(view) === true }, faults: [] }
}

type Parsed = { readonly node: Node; check(): CelFault | null } | { readonly fault: CelFault }

function parse(source: string, environment: Environment): Parsed {
  try {
    const parsed = environment.parse(source)
    return { node: parsed.ast, check: () => typeFault(parsed.check(), source) }
  } catch (error) {
    return { fault: libraryFault(error, source) }
  }
}

function typeFault(
  checked: { valid: boolean; type?: string; error?: unknown },
  source: string,
): CelFault | null {
  if (!checked.valid) return libraryFault(checked.error, source)
  if (checked.type === 'bool') return null
  const message = `the condition is a ${checked.type ?? 'value'}, not true or false`
  return { code: 'cel-type', message, hint: 'compare it with something', start: 0, end: source.length }
}

const hints: Readonly<Record<string, string>> = {
  no_such_overload: 'compare numbers with numbers and texts (in quotes) with texts',
  no_matching_overload: 'the function takes other things than these',
  invalid_logical_operand: '&&, || and ! join conditions, each true or false',
  heterogeneous_list_element: 'all entries of a list are texts, or all are numbers',
  unexpected_token: 'something is missing or one sign too many',
  unexpected_character: 'CEL has == && || ! and texts in single quotes',
  unterminated_string: 'close the quote',
}

/** The library's error in our shape; anything that is not its own error is our bug and is thrown on. */
function libraryFault(error: unknown, source: string): CelFault {
  const { name, code, summary, range } = error as {
    name?: string
    code?: string
    summary?: string
    range?: { start: number; end: number }
  }
  if (code === undefined || summary === undefined) throw error
  const isLimit = code.includes('limit') || summary.startsWith('Exceeded')
  const isParse = name === 'ParseError' ? 'cel-syntax' : 'cel-type'
  return {
    code: isLimit ? 'cel-refused' : isParse,
    message: summary.endsWith('EOF') ? 'the expression ends too soon' : summary,
    hint: isLimit
      ? 'too much for one condition: write two rules'
      : (hints[code] ?? 'see the CEL part of the rulebook guide'),
    start: Math.min(range?.start ?? 0, source.length),
    end: Math.min(range?.end ?? source.length, source.length),
  }
}
