/**
 * What is looked at in a template's source before it is parsed: its size, the tags it uses, and variables in a notation that
 * is not ours. The last would reach customers as they stand, so they are refused (NF-10, CO-50).
 */
import { placeAt, type TemplateFault } from './source-place.ts'

/** Characters of a template's source. */
export const sourceMax = 4000
/** Tags and outputs of a template, so that rendering is bounded without a clock: there are no loops. */
export const marksMax = 200
/** Characters of a rendered text; an SMS of four parts has at most 268 in Chinese, 612 in English. */
export const textMax = 1000

/** The tags a template may use; everything else (loops, assignments, files) is refused. */
export const tagsAllowed = ['if', 'elsif', 'else', 'endif', 'unless', 'endunless', 'case', 'when', 'endcase']

const tagStart = /\{%-?\s*([^\s%}-]*)/g
const foreign =
  /%[A-Z][A-Z_\d]*%|\$[A-Z][A-Z_]+|\$\{|(?<!\{)\{[A-Za-z][\w.]*\}(?!\})|\bXX+\b|××|待定|待补|TODO/g

/** Every fault that can be told without parsing. */
export function sourceFaults(source: string): TemplateFault[] {
  if (source.trim() === '') return [faultAt(source, 0, 'the template is empty', 'write the message')]
  if (source.length > sourceMax) {
    return [faultAt(source, 0, `the template has ${source.length} characters`, `write at most ${sourceMax}`)]
  }
  if (source.split(/\{\{|\{%/).length - 1 > marksMax) {
    return [faultAt(source, 0, 'the template has too many tags and outputs', `write at most ${marksMax}`)]
  }
  return [...tagFaults(source), ...foreignFaults(source)]
}

function tagFaults(source: string): TemplateFault[] {
  return Array.from(source.matchAll(tagStart))
    .filter(([, tag]) => !tagsAllowed.includes(tag!))
    .map(match =>
      faultAt(source, match.index, `the tag "${match[1]}" is not allowed`, 'only if, unless and case are'),
    )
}

function foreignFaults(source: string): TemplateFault[] {
  return Array.from(source.matchAll(foreign), match =>
    faultAt(
      source,
      match.index,
      `"${match[0]}" would be sent as it stands`,
      'write a fact as {{ offer.name }}',
    ),
  )
}

function faultAt(source: string, offset: number, ...[fault, hint]: [string, string]): TemplateFault {
  return { fault, hint, ...placeAt(source, offset) }
}
