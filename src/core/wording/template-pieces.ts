/**
 * Takes a parsed template apart, and refuses what a message must not contain. LiquidJS allows far more than we do; here the
 * language is narrowed to what can be checked before anybody is written to:
 *
 * - an output prints one fact by its dotted path, through at most one filter: `{{ offer.price | money }}`;
 * - a condition compares facts with literals, without filters: `{% if offer.endsAt %}`, `{% case standing %}`;
 * - there are no loops, assignments, ranges or computed paths. What needs them is a fact to be prepared by the rule.
 */
import { Output, Tag, toValueSync, TypeGuards, Value, type Template, type Token } from 'liquidjs'
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

type Draft = {
  readonly source: string
  readonly pieces: Piece[]
  readonly outputs: { node: Output; value: PrintedValue }[]
  readonly conditions: Set<string>
  readonly faults: TemplateFault[]
}

const pathShape = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/

/** Takes apart what LiquidJS parsed from `source`. */
export function takeApart(templates: readonly Template[], source: string): Taken {
  const draft: Draft = { source, pieces: [], outputs: [], conditions: new Set(), faults: [] }
  walk(templates, [], draft)
  return { ...draft, conditions: [...draft.conditions] }
}

function walk(templates: readonly Template[], guards: readonly string[], draft: Draft): void {
  let end = templates[0]?.token.begin
  for (const node of templates) {
    const { token } = node
    if (token.begin !== end) draft.pieces.push({ kind: 'branch', offset: token.begin })
    end = token.end
    if (node instanceof Output) takeOutput(node, guards, draft)
    else if (node instanceof Tag) takeTag(node, guards, draft)
    else if (TypeGuards.isHTMLToken(token)) takeWords(token.getContent(), token.begin, draft)
  }
}

function takeWords(text: string, begin: number, draft: Draft): void {
  if (text === '') return
  const offset = draft.source.indexOf(text, begin)
  draft.pieces.push({ kind: 'words', text, offset })
  const stray = text.search(/\}\}|%\}/)
  if (stray < 0) return
  const fault = 'a closing mark stands alone and would be sent'
  draft.faults.push({ fault, hint: 'open it, or take it out', ...placeAt(draft.source, offset + stray) })
}

function takeTag(tag: Template, guards: readonly string[], draft: Draft): void {
  const asked = Array.from(tag.arguments?.() ?? []).flatMap(argument => pathsAsked(argument, draft))
  for (const path of asked) draft.conditions.add(path)
  draft.pieces.push({ kind: 'branch', offset: tag.token.begin })
  const children = tag.children === undefined ? [] : toValueSync(tag.children(false, true))
  walk(children, [...guards, ...asked], draft)
  draft.pieces.push({ kind: 'branch', offset: tag.token.begin })
}

function pathsAsked(argument: Value | ValueToken, draft: Draft): string[] {
  const tokens = argument instanceof Value ? argument.initial.postfix : [argument]
  if (argument instanceof Value && argument.filters.length > 0) {
    refuse(draft, tokens[0], 'a condition must not use a filter', 'compare the fact itself')
  }
  return tokens.flatMap(token => {
    if (TypeGuards.isPropertyAccessToken(token)) return pathOf(token, draft) ?? []
    if (!TypeGuards.isRangeToken(token)) return []
    refuse(draft, token, 'a condition must not use a range', 'compare with two limits')
    return []
  })
}

function takeOutput(node: Output, guards: readonly string[], draft: Draft): void {
  const { initial, filters } = node.value
  const [token, ...others] = initial.postfix
  if (others.length > 0 || !TypeGuards.isPropertyAccessToken(token)) {
    return refuse(
      draft,
      node.token,
      'an output prints one fact',
      'write {{ offer.name }} or {{ offer.price | money }}',
    )
  }
  const variable = pathOf(token, draft)
  if (filters.length > 1) {
    return refuse(
      draft,
      node.token,
      'an output takes one filter',
      'keep the filter that fits the unit of the fact',
    )
  }
  const filter = filters[0]?.name ?? null
  const noun = nounOf(node, draft)
  if (variable === null || noun === null || (filter !== null && !isFilterName(filter))) return
  const value: PrintedValue = { kind: 'value', variable, filter, noun, guards, offset: node.token.begin }
  draft.pieces.push(value)
  draft.outputs.push({ node, value })
}

/** The word passed to `count`; undefined when there is none, null when what is passed is refused. */
function nounOf(node: Output, draft: Draft): string | undefined | null {
  const filter = node.value.filters[0]
  const [argument, ...others] = filter?.args ?? []
  if (argument === undefined) return undefined
  const isWord = filter?.name === 'count' && others.length === 0 && TypeGuards.isQuotedToken(argument)
  if (isWord) return argument.content
  refuse(
    draft,
    node.token,
    `the filter ${filter?.name} does not take this`,
    'only count takes one word: count: "month"',
  )
  return null
}

function pathOf(token: Token, draft: Draft): string | null {
  const path = token.getText()
  if (pathShape.test(path)) return path
  refuse(
    draft,
    token,
    `"${path}" is not the path of a fact`,
    'write names joined by dots, such as offer.name',
  )
  return null
}

function refuse(draft: Draft, token: Token | undefined, ...[fault, hint]: [string, string]): void {
  draft.faults.push({ fault, hint, ...placeAt(draft.source, token?.begin ?? 0) })
}
