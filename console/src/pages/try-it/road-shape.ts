/** How far a reminder has come on its road: five stations, each passed, under way, stopped or not reached. */
import type { Road } from './stage.ts'

export type Reminder = Road['reminders'][number]

export const stations = ['rule', 'plan', 'gateway', 'handset', 'receipt'] as const
export type StationName = (typeof stations)[number]

export interface Station {
  readonly name: StationName
  readonly is: 'passed' | 'here' | 'stopped' | 'ahead'
  /** When it was passed, or will be. */
  readonly at: string | null
}

type State = Station['is']

export function roadOf(reminder: Reminder): readonly Station[] {
  const states = statesOf(reminder)
  const attempt = reminder.attempts.at(-1)
  const moments: Record<StationName, string | null> = {
    rule: reminder.plannedAt,
    plan: reminder.state === 'planned' ? reminder.due : reminder.plannedAt,
    gateway: attempt?.acceptedAt ?? attempt?.decidedAt ?? null,
    handset: attempt?.concludedAt ?? null,
    receipt: attempt?.concludedAt ?? null,
  }
  return stations.map((name, at) => ({
    name,
    is: states[at]!,
    at: states[at] === 'ahead' ? null : moments[name],
  }))
}

function statesOf({ state, attempts }: Reminder): readonly State[] {
  const wasSent = attempts.length > 0
  switch (state) {
    case 'planned':
      return ['passed', 'here', 'ahead', 'ahead', 'ahead']
    case 'withheld':
      return wasSent
        ? ['passed', 'passed', 'passed', 'stopped', 'ahead']
        : ['passed', 'stopped', 'ahead', 'ahead', 'ahead']
    case 'attempted':
      return ['passed', 'passed', 'passed', 'here', 'ahead']
    case 'delivered':
      return ['passed', 'passed', 'passed', 'passed', 'passed']
    case 'failed':
    case 'expired':
    case 'unconfirmed':
      return ['passed', 'passed', 'passed', 'stopped', state === 'unconfirmed' ? 'ahead' : 'passed']
  }
}

/** The newest moment of a road. */
export const lastMoved = ({ at, reminders }: Road): string =>
  [at, ...reminders.flatMap(({ trail }) => trail.map(step => step.at))].toSorted().at(-1)!

/** Codes that the newest messages ask for, each once, the newest first. */
export function codesOf(messages: readonly { readonly codes: readonly string[] }[]): readonly string[] {
  const newest = messages.filter(({ codes }) => codes.length > 0).slice(-messagesWithCodes)
  return [...new Set(newest.toReversed().flatMap(({ codes }) => codes))].slice(0, codesMax)
}

const messagesWithCodes = 3
const codesMax = 5
