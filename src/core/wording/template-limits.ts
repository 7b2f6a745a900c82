/**
 * What is looked at in a template's source before it is parsed: its size, the tags it uses, and variables in a notation that
 * is not ours. The last would reach customers as they stand, so they are refused (NF-10, CO-50).
 */
import type { Fault } from '../calendar/fault.ts'
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
  const size = sizeFault(source)
  if (size !== null) return [{ ...size, line: 1, column: 1 }]
  return [...tagFaults(source), ...foreignFaults(source)]
}

function sizeFault(source: string): Fault | null {
  if (source.trim() === '') return { fault: 'the template is empty', hint: 'write the message' }
  if (source.length > sourceMax) {
    return { fault: `the template has ${source.length} characters`, hint: `write at most ${sourceMax}` }
  }
  const marks = source.split(/\{\{|\{%/).length - 1
  if (marks <= marksMax) return null
  return { fault: `the template has too many tags and outputs, ${marks}`, hint: `write at most ${marksMax}` }
}

function tagFaults(source: string): TemplateFault[] {
  const hint = 'the tags are if, unless and case'
  return Array.from(source.matchAll(tagStart))
    .filter(([, tag]) => !tagsAllowed.includes(tag!))
    .map(({ 1: tag, index }) => ({
      fault: `the tag "${tag}" is not allowed`,
      hint,
      ...placeAt(source, index),
    }))
}

function foreignFaults(source: string): TemplateFault[] {
  const hint = 'write a fact as {{ offer.name }}'
  return Array.from(source.matchAll(foreign), ({ 0: text, index }) => ({
    fault: `"${text}" would be sent as it stands`,
    hint,
    ...placeAt(source, index),
  }))
}
