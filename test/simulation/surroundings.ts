/** What the operator has set, as the product wants to be told it. */
import type { Rulebook } from '../../src/core/rule/rule.ts'
import type { Pause, World } from '../../src/core/world.ts'
import type { Moment, Setting } from './chronicle.ts'
import { simulationRulebook } from './rulebook.ts'

const rulebooks: ReadonlyMap<string, Rulebook> = new Map(
  ['v1', 'v2'].map(version => [version, simulationRulebook(version)]),
)

export type Surroundings = Omit<World, 'now' | 'chance'>

export function surroundingsAt(setting: Omit<Setting, 'down' | 'closed'>, now: Moment): Surroundings {
  const { allowed, pauses, versions } = setting
  const present = (span: { readonly from: Moment; readonly until: Moment }): boolean =>
    span.from <= now && now < span.until
  const begun = versions.filter(({ from }) => from <= now)
  const recalled = begun.filter(({ recalledAt }) => recalledAt !== null && recalledAt <= now)
  const inForce = rulebooks.get(begun.at(-1)!.version)!
  return {
    rulebook: inForce,
    versions: rulebooks,
    recalled: new Set(recalled.map(({ version }) => version)),
    pauses: pauses.filter(present) as readonly Pause[],
    channels: new Set(['sms', 'voice']),
    sendTo:
      allowed === null
        ? 'everyone'
        : new Set(allowed.filter(present).map(({ who }) => who as `${string}/${string}`)),
  }
}
