/**
 * Which channel, and which next (NF-03): the ladder's order is the operator's (cost), the customer's
 * preferred channel comes first, and a channel that failed again and again is passed over for some turns
 * before it is tried once more.
 */
import type { Line } from '../account/account.ts'
import { type Draft, setHot } from '../draft.ts'
import type { ChannelName } from '../event/facts.ts'
import type { Rule, Rung } from '../rule/rule.ts'

/** So many failures in a row and a channel is passed over, so many times before it is tried again. */
const missesMax = 3
const passesMax = 3

export interface Chosen {
  readonly channel: ChannelName
  readonly rung: number
}

/** The rungs for this line, in the order in which they are tried. */
export function rungsFor(draft: Draft, line: Line, ladder: string): readonly Rung[] {
  const rungs = draft.world.rulebook.policy.ladders[ladder] ?? []
  const usable = rungs.filter(rung => draft.world.channels.has(rung.channel))
  const preferred = usable.findIndex(rung => rung.channel === line.preferences.channel)
  const first = usable[preferred]
  return first === undefined ? usable : [first, ...usable.filter(rung => rung !== first)]
}

export function firstRung(draft: Draft, { rule, line }: { rule: Rule; line: Line }): Chosen | null {
  const rungs = rungsFor(draft, line, rule.ladder)
  const alive = rungs.findIndex(rung => !passOver(draft, rung.channel))
  const rung = alive < 0 ? 0 : alive
  const chosen = rungs[rung]
  if (chosen === undefined) return null
  if (rung > 0)
    for (const passed of rungs.slice(0, rung))
      count(draft, passed.channel, missesOf(draft, passed.channel) + 1)
  return { channel: chosen.channel, rung }
}

const missesOf = (draft: Draft, channel: ChannelName): number =>
  draft.hot.misses.find(entry => entry.channel === channel)?.count ?? 0

function passOver(draft: Draft, channel: ChannelName): boolean {
  const misses = missesOf(draft, channel)
  return misses >= missesMax && misses < missesMax + passesMax
}

function count(draft: Draft, channel: ChannelName, misses: number): void {
  const others = draft.hot.misses.filter(entry => entry.channel !== channel)
  setHot(draft, { misses: misses === 0 ? others : [...others, { channel, count: misses }] })
}

export function reached(draft: Draft, channel: ChannelName): void {
  if (missesOf(draft, channel) > 0) count(draft, channel, 0)
}

export function missed(draft: Draft, channel: ChannelName): void {
  const misses = missesOf(draft, channel)
  count(draft, channel, misses >= missesMax ? missesMax : misses + 1)
}

/** The rung after this one, null at the end of the ladder. */
export function nextRung(draft: Draft, line: Line, at: { ladder: string; rung: number }): Chosen | null {
  const rung = rungsFor(draft, line, at.ladder)[at.rung + 1]
  return rung === undefined ? null : { channel: rung.channel, rung: at.rung + 1 }
}
