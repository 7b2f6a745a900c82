/** Values as YAML text, in the manner of the rulebook: short things in one line, sentences in folded blocks. */
import { Document, type YAMLSeq } from 'yaml'

/** A figure is written as it was typed: `10.00` stays `10.00`. */
export interface Figure {
  readonly figure: string
}
export type Written =
  string | number | boolean | null | Figure | readonly Written[] | { readonly [key: string]: Written }

export const figure = (text: string): Figure => ({ figure: text })

const isFigure = (value: Written): value is Figure =>
  typeof value === 'object' && value !== null && 'figure' in value

/** Longer than this, a sentence gets a block of its own. */
const inlineMax = 90
const conditionMax = 110

interface Manner {
  readonly as: 'plain' | 'single' | 'double' | 'folded'
  readonly indent: string
  readonly isFlow?: boolean
}

export function scalarText(value: string, { as, indent, isFlow = false }: Manner): string {
  const isLine = !/[\n\r]/.test(value) && value === value.trim() && value !== ''
  if (as === 'single' && isLine) return `'${value.replaceAll("'", "''")}'`
  if (as === 'double' || !isLine) return JSON.stringify(value)
  if (as === 'folded' || (!isFlow && (value.length > inlineMax || /\{[{%]/.test(value))))
    return folded(value, indent)
  return inFlow(value)
}

/** Broken only where a blank stands beside a sign of a condition: sentences stay on one line, as their guide asks. */
function folded(value: string, indent: string): string {
  const lines: string[] = []
  const isCondition = value.length > conditionMax && / (&&|\|\|) /.test(value) && !/\{[{%]/.test(value)
  for (const piece of isCondition ? value.split(/ (?=(?:&&|\|\|) )/) : [value]) {
    const last = lines.at(-1)
    if (last === undefined || last.length + piece.length >= conditionMax) lines.push(piece)
    else lines[lines.length - 1] = `${last} ${piece}`
  }
  return `>-\n${lines.map(line => indent + line).join('\n')}`
}

/** In one line, as inside `[…]`; the library knows what must be quoted there. */
function inFlow(value: string | number | boolean | null): string {
  const document = new Document([value])
  ;(document.contents as YAMLSeq).flow = true
  return document.toString({ lineWidth: 0, singleQuote: true }).trim().slice(1, -1).trim()
}

export function flowText(value: Written): string {
  if (typeof value === 'string' && /[\n\r]/.test(value)) return JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return inFlow(value)
  if (isFigure(value)) return value.figure
  if (Array.isArray(value)) return `[${(value as readonly Written[]).map(flowText).join(', ')}]`
  const pairs = Object.entries(value).map(([key, held]) => `${inFlow(key)}: ${flowText(held)}`)
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}

/** A map as the lines of a block. */
export function blockLines(value: Written, indent: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isFigure(value))
    return [`${indent}${flowText(value)}`]
  return Object.entries(value).flatMap(([key, held]) => {
    const head = `${indent}${inFlow(key)}:`
    if (typeof held === 'string')
      return `${head} ${scalarText(held, { as: 'plain', indent: `${indent}  ` })}`.split('\n')
    const flow = flowText(held)
    const isMap = typeof held === 'object' && held !== null && !Array.isArray(held) && !isFigure(held)
    if (!isMap || (flow.length <= inlineMax && Object.keys(held).length <= 3 && !('text' in held)))
      return [`${head} ${flow}`]
    return [head, ...blockLines(held, `${indent}  `)]
  })
}
