import type { Draft } from '../draft.ts'
import { inScope } from '../rule/audience.ts'
import type { Line } from '../account/account.ts'
import type { ChannelName } from '../event/facts.ts'
import type { Pause } from '../world.ts'
import type { Intent, No } from './plan.ts'

/** No real number by accident: until everyone may be sent to, only an allow-list is (G11). */
export function mayReach(draft: Draft, { line }: Pick<Intent, 'line'>): No | null {
  const { sendTo } = draft.world
  if (sendTo === 'everyone' || sendTo.has(`${draft.id}/${line.id}`)) return null
  return { reason: 'not-allowed', note: 'the number is not on the allow-list' }
}

export interface Pausable {
  readonly rule: string
  readonly version: string
  readonly channel: ChannelName
  readonly line: Line
}

/** The pause that stops this reminder now, null when none does (G12). */
export function pausedBy(pauses: readonly Pause[], what: Pausable): Pause | null {
  return pauses.find(pause => stops(pause, what)) ?? null
}

function stops({ kind, value }: Pause, what: Pausable): boolean {
  switch (kind) {
    case 'all':
      return true
    case 'rule':
      return value === what.rule
    case 'version':
      return value === what.version
    case 'channel':
      return value === what.channel
    case 'scope':
      return inScope(value, what.line)
  }
}
