/**
 * Checks a message template before it is published (NF-07…NF-10, NF-19, NF-23, NF-27): its syntax, facts, elements, length,
 * manner, opening and codes. All findings are told at once; whoever publishes refuses errors and shows warnings.
 */
import { codeFindings } from './code-findings.ts'
import { isRegistered, mentionsOf } from './code-mentions.ts'
import { readProposal, type Proposal, type Reading } from './proposal.ts'
import { elementFindings } from './element-findings.ts'
import type { Finding } from './finding.ts'
import { lengthFindings } from './length-findings.ts'
import { openingFindings } from './opening-findings.ts'
import { skeletonOf } from './skeleton.ts'
import { styleFindings } from './style-findings.ts'
import { compileTemplate, type CompiledTemplate, type Rendered, type TemplateFault } from './template.ts'
import { variableFindings } from './variable-findings.ts'

export type { DeclaredVariable, Proposal } from './proposal.ts'
export type { Finding, FindingCode } from './finding.ts'
export type { MessageKind } from './required-elements.ts'

const checks: readonly ((reading: Reading) => Finding[])[] = [
  renderFindings,
  variableFindings,
  elementFindings,
  lengthFindings,
  styleFindings,
  openingFindings,
  codeFindings,
]

/** Everything to mend in one template of one language; an empty list when there is nothing. A template that does not compile is told only so. */
export function lintWording(proposal: Proposal): Finding[] {
  const template = compileTemplate(proposal.source, proposal.locale)
  if (Array.isArray(template)) return template.map(syntaxFinding)
  const reading = readProposal(proposal, template)
  return checks.flatMap(check => check(reading))
}

/** Whether two languages of one message carry the same facts and the same codes (NF-23). Sources that do not compile are left to `lintWording`. */
export function pairFindings(zh: string, en: string): Finding[] {
  const chinese = compileTemplate(zh, 'zh-CN')
  const english = compileTemplate(en, 'en')
  if (Array.isArray(chinese) || Array.isArray(english)) return []
  return [...pairedVariables(chinese, english), ...pairedCodes(chinese, english)]
}

function syntaxFinding({ fault, hint, line, column }: TemplateFault): Finding {
  return { level: 'error', code: 'syntax', message: fault, hint, at: { line, column } }
}

function renderFindings({ typical, worst }: Reading): Finding[] {
  const cases: readonly (readonly [string, Rendered])[] = [
    ['typical', typical],
    ['worst', worst],
  ]
  return cases.flatMap(([name, rendered]): Finding[] => {
    if (rendered.ok) return []
    const message = `the ${name} case cannot be rendered: ${rendered.fault}`
    return [{ level: 'error', code: 'does-not-render', message, hint: 'mend the template or the case' }]
  })
}

function pairedVariables(zh: CompiledTemplate, en: CompiledTemplate): Finding[] {
  const missing = (from: CompiledTemplate, to: CompiledTemplate): Finding[] =>
    from.variables
      .filter(path => !to.variables.includes(path))
      .map(path => ({
        level: 'error',
        code: 'pair-variables',
        message: `${path} is told in ${from.locale} only`,
        hint: `tell it in ${to.locale} too, or in neither`,
      }))
  return [...missing(zh, en), ...missing(en, zh)]
}

function pairedCodes(zh: CompiledTemplate, en: CompiledTemplate): Finding[] {
  const codesOf = ({ pieces, source, locale }: CompiledTemplate): string[] => [
    ...new Set(mentionsOf(skeletonOf(pieces, source).text, locale).map(({ code }) => code)),
  ]
  const missing = (from: CompiledTemplate, to: CompiledTemplate): Finding[] =>
    codesOf(from)
      .filter(code => !isRegistered(code, codesOf(to)))
      .map(code => ({
        level: 'error',
        code: 'pair-codes',
        message: `the code ${code} stands in ${from.locale} only`,
        hint: `name it in ${to.locale} too, or in neither`,
      }))
  return [...missing(zh, en), ...missing(en, zh)]
}
