/** A fault of a condition, at characters of its text. */
import type { FaultCode } from '../fault.ts'

export interface CelFault {
  readonly code: FaultCode
  readonly message: string
  readonly hint: string
  readonly start: number
  readonly end: number
}
