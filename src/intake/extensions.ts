/** Attributes that CloudEvents does not define: legal, and kept. */
import type { Arrival } from '../core/event/arrival.ts'
import { badText, attributeNames } from './attributes.ts'
import type { Draft } from './attributes.ts'
import { isPlain } from './characters.ts'
import type { Fault, FaultCode } from './fault.ts'
import { hint, shown } from './fault.ts'
import type { Scalar } from './json.ts'
import { isScalar } from './json.ts'
import { limits } from './limits.ts'

type Extensions = Arrival['extensions']

const noExtensions: Extensions = Object.freeze({})

/** Null means absent, as CloudEvents has it. */
export function extensionsOf(draft: Draft): Extensions {
  let extensions: Record<string, Scalar> | null = null
  let count = 0
  for (const name in draft.event) {
    if (attributeNames.has(name)) continue
    const value = draft.event[name]
    if (value === null) continue
    count += 1
    if (count > limits.extensions) {
      const remedy = `send at most ${limits.extensions}`
      draft.faults.push({
        code: 'out-of-range',
        field: '',
        problem: 'has too many extension attributes',
        remedy,
      })
      break
    }
    const fault = extensionFault(name, value)
    if (fault !== null) draft.faults.push(fault)
    else if (isScalar(value)) (extensions ??= {})[name] = value
  }
  return extensions ?? noExtensions
}

const extensionName = new RegExp(`^[a-z0-9]{1,${limits.extensionNameCharacters}}$`)

function extensionFault(name: string, value: unknown): Fault | null {
  const field = shown(name)
  const fault = (code: FaultCode, problem: string, remedy: string): Fault => ({
    code,
    field,
    problem,
    remedy,
  })
  if (name === 'data_base64')
    return fault('unknown-field', 'is not understood', 'send "data" as a JSON object')
  if (!extensionName.test(name)) {
    const remedy = `use 1 to ${limits.extensionNameCharacters} lower-case letters and digits${hint(name, attributeNames)}`
    return fault('bad-name', 'is no legal attribute name', remedy)
  }
  if (!isScalar(value)) {
    return fault(
      'wrong-kind',
      'is not a text, whole number, true or false',
      'send one of these, or leave it out',
    )
  }
  if (typeof value !== 'string') return null
  if (value.length > limits.extensionTextCharacters) {
    return fault('out-of-range', 'is too long', `use at most ${limits.extensionTextCharacters} characters`)
  }
  return isPlain(value) ? null : badText(field)
}
