/**
 * The grounds of complaint: the sixteen factors (GM-02), each with what a customer must have met, and how many of those
 * who met it say so. README.md shows this table; a test compares both.
 */
import type { Instant } from '../src/core/units.ts'
import { dayMs, hourMs, minuteMs } from './civil.ts'
import { type Experience, happened, isAtRest, isNight, type Shown } from './experience.ts'
import { late, omitted, omittedOffers } from './missed.ts'
import { contradicted, wrongFigures } from './reality.ts'
import {
  cancelWay,
  date,
  figure,
  leftovers,
  nameOf,
  price,
  tradeWords,
  usage,
  wayOut,
  words,
} from './recognition.ts'
import { unwarned } from './warnings.ts'

export interface Finding {
  readonly at: Instant
  /** What it is about, in a word; one complaint a day and ground about the same. */
  readonly about: string
}

export interface Ground {
  readonly factor: Factor
  readonly name: string
  readonly met: string
  /** Of a hundred customers who met it, so many complain. */
  readonly percent: number
  readonly find: (experience: Experience) => readonly Finding[]
}

export const factors = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16] as const
export type Factor = (typeof factors)[number]

/** More than so many messages on one day are too many. */
const dailyMax = 5

const messages = (like: (shown: Shown) => boolean) => (experience: Experience) =>
  experience.shown.filter(like).map(({ at }) => ({ at, about: 'message' }))

const isAboutMoney = (text: string): boolean => words.low.test(text) && words.stopped.test(text)

/** Messages shown after the customer did this, which are about it. */
function aboutOrders({
  happenings,
  shown,
}: Experience): readonly { readonly text: string; readonly at: Instant }[] {
  return happenings.flatMap(event => {
    if (event.type !== 'service.ordered') return []
    const like = nameOf(event.data.serviceId)
    const first = shown.find(({ at, text }) => at >= event.at && at < event.at + 2 * dayMs && like.test(text))
    return first === undefined ? [] : [first]
  })
}

export const grounds: readonly Ground[] = [
  {
    factor: 1,
    name: 'content not complete',
    met: 'money runs short and the message names no way to pay or ask; something ordered and no way to cancel it',
    percent: 6,
    find: experience => [
      ...messages(({ text, channel }) => channel === 'sms' && isAboutMoney(text) && !wayOut.test(text))(
        experience,
      ),
      ...aboutOrders(experience)
        .filter(({ text }) => !cancelWay.test(text) && !wayOut.test(text))
        .map(({ at }) => ({ at, about: 'order' })),
    ],
  },
  {
    factor: 2,
    name: 'too technical',
    met: 'a message with a word that only the trade understands',
    percent: 2,
    find: messages(({ text }) => tradeWords.test(text)),
  },
  {
    factor: 3,
    name: 'not useful',
    met: 'the same words again within a day',
    percent: 3,
    find: ({ shown }) =>
      shown
        .filter(({ at, text }, i) => shown.slice(0, i).some(one => one.text === text && at - one.at < dayMs))
        .map(({ at }) => ({ at, about: 'repeated' })),
  },
  {
    factor: 4,
    name: 'ill-chosen moment',
    met: 'shown between 21:00 and 08:00 while the customer rested: nothing of their own doing in the hour before',
    percent: 10,
    find: experience =>
      experience.shown
        .filter(({ at }) => isNight(experience, at) && isAtRest(experience, at))
        .map(({ at }) => ({ at, about: 'night' })),
  },
  {
    factor: 5,
    name: 'too frequent',
    met: `more than ${dailyMax} messages on one day`,
    percent: 10,
    find: ({ shown, civil }) => {
      const days = Map.groupBy(shown, ({ at }) => civil.dayAt(at).number)
      return [...days.values()].flatMap(day =>
        day.slice(dailyMax, dailyMax + 1).map(({ at }) => ({ at, about: 'many' })),
      )
    },
  },
  {
    factor: 6,
    name: 'range of abnormal-use reminders too small',
    met: 'a flood of data, or charges past 50 yuan and each further 100, and nothing about it within four hours',
    percent: 12,
    find: unusualUnsaid,
  },
  {
    factor: 7,
    name: 'function operation not covered',
    met: 'a service ordered, and within three days nothing on how to use it, though there is something to know',
    percent: 4,
    find: ({ happenings, shown, until }) =>
      happenings
        .filter(event => event.type === 'service.ordered')
        .filter(({ at, data }) => {
          const isHard = ['ring-back-tone', 'call-assistant', 'weather'].includes(data.serviceId)
          const isTold = shown.some(one => one.at >= at && one.at < at + 3 * dayMs && usage.test(one.text))
          return isHard && !isTold && at + 3 * dayMs < until
        })
        .map(({ at }) => ({ at, about: 'how to use' })),
  },
  {
    factor: 8,
    name: 'business rules not told',
    met: 'a change of plan or a service ordered, and the message says neither price nor from when',
    percent: 6,
    find: experience => [
      ...aboutOrders(experience)
        .filter(({ text }) => !price.test(text) || !date.test(text))
        .map(({ at }) => ({ at, about: 'order' })),
      ...happened(experience, 'plan.change-ordered').flatMap(event => {
        const told = experience.shown.find(({ at, text }) => at >= event.at && words.planChange.test(text))
        return told === undefined || date.test(told.text) ? [] : [{ at: told.at, about: 'plan' }]
      }),
    ],
  },
  {
    factor: 9,
    name: 'promotion not told in time',
    met: 'an offer taken up, credited or ended, and nothing in time; its end not told in the weeks before',
    percent: 8,
    find: omittedOffers,
  },
  {
    factor: 10,
    name: 'late',
    met: 'told, but later than expected: half an hour for what happens now, the next morning for the rest, or the first of the hours that the customer asked for',
    percent: 5,
    find: late,
  },
  {
    factor: 11,
    name: 'wrong content',
    met: 'a balance that BOSS has not had in three days, or a gap where a figure belongs',
    percent: 15,
    find: experience => [
      ...wrongFigures(experience),
      ...messages(({ text }) => leftovers.test(text))(experience),
    ],
  },
  {
    factor: 12,
    name: 'incomplete',
    met: 'a message on data, money or a stop without any figure',
    percent: 4,
    find: messages(
      ({ text }) =>
        (words.data.test(text) || words.low.test(text)) && !figure.test(text.replaceAll('10086', '')),
    ),
  },
  {
    factor: 13,
    name: 'not successful',
    met: 'restricted or suspended for arrears, and no word of it had been shown while the money ran out',
    percent: 40,
    find: unwarned,
  },
  {
    factor: 14,
    name: 'differs from reality',
    met: 'told what is no longer so: low though paid, stopped though back, ordered though cancelled, due though settled',
    percent: 15,
    find: contradicted,
  },
  {
    factor: 15,
    name: 'omitted',
    met: 'something happened that one expects to be told of, and nothing came',
    percent: 5,
    find: omitted,
  },
  {
    factor: 16,
    name: 'blocked by a person',
    met: 'a kind of message ordered, data used since, and nothing of it for nine days',
    percent: 20,
    find: ({ happenings, shown, until }) =>
      happenings
        .filter(event => event.type === 'preference.changed')
        .filter(({ data }) => data.subscribe?.includes('data-weekly') === true)
        .filter(({ at }) => at + 9 * dayMs < until)
        .filter(({ at }) =>
          happenings.some(one => one.type === 'usage.reported' && one.at > at && one.at < at + 5 * dayMs),
        )
        .filter(
          ({ at }) => !shown.some(one => one.at > at && one.at < at + 9 * dayMs && words.data.test(one.text)),
        )
        .map(({ at }) => ({ at: at + 9 * dayMs, about: 'ordered' })),
  },
]

function unusualUnsaid({ happenings, shown, until }: Experience): readonly Finding[] {
  const isSaid = (at: Instant, like: RegExp): boolean =>
    shown.some(one => one.at >= at - 5 * minuteMs && one.at < at + 4 * hourMs && like.test(one.text))
  const reached = new Map<string, number>()
  return happenings.flatMap(event => {
    if (event.at + 4 * hourMs > until) return []
    if (event.type === 'usage.surged')
      return isSaid(event.at, words.data) ? [] : [{ at: event.at, about: 'surge' }]
    if (event.type !== 'charges.reported' || event.data.kind === 'calls') return []
    const before = reached.get(event.data.kind) ?? 0
    const yuan = event.data.amountMicroYuan / 1e6
    reached.set(event.data.kind, yuan)
    const step = (amount: number): number =>
      amount < 50 ? 0 : amount < 100 ? 1 : Math.floor(amount / 100) + 1
    if (step(yuan) <= step(before) || isSaid(event.at, words.charges)) return []
    return [{ at: event.at, about: `${event.data.kind} charges` }]
  })
}
