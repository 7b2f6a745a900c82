/** Who complains, about what, when: what a customer met, and whether it is enough to say so. */
import type { Instant } from '../src/core/units.ts'
import { Chance } from './chance.ts'
import type { Experience } from './experience.ts'
import { type Factor, grounds } from './grounds.ts'

export interface Complaint {
  readonly account: string
  readonly factor: Factor
  readonly at: Instant
  readonly about: string
}

/**
 * The complaints of one customer, by time. Whether somebody complains follows from seed, account, ground, subject and day
 * alone: the same experience always gives the same complaints, and one more message changes nothing about the others.
 */
export function complaintsOf(seed: string, experience: Experience): Complaint[] {
  const { account, civil } = experience
  const said = new Set<string>()
  const complaints = grounds.flatMap(({ factor, percent, find }) =>
    find(experience).flatMap(({ at, about }) => {
      const key = `${factor}/${about}/${civil.dayAt(at).number}`
      if (said.has(key)) return []
      said.add(key)
      const isEnough = Chance.of(seed, 'complaint', account, key).yes(percent / 100)
      return isEnough ? [{ account, factor, at, about }] : []
    }),
  )
  return complaints.toSorted((a, b) => a.at - b.at)
}

/** How often each ground was met, complained of or not. */
export const findingsOf = (experience: Experience): ReadonlyMap<Factor, number> =>
  new Map(grounds.map(({ factor, find }) => [factor, find(experience).length]))

/** The table of README.md. */
export function groundsTable(): string {
  const rows = grounds.map(
    ({ factor, name, met, percent }) => `| ${factor} ${name} | ${met} | ${percent} % |`,
  )
  return ['| factor | met | complain |', '|---|---|---|', ...rows].join('\n')
}
