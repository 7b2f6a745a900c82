/** Whether the codes in a message are registered, and not too many (CO-52, section L of the requirements). */
import { isRegistered } from './code-mentions.ts'
import type { Reading } from './proposal.ts'
import type { Finding } from './finding.ts'
import { kindRule } from './required-elements.ts'

/** One action and one way out. */
export const codesMax = 2

/** Findings on the codes that a message asks to send. */
export function codeFindings(reading: Reading): Finding[] {
  const { proposal, mentions, skeleton } = reading
  const hasScale = kindRule(proposal.kind).hasScale === true
  const asked = mentions.filter(({ code }) => !(hasScale && /^\d{1,2}$/.test(code)))
  const unknown = asked.filter(({ code }) => !isRegistered(code, proposal.codes))
  return [
    ...unknown.map(({ code, index }): Finding => ({
      level: 'error',
      code: 'unknown-code',
      message: `the code ${code} is not registered`,
      hint: 'register it in codes.yaml, or write the one that is',
      at: skeleton.placeOf(index),
    })),
    ...countFindings(new Set(asked.map(({ code }) => code)).size, proposal.kind === 'tips'),
  ]
}

function countFindings(count: number, isTips: boolean): Finding[] {
  if (isTips || count <= codesMax) return []
  const message = `${count} codes stand in one message`
  return [
    {
      level: 'warning',
      code: 'too-many-actions',
      message,
      hint: 'keep the cheapest useful action and the way out',
    },
  ]
}
