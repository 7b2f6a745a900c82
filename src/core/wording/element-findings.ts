/** Whether a message tells what its kind must and should tell (NF-09). */
import { isRegistered } from './code-mentions.ts'
import type { Reading } from './proposal.ts'
import { elements, type Element, type ElementId } from './elements.ts'
import type { Finding } from './finding.ts'
import { kindRule } from './required-elements.ts'

export interface ToldElement {
  readonly element: ElementId
  /** A message of this kind must tell a required one, and should tell a wished one. */
  readonly need: 'required' | 'wished'
  readonly told: boolean
}

/** What a message of its kind is to tell, and whether it does. */
export function elementsIn(reading: Reading): readonly ToldElement[] {
  const { required, wished = [] } = kindRule(reading.proposal.kind)
  const as = (need: ToldElement['need']) => (element: ElementId) => ({
    element,
    need,
    told: isTold(elements[element], reading),
  })
  return [...required.map(as('required')), ...wished.map(as('wished'))]
}

/** An error for each missing element, a warning for each that would be good to have. */
export function elementFindings(reading: Reading): Finding[] {
  const { required, wished = [] } = kindRule(reading.proposal.kind)
  return [
    ...missing(required, reading).map(element => findingOf(element, 'error', reading)),
    ...missing(wished, reading).map(element => findingOf(element, 'warning', reading)),
  ]
}

function missing(ids: readonly ElementId[], reading: Reading): Element[] {
  return ids.map(id => elements[id]).filter(element => !isTold(element, reading))
}

function findingOf(element: Element, level: Finding['level'], { proposal }: Reading): Finding {
  const verb = level === 'error' ? 'must' : 'should'
  return {
    level,
    code: level === 'error' ? 'missing-element' : 'wished-element',
    message: `a message of kind ${proposal.kind} ${verb} tell ${element.label}`,
    hint: element.hint,
  }
}

function isTold(element: Element, { proposal, skeleton, printed, mentions }: Reading): boolean {
  if (element.words?.[proposal.locale].test(skeleton.text) === true) return true
  if (element.code === true && mentions.some(({ code }) => isRegistered(code, proposal.codes))) return true
  if (element.names === undefined && element.units === undefined) return false
  return printed.some(({ variable }) => {
    const unit = proposal.variables[variable]?.unit
    const fitsUnit = element.units === undefined || (unit !== undefined && element.units.includes(unit))
    return fitsUnit && (element.names?.test(variable) ?? true)
  })
}
