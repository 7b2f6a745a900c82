/** A difference between two versions for reading. */
import type { Change, FieldChange, Part, RulebookDiff } from './diff.ts'

const titles: Readonly<Record<Part, string>> = {
  rule: 'Rules',
  wording: 'Wording',
  code: 'Codes',
  catalogue: 'Catalogue',
  policy: 'Policy',
  blueprint: 'Blueprints',
}
const signs = { added: '+', removed: '-', changed: '~' } as const

/**
 *     r-1a2b → r-3c4d
 *
 *     Rules
 *     ~ data-used-80
 *         usefulForMs: 7200000 → 3600000
 */
export function diffText({ before, after, changes }: RulebookDiff): string {
  const head = `${before} → ${after}`
  if (changes.length === 0) return `${head}\n\nno difference`
  const parts = Map.groupBy(changes, ({ part }) => part)
  const told = [...parts].map(([part, list]) => [titles[part], ...list.flatMap(linesOf)].join('\n'))
  return [head, ...told].join('\n\n')
}

function linesOf({ part, id, kind, fields }: Change): string[] {
  const head = `${signs[kind]} ${id}`
  if (part === 'wording') return [head, ...fields.flatMap(wordingLines)]
  // What was removed can be read in the version before.
  return kind === 'removed' ? [head] : [head, ...fields.map(field => `    ${fieldLine(kind, field)}`)]
}

function wordingLines({ field, before, after }: FieldChange): string[] {
  const told = (sign: string, text: unknown): string[] =>
    text === null ? [] : [`    ${field} ${sign} ${shown(text)}`]
  return [...told('-', before), ...told('+', after)]
}

function fieldLine(kind: Change['kind'], { field, before, after }: FieldChange): string {
  const name = field === '' ? '' : `${field}: `
  return kind === 'added' ? `${name}${shown(after)}` : `${name}${shown(before)} → ${shown(after)}`
}

function shown(value: unknown): string {
  if (value === null) return '(nothing)'
  return typeof value === 'string' ? value.trim().replaceAll('\n', '⏎') : String(value)
}
