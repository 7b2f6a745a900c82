/** Whether a template prints declared facts only, each with its unit, and none that may be absent (NF-10). */
import type { DeclaredVariable, Reading } from './proposal.ts'
import type { Finding } from './finding.ts'
import { placeAt, type Place } from './source-place.ts'
import type { PrintedValue } from './template-pieces.ts'
import { filtersOfUnit } from './units.ts'

/** Findings on the facts that a template names and those that it leaves out. */
export function variableFindings({ proposal, template, printed }: Reading): Finding[] {
  const declared = new Map(Object.entries(proposal.variables))
  return [
    ...template.variables
      .filter(path => !declared.has(path))
      .map(path => unknown(path, [...declared.keys()])),
    ...[...declared.keys()].filter(path => !template.variables.includes(path)).map(unused),
    ...printed.flatMap(value => {
      const variable = declared.get(value.variable)
      return variable === undefined
        ? []
        : printFindings(value, variable, placeAt(proposal.source, value.offset))
    }),
  ]
}

function unknown(path: string, declared: readonly string[]): Finding {
  const hint = declared.length === 0 ? 'declare it' : `the facts are ${declared.join(', ')}`
  return { level: 'error', code: 'unknown-variable', message: `${path} is not declared`, hint }
}

function unused(path: string): Finding {
  const hint = 'tell it, or take it off the declaration'
  return { level: 'warning', code: 'unused-variable', message: `${path} is declared but not used`, hint }
}

function printFindings(
  value: PrintedValue,
  { unit, nullable = false }: DeclaredVariable,
  at: Place,
): Finding[] {
  const findings: Finding[] = []
  const allowed = filtersOfUnit[unit]
  if (!allowed.includes(value.filter)) {
    const message = `${value.variable} (${unit}) is printed ${value.filter === null ? 'bare' : `as ${value.filter}`}`
    findings.push({ level: 'error', code: 'wrong-filter', message, hint: filterHint(allowed), at })
  }
  if (nullable && !value.guards.includes(value.variable)) {
    const message = `${value.variable} may be null, and then the message would not leave`
    const hint = `enclose it: {% if ${value.variable} %}…{% endif %}`
    findings.push({ level: 'error', code: 'unguarded-null', message, hint, at })
  }
  return findings
}

function filterHint(allowed: readonly (string | null)[]): string {
  if (allowed.length === 0) return 'ask about it in a condition; it cannot be printed'
  return allowed.includes(null) ? 'print it without a filter' : `print it with ${allowed.join(' or ')}`
}
