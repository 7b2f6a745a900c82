/**
 * Message templates: LiquidJS, made strict (NF-10). Compiled once, when a rulebook is loaded; rendered for every message.
 *
 * - A fact that is printed must be there: undefined, null, an empty text, NaN, an object or a boolean is a fault that names it,
 *   and the message does not leave. So does one whose filter refuses it.
 * - A fact that a condition asks about must be *declared* in the context but may be null: `{% if offer.endsAt %}` is false for
 *   null and a fault for a fact that is not there at all, so that a misspelt name never silently drops a sentence. As in all
 *   Liquid, 0 and '' are true: absent is null.
 * - Nothing reads a file, runs code, loops, or asks a clock: time and zone are arguments. Rendering is bounded by the size of
 *   the source, and its result by `textMax`; LiquidJS's own time limit is left out, because it reads a clock and would make the
 *   outcome depend on the machine's load.
 *
 * Measured with a template of three filters and a condition, one core: about 300 k renders/s.
 */
import { Context, Liquid, LiquidError, UndefinedVariableError, type Template } from 'liquidjs'
import type { Instant } from '../calendar/zone.ts'
import type { FilterSetting, Locale } from './filter.ts'
import { filters } from './filters.ts'
import { placeAt, type TemplateFault } from './source-place.ts'
import { sourceFaults, sourceMax, tagsAllowed, textMax } from './template-limits.ts'
import { takeApart, type Piece, type PrintedValue } from './template-pieces.ts'

export type { Locale } from './filter.ts'
export type { Place, TemplateFault } from './source-place.ts'

/** The facts of one message, by name; plain values and plain objects only. */
export type Facts = Readonly<Record<string, unknown>>

/** The text of a message, or why there is none and which fact is to blame. */
export type Rendered =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: string; readonly variable?: string }

export type CompiledTemplate = {
  readonly source: string
  readonly locale: Locale
  /** Dotted paths of all facts, printed or asked about, sorted. */
  readonly variables: readonly string[]
  /** Those that only conditions ask about; they may be null. */
  readonly conditions: readonly string[]
  /** The template in order, for checks. */
  readonly pieces: readonly Piece[]
  /** Never throws. Leading and trailing blanks are dropped. */
  render(context: Facts, options: { readonly zone: string; readonly now: Instant }): Rendered
}

type Print = { readonly setting: FilterSetting; refusal: { fault: string; variable: string } | null }

const engine = narrowedEngine()

/** Compiles a template, or tells all faults that can be found. LiquidJS stops at its first, so a syntax fault comes alone. */
export function compileTemplate(source: string, locale: Locale): CompiledTemplate | TemplateFault[] {
  const early = sourceFaults(source)
  if (early.length > 0) return early
  const parsed = parse(source)
  if ('fault' in parsed) return [parsed]
  const { pieces, outputs, conditions, faults } = takeApart(parsed.templates, source)
  if (faults.length > 0) return [...faults]
  for (const { node, value } of outputs) Object.assign(node, { render: printing(value) })
  const printed = outputs.map(({ value }) => value.variable)
  return {
    source,
    locale,
    pieces,
    variables: [...new Set([...printed, ...conditions])].sort(),
    conditions: conditions.filter(path => !printed.includes(path)).sort(),
    render: (context, { zone, now }) => rendered(parsed.templates, context, { locale, zone, now }),
  }
}

function parse(source: string): { templates: Template[] } | TemplateFault {
  try {
    return { templates: engine.parse(source) }
  } catch (error) {
    const unknown = /undefined filter: (\S+?),/.exec(String(error))
    if (unknown !== null) {
      const fault = `the filter "${unknown[1]}" does not exist`
      return { fault, hint: `the filters are ${Object.keys(filters).join(', ')}`, ...placeOf(error, source) }
    }
    return {
      fault: reasonOf(error),
      hint: 'see that every {{, {% and quote is closed',
      ...placeOf(error, source),
    }
  }
}

function rendered(templates: Template[], facts: Facts, setting: FilterSetting): Rendered {
  const context = new Context(facts, engine.options, { sync: true })
  const print: Print = { setting, refusal: null }
  context.setRegister('print', print)
  try {
    const text = String(engine.renderSync(templates, context)).trim()
    if (print.refusal !== null) return { ok: false, ...print.refusal }
    if (text === '') return { ok: false, fault: 'the text is empty' }
    if (text.length > textMax)
      return { ok: false, fault: `the text has ${text.length} characters, over ${textMax}` }
    return { ok: true, text }
  } catch (error) {
    return undeclared(error) ?? { ok: false, fault: reasonOf(error) }
  }
}

/** What an output does instead of LiquidJS's own rendering: look the fact up, print it, or note why not. */
function printing({ variable, filter, noun }: PrintedValue): (context: Context) => string {
  const path = variable.split('.')
  const print = filter === null ? plainText : filters[filter]
  return context => {
    const state = context.getRegister<Print>('print')
    const fact = factAt(context.environments, path)
    const text = isMissing(fact) ? { fault: missingReason(fact) } : print(fact, state.setting, noun)
    if (typeof text === 'string') return text
    state.refusal ??= { fault: `${variable}: ${text.fault}`, variable }
    return ''
  }
}

function plainText(fact: unknown): string | { fault: string } {
  if (typeof fact === 'string') return fact
  return typeof fact === 'number' && Number.isFinite(fact)
    ? String(fact)
    : { fault: 'neither a text nor a number' }
}

function isMissing(fact: unknown): boolean {
  if (typeof fact === 'string') return fact.trim() === ''
  return fact === undefined || fact === null || Number.isNaN(fact)
}

function missingReason(fact: unknown): string {
  return fact === undefined ? 'not among the facts' : 'empty'
}

/** Own properties only, so that nothing of a prototype is ever printed. */
function factAt(facts: object, path: readonly string[]): unknown {
  let fact: unknown = facts
  for (const step of path) {
    if (typeof fact !== 'object' || fact === null || !Object.hasOwn(fact, step)) return undefined
    fact = Reflect.get(fact, step)
  }
  return fact
}

function undeclared(error: unknown): Rendered | null {
  if (!(error instanceof UndefinedVariableError)) return null
  const variable = /undefined variable: ([\w.]+)/.exec(error.message)?.[1]
  const fault = 'a condition asks about it, but it is not among the facts (an absent fact is null)'
  return variable === undefined ? null : { ok: false, fault: `${variable}: ${fault}`, variable }
}

function placeOf(error: unknown, source: string): { line: number; column: number } {
  return placeAt(source, LiquidError.is(error) ? error.token.begin : 0)
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/, line:\d+, col:\d+$/, '')
}

function narrowedEngine(): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    relativeReference: false,
    dynamicPartials: false,
    templates: {},
    parseLimit: sourceMax,
    memoryLimit: 100_000,
  })
  for (const name of Object.keys(liquid.filters)) liquid.unregisterFilter(name)
  for (const name of Object.keys(liquid.tags)) if (!tagsAllowed.includes(name)) delete liquid.tags[name]
  // only their names matter to the parser: our outputs call the filters themselves
  for (const name of Object.keys(filters)) liquid.registerFilter(name, value => value)
  return liquid
}
