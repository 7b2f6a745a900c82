/** What a customer says of how to be reached (FP-02, NF-17): each wish by itself, and the newest word on it counts. */
import type { Preferences } from '../account/account.ts'
import type { FactOf } from '../event/facts.ts'
import type { Instant } from '../units.ts'

export const noPreferences: Preferences = {
  channel: null,
  activeHours: null,
  marketingConsent: false,
  subscribed: [],
  unsubscribed: [],
  since: [],
}

/** The preferences after something was said at a moment, which may be long ago: what was said later stays. */
export function patched(before: Preferences, body: FactOf<'preference.changed'>, at: Instant): Preferences {
  const since = new Map(before.since)
  const isNews = (what: string): boolean => {
    if (at < (since.get(what) ?? -Infinity)) return false
    since.set(what, at)
    return true
  }
  const { channel, activeHours, marketingConsent } = body
  const on = (body.subscribe ?? []).filter(kind => isNews(`kind/${kind}`))
  const off = (body.unsubscribe ?? []).filter(kind => isNews(`kind/${kind}`))
  return {
    channel: channel !== undefined && isNews('channel') ? channel : before.channel,
    activeHours: activeHours !== undefined && isNews('activeHours') ? activeHours : before.activeHours,
    marketingConsent:
      marketingConsent !== undefined && isNews('marketingConsent')
        ? marketingConsent
        : before.marketingConsent,
    subscribed: union(without(before.subscribed, off), on),
    unsubscribed: union(without(before.unsubscribed, on), off),
    since: [...since],
  }
}

const without = (list: readonly string[], drop: readonly string[]): string[] =>
  list.filter(item => !drop.includes(item))
const union = (list: readonly string[], more: readonly string[]): string[] => [...new Set([...list, ...more])]
