/** What the desk answers when it cannot do as asked for a reason of the caller's: a value, not an exception. */
import type { Fault } from '../intake/fault.ts'
import { ProblemError } from './problem.ts'
import type { RulebookFaultShape } from './shapes/rulebook-fault.ts'

export interface Refusal {
  /** `not-found`: no such thing. `wrong-state`: not now. */
  readonly refusal:
    | 'not-found'
    | 'wrong-state'
    | 'own-submission'
    | 'own-request'
    | 'mandatory'
    | 'dry-run-missing'
    | 'rulebook-faulty'
    | 'invalid-input'
    | 'not-permitted'
    | 'reason-needed'
    | 'sign-in-refused'
    | 'code-needed'
    | 'weak-password'
    | 'too-many-attempts'
    | 'busy'
  /** A sentence for people, without personal data. */
  readonly detail: string
  readonly field?: string
  /** What is wrong with what was sent, field by field. */
  readonly faults?: readonly Fault[]
  readonly places?: readonly RulebookFaultShape[]
  readonly retryAfterS?: number
}

const isRefusal = (answer: object): answer is Refusal => 'refusal' in answer

/** The desk's answer, or the problem that its refusal stands for. */
export async function given<T extends object>(answer: Promise<T | Refusal>): Promise<T> {
  const result = await answer
  if (!isRefusal(result)) return result
  const { refusal, ...more } = result
  throw new ProblemError(refusal, more)
}
