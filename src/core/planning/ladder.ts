/**
 * Which channel, and which next (NF-03): the ladder's order is the operator's (cost), the customer's
 * preferred channel comes first, and a channel that failed again and again is passed over for some turns
 * before it is tried once more.
 */
import type { Line } from '../account/account.ts'
import { isContact } from '../account/contact.ts'
import { type Draft, setHot } from '../draft.ts'
import type { ChannelName } from '../event/facts.ts'
import type { OpenReminder } from '../reminder.ts'
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

/** A channel that is passed over counts as tried. */
export interface First extends Chosen {
  readonly tried: readonly ChannelName[]
}

export function firstRung(draft: Draft, { rule, line }: { rule: Rule; line: Line }): First | null {
  const rungs = rungsFor(draft, line, rule.ladder)
  const alive = rungs.findIndex(rung => !passOver(draft, rung.channel))
  const rung = alive < 0 || isContact(line.id) ? 0 : alive
  const chosen = rungs[rung]
  if (chosen === undefined) return null
  const passed = rungs.slice(0, rung).map(({ channel }) => channel)
  for (const channel of passed) count(draft, channel, missesOf(draft, channel) + 1)
  return { channel: chosen.channel, rung, tried: passed }
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

/** What came of telling a contact says nothing of the customer's reach. */
type Used = Pick<OpenReminder, 'line' | 'channel'>

export function reached(draft: Draft, { line, channel }: Used): void {
  if (isContact(line)) return
  if (missesOf(draft, channel) > 0) count(draft, channel, 0)
}

export function missed(draft: Draft, { line, channel }: Used): void {
  if (isContact(line)) return
  const misses = missesOf(draft, channel)
  count(draft, channel, misses >= missesMax ? missesMax : misses + 1)
}

/** How long word is waited for on a channel of this ladder; undefined when it is no longer on it. */
export const waitOf = (
  draft: Draft,
  line: Line,
  on: { ladder: string; channel: ChannelName },
): number | undefined => rungsFor(draft, line, on.ladder).find(rung => rung.channel === on.channel)?.waitMs

/** The first rung not tried yet, in the order that holds now; null when all have been. */
export function nextRung(
  draft: Draft,
  line: Line,
  at: { readonly ladder: string; readonly open: OpenReminder },
): Chosen | null {
  const { ladder, open } = at
  const next = rungsFor(draft, line, ladder).find(rung => !open.tried.includes(rung.channel))
  return next === undefined ? null : { channel: next.channel, rung: open.rung + 1 }
}
