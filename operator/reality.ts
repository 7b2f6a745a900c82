/** Messages against what was so when they were shown. */
import type { Instant } from '../src/core/units.ts'
import { dayMs, minuteMs } from './civil.ts'
import {
  balanceAt,
  type Experience,
  happened,
  isAccountBalance,
  type Shown,
  standingAt,
} from './experience.ts'
import type { Finding } from './grounds.ts'
import { balanceIn, markIn, nameOf, words } from './recognition.ts'

/** What BOSS knew shortly before may still be on its way. */
const graceMs = 5 * minuteMs
const differenceYuan = 10

export function contradicted(experience: Experience): Finding[] {
  return experience.shown.flatMap(shown => {
    const about = contradiction(experience, shown)
    return about === null ? [] : [{ at: shown.at, about }]
  })
}

function contradiction(experience: Experience, { at, text }: Shown): string | null {
  const then = at - graceMs
  if (words.low.test(text)) {
    const said = words.stopped.test(text) ? (balanceIn(text) ?? markIn(text)) : null
    const real = balanceAt(experience, then)
    const hasPaid = happened(experience, 'payment.received').some(
      one => one.at < then && one.at > at - 3 * dayMs,
    )
    if (said !== null && real !== null && hasPaid && real > said + differenceYuan) return 'low though paid'
    if (
      words.stoppedNow.test(text) &&
      isSettled(experience, then) &&
      standingAt(experience, then) === 'normal'
    )
      return 'stopped though back'
  }
  if (isDunning(text) && hasJustSettled(experience, at)) return 'due though settled'
  return orderedThoughCancelled(experience, { at, text })
}

/** The standing had not changed in the grace before. */
const isSettled = (experience: Experience, then: Instant): boolean =>
  standingAt(experience, then) === standingAt(experience, then + graceMs)

const isDunning = (text: string): boolean => words.bill.test(text) && /未缴|未付|欠费|unpaid/i.test(text)

function hasJustSettled(experience: Experience, at: Instant): boolean {
  const settled = happened(experience, 'bill.settled').findLast(one => one.at < at - graceMs)
  const issued = happened(experience, 'bill.issued').findLast(one => one.at < at)
  return settled !== undefined && issued !== undefined && settled.at > issued.at
}

function orderedThoughCancelled(experience: Experience, { at, text }: Omit<Shown, 'channel'>): string | null {
  const isOrder = /已为您开通|订购成功|开通成功|you now have|起收费|will be charged/i.test(text)
  if (!isOrder) return null
  const ended = happened(experience, 'service.cancelled').some(
    ({ at: cancelled, data }) =>
      cancelled < at - graceMs &&
      cancelled > at - 4 * dayMs &&
      nameOf(data.serviceId).test(text) &&
      !happened(experience, 'service.ordered').some(
        order => order.at > cancelled && order.at < at && order.data.serviceId === data.serviceId,
      ),
  )
  return ended ? 'ordered though cancelled' : null
}

/** A balance that BOSS has not had in the last three days. */
export function wrongFigures(experience: Experience): Finding[] {
  return experience.shown.flatMap(({ at, text }) => {
    const said = balanceIn(text)
    if (said === null || /宽带|broadband|返还|返充|credit|gift|赠/i.test(text)) return []
    const had = experience.happenings.filter(
      one => one.at <= at && one.at > at - 3 * dayMs && 'balanceMicroYuan' in one.data,
    )
    const known = had.map(one => (one.data as { balanceMicroYuan: number }).balanceMicroYuan / 1e6)
    const isStrange = had.some(isAccountBalance) && !known.some(yuan => Math.abs(yuan - said) < 0.02)
    return isStrange ? [{ at, about: 'balance' }] : []
  })
}
