/**
 * Families under unified payment (TP2-03…07): a head who pays and one to three members. They live in
 * neighbouring numbers of the population: blocks of ten, of which the first few may form a family. Some of them found a
 * family net as well, to call each other for nothing (TP2-10…19).
 */
import { Chance } from './chance.ts'
import type { Share } from './errand.ts'
import { accountOf } from './numbers.ts'

const blockSize = 10
const oddsOfFamily = 0.4
const oddsOfNet = 0.25

export type FamilyPlace =
  | { readonly role: 'single' }
  | {
      readonly role: 'head'
      readonly members: number
      readonly isNew: boolean
      /** Known to all of a family, so nobody has to ask another. */
      readonly meets: Share
      readonly net: Net | null
    }
  | {
      readonly role: 'member'
      readonly headAccount: string
      readonly headIndex: number
      /** Most families are as old as the load; some form within the span, some members leave in it. */
      readonly fate: 'stays' | 'joins' | 'leaves'
      /** The hour at which a new family comes to the counter. */
      readonly meets: Share
      readonly net: Net | null
    }

/** A net founded within the span; `shortNumber` is that of this member. */
export interface Net {
  readonly founded: Share
  readonly shortNumber: string
}

const oddsOfNewFamily = 0.09
const oddsOfLeaving = 0.05

const alone: FamilyPlace = { role: 'single' }

export function familyOf(seed: string, index: number): FamilyPlace {
  const block = Math.floor(index / blockSize)
  const place = index % blockSize
  const chance = Chance.of(seed, 'family', block)
  const members = chance.yes(oddsOfFamily) ? chance.whole(1, 3) : 0
  if (place > members || members === 0) return alone
  const isNew = chance.yes(oddsOfNewFamily)
  const meets = chance.between(0.03, 0.9)
  const founded = chance.between(0.03, 0.8)
  const net = chance.yes(oddsOfNet) ? { founded, shortNumber: String(661 + place) } : null
  if (place === 0) return { role: 'head', members, isNew, meets, net }
  const isLeaving = Chance.of(seed, 'member', index).yes(oddsOfLeaving)
  const fate = isNew ? 'joins' : isLeaving ? 'leaves' : 'stays'
  const headIndex = block * blockSize
  return { role: 'member', headAccount: accountOf(headIndex), headIndex, fate, meets, net }
}
