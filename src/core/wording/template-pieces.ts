/**
 * Takes a parsed template apart, and refuses what a message must not contain. LiquidJS allows far more than we do; here the
 * language is narrowed to what can be checked before anybody is written to:
 *
 * - an output prints one fact by its dotted path, through at most one filter: `{{ offer.price | money }}`;
 * - a condition compares facts with literals, without filters: `{% if offer.endsAt %}`, `{% case standing %}`;
 * - there are no loops, assignments, ranges or computed paths. What needs them is a fact to be prepared by the rule.
 */
import {
  Output,
  Tag,
  toValueSync,
  TypeGuards,
  Value,
  type Template,
  type Token,
  type ValueToken,
} from 'liquidjs'
import type { Fault } from '../calendar/fault.ts'
import { isFilterName, type FilterName } from './filters.ts'
import { placeAt, type TemplateFault } from './source-place.ts'

/** A printed fact. `guards` are the facts asked about by the conditions around it. */
export type PrintedValue = {
  readonly kind: 'value'
  readonly variable: string
  readonly filter: FilterName | null
  readonly noun: string | undefined
  readonly guards: readonly string[]
  readonly offset: number
}

/** A template in the order of its source; a branch marks where a conditional text begins or ends. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string; readonly offset: number }
  | { readonly kind: 'branch'; readonly offset: number }
  | PrintedValue

export type Taken = {
  readonly pieces: readonly Piece[]
  /** The parsed outputs, each with what it prints, for the renderer to take over. */
  readonly outputs: readonly { readonly node: Output; readonly value: PrintedValue }[]
  /** Facts that conditions ask about; these may be null. */
  readonly conditions: readonly string[]
  readonly faults: readonly TemplateFault[]
}

type Collected = {
  readonly source: string
  readonly pieces: Piece[]
  readonly outputs: { node: Output; value: PrintedValue }[]
  readonly conditions: Set<string>
  readonly faults: TemplateFault[]
}

const refusals = {
  notAFact: {
    fault: 'an output prints one fact',
    hint: 'write {{ offer.name }} or {{ offer.price | money }}',
  },
  filters: { fault: 'an output takes one filter', hint: 'keep the filter that fits the unit of the fact' },
  conditionFilter: { fault: 'a condition must not use a filter', hint: 'compare the fact itself' },
  range: { fault: 'a condition must not use a range', hint: 'compare with two limits' },
  strayMark: { fault: 'a closing mark stands alone and would be sent', hint: 'open it, or take it out' },
} as const satisfies Readonly<Record<string, Fault>>

const pathShape = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/

/** Takes apart what LiquidJS parsed from `source`. */
export function takeApart(templates: readonly Template[], source: string): Taken {
  const into: Collected = { source, pieces: [], outputs: [], conditions: new Set(), faults: [] }
  walk(templates, [], into)
  return { ...into, conditions: [...into.conditions] }
}

function walk(templates: readonly Template[], guards: readonly string[], into: Collected): void {
  let end = templates[0]?.token.begin
  for (const node of templates) {
    const { token } = node
    if (token.begin !== end) into.pieces.push({ kind: 'branch', offset: token.begin })
    end = token.end
    if (node instanceof Output) takeOutput(node, guards, into)
    else if (node instanceof Tag) takeTag(node, guards, into)
    else if (TypeGuards.isHTMLToken(token)) takeWords(token.getContent(), token.begin, into)
  }
}

function takeWords(text: string, begin: number, into: Collected): void {
  if (text === '') return
  const offset = into.source.indexOf(text, begin)
  into.pieces.push({ kind: 'words', text, offset })
  const stray = text.search(/\}\}|%\}/)
  if (stray >= 0) into.faults.push({ ...refusals.strayMark, ...placeAt(into.source, offset + stray) })
}

function takeTag(tag: Template, guards: readonly string[], into: Collected): void {
  const asked = Array.from(tag.arguments?.() ?? []).flatMap(argument => pathsAsked(argument, into))
  for (const path of asked) into.conditions.add(path)
  into.pieces.push({ kind: 'branch', offset: tag.token.begin })
  const children = tag.children === undefined ? [] : toValueSync(tag.children(false, true))
  walk(children, [...guards, ...asked], into)
  into.pieces.push({ kind: 'branch', offset: tag.token.begin })
}

function pathsAsked(argument: Value | ValueToken, into: Collected): string[] {
  const tokens = argument instanceof Value ? argument.initial.postfix : [argument]
  if (argument instanceof Value && argument.filters.length > 0) {
    refuse(into, tokens[0], refusals.conditionFilter)
  }
  return tokens.flatMap(token => {
    if (TypeGuards.isPropertyAccessToken(token)) return pathOf(token, into) ?? []
    if (!TypeGuards.isRangeToken(token)) return []
    refuse(into, token, refusals.range)
    return []
  })
}

function takeOutput(node: Output, guards: readonly string[], into: Collected): void {
  const { initial, filters } = node.value
  const [token, ...others] = initial.postfix
  if (others.length > 0 || !TypeGuards.isPropertyAccessToken(token)) {
    return refuse(into, node.token, refusals.notAFact)
  }
  const variable = pathOf(token, into)
  if (filters.length > 1) return refuse(into, node.token, refusals.filters)
  const filter = filters[0]?.name ?? null
  const noun = nounOf(node, into)
  if (variable === null || noun === null || (filter !== null && !isFilterName(filter))) return
  const value: PrintedValue = { kind: 'value', variable, filter, noun, guards, offset: node.token.begin }
  into.pieces.push(value)
  into.outputs.push({ node, value })
}

/** The word passed to `count`; undefined when there is none, null when what is passed is refused. */
function nounOf(node: Output, into: Collected): string | undefined | null {
  const filter = node.value.filters[0]
  const [argument, ...others] = filter?.args ?? []
  if (argument === undefined) return undefined
  const isWord = filter?.name === 'count' && others.length === 0 && TypeGuards.isQuotedToken(argument)
  if (isWord) return argument.content
  const fault = `the filter ${filter?.name} does not take this`
  refuse(into, node.token, { fault, hint: 'only count takes one word: count: "month"' })
  return null
}

function pathOf(token: Token, into: Collected): string | null {
  const path = token.getText()
  if (pathShape.test(path)) return path
  const fault = `"${path}" is not the path of a fact`
  refuse(into, token, { fault, hint: 'write names joined by dots, such as offer.name' })
  return null
}

function refuse(into: Collected, token: Token | undefined, { fault, hint }: Fault): void {
  into.faults.push({ fault, hint, ...placeAt(into.source, token?.begin ?? 0) })
}
