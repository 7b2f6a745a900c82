/**
 * `decide` alone, one core, under the rulebook that comes along: reports of counters of which one in a hundred
 * crosses a limit, accounts in shuffled order. The floor copies the same accounts without deciding anything.
 */
import type { Account } from '../src/core/account/account.ts'
import { decide } from '../src/core/decide.ts'
import type { Event } from '../src/core/event/event.ts'
import type { Instant } from '../src/core/units.ts'
import { best, type Measure, percent, perSecond, type Round, whole } from './clockwork.ts'
import { Facts } from './facts.ts'
import { accountOf, indexOf, lineOf, realRulebook, settledAt, surroundingsUnder } from './population.ts'
import { noon } from './twins.ts'

/** More need more memory than they tell: the accounts are objects here, not rows. */
export const accountsMax = 100_000

export interface DecideAsk {
  readonly rounds: number
  readonly eventsPerRound: number
}

interface Case {
  readonly index: number
  readonly event: Event
}

function casesOf(facts: Facts, count: number, now: Instant): readonly Case[] {
  return facts.next(count, now).map(({ subject, data, ...rest }) => {
    const index = subject.kind === 'number' ? indexOf(subject.number) : 0
    const about = { origin: 'outside', account: accountOf(index), line: lineOf(index), body: data }
    return { index, event: { ...rest, ...about } as unknown as Event }
  })
}

/** Each round decides the next reports; what is told meanwhile counts as delivered at once. */
function deciding(state: Account[], facts: Facts, eventsPerRound: number): Round {
  const surroundings = surroundingsUnder(realRulebook())
  let cases: readonly Case[] = []
  let now = noon
  const prepare = (): void => {
    now += eventsPerRound
    cases = casesOf(facts, eventsPerRound, now)
  }
  const run = (): number => {
    for (const { index, event } of cases) {
      const { account } = decide(state[index]!, event, { ...surroundings, now, chance: () => 0.5 })
      state[index] =
        account.hot.open.length === 0 ? account : { ...account, hot: { ...account.hot, open: [] } }
    }
    return cases.length
  }
  return { prepare, run }
}

function copying(state: Account[], facts: Facts, eventsPerRound: number): Round {
  let cases: readonly Case[] = []
  const prepare = (): void => {
    cases = casesOf(facts, eventsPerRound, noon)
  }
  const run = (): number => {
    for (const { index, event } of cases) {
      const account = state[index]!
      state[index] = { ...account, hot: { ...account.hot, time: event.time } }
    }
    return cases.length
  }
  return { prepare, run }
}

const usual: DecideAsk = { rounds: 6, eventsPerRound: 50_000 }

export function benchDecide(size: number, { rounds, eventsPerRound } = usual): readonly Measure[] {
  const count = Math.min(size, accountsMax)
  const settled = settledAt(realRulebook(), noon)
  const state = Array.from({ length: count }, (_, index) => settled(index))
  const rate = best(rounds, deciding(state, new Facts(count), eventsPerRound))
  const bare = best(rounds, copying(state, new Facts(count), eventsPerRound))
  return [
    {
      what: `decide, ${whole(count)} accounts, one core`,
      figure: perSecond(rate),
      floor: `${perSecond(bare)} (copying the state)`,
      ratio: percent(rate / bare),
      target: '≥ 200,000/s',
    },
  ]
}
