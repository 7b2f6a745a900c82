/** The completeness report for people (NF-11): what customers would not be told, then what is there and not used. */
import type { Gap } from './completeness.ts'
import type { Untold } from './untold.ts'

export interface Completeness {
  readonly day: string
  readonly untold: readonly Untold[]
  readonly idle: readonly Gap[]
}

export function completenessText({ day, untold, idle }: Completeness): string {
  const head =
    untold.length === 0
      ? `On ${day} every plan, service and offer has its rules and words.`
      : `On ${day} customers would not be told of:\n${untold.map(untoldText).join('\n')}`
  const unused = idle.map(({ what, id, note }) => `  ${what} ${id}: ${note}`)
  return unused.length === 0 ? head : `${head}\n\nThere, and not used:\n${unused.join('\n')}`
}

function untoldText({ what, id, moment, who, note }: Untold): string {
  const whom = who.length === 0 ? '' : ` (not ${who.join(', ')})`
  return `  ${what} ${id}: ${moment}${whom}\n      ${note}`
}
