/** Faults as a compiler tells them: place, sentence, the line with a mark under it, and what to do. */
import type { Bundle } from './bundle.ts'
import type { Language } from '../core/event/facts.ts'
import type { RulebookFault } from './fault.ts'
import { countIn, faultIn } from './fault-words.ts'

export interface Listed {
  readonly faults: readonly RulebookFault[]
  readonly warnings: readonly RulebookFault[]
}

/**
 *     touchpoints/10-data-usage.yaml:7:11: error: there is no "bucket.usdBytes" here [cel-name-unknown]
 *        7 |     when: bucket.usdBytes > mb(5)
 *          |           ^^^^^^^^^^^^^^^
 *          = did you mean "bucket.usedBytes"?
 */
export function listing({ faults, warnings }: Listed, bundle: Bundle, language: Language = 'en'): string {
  if (faults.length + warnings.length === 0) return 'no faults'
  const told = [...faults, ...warnings].map(fault =>
    entryOf({ ...fault, ...faultIn(fault, language) }, bundle[fault.file]),
  )
  return [...told, countIn(faults.length, warnings.length, language)].join('\n')
}

/** One fault per line of JSON, for machines. */
export function listingJson({ faults, warnings }: Listed): string {
  return [...faults, ...warnings].map(fault => JSON.stringify(fault)).join('\n')
}

const excerptMax = 160

function entryOf({ file, line, column, length, message, code, hint }: RulebookFault, text?: string): string {
  const head = `${file}:${line}:${column}: ${message} [${code}]`
  const written = text?.split('\n')[line - 1]?.replace(/\r$/, '')
  const margin = ' '.repeat(5)
  if (written === undefined) return `${head}\n${margin} = ${hint}\n`
  const from = Math.max(0, column - excerptMax / 2)
  const excerpt = written.slice(from, from + excerptMax)
  const blank = ' '.repeat(widthOf(written.slice(from, column - 1)))
  const marks = '^'.repeat(Math.max(1, widthOf(excerpt.slice(column - 1 - from, column - 1 - from + length))))
  const number = String(line).padStart(5)
  return `${head}\n${number} | ${excerpt}\n${margin} | ${blank}${marks}\n${margin} = ${hint}\n`
}

/** Columns that a terminal gives to a text: Chinese characters take two. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/.test(character) ? 2 : 1
  return width
}
